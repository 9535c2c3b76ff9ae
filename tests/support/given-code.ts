/** A statement and the code that a register's key makes of it. */

import { sign } from 'node:crypto'
import type { Statement } from '../../domain/receipt/statement.ts'
import { codeOf, signedBytes } from '../../domain/receipt/verify.ts'
import { parsePaperSigner } from '../../server/platform/signing.ts'

export const PAPER_KEY = `PAPER-KEY ${Buffer.alloc(32, 9).toString('base64url')}`
export const SIGNER = parsePaperSigner(PAPER_KEY)

export const STATEMENT: Statement = {
  kind: 'receipt',
  print_number: 'P-2026-000123',
  token: new Uint8Array(16).fill(3),
  content_hash: new Uint8Array(32).fill(4),
  issued_at: 1_795_600_000,
}

export const codeFor = (statement: Statement = STATEMENT): Promise<string> =>
  codeOf(SIGNER.key_id, statement, sign(null, signedBytes(SIGNER.key_id, statement), SIGNER.private_key))
