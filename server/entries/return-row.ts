/** The row of the return a draft came with, as it was uploaded: what the draft says is compared with it. */
import type { EntryComparison } from '../../contract/entries.ts'
import { openRow } from '../imports/rows.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type Keyring, openDataKey } from '../platform/keys.ts'
import type { OpenDraft } from './draft-row.ts'

/** Its cells with something in them, in the order of the file; null for a draft typed on the screen, or an erased return. */
export async function findReturnRow(
  tx: RegisterTx,
  keyring: Keyring,
  { import_id, import_line: line }: Pick<OpenDraft, 'import_id' | 'import_line'>,
): Promise<EntryComparison['return_row']> {
  if (import_id === null || line === null) return null
  const row = await tx
    .selectFrom('register.import_row as r')
    .innerJoin('register.import as i', 'i.import_id', 'r.import_id')
    .select(['r.row_enc', 'i.wrapped_key', 'i.kek_id'])
    .where('r.import_id', '=', import_id)
    .where('r.line', '=', line)
    .executeTakeFirst()
  const key = row && openDataKey(keyring, import_id, row)
  if (!row || !key) return null
  const { cells } = openRow(key, import_id, line, row.row_enc)
  const filled = Object.entries(cells).filter(([, text]) => text.trim() !== '')
  return { line, cells: filled.map(([column, text]) => ({ column, text })) }
}
