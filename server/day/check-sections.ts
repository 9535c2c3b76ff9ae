/** Check requests that wait at the officer's desk, each with the clock of that desk and its one act; no name stands here. */
import type { CheckRow } from '../../contract/checks.ts'
import type { DayReply, DayRow, SectionKey } from '../../contract/day.ts'
import { paths } from '../../contract/paths.ts'
import { type Desk, deskOf, STAGES } from '../../domain/check/stage.ts'
import { formatter } from '../../pages/language/formatter.ts'
import { listAtStages, listToOpen } from '../checks/queries.ts'
import { rowShown } from '../checks/view.ts'
import { countClearances, listClearances } from '../clearances/queries.ts'
import { dayClock } from './day-clock.ts'
import type { Making } from './sections.ts'

type Section = DayReply['sections'][number]
export type CheckSection = Exclude<Extract<SectionKey, `checks_${string}`>, 'checks_refused'>

/** Stages in which some desk has something to do. */
const WAITING = STAGES.filter((stage) => deskOf(stage) !== 'none')
export const MOST_ROWS = 10

/** Which rows a section shows, and what is done with one. */
const SECTIONS: Record<CheckSection, { keep: (row: CheckRow) => boolean; act: string }> = {
  checks_answered: { keep: () => true, act: 'open_answer' },
  checks_own: { keep: at('investigator'), act: 'complete_check' },
  checks_screen: { keep: at('prosecutor'), act: 'screen_check' },
  checks_answer: { keep: at('bureau'), act: 'answer_check' },
  checks_release: { keep: at('second'), act: 'release_check' },
  checks_late: { keep: ({ clock }) => clock?.is_late === true, act: 'open_check' },
}

function at(...desks: Desk[]) {
  return ({ desk }: CheckRow) => desks.includes(desk)
}

export async function checkSection({ tx, program, now }: Making, key: CheckSection): Promise<Section> {
  const { keep, act } = SECTIONS[key]
  const found = key === 'checks_answered' ? await listToOpen(tx, now) : await listAtStages(tx, WAITING)
  const all = found.map((row) => rowShown(row, program, now)).filter(keep)
  const rows = all.sort(byUrgency).slice(0, MOST_ROWS)
  return { key, count: all.length, href: paths.checks(), rows: rows.map((row) => asDayRow(row, act, now)) }
}

/** What is due first, first; what has no clock, the longest untouched first. */
const byUrgency = (a: CheckRow, b: CheckRow) =>
  (a.clock?.due_at ?? '9') === (b.clock?.due_at ?? '9')
    ? a.updated_at < b.updated_at
      ? -1
      : 1
    : (a.clock?.due_at ?? '9') < (b.clock?.due_at ?? '9')
      ? -1
      : 1

const HREF_OF: Record<Desk, (check_id: string) => string> = {
  investigator: (check_id) => paths.checkStep(check_id, 'send'),
  prosecutor: paths.check,
  bureau: paths.checkDesk,
  second: paths.checkDesk,
  none: paths.check,
}

export function asDayRow(row: CheckRow, act: string, now: Temporal.Instant): DayRow {
  const { check_id, desk, stage, clock, updated_at } = row
  const href = HREF_OF[desk](check_id)
  return {
    ...{ id: check_id, href, name: null, note: firOf(row), flags: [`check_${stage}`], on: null },
    ...{ since_at: row.asked_at ?? updated_at, act: { href, key: act } },
    clock: clock && dayClock(clock, now),
  }
}

/** The FIR in both languages. */
function firOf({ fir_number, fir_year, station }: CheckRow) {
  if (fir_number === null || fir_year === null || station === null)
    return { en: 'FIR not named yet', ur: 'ایف آئی آر ابھی درج نہیں' }
  const key = `${fir_number}/${fir_year}`
  return { en: `FIR ${key}, ${station.en}`, ur: `ایف آئی آر ${formatter('ur').digits(key)}، ${station.ur}` }
}

/** Slips that were asked for and wait; of those that the officer passed on himself another issues them. */
export async function slipsSection({ tx }: Making): Promise<Section> {
  const [{ waiting }, { clearances }] = await Promise.all([
    countClearances(tx),
    listClearances(tx, { list: 'waiting', limit: MOST_ROWS }),
  ])
  const rows = clearances.map(({ clearance_id, cause, asked_by, asked_at }): DayRow => {
    const href = paths.clearance(clearance_id)
    return {
      ...{ id: clearance_id, href, name: null, note: asked_by, flags: [`slip_${cause}`], on: null },
      ...{ since_at: asked_at, act: { href, key: 'issue_slip' }, clock: null },
    }
  })
  return { key: 'slips', count: waiting, href: paths.clearances(), rows }
}
