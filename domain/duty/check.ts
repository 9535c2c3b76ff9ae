// Small checks that say where a value is wrong. A check returns undefined when nothing is.
import { findDay, findInstant } from '../calendar/dates.ts'

/** What is wrong, and where: `.custody[0].to_on`, or empty for the value itself. */
export interface Fault {
  readonly path: string
  readonly problem: string
}
export type Check = (value: unknown) => Fault | undefined

export type Json = Readonly<Record<string, unknown>>
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const fault = (path: string, problem: string): Fault => ({ path, problem })
const checked = (is_right: (value: unknown) => boolean, problem: string): Check => {
  const wrong = fault('', problem)
  return (value) => (is_right(value) ? undefined : wrong)
}

export const text = checked((value) => typeof value === 'string' && value !== '', 'must be a text')
export const flag = checked((value) => typeof value === 'boolean', 'must be true or false')
export const country = checked(
  (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value),
  'must be a country code of two capital letters',
)
export const date = checked(
  (value) => typeof value === 'string' && findDay(value) !== undefined,
  'must be a date, YYYY-MM-DD',
)
export const instant = checked(
  (value) => typeof value === 'string' && findInstant(value) !== undefined,
  'must be a time with its offset, YYYY-MM-DDTHH:MM:SS+05:00',
)

/**
 * One word of a closed list.
 * @example word('a', 'b')('c')?.problem // 'must be one of a, b'
 */
export const word = (...words: readonly string[]): Check =>
  checked((value) => typeof value === 'string' && words.includes(value), `must be one of ${words.join(', ')}`)

export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? undefined : check(value)

const below = (key: string, { path, problem }: Fault): Fault => fault(`.${key}${path}`, problem)

/**
 * An object with exactly these keys; `together` looks at the whole once each key is right.
 * @example object({ on: date })({ on: '2025-02-30' })?.path // '.on'
 */
export function object(shape: Readonly<Record<string, Check>>, together: Check = () => undefined): Check {
  const entries = Object.entries(shape)
  return (value) => {
    if (!isObject(value)) return fault('', 'must be an object')
    for (const [key, check] of entries) {
      const given = value[key]
      if (given === undefined) return fault(`.${key}`, 'missing')
      const wrong = check(given)
      if (wrong) return below(key, wrong)
    }
    const keys = Object.keys(value)
    if (keys.length > entries.length) {
      return fault(`.${keys.find((key) => !Object.hasOwn(shape, key))}`, 'unknown key')
    }
    return together(value)
  }
}

/**
 * A list whose members are right, and whose ids, where it has any, occur once.
 * @example list(object({ id: text }), 'id')([{ id: 'a' }, { id: 'a' }])?.path // '[1].id'
 */
export function list(check: Check, id?: string): Check {
  return (value) => {
    if (!Array.isArray(value)) return fault('', 'must be a list')
    for (let at = 0; at < value.length; at += 1) {
      const wrong = check(value[at])
      if (wrong) return fault(`[${at}]${wrong.path}`, wrong.problem)
    }
    if (id === undefined || value.length < 2) return undefined
    const ids = value.map((member) => member[id])
    if (new Set(ids).size === ids.length) return undefined
    const again = ids.findIndex((one, at) => ids.indexOf(one) < at)
    return fault(`[${again}].${id}`, 'given twice')
  }
}
