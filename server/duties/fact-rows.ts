/** The facts of people as the register holds them, for the duty engine: dates, codes and opaque ids, no identifier. */

import { sql } from 'kysely'
import type { RecordFacts } from '../../domain/merge/united-facts.ts'
import { type RegisterTx, send } from '../platform/database.ts'

/** One person's facts before a pack is chosen, of all his records: a judgment may hold several offences. */
export type PersonFactRows = RecordFacts & {
  /** His records, those on the register first and of them the oldest, which keeps his duties. One where the record stands alone. */
  readonly record_ids: readonly [string, ...string[]]
}

/** One parameter whatever their number: a statement of thousands takes longer to read than to answer. */
const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`

const listPersons = (tx: RegisterTx, ids: readonly string[]) =>
  tx
    .selectFrom('register.person as p')
    .leftJoin('register.person_detail as d', (on) =>
      on.onRef('d.person_id', '=', 'p.person_id').on('d.superseded_at', 'is', null),
    )
    .select(['p.person_id', 'd.born_on'])
    .where('p.person_id', '=', anyOf(ids))
    .execute()

const listJudgments = (tx: RegisterTx, ids: readonly string[]) =>
  tx
    .selectFrom('register.conviction')
    .select(['person_id', 'conviction_id', 'offences', 'offence_on', 'convicted_on', 'country'])
    .select(['jurisdiction', 'victim', 'disposal', 'juvenile'])
    .where('person_id', '=', anyOf(ids))
    .orderBy('convicted_on')
    .orderBy('conviction_id')
    .execute()

const listAppeals = (tx: RegisterTx, ids: readonly string[]) =>
  tx
    .selectFrom('register.appeal_event as a')
    .innerJoin('register.conviction as c', 'c.conviction_id', 'a.conviction_id')
    .select(['a.conviction_id', 'a.event', 'a.happened_on'])
    .where('c.person_id', '=', anyOf(ids))
    .where('a.superseded_at', 'is', null)
    .orderBy('a.happened_on')
    .orderBy('a.ordinal')
    .execute()

const listCustody = (tx: RegisterTx, ids: readonly string[]) =>
  tx
    .selectFrom('register.custody')
    .select(['person_id', 'from_on', 'to_on'])
    .where('person_id', '=', anyOf(ids))
    .where('superseded_at', 'is', null)
    .orderBy('from_on')
    .orderBy('custody_id')
    .execute()

const listStays = (tx: RegisterTx, ids: readonly string[]) =>
  tx
    .selectFrom('register.stay')
    .select(['person_id', 'kind', 'from_on', 'to_on'])
    .where('person_id', '=', anyOf(ids))
    .where('superseded_at', 'is', null)
    .orderBy('from_on')
    .orderBy('stay_id')
    .execute()

const listServings = (tx: RegisterTx, ids: readonly string[]) =>
  tx
    .selectFrom('register.serving')
    .select(['person_id', 'duties', 'served_at', 'language'])
    .where('person_id', '=', anyOf(ids))
    .where('superseded_at', 'is', null)
    .orderBy('served_at')
    .orderBy('serving_id')
    .execute()

const listChanges = (tx: RegisterTx, ids: readonly string[]) =>
  tx
    .selectFrom('register.change')
    .select(['person_id', 'change_id', 'kind', 'changed_on'])
    .where('person_id', '=', anyOf(ids))
    .where('superseded_at', 'is', null)
    .orderBy('changed_on')
    .orderBy('change_id')
    .execute()

const listTrips = (tx: RegisterTx, ids: readonly string[]) =>
  tx
    .selectFrom('register.trip')
    .select(['person_id', 'trip_id', 'kind', 'departs_at', 'returns_at', 'cancelled_at'])
    .where('person_id', '=', anyOf(ids))
    .where('superseded_at', 'is', null)
    .orderBy('departs_at')
    .orderBy('trip_id')
    .execute()

// Of two notices received at one instant, the later in the list counts as the later (RULES §1): as recorded.
const listNotices = (tx: RegisterTx, ids: readonly string[]) =>
  tx
    .selectFrom('register.notice')
    .select(['person_id', 'notice_id', 'duty', 'about_id', 'received_at'])
    .where('person_id', '=', anyOf(ids))
    .where('superseded_at', 'is', null)
    .orderBy('received_at')
    .orderBy('recorded_at')
    .orderBy('notice_id')
    .execute()

const listVisits = (tx: RegisterTx, ids: readonly string[]) =>
  tx
    .selectFrom('register.visit')
    .select(['person_id', 'visited_on', 'result'])
    .where('person_id', '=', anyOf(ids))
    .where('superseded_at', 'is', null)
    .orderBy('visited_on')
    .orderBy('recorded_at')
    .orderBy('visit_id')
    .execute()

const listSupervisions = (tx: RegisterTx, ids: readonly string[]) =>
  tx
    .selectFrom('register.supervision')
    .select(['person_id', 'station_id', 'from_on'])
    .where('person_id', '=', anyOf(ids))
    .orderBy('from_on')
    .orderBy('began_at')
    .execute()

/**
 * Row security asks of every row whether its person is visible. Of some hundred people or more the planner would rather
 * read everybody first, once a statement, which takes the longer the larger the register is: looking each up is cheap.
 */
const MANY_PEOPLE = 200
const LOOK_EACH_UP = { name: 'look_each_up', text: `select set_config('random_page_cost', '0.1', true)` }

/** Rows of people as the register holds them, each kind in its order; one flight of statements. */
export async function readFactRows(tx: RegisterTx, ids: readonly string[]) {
  if (ids.length >= MANY_PEOPLE) await send(tx, LOOK_EACH_UP, [])
  const [persons, judgments, appeals, custody, stays, servings] = await Promise.all([
    listPersons(tx, ids),
    listJudgments(tx, ids),
    listAppeals(tx, ids),
    listCustody(tx, ids),
    listStays(tx, ids),
    listServings(tx, ids),
  ])
  const [changes, trips, notices, visits, supervisions] = await Promise.all([
    listChanges(tx, ids),
    listTrips(tx, ids),
    listNotices(tx, ids),
    listVisits(tx, ids),
    listSupervisions(tx, ids),
  ])
  const calendar = await readCalendars(tx, [...new Set(supervisions.map((s) => s.station_id))])
  return {
    ...{ persons, judgments, appeals, custody, stays, servings },
    ...{ changes, trips, notices, visits, supervisions, calendar },
  }
}
export type FactRows = Awaited<ReturnType<typeof readFactRows>>

/** Closed desks and outages of stations, and those of the whole country (station null). */
export async function readCalendars(tx: RegisterTx, station_ids: readonly string[]) {
  const [closed_desks, outages] = await Promise.all([
    tx
      .selectFrom('register.closed_desk')
      .select(['station_id', 'from_on', 'to_on'])
      .where('superseded_at', 'is', null)
      .where((eb) => eb.or([eb('station_id', 'is', null), eb('station_id', 'in', [...station_ids, ''])]))
      .orderBy('from_on')
      .orderBy('closed_desk_id')
      .execute(),
    tx
      .selectFrom('register.outage')
      .select(['station_id', 'from_at', 'to_at'])
      .where('superseded_at', 'is', null)
      .where((eb) => eb.or([eb('station_id', 'is', null), eb('station_id', 'in', [...station_ids, ''])]))
      .orderBy('from_at')
      .orderBy('outage_id')
      .execute(),
  ])
  return { closed_desks, outages }
}
