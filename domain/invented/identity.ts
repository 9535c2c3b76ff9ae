// Who somebody is, as he himself would say it, and how a first office writes it down.
import { drawAddress, drawUsualPlace } from './address.ts'
import { DAYS_PER_YEAR, isoOf, partsOf } from './days.ts'
import { drawDocuments, drawPhone } from './documents.ts'
import { type Draw, drawFor, drawWeighted } from './draw.ts'
import { type DatedHistory, inventHistory } from './history.ts'
import type { InventedDocument, InventedName, InventedPerson, Sex } from './invented-person.ts'
import { drawCommunity, drawKinName, drawName, type NameParts } from './naming.ts'
import { inRoman, inUrdu } from './spelling.ts'
import { ALIASES, type CommunityName } from './words-community.ts'
import type { NameWord } from './words-given.ts'
import type { HomeDistrict, InventedWorld } from './world.ts'

/** Streams of draws, so that a change in one leaves the others as they were. */
export const STREAM = { identity: 1, history: 2, first_record: 3, second_record: 4, life: 5 } as const

/** Every eighth person is placed by turns, so that each district is soon lived in; the rest by population. */
const PLACED_BY_TURNS = 8

export interface Identity {
  readonly sex: Sex
  readonly community: CommunityName
  readonly home: HomeDistrict
  readonly name: NameParts
  readonly kin: NameParts
  readonly kin_kind: 'father' | 'husband'
  readonly alias: NameWord | null
  readonly documents: readonly InventedDocument[]
  /** Day number; what is recorded of it may be only an age. */
  readonly born: number
  readonly born_recorded: boolean
  readonly history: DatedHistory
}

/** The person of an index, before anybody writes him down. */
export function identityOf(seed: number, index: number, world: InventedWorld): Identity {
  const draw = drawFor(seed, index, STREAM.identity)
  const home = drawHome(draw, index, world)
  const history = inventHistory(drawFor(seed, index, STREAM.history), seed, index, home, world)
  const sex = draw.chance(0.97) ? 'male' : 'female'
  const community = drawCommunity(draw, home)
  const name = drawName(draw, community, sex)
  const { juvenile } = history.scenario
  return {
    sex,
    community,
    home,
    name,
    kin: drawKinName(draw, community, name),
    kin_kind: sex === 'female' && draw.chance(0.5) ? 'husband' : 'father',
    alias: draw.chance(0.22) ? draw.pick(ALIASES) : null,
    documents: drawDocuments(draw, seed, index, sex),
    born: drawBirth(draw, history),
    born_recorded: juvenile ? juvenile === 'by_birth' : draw.chance(0.6),
    history,
  }
}

/** Of the first two thousand, every fiftieth lives where the world looks more closely, so that one station has work. */
const FOCUS = { every: 50, at: 7, below: 2_000 } as const

function drawHome(draw: Draw, index: number, world: InventedWorld): HomeDistrict {
  const { homes, homes_by_population, focus } = world
  if (focus && index < FOCUS.below && index % FOCUS.every === FOCUS.at) return focus
  if (index % PLACED_BY_TURNS !== 0) return drawWeighted(draw, homes_by_population)
  return homes[(index / PLACED_BY_TURNS) % homes.length] as HomeDistrict
}

/** Most are young at the offence; where only a year was known, offices write 1 January. */
function drawBirth(draw: Draw, { scenario, first_offended }: DatedHistory): number {
  const point = draw.bits() / 4294967296
  if (scenario.juvenile) return first_offended - Math.ceil((13 + 4.9 * point) * DAYS_PER_YEAR)
  const born = first_offended - Math.ceil((18.1 + 44 * point ** 1.7) * DAYS_PER_YEAR)
  const { month, date } = partsOf(born)
  // The first of January of the same year is earlier, so an adult stays one.
  return draw.chance(0.18) ? born - daysSinceNewYear(born, month, date) : born
}

function daysSinceNewYear(day: number, month: number, date: number): number {
  let first = day - (month - 1) * 28 - (date - 1)
  while (partsOf(first).date !== 1 || partsOf(first).month !== 1) first -= 1
  return day - first
}

/** The record the first office makes of an identity. */
export function firstRecord(seed: number, index: number, world: InventedWorld): InventedPerson {
  const identity = identityOf(seed, index, world)
  const draw = drawFor(seed, index, STREAM.first_record)
  const { home, born, born_recorded, history } = identity
  return {
    index,
    duplicate_of: null,
    sex: identity.sex,
    names: firstNames(draw, identity),
    documents: identity.documents,
    ...bornOrAged(born, born_recorded, history.first_convicted_on),
    ...whereabouts(draw, home, history),
    phone: drawPhone(draw),
    ...factsOf(history),
  }
}

/** Where he lives and which station is near. */
export function whereabouts(draw: Draw, home: HomeDistrict, history: DatedHistory) {
  const roams = history.no_fixed_abode.length > 0
  return {
    district_id: home.district_id,
    station_id: draw.pick(home.stations).station_id,
    address: roams ? drawUsualPlace(draw, home) : drawAddress(draw, home),
  }
}

/** The history without what only the generator needs. */
export function factsOf({ scenario, first_offended: _, first_convicted_on: __, ...facts }: DatedHistory) {
  return { shows: scenario.shows, ...facts }
}

/** A birth date, or else an age in completed years told on a day. */
export function bornOrAged(born: number, recorded: boolean, told_on: string) {
  if (recorded) return { born_on: isoOf(born), age_years: null, age_on: null }
  const birth = isoOf(born)
  const had_birthday = told_on.slice(5) >= birth.slice(5)
  const age_years = Number(told_on.slice(0, 4)) - Number(birth.slice(0, 4)) - (had_birthday ? 0 : 1)
  return { born_on: null, age_years, age_on: told_on }
}

/** The name in Urdu, its usual spelling and one to three others in use, the father or husband, the alias. */
function firstNames(draw: Draw, identity: Identity): InventedName[] {
  const spellings = new Set([inRoman(draw, identity.name, 1.4)])
  for (let more = draw.between(1, 3); more > 0; more -= 1) spellings.add(inRoman(draw, identity.name, 0))
  return [
    ...[...spellings].map((text): InventedName => ({ kind: 'name', script: 'Latn', text })),
    { kind: 'name', script: 'Arab', text: inUrdu(identity.name) },
    { kind: identity.kin_kind, script: 'Latn', text: inRoman(draw, identity.kin, 1.4) },
    { kind: identity.kin_kind, script: 'Arab', text: inUrdu(identity.kin) },
    ...aliasNames(identity.alias),
  ]
}

/** An alias in both scripts, without the '@' that police write before it. */
export const aliasNames = (alias: NameWord | null): InventedName[] =>
  alias
    ? [
        { kind: 'alias', script: 'Latn', text: alias.latin[0] },
        { kind: 'alias', script: 'Arab', text: alias.ur },
      ]
    : []
