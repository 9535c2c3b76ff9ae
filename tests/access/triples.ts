/**
 * Officers, acts and records drawn by a seed for the two judges. Every act meets every role, and every proposal whatever it
 * may be about; the roles that have the act are drawn more often, so that permits are frequent. Some cases are smooth in
 * all that is not the point of the act, some have a trouble here and there, some are wild.
 */
import { ABOUTS, ACTIONS, type Action, type Facts } from '../../domain/access/actions.ts'
import { type Actor, NATION, type Place, PURPOSES, ROLES, type Role } from '../../domain/access/actor.ts'
import { type Draw, drawFor } from '../../domain/invented/draw.ts'
import { CANTT, given, lookAs, MULTAN, officer, POSTED, PUNJAB, SADDAR, VEHARI } from './cast.ts'
import type { Case } from './oracle.ts'
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
const TROUBLE_IF_TRUE = ['has_conflict', 'is_closed', 'is_off_register']
const TROUBLE_IF_FALSE = ['is_own', 'is_own_unit', 'is_forwarded', 'is_open']

/** An act and a role, and what a proposal is about. */
type Cell = { act: Action; role: Role; about: (typeof ABOUTS)[number] | undefined }
const acts = Object.keys(ACTIONS) as Action[]
const aboutsOf = (act: Action) => (ACTIONS[act] === 'approval' ? ABOUTS : [undefined])
const CELLS: readonly Cell[] = acts.flatMap((act) =>
  ROLES.flatMap((role) => aboutsOf(act).map((about) => ({ act, role, about }))),
)

/** A cell, how likely each single thing is to stand in the way, and whether the proposal is his own; undefined: by chance. */
type Setting = { cell: Cell; trouble: number; is_own: boolean | undefined }

/**
 * Two of three cases go through the cells in turn: twice all of them with nothing in the way, the second time the
 * officer's own proposal, so that a role which gains an act by mistake is met. The third is of a role that has its act.
 */
function drawSetting(draw: Draw, index: number): Setting {
  const turn = Math.floor(index / 3)
  const place = 2 * turn + (index % 3)
  const round = Math.floor(place / CELLS.length)
  if (index % 3 < 2) {
    const cell = CELLS[place % CELLS.length] as Cell
    return round < 2 ? { cell, trouble: 0, is_own: round === 1 } : { cell, ...drawTrouble(draw) }
  }
  const act = acts[turn % acts.length] as Action
  return {
    cell: { act, role: draw.pick(rolesWith(act)), about: draw.pick(aboutsOf(act)) },
    ...drawTrouble(draw),
  }
}

function drawTrouble(draw: Draw): Omit<Setting, 'cell'> {
  const trouble = draw.chance(0.3) ? 0 : draw.chance(0.75) ? 0.15 : 0.5
  return { trouble, is_own: undefined }
}

function drawOfficer(draw: Draw, role: Role, trouble: number): Actor {
  const place = draw.pick(draw.chance(trouble) ? PLACES : placesLike(POSTED[role]))
  return officer(role, place, {
    is_vetted: !draw.chance(trouble),
    is_trained: !draw.chance(trouble),
    is_locked: draw.chance(trouble),
    fresh_auth: !draw.chance(trouble),
  })
}

function drawRecord(draw: Draw, { cell, trouble, is_own }: Setting, who: Actor): Facts {
  const one: Facts = { ...given[ACTIONS[cell.act]]() }
  for (const [name, value] of Object.entries(one)) {
    if (typeof value !== 'boolean') continue
    if (TROUBLE_IF_TRUE.includes(name)) one[name] = draw.chance(trouble)
    else if (TROUBLE_IF_FALSE.includes(name)) one[name] = !draw.chance(trouble)
    else one[name] = name === 'is_own_proposal' && is_own !== undefined ? is_own : draw.chance(0.5)
  }
  if (cell.about) one['about'] = cell.about
  if (one.place) one.place = draw.pick(draw.chance(trouble) ? PLACES : placesWithin(who.place))
  return one
}

function drawLook(draw: Draw, role: Role, trouble: number): Case['look'] {
  return {
    purpose: draw.chance(trouble) ? draw.pick([...PURPOSES, undefined]) : lookAs(role).purpose,
    has_quota: draw.chance(trouble) ? draw.pick([false, undefined]) : true,
  }
}

/** The case of an index: the same seed and index give the same case. */
export function drawCase(seed: number, index: number): Case {
  const draw = drawFor(seed, index, 0)
  const setting = drawSetting(draw, index)
  const { cell, trouble } = setting
  const who = drawOfficer(draw, cell.role, trouble)
  const record = drawRecord(draw, setting, who)
  return { who, act: cell.act, record, look: drawLook(draw, cell.role, trouble) }
}
