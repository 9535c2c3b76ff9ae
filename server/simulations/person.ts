/** One person by both sides of a simulation, computed now from his facts, with every step that differs. */
import type { Simulated } from '../../contract/simulations.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor, Purpose } from '../../domain/access/actor.ts'
import type { Duty } from '../../domain/duty/evaluate.ts'
import { type ChangeClass, causesOf, changedValues, compareResults } from '../../domain/simulation/compare.ts'
import type { Pack } from '../../law/packs.ts'
import { hasConflict } from '../approvals/queries.ts'
import { type Computed, computeOne, readPeopleFacts } from '../duties/compute.ts'
import type { PersonFactRows } from '../duties/fact-rows.ts'
import { namedLaws, shownDuties } from '../duties/shown.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Places } from '../platform/places.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { compareOne } from './compare-part.ts'
import { getSuccession } from './queries.ts'
import type { Packs } from './succession.ts'
import { districtName, getSimulation } from './view.ts'

type Params = { simulation_id: string; person_id: string }
type Row = { record_number: string; district_id: string; station_id: string; was_class: string }

/** The person among those for whom the simulation found a change; undefined when he is not. */
async function findRow(tx: RegisterTx, { simulation_id, person_id }: Params): Promise<Row | undefined> {
  return tx
    .selectFrom('register.simulation_row as r')
    .innerJoin('register.person as p', 'p.person_id', 'r.subject_id')
    .select(['p.record_number', 'p.district_id', 'p.station_id', 'r.class as was_class'])
    .where('r.simulation_id', '=', simulation_id)
    .where('r.subject_id', '=', person_id)
    .where('r.subject_kind', '=', 'person')
    .executeTakeFirst()
}

/** What the decision must know: the simulation is the task, and gives the look its purpose. */
export async function factsForLook(
  { places }: Program,
  { params, actor, tx }: { params: Params; actor: Actor; tx: RegisterTx },
) {
  const [row, has_conflict] = await Promise.all([
    findRow(tx, params),
    hasConflict(tx, actor.officer_id, [params.person_id]),
  ])
  if (!row) return undefined
  const purpose: Purpose = actor.role === 'legal_officer' ? 'legal_review' : 'registration'
  return {
    ...{ kind: 'person' as const, place: places.ofStation(row.station_id) },
    ...{ has_conflict, is_closed: false, is_off_register: false, purpose },
  } satisfies FactsOf<'person'> & { purpose: Purpose }
}

/** The packs of a side with only one value of the draft changed. */
function withOnly(before: Packs, draft: Pack, name: string): Packs {
  const base = before[before.length - 1] as Pack
  const value = draft.values[name as keyof Pack['values']]
  const only: Pack = { ...draft, values: { ...base.values, [name]: value } }
  return [...before.filter(({ in_force_from }) => in_force_from !== draft.in_force_from), only]
}

type Sides = { before: Packs; after: Packs; whole: ChangeClass }

function causes(rows: PersonFactRows, on: string, { before, after, whole }: Sides): string[] {
  const [base, draft] = [before[before.length - 1] as Pack, after[after.length - 1] as Pack]
  const { result } = computeOne(rows, before, on)
  return causesOf(changedValues(base.values, draft.values), whole, (name) => {
    const { result: with_it } = computeOne(rows, withOnly(before, draft, name), on)
    return compareResults(result, with_it).class
  })
}

const sideOf = ({ result: { registration, standing } }: Computed) => ({
  standing,
  registration: structuredClone(registration) as Simulated['before']['registration'],
})

const nameOf = ({ duty, key }: Pick<Duty, 'duty' | 'key'>) => `${duty} ${key}`

/** Duties whose date or state differs, in the order of the draft's, then those no longer listed. */
function differing(was: Computed, will: Computed): Simulated['duties'] {
  const [before, after] = [was, will].map(
    (side) => new Map(shownDuties(side).map((one) => [nameOf(one), one])),
  )
  const names = [...new Set([...(after?.keys() ?? []), ...(before?.keys() ?? [])])]
  return names.flatMap((name) => {
    const [old, now] = [before?.get(name) ?? null, after?.get(name) ?? null]
    const shown = now ?? old
    const is_same = old?.due_on === now?.due_on && old?.due_at === now?.due_at && old?.state === now?.state
    return shown && !is_same ? [{ duty: shown.duty, key: shown.key, before: old, after: now }] : []
  })
}

function convictionsOf(was: Computed, will: Computed): Simulated['convictions'] {
  return will.facts.convictions.map(({ conviction_id, offence, convicted_on }) => {
    const outcome = ({ result }: Computed) =>
      result.convictions.find((one) => one.conviction_id === conviction_id)?.outcome ?? null
    return { offence, convicted_on, before: outcome(was), after: outcome(will) }
  })
}

/** One person by both sides; the facts are those held now. */
export async function describeSimulated(tx: RegisterTx, places: Places, params: Params): Promise<Simulated> {
  const [row, head, succession, facts] = await Promise.all([
    findRow(tx, params),
    getSimulation(tx, params.simulation_id),
    getSuccession(tx, params.simulation_id),
    readPeopleFacts(tx, [params.person_id]),
  ])
  const rows = facts.get(params.person_id)
  if (!row || !rows) throw new Problem('not_found')
  const { was, will, change } = compareOne(rows, { on: head.from_on, ...succession })
  const [before, after, duties] = [sideOf(was), sideOf(will), differing(was, will)]
  const steps = [
    ...[before, after].flatMap(({ registration }) => registration.steps),
    ...duties.flatMap((one) => [...(one.before?.steps ?? []), ...(one.after?.steps ?? [])]),
  ]
  return {
    ...{ ...params, record_number: row.record_number, district: districtName(places, row.district_id) },
    ...{ from_on: head.from_on, class: change.class, was_class: row.was_class as Simulated['was_class'] },
    causes: causes(rows, head.from_on, { ...succession, whole: change.class }),
    ...{ convictions: convictionsOf(was, will), before, after, duties, laws: namedLaws(steps) },
  }
}
