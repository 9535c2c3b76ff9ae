// Words beside a name that are no part of it: Muhammad, Syed, titles; where they are shown, and where they tell.
import type { ParsedName } from '../names/parsed-name.ts'
import { CLANS } from '../names/vocabulary.ts'
import type { Row } from './evidence.ts'
import type { MakeRow } from './rows.ts'

/** Titles of family and standing, which one man does not change for another; other styles come and go. */
const STANDING = new Set([...CLANS.values(), 'sardar', 'pir', 'nawab', 'makhdoom'])

export function titleRows(a: ParsedName, b: ParsedName, make: MakeRow): Row[] {
  const before = (name: ParsedName) => name.styles.filter((style) => STANDING.has(style))
  const behind = ({ parts }: ParsedName) =>
    parts.flatMap(({ kind, text }) => (kind === 'clan' ? [CLANS.get(text) ?? text] : []))
  if (before(a).length + before(b).length === 0) return []
  const [of_a, of_b] = [a, b].map((name) => [...before(name), ...behind(name)])
  if (!of_a || !of_b) return []
  if (of_a.length === 0 || of_b.length === 0 || of_a.some((title) => of_b.includes(title))) return []
  return [make('clan_differs', of_a.join(' '), of_b.join(' '))]
}

/** What is shown and weighs nothing: Muhammad, Syed and words of courtesy, where they stood. */
export function flagRows(a: ParsedName, b: ParsedName, make: MakeRow): Row[] {
  const rows: Row[] = []
  const said = (is: boolean, word: string) => (is ? word : null)
  if (a.muhammad !== 'none' || b.muhammad !== 'none')
    rows.push(
      make('muhammad', said(a.muhammad !== 'none', a.muhammad), said(b.muhammad !== 'none', b.muhammad)),
    )
  if (a.is_syed || b.is_syed) rows.push(make('syed', said(a.is_syed, 'syed'), said(b.is_syed, 'syed')))
  if (a.styles.length + b.styles.length > 0)
    rows.push(make('style', a.styles.join(' ') || null, b.styles.join(' ') || null))
  return rows
}

/** Noor Muhammad, Muhammad Khan: Muhammad is half of the name, and nothing but it may stand in its place. */
const isHalf = ({ muhammad, parts }: ParsedName) =>
  muhammad === 'after' || (muhammad === 'before' && parts.length === 1 && CLANS.has(parts[0]?.text ?? ''))

/** Ahmed Raza, Muhammad Raza, Mir Raza: the part that stands where the other has Muhammad or a title. */
function isInItsPlace(
  { muhammad, styles, parts }: ParsedName,
  other: ParsedName,
  part: string | null,
): boolean {
  const is_led = muhammad === 'before' || styles.some((style) => STANDING.has(style))
  return is_led && parts.length === 1 && other.parts.length === 2 && other.parts[0]?.text === part
}

/** A part left over where the other name has Muhammad as its half differs from it: Noor Ahmed, Noor Muhammad. */
export function besideMuhammad(rows: Row[], a: ParsedName, b: ParsedName, make: MakeRow): Row[] {
  const at = rows.findIndex(({ code }) => code === 'part_missing')
  const { query = null, candidate = null } = rows[at] ?? {}
  const [short, long] = query === null ? [a, b] : [b, a]
  if (
    at < 0 ||
    long.muhammad !== 'none' ||
    long.styles.some((style) => !short.styles.includes(style)) ||
    rows.some(({ code }) => code === 'part_differs')
  )
    return rows
  if (!isHalf(short) && !isInItsPlace(short, long, query ?? candidate)) return rows
  const instead = short.muhammad === 'none' ? (short.styles[0] ?? '') : 'muhammad'
  return rows.with(at, make('part_differs', query ?? instead, candidate ?? instead))
}
