/** Copies that are called back, with the days that are left to say that they are gone; no name of a person stands here. */
import type { DayReply, DayRow } from '../../contract/day.ts'
import type { RecallList } from '../../contract/disclosures.ts'
import { paths } from '../../contract/paths.ts'
import { formatter } from '../../pages/language/formatter.ts'
import { clockOf, countRecalls, listLateOfDistrict, listRecalls } from '../disclosures/recalls.ts'
import type { Making } from './sections.ts'

type Section = DayReply['sections'][number]
type Recall = RecallList['recalls'][number]
const MOST_ROWS = 10

const daysOf = ({ due_on, days_left }: NonNullable<Recall['clock']>): DayRow['clock'] => ({
  due_on,
  days_left,
})

/** The copies that the officer himself confirms, or that his Bureau answers for: all that are open, or those too late. */
export async function recallsSection(
  { tx, program, actor, now }: Making,
  list: 'open' | 'late',
): Promise<Section> {
  const is_supervisor = actor.role === 'bureau_supervisor'
  const is_bureau = is_supervisor || actor.role === 'bureau_officer'
  const by = { officer_id: actor.officer_id, is_supervisor, is_bureau }
  const [counts, recalls] = await Promise.all([
    countRecalls(tx, by, now),
    listRecalls(tx, program.places, by, { list, now, most: MOST_ROWS }),
  ])
  const rows = recalls.map((one): DayRow => {
    const { recall_id, cause, opened_at, clock, may_confirm, given_to } = one
    return {
      ...{ id: recall_id, href: paths.recallList(list), name: null, on: null, since_at: opened_at },
      note: list === 'late' ? (given_to ?? copyOf(one)) : copyOf(one),
      flags: [`recall_${cause}`],
      act: may_confirm && list === 'open' ? { href: paths.recalls(), key: 'confirm_recall' } : null,
      clock: clock && daysOf(clock),
    }
  })
  const key = list === 'open' ? 'recalls' : 'recalls_late'
  return { key, count: counts[list], href: paths.recallList(list), rows }
}

/** The FIR of the answer, or the number of the paper. */
function copyOf({ fir, print_number }: Recall): NonNullable<DayRow['note']> {
  if (!fir) return { en: print_number ?? '', ur: print_number ?? '' }
  const key = `${fir.fir_number}/${fir.fir_year}`
  return { en: `FIR ${key}`, ur: `ایف آئی آر ${formatter('ur').digits(key)}` }
}

/** For the District Police Officer: who of his district is late. Neither the request nor the cause is told to him. */
export async function lateOfDistrictSection({ tx, now }: Making): Promise<Section> {
  const late = await listLateOfDistrict(tx)
  const rows = late.slice(0, MOST_ROWS).map(
    ({ recall_id, opened_at, name_en, name_ur }): DayRow => ({
      ...{ id: recall_id, href: paths.day(), name: null, note: { en: name_en, ur: name_ur } },
      ...{ flags: [], on: null, since_at: opened_at, act: null, clock: daysOf(clockOf(opened_at, now)) },
    }),
  )
  return { key: 'recalls_late', count: late.length, href: null, rows }
}
