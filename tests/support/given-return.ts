/** Arranges a confirmed return of one row, so that a draft has a row to be compared with. */
import { randomBytes, randomUUID } from 'node:crypto'
import { newDataKey, seal } from '../../server/platform/keys.ts'
import type { TestRegister } from './register.ts'

/** The return's id and the line of its row, as `from` of a given draft. */
export async function givenReturnRow(register: TestRegister, cells: Record<string, string>) {
  const import_id = randomUUID()
  const line = 2
  const key = newDataKey(register.program.keyring, import_id)
  const { officer_id, posting_id } = register.as.prosecutorMultan
  const name_enc = seal(key, { table: 'import', row: import_id, column: 'name_enc' }, 'return.csv')
  await register.root.query(
    `insert into register.import (import_id, district_id, uploaded_by, posting_id, file_hash, format, byte_count, name_enc, wrapped_key, kek_id, state)
     values ($1, 'pb_multan', $2, $3, $4, 'csv', 1, $5, $6, $7, 'confirmed')`,
    [import_id, officer_id, posting_id, randomBytes(32), name_enc, key.wrapped_key, key.kek_id],
  )
  const kept = JSON.stringify({ cells, row: null, problems: [] })
  const place = { table: 'import_row', row: `${import_id}/${line}`, column: 'row_enc' }
  await register.root.query(
    `insert into register.import_row (import_id, line, outcome, row_enc) values ($1, $2, 'accepted', $3)`,
    [import_id, line, seal(key, place, kept)],
  )
  return { import_id, line }
}
