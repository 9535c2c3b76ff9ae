/** Who would enter by a change of the rules and was not taken up; a change a row, each with its number. */
import type { DayReply, DayRow } from '../../contract/day.ts'
import { paths } from '../../contract/paths.ts'
import { formatter } from '../../pages/language/formatter.ts'
import { listOpenTasks } from '../law-changes/queries.ts'
import type { Making } from './sections.ts'

const MOST_ROWS = 10

export async function lawTasksSection({ tx }: Making): Promise<DayReply['sections'][number]> {
  const changes = await listOpenTasks(tx)
  const rows = changes.slice(0, MOST_ROWS).map(
    ({ law_change_id, title_en, title_ur, open_count, applied_at }): DayRow => ({
      ...{ id: law_change_id, href: paths.lawChange(law_change_id), name: null, clock: null },
      note: { en: `${title_en} (${open_count})`, ur: `${title_ur} (${formatter('ur').number(open_count)})` },
      ...{ flags: ['law_change_open'], on: null, since_at: applied_at, act: null },
    }),
  )
  const count = changes.reduce((sum, one) => sum + one.open_count, 0)
  return { key: 'law_tasks', count, href: paths.packs(), rows }
}
