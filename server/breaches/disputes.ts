/** People about whom the two calculators differ: enforcement is frozen for them until they agree again. DESIGN §7. */
import type { RegisterTx } from '../platform/database.ts'

/** Which of these people are disputed. */
export async function listDisputed(tx: RegisterTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('register.duty_exception')
    .select('person_id')
    .where('person_id', 'in', [...ids])
    .where('kind', '=', 'calculators_differ')
    .where('closed_at', 'is', null)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
