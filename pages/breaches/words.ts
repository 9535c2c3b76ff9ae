// Parts of a lapse in the reader's words.
import type { GateCheck, Openable } from '../../contract/breaches.ts'
import type { F } from '../language/formatter.ts'
import { isolated, type T } from '../language/translator.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T/

const wordOf = (name: string, value: string | number, t: T, f: F): string | number => {
  if (typeof value === 'number') return value
  if (name === 'language' || name === 'first') return t.find(`breaches.language.${value}`) ?? value
  if (DAY.test(value)) return f.date(value)
  return INSTANT.test(value) ? f.dateTime(value) : value
}

/** Why a check passes or not; a code without a text is shown as it is, so that it is missed by nobody. */
export function reasonOf({ code, values }: GateCheck, t: T, f: F): string {
  const said = Object.entries(values).map(([name, value]) => [name, wordOf(name, value, t, f)] as const)
  return t.find(`breaches.code.${code}`, Object.fromEntries(said)) ?? isolated(code)
}

/** From when it may be opened, or why that will not be. */
export const openableWords = ({ when, on }: Openable, t: T, f: F): string =>
  when === 'new_date' && on
    ? t('breaches.openable.from', { day: f.date(on) })
    : t(`breaches.openable.${when}`)

/** How a lapse stands: overdue for so many days, met late, never met. */
export const lapseWords = (state: string | null, days_late: number, t: T, f: F): string => {
  if (state === 'overdue') return t('breaches.lapse.overdue', { days: f.days(days_late) })
  if (state === 'unmet') return t('breaches.lapse.unmet')
  return state === 'met_late' ? t('breaches.lapse.met_late') : t('breaches.status.fallen')
}
