// What becomes of somebody after release: told of his duties, attending, moving, travelling, visited. Most do what they should.
import { drawAddress } from './address.ts'
import { dayOf, isoOf, partsOf } from './days.ts'
import { type Draw, drawFor, drawWeighted } from './draw.ts'
import { STREAM } from './identity.ts'
import type { InventedPerson } from './invented-person.ts'
import type { InventedWorld } from './world.ts'

/** An instant with Pakistan's offset; a duty told of at another time than the office hours is rare. */
export interface InventedChange {
  readonly on: string
  readonly district_id: string
  readonly address: { readonly text_en: string; readonly text_ur: string }
  /** Null: nobody was told. */
  readonly told_at: string | null
}

export interface InventedTrip {
  readonly kind: 'abroad' | 'inside'
  readonly departs_at: string
  readonly returns_at: string | null
  /** ISO 3166-1; null inside Pakistan. */
  readonly country: string | null
  readonly destination: string
  readonly told_at: string | null
}

export interface InventedLife {
  /** When the duties were explained; null: nobody did. */
  readonly served: { readonly at: string; readonly language: 'ur' | 'en'; readonly proof: string } | null
  readonly changes: readonly InventedChange[]
  readonly trips: readonly InventedTrip[]
  /** Attendances in person. */
  readonly attended_at: readonly string[]
  readonly visits: readonly { readonly on: string; readonly result: 'found' | 'not_at_address' }[]
}

const NOTHING: InventedLife = { served: null, changes: [], trips: [], attended_at: [], visits: [] }

/** Of every hundred released people, so many are never told of their duties. */
const NEVER_SERVED = 0.06
const MONTHS_BETWEEN = 6

const ABROAD = [
  { country: 'AE', destination: 'Dubai, to work' },
  { country: 'SA', destination: 'Jeddah, Umrah' },
  { country: 'OM', destination: 'Muscat, to work' },
  { country: 'IR', destination: 'Mashhad, Ziarat' },
  { country: 'MY', destination: 'Kuala Lumpur, to work' },
] as const
const INSIDE = [
  'Karachi, to work',
  'Lahore, a wedding',
  'Quetta, to work',
  'Gilgit, to work',
  'Sukkur, a relative',
]

/** An instant of a day within the office hours. */
const atDesk = (draw: Draw, day: number): string =>
  `${isoOf(day)}T${String(draw.between(8, 15)).padStart(2, '0')}:${String(draw.between(0, 59)).padStart(2, '0')}:00+05:00`

/** The day so many months later, at most the 28th: near enough to when somebody should come. */
function monthsAfter(day: number, months: number): number {
  const { year, month, date } = partsOf(day)
  const total = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(total / 12), (total % 12) + 1]
  return dayOf(`${y}-${String(m).padStart(2, '0')}-${String(Math.min(date, 28)).padStart(2, '0')}`)
}

/** The first day out of the custody that a judgment sent him to; null while inside. */
function releasedOn({ convictions, custody }: InventedPerson): number | null {
  const judged = convictions[0]?.convicted_on
  if (judged === undefined) return null
  const served = custody.find(({ to_on }) => to_on === null || to_on >= judged)
  const released = served === undefined ? judged : served.to_on
  return released === null ? null : dayOf(released)
}

/**
 * The life of an invented person between release and today, by seed and index alone.
 * @example inventLife(1, inventPerson(1, 7, world), world).trips.length // 0
 */
export function inventLife(seed: number, person: InventedPerson, world: InventedWorld): InventedLife {
  const released = releasedOn(person)
  const { today } = world
  if (released === null || released >= today) return NOTHING
  const draw = drawFor(seed, person.index, STREAM.life)
  if (draw.chance(NEVER_SERVED)) return NOTHING
  const told = Math.min(today, released + (draw.chance(0.7) ? 0 : draw.between(1, 12)))
  return {
    served: {
      at: atDesk(draw, told),
      language: draw.chance(0.9) ? 'ur' : 'en',
      proof: draw.chance(0.6) ? 'thumb_mark' : draw.chance(0.95) ? 'signature' : 'refused_before_witnesses',
    },
    changes: drawChanges(draw, person, world, told),
    trips: drawTrips(draw, told, today),
    attended_at: drawAttendances(draw, released, today),
    visits: drawVisits(draw, told, today),
  }
}

/** How late a notice comes, in days after the change or before the departure; null: never. */
const drawDelay = (draw: Draw): number | null => {
  const how = draw.below(100)
  if (how < 78) return draw.between(0, 6)
  return how < 90 ? draw.between(8, 40) : null
}

function drawChanges(
  draw: Draw,
  person: InventedPerson,
  world: InventedWorld,
  from: number,
): InventedChange[] {
  const found: InventedChange[] = []
  for (let count = draw.chance(0.22) ? draw.between(1, 2) : 0; count > 0; count -= 1) {
    if (from + 2 > world.today) break
    const on = draw.between(from + 1, world.today)
    const own = world.home_of.get(person.district_id)
    const home = draw.chance(0.85) && own ? own : drawWeighted(draw, world.homes_by_population)
    const delay = drawDelay(draw)
    const is_told = delay !== null && on + delay <= world.today
    found.push({
      on: isoOf(on),
      district_id: home.district_id,
      address: drawAddress(draw, home),
      told_at: is_told ? atDesk(draw, on + delay) : null,
    })
  }
  return found.sort((a, b) => (a.on < b.on ? -1 : 1))
}

function drawTrips(draw: Draw, from: number, today: number): InventedTrip[] {
  if (!draw.chance(0.16) || from + 10 > today) return []
  const departs = draw.between(from + 8, today + 20)
  const is_abroad = draw.chance(0.6)
  const back = departs + draw.between(is_abroad ? 10 : 2, is_abroad ? 120 : 20)
  const before = draw.chance(0.7) ? draw.between(7, 20) : draw.between(0, 6)
  const told = departs - before
  const where = is_abroad ? draw.pick(ABROAD) : { country: null, destination: draw.pick(INSIDE) }
  return [
    {
      kind: is_abroad ? 'abroad' : 'inside',
      departs_at: `${isoOf(departs)}T${draw.pick(['04:00', '09:30', '22:15'])}:00+05:00`,
      returns_at: draw.chance(0.9) ? `${isoOf(back)}T23:00:00+05:00` : null,
      ...where,
      told_at: told < from || told > today || draw.chance(0.12) ? null : atDesk(draw, told),
    },
  ]
}

/** Twice a year: most come in time, some late, some not at all; who stopped coming is rare. */
function drawAttendances(draw: Draw, released: number, today: number): string[] {
  const found: string[] = []
  const is_careless = draw.chance(0.08)
  for (let k = 1; ; k += 1) {
    const due = monthsAfter(released, k * MONTHS_BETWEEN)
    const early = draw.below(12)
    const late = draw.between(1, 30)
    const how = draw.below(100)
    const day = how < 80 ? due - early : due + late
    if (due - 12 > today) return found
    if (how < (is_careless ? 35 : 96) && day <= today) found.push(atDesk(draw, day))
  }
}

function drawVisits(draw: Draw, from: number, today: number): InventedLife['visits'] {
  const found: InventedLife['visits'][number][] = []
  for (let count = draw.chance(0.45) ? draw.between(1, 3) : 0; count > 0 && from < today; count -= 1)
    found.push({
      on: isoOf(draw.between(from, today)),
      result: draw.chance(0.93) ? 'found' : 'not_at_address',
    })
  return found.sort((a, b) => (a.on < b.on ? -1 : 1))
}
