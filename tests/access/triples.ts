/**
 * Officers, acts and records drawn by a seed for the two judges. Every act meets every role, and every proposal whatever it
 * may be about; the roles that have the act are drawn more often, so that permits are frequent. Some cases are smooth in
 * all that is not the point of the act, some have a trouble here and there, some are wild.
 */
import { ABOUTS, ACTIONS, type Action, type Facts } from '../../domain/access/actions.ts'
import { type Actor, NATION, type Place, PURPOSES, ROLES, type Role } from '../../domain/access/actor.ts'
import { type Draw, drawFor } from '../../domain/invented/draw.ts'
import { CANTT, given, lookAs, MULTAN, officer, POSTED, PUNJAB, SADDAR, VEHARI } from './cast.ts'
import { type Case, LOOKS } from './oracle.ts'
import { rolesWith } from './oracle-permits.ts'

const SUKKUR: Place = { province: 'PK-SD', division: 'Sukkur', district: 'sd_sukkur', station: null }
const PLACES: readonly Place[] = [
  ...[NATION, PUNJAB, { ...PUNJAB, division: 'Multan' }, MULTAN, VEHARI, SUKKUR],
  ...[SADDAR, CANTT, { ...VEHARI, station: 'vehari-city' }, { ...SUKKUR, station: 'sukkur-a' }],
]
const LEVELS = ['province', 'division', 'district', 'station'] as const
const depthOf = (place: Place) => LEVELS.findLastIndex((level) => place[level] !== null)
const placesLike = (place: Place) => PLACES.filter((other) => depthOf(other) === depthOf(place))
const placesWithin = (place: Place) =>
  PLACES.filter((inner) => LEVELS.every((level) => place[level] === null || place[level] === inner[level]))

/** Facts that stand in the way when true, and when false; any other is as likely true as not. */
const TROUBLE_IF_TRUE = ['has_conflict', 'is_closed', 'is_off_register', 'is_barred']
const TROUBLE_IF_FALSE = ['is_own', 'is_own_unit', 'is_forwarded', 'is_open', 'is_escalated']
const TROUBLES = [...TROUBLE_IF_TRUE, ...TROUBLE_IF_FALSE]
/** What may stand in the way whatever the record is; the purpose only of a look, and there in many ways. */
const OF_THE_OFFICER = [
  'posted',
  'through_agency',
  'is_vetted',
  'is_trained',
  'is_locked',
  'fresh_auth',
  'place',
  'has_quota',
]
const OF_A_LOOK = ['purpose', 'purpose', 'purpose', 'purpose']

/** Of these the point is that a system does them. */
const IS_FOR_SYSTEMS: readonly Action[] = ['agency.follow', 'agency.replay']

/** An act and a role, and what a proposal is about. */
type Cell = { act: Action; role: Role; about: (typeof ABOUTS)[number] | undefined }
const acts = Object.keys(ACTIONS) as Action[]
const aboutsOf = (act: Action) => (ACTIONS[act] === 'approval' ? ABOUTS : [undefined])
const CELLS: readonly Cell[] = acts.flatMap((act) =>
  ROLES.flatMap((role) => aboutsOf(act).map((about) => ({ act, role, about }))),
)

/** Whether this single thing stands in the way; and whether the proposal is his own, undefined: by chance. */
type Setting = { cell: Cell; isTroubled: (what: string) => boolean; is_own: boolean | undefined }

/**
 * Every other case goes through the cells in turn: twice all of them with nothing in the way, the second time the
 * officer's own proposal, so that a role which gains an act by mistake is met. The others are of a role that has its act.
 */
function drawSetting(draw: Draw, index: number): Setting {
  const turn = Math.floor(index / 2)
  const round = Math.floor(turn / CELLS.length)
  if (index % 2 === 0) {
    const cell = CELLS[turn % CELLS.length] as Cell
    if (round < 2) return { cell, isTroubled: () => false, is_own: round === 1 }
    return { cell, isTroubled: drawTroubles(draw, cell), is_own: undefined }
  }
  const act = acts[turn % acts.length] as Action
  const cell = { act, role: draw.pick(rolesWith(act)), about: draw.pick(aboutsOf(act)) }
  return { cell, isTroubled: drawTroubles(draw, cell), is_own: undefined }
}

/** Nothing stands in the way, or one thing alone, which is how each policy is met by itself, or each by chance. */
function drawTroubles(draw: Draw, { act }: Cell): Setting['isTroubled'] {
  const kind = draw.bits() / 2 ** 32
  if (kind < 0.25) return () => false
  if (kind > 0.7) return () => draw.chance(kind > 0.95 ? 0.5 : 0.15)
  const facts = Object.keys(given[ACTIONS[act]]()).filter((name) => TROUBLES.includes(name))
  const one = draw.pick([...OF_THE_OFFICER, ...(LOOKS.includes(act) ? OF_A_LOOK : []), ...facts, ...facts])
  return (what) => what === one
}

function drawOfficer(draw: Draw, { cell: { act, role }, isTroubled }: Setting): Actor {
  const place = draw.pick(isTroubled('posted') ? PLACES : placesLike(POSTED[role]))
  const is_system = IS_FOR_SYSTEMS.includes(act)
    ? !isTroubled('through_agency')
    : isTroubled('through_agency')
  return officer(role, place, {
    ...(is_system ? { through_agency: true } : {}),
    is_vetted: !isTroubled('is_vetted'),
    is_trained: !isTroubled('is_trained'),
    is_locked: isTroubled('is_locked'),
    fresh_auth: !isTroubled('fresh_auth'),
  })
}

function drawRecord(draw: Draw, { cell, isTroubled, is_own }: Setting, who: Actor): Facts {
  const one: Facts = { ...given[ACTIONS[cell.act]]() }
  // Of an emergency his own is what he reads, and what he may not review.
  const if_true = cell.act === 'emergency.review' ? [...TROUBLE_IF_TRUE, 'is_own'] : TROUBLE_IF_TRUE
  for (const [name, value] of Object.entries(one)) {
    if (typeof value !== 'boolean') continue
    if (if_true.includes(name)) one[name] = isTroubled(name)
    else if (TROUBLE_IF_FALSE.includes(name)) one[name] = !isTroubled(name)
    else one[name] = name === 'is_own_proposal' && is_own !== undefined ? is_own : draw.chance(0.5)
  }
  if (cell.about) one['about'] = cell.about
  if (one.place) one.place = draw.pick(isTroubled('place') ? PLACES : placesWithin(who.place))
  return one
}

const drawLook = (draw: Draw, { cell, isTroubled }: Setting): Case['look'] => ({
  purpose: isTroubled('purpose') ? draw.pick([...PURPOSES, undefined]) : lookAs(cell.role).purpose,
  has_quota: isTroubled('has_quota') ? draw.pick([false, undefined]) : true,
})

/** The case of an index: the same seed and index give the same case. */
export function drawCase(seed: number, index: number): Case {
  const draw = drawFor(seed, index, 0)
  const setting = drawSetting(draw, index)
  const who = drawOfficer(draw, setting)
  const record = drawRecord(draw, setting, who)
  return { who, act: setting.cell.act, record, look: drawLook(draw, setting) }
}
