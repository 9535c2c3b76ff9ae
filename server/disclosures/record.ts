/** Whatever leaves the register about a person is written here, in the transaction that lets it out. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { disclosureOfPaper, EXPORT_BASIS, fieldsTouched } from '../../domain/disclosure/disclosure.ts'
import type { PrintKind } from '../../domain/receipt/statement.ts'
import type { DisclosedField } from '../../law/checks.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Applying } from '../platform/program.ts'

type Given = { person_id: string; given_by: string; at: string }
type Answered = Given & {
  check_id: string
  answer_id: string
  given_to: string
  fields: readonly DisclosedField[]
  basis: string
  until_at: string
}

/** An answer to a check request that says a record exists. */
export async function recordAnswer(tx: RegisterTx, answered: Answered): Promise<void> {
  const { fields, at, ...row } = answered
  await tx
    .insertInto('register.disclosure')
    .values({
      ...{ disclosure_id: randomUUID(), kind: 'answer', recipient: 'investigator', fields: [...fields] },
      ...{ ...row, disclosed_at: at },
    })
    .execute()
}

/** A paper about a person, by its kind; one that stays at the desk is none. */
export async function recordPaper(
  tx: RegisterTx,
  kind: PrintKind,
  { at, ...given }: Given & { paper_id: string },
): Promise<void> {
  const paper = disclosureOfPaper(kind)
  if (!paper) return
  const { recipient, basis, fields } = paper
  await tx
    .insertInto('register.disclosure')
    .values({
      ...{ disclosure_id: randomUUID(), kind: 'paper', recipient, basis, fields: [...fields] },
      ...{ ...given, disclosed_at: at },
    })
    .execute()
}

type Taken = {
  kind: 'simulation' | 'refused_rows'
  subject_id: string
  row_count: number
  fields: readonly string[]
  taken_by: string
  at: string
}

/** A file of many people that an officer takes out. Returns the id under which it is written down. */
export async function recordExport(tx: RegisterTx, { fields, at, ...taken }: Taken): Promise<string> {
  const export_id = randomUUID()
  await tx
    .insertInto('register.export')
    .values({ export_id, ...taken, fields: [...fields], basis: EXPORT_BASIS[taken.kind], taken_at: at })
    .execute()
  return export_id
}

/** Where a recall gets its event: the deciding act's own. */
export type Also = Applying<unknown, unknown>['also']

/**
 * Calls back every copy that an approved correction makes wrong, or that an exit leaves without ground; the database
 * asks itself whether this officer decided it. Each recall gets an event beside that of the act.
 */
export async function recallCopies(
  tx: RegisterTx,
  also: Also,
  cause: { exit_id: string } | { correction_id: string; field: string },
): Promise<void> {
  const is_exit = 'exit_id' in cause
  const id = is_exit ? cause.exit_id : cause.correction_id
  const touched = is_exit ? [] : fieldsTouched(cause.field)
  const { rows } = await sql<{ recall_id: string }>`
    select recall_id from sec.recall_copies(${id}::uuid, ${sql.val([...touched])}::text[])`.execute(tx)
  for (const { recall_id } of rows) also({ subject_kind: 'recall', subject_id: recall_id, second_id: id })
}
