/** The rows of a simulation as a file for a spreadsheet: one row a person, by number and place, never by name. */
import type { Language } from '../../pages/language/language.ts'
import { translator } from '../../pages/language/translator.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Download } from '../platform/download.ts'
import type { Places } from '../platform/places.ts'
import { listRows, rowShown } from './view.ts'

type As = <T>(work: (tx: RegisterTx) => Promise<T>) => Promise<T>

/** Rows read in one short transaction. */
const PAGE = 2_000

/** What a row tells. */
export const COLUMNS = [
  ...(['record_number', 'district', 'class', 'status_before', 'status_after'] as const),
  ...(['standing_before', 'standing_after', 'ends_before', 'ends_after', 'ends_moved_days'] as const),
  'duty_count',
] as const

/** A cell as RFC 4180 writes it; one that a spreadsheet would take for a formula is made a text. */
function cell(value: string | number | null): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
const line = (cells: readonly (string | number | null)[]) => `${cells.map(cell).join(',')}\r\n`

/** The file of a simulation, page by page. Codes stay codes, so that it can be counted; heads are in words. */
export const simulationFile = (
  as: As,
  places: Places,
  { simulation_id, language }: { simulation_id: string; language: Language },
): Download => ({
  ...{ name: 'simulation.csv', type: 'text/csv; charset=utf-8' },
  body: lines(as, places, simulation_id, language),
})

async function* lines(as: As, places: Places, simulation_id: string, language: Language) {
  const t = translator(language)
  yield `\ufeff${line(COLUMNS.map((name) => t(`simulations.file.${name}`)))}`
  for (let after: string | undefined; ; ) {
    const asked = after === undefined ? {} : { after }
    const rows = await as((tx) => listRows(tx, simulation_id, asked, PAGE))
    const last = rows.at(-1)
    if (!last) return
    yield rows
      .map((row) => rowShown(places, row))
      .map((row) =>
        line([
          ...[row.record_number ?? t('simulations.closed_entry'), row.district[language], row.class],
          ...[row.before.status, row.after.status, row.before.standing, row.after.standing],
          ...[row.before.ends_on, row.after.ends_on, row.ends_moved_days, row.duty_count],
        ]),
      )
      .join('')
    after = last.subject_id
  }
}
