/** Copies that are called back: the lists, each with its clock, and the one that is confirmed. */
import { sql } from 'kysely'
import type { RECALL_LISTS, RecallList } from '../../contract/disclosures.ts'
import { recallClock } from '../../domain/disclosure/recall-clock.ts'
import { CHECKS } from '../../law/checks.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Places } from '../platform/places.ts'
import { pair } from './queries.ts'

export type RecallListName = (typeof RECALL_LISTS)[number]
type Recall = RecallList['recalls'][number]

const MOST_RECALLS = 100
const HOURS_A_DAY = 24

/** Recalls opened before this instant are late. */
const lateBefore = (now: Temporal.Instant) =>
  now.subtract({ hours: HOURS_A_DAY * CHECKS.recall_days.value }).toString()

type Whose = { officer_id: string; is_bureau: boolean; through_agency?: boolean | undefined }

/** Of an answer that was never opened nobody has a copy: an agency's system would learn from its recall that there was somebody. */
const wasOpened = sql<boolean>`exists (select from register.check_print p where p.answer_id = c.answer_id)`

const recallsOf = (tx: RegisterTx, by: Whose, list: RecallListName, now: Temporal.Instant) =>
  tx
    .selectFrom('register.recall as c')
    .leftJoin('register.recall_confirmation as k', 'k.recall_id', 'c.recall_id')
    .where('k.confirmed_at', list === 'gone' ? 'is not' : 'is', null)
    .$if(list === 'late', (q) => q.where('c.opened_at', '<', lateBefore(now)))
    // Beside the people of his station a station head sees what others hold of them; here stands what he holds.
    .$if(!by.is_bureau, (q) => q.where('c.given_to', '=', by.officer_id))
    .$if(by.through_agency === true, (q) => q.where(wasOpened))

export type RecallReader = Whose & { is_supervisor: boolean }

/** A list of the recalls that the officer sees, at most 100: open ones the oldest first, those gone newest first. */
export async function listRecalls(
  tx: RegisterTx,
  places: Places,
  by: RecallReader,
  { list, now, most = MOST_RECALLS }: { list: RecallListName; now: Temporal.Instant; most?: number },
): Promise<Recall[]> {
  const rows = await recallsOf(tx, by, list, now)
    .leftJoin('register.check_request as q', 'q.check_id', 'c.check_id')
    .leftJoin('register.disclosure as d', 'd.disclosure_id', 'c.disclosure_id')
    .leftJoin('register.print as r', 'r.print_id', 'd.paper_id')
    .leftJoin('access.officer as o', 'o.officer_id', 'c.given_to')
    .select(['c.recall_id', 'c.cause', 'c.recipient', 'c.given_to', 'c.opened_at'])
    .select(['k.confirmed_at', 'k.said', 'r.print_number', 'o.name_en', 'o.name_ur'])
    .select(['q.fir_number', 'q.fir_year', 'q.fir_station_id'])
    .orderBy(list === 'gone' ? sql`k.confirmed_at desc` : sql`c.opened_at`)
    .orderBy('c.recall_id')
    .limit(most)
    .execute()
  return rows.map(({ name_en, name_ur, fir_number, fir_year, fir_station_id, given_to, ...row }) => {
    const station = fir_station_id === null ? undefined : places.stations.get(fir_station_id)
    return {
      ...row,
      given_to: pair(name_en, name_ur),
      fir:
        fir_number === null || fir_year === null
          ? null
          : { fir_number, fir_year, station: station ? { en: station.name_en, ur: station.name_ur } : null },
      clock: row.confirmed_at === null ? clockOf(row.opened_at, now) : null,
      may_confirm:
        row.confirmed_at === null &&
        (given_to === by.officer_id || by.is_supervisor || (given_to === null && by.is_bureau)),
    }
  })
}

/** The clock of a copy that is not confirmed gone. */
export function clockOf(opened_at: string, now: Temporal.Instant): NonNullable<Recall['clock']> {
  const { due_at, days_left, is_near, is_late } = recallClock(
    opened_at,
    CHECKS.recall_days.value,
    now.toString(),
  )
  return { due_on: pakistanDay(Temporal.Instant.from(due_at)), days_left, is_near, is_late }
}

/** How many the officer sees of each list. */
export async function countRecalls(
  tx: RegisterTx,
  by: Whose,
  now: Temporal.Instant,
): Promise<Record<RecallListName, number>> {
  const count = async (list: RecallListName) => {
    const row = await recallsOf(tx, by, list, now)
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .executeTakeFirst()
    return Number(row?.count ?? 0)
  }
  const [open, late, gone] = await Promise.all([count('open'), count('late'), count('gone')])
  return { open, late, gone }
}

/** For a District Police Officer: which officer of his district is late, and since when; nothing of the copy. */
export async function listLateOfDistrict(tx: RegisterTx) {
  const { rows } = await sql<{ recall_id: string; opened_at: string; name_en: string; name_ur: string }>`
    select l.recall_id, l.opened_at, o.name_en, o.name_ur
      from sec.late_recalls() l join access.officer o on o.officer_id = l.given_to
     order by l.opened_at, l.recall_id`.execute(tx)
  return rows
}

/** Who holds the copy that is called back; undefined when the officer may not see it. */
export const findRecall = (tx: RegisterTx, recall_id: string, { through_agency = false } = {}) =>
  tx
    .selectFrom('register.recall as c')
    .leftJoin('register.recall_confirmation as k', 'k.recall_id', 'c.recall_id')
    .select(['c.recall_id', 'c.given_to', 'k.confirmed_at'])
    .where('c.recall_id', '=', recall_id)
    .$if(through_agency, (q) => q.where(wasOpened))
    .executeTakeFirst()
