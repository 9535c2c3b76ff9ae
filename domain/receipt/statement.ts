// What the register signs on a paper: no name, no fact, only what tells one print from another.

/** Papers that the noun of prints keeps, with what they say. */
export const PRINT_KINDS = [
  ...(['receipt', 'duties', 'certificate', 'week_list', 'referral'] as const),
  'access_report',
] as const
export type PrintKind = (typeof PRINT_KINDS)[number]
/** Kinds of paper; the place in the list is what a code carries, so new ones are added at the end. */
export const PAPER_KINDS = [
  ...(['receipt', 'duties', 'certificate', 'week_list', 'referral'] as const),
  ...(['annexure_a', 'check_answer', 'clearance', 'access_report'] as const),
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** A signed statement. `token` is random, 16 bytes; `content_hash` is keyed, 32 bytes, and tells nobody what it is of. */
export type Statement = {
  kind: PaperKind
  /** P-<year>-<serial>. */
  print_number: string
  token: Uint8Array
  content_hash: Uint8Array
  /** Whole seconds since 1970. */
  issued_at: number
}

export const TOKEN_BYTES = 16
export const HASH_BYTES = 32
export const STATEMENT_BYTES = 1 + 1 + 2 + 4 + 4 + TOKEN_BYTES + HASH_BYTES
const VERSION = 1
const NUMBER = /^P-(\d{4})-(\d{6,9})$/

/**
 * The printed number of a print.
 * @example printNumber(2026, 123) // 'P-2026-000123'
 */
export const printNumber = (year: number, serial: number): string =>
  `P-${year}-${String(serial).padStart(6, '0')}`

/**
 * A statement in its one spelling, 60 bytes. Throws when a part does not fit.
 * @example packStatement(statement).length // 60
 */
export function packStatement(statement: Statement): Uint8Array {
  const [, year, serial] = NUMBER.exec(statement.print_number) ?? []
  const kind = PAPER_KINDS.indexOf(statement.kind)
  if (!year || !serial || kind < 0) throw new Error('not a print number or kind')
  if (statement.token.length !== TOKEN_BYTES || statement.content_hash.length !== HASH_BYTES)
    throw new Error(`a token has ${TOKEN_BYTES} bytes, a hash ${HASH_BYTES}`)
  if (!Number.isInteger(statement.issued_at) || statement.issued_at < 0 || statement.issued_at > 0xffff_ffff)
    throw new Error('issued_at is whole seconds in 32 bits')
  const bytes = new Uint8Array(STATEMENT_BYTES)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, VERSION)
  view.setUint8(1, kind)
  view.setUint16(2, Number(year))
  view.setUint32(4, Number(serial))
  view.setUint32(8, statement.issued_at)
  bytes.set(statement.token, 12)
  bytes.set(statement.content_hash, 12 + TOKEN_BYTES)
  return bytes
}

/**
 * Reads a packed statement; undefined when it is of another version or kind.
 * @example unpackStatement(packStatement(statement)) // statement
 */
export function unpackStatement(bytes: Uint8Array): Statement | undefined {
  if (bytes.length !== STATEMENT_BYTES) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = PAPER_KINDS[view.getUint8(1)]
  if (view.getUint8(0) !== VERSION || !kind) return undefined
  return {
    kind,
    print_number: printNumber(view.getUint16(2), view.getUint32(4)),
    issued_at: view.getUint32(8),
    token: bytes.slice(12, 12 + TOKEN_BYTES),
    content_hash: bytes.slice(12 + TOKEN_BYTES),
  }
}
