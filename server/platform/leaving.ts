/** Before a file is sent, that it is written down in the same transaction: nothing about a person leaves otherwise. */
import { sql } from 'kysely'
import type { RegisterTx } from './database.ts'

/**
 * How a file stands in the register: a numbered paper (prints, papers of checks, certificates, slips), a file of many
 * people (exports), or one that tells of nobody.
 */
export type Left = { print_number: string } | { export_id: string } | 'nobody'

/** Throws where what is about to leave is not written down; then nothing is sent. */
export async function demandWrittenDown(tx: RegisterTx, left: Left): Promise<void> {
  if (left === 'nobody') return
  const { rows } =
    'export_id' in left
      ? await sql`select from register.export where export_id = ${left.export_id}`.execute(tx)
      : await sql`
          select from register.print where print_number = ${left.print_number}
          union all select from register.check_print where print_number = ${left.print_number}
          union all select from register.certificate where print_number = ${left.print_number}
          union all select from register.clearance where slip_number = ${left.print_number}`.execute(tx)
  if (rows.length === 0) throw new Error('a file that is not written down would have left')
}
