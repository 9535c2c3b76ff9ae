// Fits one session: which of its pairs are of one person, which of relatives, and how often those agree.
import { type Fitted, informationOf, type Session, TELLING } from './estimate.ts'
import { EXACT } from './kinds.ts'
import { type Model, PARENT_UNKNOWN, type Rates, rowOf } from './model.ts'
import { classesOf, isFamily } from './relatives.ts'
import type { Table } from './table.ts'

/**
 * Fits one session: the columns that brought its pairs together say nothing within it and are left out.
 * Not sound when the pairs of one person would agree less than those of two, or when there are hardly any.
 * @example fitSession(model, session, columns).share // 0 to 1
 */
export function fitSession(model: Model, { columns, sample }: Session, table: Table): Fitted {
  const left_out = leaningOn(columns, model.parents)
  const apart = classesOf(model, sample, table, left_out, true)
  const has_relatives = isFamily(model, apart, sample.count, left_out)
  const { share, m, likely, related } = has_relatives
    ? apart
    : classesOf(model, sample, table, left_out, false)
  const is_sound = share * sample.count >= 20 && isTelling(model, m, left_out)
  return { share, m, likely, related: has_relatives ? related : null, left_out, is_sound }
}

/** The columns of a session and those that lean on them: their agreement follows from the session itself. */
function leaningOn(columns: readonly number[], parents: readonly number[]): ReadonlySet<number> {
  const is_linked = (one: number, other: number) => parents[one] === other || parents[other] === one
  const all = parents.map((_, column) => column)
  return new Set(all.filter((one) => columns.includes(one) || columns.some((of) => is_linked(one, of))))
}

/**
 * Whether what was taken for one person agrees on several columns that do not lean on each other. A class that
 * differs from chance on one column only is a street or a family, and one that agrees less than chance is none.
 */
function isTelling(model: Model, m: readonly Float64Array[], left_out: ReadonlySet<number>): boolean {
  const asked = m.map((row, column) => ({ row, column })).filter(({ column }) => !left_out.has(column))
  const others = (column: number) => rowOf(model.u[column] as Rates, PARENT_UNKNOWN)
  if (asked.some(({ row, column }) => (row[EXACT] as number) < 0.5 * (others(column)[EXACT] as number)))
    return false
  const telling = new Set(
    asked
      .filter(({ row, column }) => informationOf(row, others(column)) >= TELLING)
      .map(({ column }) => column),
  )
  const alone = [...telling].filter((column) => !telling.has(model.parents[column] as number))
  return alone.length >= Math.min(2, asked.length)
}
