/** What the register says of people on a day: their facts, put through the duty engine. */
import { type CaseResult, evaluate } from '../../domain/duty/evaluate.ts'
import { type DutyException, exceptionsOf } from '../../domain/duty/exceptions.ts'
import type { Facts } from '../../domain/duty/facts.ts'
import type { AppealEventKind, Disposal, Victim } from '../../domain/eligibility/conviction.ts'
import { convictionOf } from '../../domain/eligibility/judgment.ts'
import { type RecordFacts, uniteFacts } from '../../domain/merge/united-facts.ts'
import type { Pack } from '../../law/packs.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type FactRows, type PersonFactRows, readFactRows } from './fact-rows.ts'
import { listPacksInForce } from './packs.ts'
import { readUnitedRows } from './united-rows.ts'

export type Computed = {
  person_id: string
  facts: Facts
  result: CaseResult
  exceptions: readonly DutyException[]
  /** The packs it was computed by, oldest first; the last one is in force and decides who is on the register. */
  packs: readonly [...Pack[], Pack]
  /** Station that owns the person now; of several records, the station of the one that keeps the duties. */
  station_id: string
  /** Every record of the person, those on the register first and of them the oldest: it keeps his duties, so that each is owed once. */
  record_ids: readonly [string, ...string[]]
}

/** The facts of each visible person, by id: those of all his records, also of those that the reader does not see. */
export async function readPeopleFacts(
  tx: RegisterTx,
  ids: readonly string[],
): Promise<Map<string, PersonFactRows>> {
  if (ids.length === 0) return new Map()
  const [rows, united] = await Promise.all([readFactRows(tx, ids), readUnitedRows(tx, ids)])
  const people = new Map(
    recordsOf(rows).map((record): [string, PersonFactRows] => [
      record.case_id,
      { ...record, record_ids: [record.case_id] },
    ]),
  )
  for (const { asked_id, record_ids, rows: of_all } of united) {
    if (!people.has(asked_id)) continue
    const records = new Map(recordsOf(of_all).map((record) => [record.case_id, record]))
    const facts = uniteFacts(record_ids.flatMap((id) => records.get(id) ?? []))
    people.set(asked_id, { ...facts, case_id: asked_id, record_ids })
  }
  return people
}

/** The facts of each record that rows tell of. */
function recordsOf(rows: FactRows): RecordFacts[] {
  const of = groups(rows)
  return rows.persons.map(({ person_id, born_on }) => factsOf(person_id, born_on, rows, of))
}

const by = <T extends { person_id: string }>(rows: readonly T[]) => Map.groupBy(rows, (row) => row.person_id)

/** Each kind of row by its person. */
const groups = (rows: FactRows) => ({
  judgments: by(rows.judgments),
  appeals: Map.groupBy(rows.appeals, (row) => row.conviction_id),
  custody: by(rows.custody),
  stays: by(rows.stays),
  servings: by(rows.servings),
  changes: by(rows.changes),
  trips: by(rows.trips),
  notices: by(rows.notices),
  visits: by(rows.visits),
  supervisions: by(rows.supervisions),
})

function factsOf(
  person_id: string,
  born_on: string | null,
  rows: FactRows,
  of: ReturnType<typeof groups>,
): RecordFacts {
  const interval = ({ from_on, to_on }: { from_on: string; to_on: string | null }) => ({ from_on, to_on })
  const stays = (kind: string) =>
    (of.stays.get(person_id) ?? []).filter((stay) => stay.kind === kind).map(interval)
  return {
    case_id: person_id,
    person: { born_on },
    judgments: (of.judgments.get(person_id) ?? []).map(({ person_id: _, ...judgment }) => ({
      ...judgment,
      victim: judgment.victim as Victim,
      disposal: judgment.disposal as Disposal,
      appeal: (of.appeals.get(judgment.conviction_id) ?? []).map(({ event, happened_on }) => ({
        event: event as AppealEventKind,
        on: happened_on,
      })),
    })),
    custody: (of.custody.get(person_id) ?? []).map(interval),
    ...{ hospital: stays('hospital'), abroad: stays('abroad'), no_fixed_abode: stays('no_fixed_abode') },
    ...deedsOf(person_id, of),
    ...{ closed_desks: [], outages: [] },
    desks: desksOf(of.supervisions.get(person_id) ?? [], rows.calendar),
  }
}

type Deeds = Pick<Facts, 'served' | 'changes' | 'trips' | 'notices' | 'visits'>

function deedsOf(person_id: string, of: ReturnType<typeof groups>): Deeds {
  return {
    served: (of.servings.get(person_id) ?? []).flatMap(({ duties, served_at, language }) =>
      duties.map((duty) => ({ duty: duty as Facts['served'][number]['duty'], at: served_at, language })),
    ),
    changes: (of.changes.get(person_id) ?? []).map(({ change_id, kind, changed_on }) => ({
      ...{ change_id, kind: kind as 'name' | 'address', on: changed_on },
    })),
    trips: (of.trips.get(person_id) ?? []).map(({ person_id: _, kind, ...trip }) => ({
      ...{ ...trip, kind: kind as 'abroad' | 'inside' },
    })),
    notices: (of.notices.get(person_id) ?? []).map(({ notice_id, duty, about_id, received_at }) => ({
      ...{ notice_id, duty: duty as Facts['notices'][number]['duty'], about: about_id, received_at },
    })),
    visits: (of.visits.get(person_id) ?? []).map(({ visited_on, result }) => ({
      ...{ on: visited_on, result: result as 'found' | 'not_at_address' },
    })),
  }
}

function desksOf(
  supervisions: FactRows['supervisions'],
  { closed_desks, outages }: FactRows['calendar'],
): RecordFacts['desks'] {
  return supervisions.map(({ station_id, from_on }) => {
    const isIts = (row: { station_id: string | null }) =>
      row.station_id === null || row.station_id === station_id
    return { station_id, from_on, closed_desks: closed_desks.filter(isIts), outages: outages.filter(isIts) }
  })
}

/** One person's facts on a day under the packs in force, oldest first, as the engine reads them. */
export function computeOne(rows: PersonFactRows, packs: readonly [...Pack[], Pack], on: string): Computed {
  const { judgments, desks, record_ids, ...rest } = rows
  const pack = packs[packs.length - 1] as Pack
  const convictions = judgments.map((judgment) => convictionOf(judgment, rest.person, pack, on))
  const facts: Facts = { ...rest, on, pack: pack.pack, convictions }
  const result = evaluate(facts, pack, packs.slice(0, -1), desks)
  const exceptions = exceptionsOf(facts, result, pack)
  const station_id = desks.at(-1)?.station_id ?? ''
  return { person_id: rest.case_id, facts, result, exceptions, packs, station_id, record_ids }
}

/** What the register says of each visible person on a day, by id. */
export async function computeDuties(
  tx: RegisterTx,
  ids: readonly string[],
  on: string,
): Promise<Map<string, Computed>> {
  const [people, packs] = await Promise.all([readPeopleFacts(tx, ids), listPacksInForce(tx, on)])
  return new Map([...people].map(([person_id, rows]) => [person_id, computeOne(rows, packs, on)]))
}
