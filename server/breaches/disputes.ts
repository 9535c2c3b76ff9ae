/** People about whom the two calculators differ: enforcement is frozen for them until they agree again. DESIGN §7. */
import { sql } from 'kysely'
import type { RegisterTx } from '../platform/database.ts'

/** Which of these people are disputed. NOTE: the table comes with the second calculator; without it nobody is. */
export async function listDisputed(tx: RegisterTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows: found } = await sql<{ is_there: boolean }>`
    select to_regclass('register.duty_exception') is not null as is_there`.execute(tx)
  if (!found[0]?.is_there) return new Set()
  const { rows } = await sql<{ person_id: string }>`
    select person_id from register.duty_exception
     where person_id = any (${[...ids]}::uuid[]) and kind = 'calculators_differ' and closed_at is null`.execute(
    tx,
  )
  return new Set(rows.map(({ person_id }) => person_id))
}
