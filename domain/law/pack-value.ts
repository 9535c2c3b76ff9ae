// Values of a rule pack as an officer types and reads them: one line each, whatever their shape.

type Hours = { readonly opens: string; readonly closes: string }
const isHours = (value: unknown): value is Hours =>
  typeof value === 'object' && value !== null && 'opens' in value

/**
 * A value as one line.
 * @example printPackValue(['sunday', 'friday']) // 'sunday, friday'
 */
export function printPackValue(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  if (isHours(value)) return `${value.opens}–${value.closes}`
  return String(value)
}

/**
 * What was typed, in the shape of the value it replaces; the pack's schema judges it afterwards.
 * @example parsePackValue('sunday, friday', ['sunday']) // ['sunday', 'friday']
 */
export function parsePackValue(text: string, like: unknown): unknown {
  const typed = text.trim()
  if (Array.isArray(like)) return typed === '' ? [] : typed.split(/[,،]/).map((part) => part.trim())
  if (typeof like === 'number') return /^-?\d+$/.test(typed) ? Number(typed) : typed
  if (typeof like === 'boolean') return typed === 'true' ? true : typed === 'false' ? false : typed
  if (!isHours(like)) return typed
  const [opens, closes] = typed.split(/[-–]/).map((part) => part.trim())
  return { opens, closes }
}
