/** What the database says of itself, for the tests that hold it to the conventions. */
import type { TestRegister } from '../support/register.ts'

/** Schemas of the register. The migration runner's and the job queue's are not ours: they hold names and opaque ids. */
export const SCHEMAS = ['reference', 'access', 'sec', 'register', 'audit'] as const
/** Schemas whose tables are exempt from row-level security (database/CONVENTIONS.md). */
export const EXEMPT_SCHEMAS = ['migration', 'graphile_worker']
export const LOGINS = ['amanat_app', 'amanat_gate', 'amanat_sequencer', 'amanat_worker'] as const

/** The first column of a query past row security, as texts. */
export async function list(register: TestRegister, text: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await register.root.query({ text, values, rowMode: 'array' })
  return (rows as unknown[][]).map((row) => String(row[0]))
}
