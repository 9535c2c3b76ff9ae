/** Keeps what was typed into a refused form on the server, so that the browser stores nothing and nothing is lost. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { FieldProblem, ProblemCode } from '../../contract/problems.ts'
import type { RegisterTx } from './database.ts'
import { type Keyring, newDataKey, open, openDataKey, seal } from './keys.ts'
import type { Problem } from './problem.ts'

/** The address of a page with the form that it is to show again. */
export const withForm = (page: string, form_id: string): string =>
  `${page}${page.includes('?') ? '&' : '?'}form=${form_id}`

/** A refused form, to be shown again. */
export type FormState = {
  values: Record<string, unknown>
  code: ProblemCode
  fields: FieldProblem[]
  gloss?: { en: string; ur: string }
}

const place = (form_id: string) => ({ table: 'form_state', row: form_id, column: 'body_enc' })
const KEPT_FORMS = 20

/** Stores a refused form, also one that met a locked session; returns the opaque id that brings it back. Older ones go. */
export async function keepForm(
  tx: RegisterTx,
  keyring: Keyring,
  values: unknown,
  problem: Problem,
  subject_id: string | null,
): Promise<string> {
  const { code, fields, gloss } = problem
  return keepState(tx, keyring, { values, code, fields, ...(gloss ? { gloss } : {}) }, subject_id)
}

/** Stores what was typed into a form that is not refused but shown once more, as with a preview; returns its opaque id. */
export const keepTyped = (tx: RegisterTx, keyring: Keyring, values: unknown): Promise<string> =>
  keepState(tx, keyring, { values, code: 'invalid', fields: [] }, null)

async function keepState(
  tx: RegisterTx,
  keyring: Keyring,
  state: object,
  subject_id: string | null,
): Promise<string> {
  const form_id = randomUUID()
  const key = newDataKey(keyring, form_id)
  const body_enc = seal(key, place(form_id), JSON.stringify(state))
  await sql`select sec.keep_form(${form_id}, ${key.wrapped_key}, ${key.kek_id}, ${body_enc}, ${subject_id})`.execute(
    tx,
  )
  const old = tx
    .selectFrom('register.form_state')
    .select('form_id')
    .orderBy('created_at', 'desc')
    .orderBy('form_id')
    .offset(KEPT_FORMS)
  await tx.deleteFrom('register.form_state').where('form_id', 'in', old).execute()
  return form_id
}

const FormQuery = Type.Object({ form: Type.String({ format: 'uuid' }) })

/** The refused form named in a page's query, if it is this officer's; undefined otherwise. */
export async function findForm(
  tx: RegisterTx,
  keyring: Keyring,
  query: unknown,
): Promise<FormState | undefined> {
  if (!Value.Check(FormQuery, query)) return undefined
  const row = await tx
    .selectFrom('register.form_state')
    .select(['form_id', 'wrapped_key', 'kek_id', 'body_enc'])
    .where('form_id', '=', query.form)
    .executeTakeFirst()
  const key = row && openDataKey(keyring, row.form_id, row)
  return row && key ? (JSON.parse(open(key, place(row.form_id), row.body_enc)) as FormState) : undefined
}
