/** Printing a paper of a person: signed, numbered, kept, and made again from what was kept. Decisions 0033 to 0035. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Static, TSchema } from 'typebox'
import type { PaperHead } from '../../contract/papers.ts'
import type { PrintListed } from '../../contract/prints.ts'
import { printNumber } from '../../domain/receipt/statement.ts'
import { formatter } from '../../pages/language/formatter.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { type DataKey, open, seal } from '../platform/keys.ts'
import { DUTIES, PaperRefused, RECEIPT, type Template } from '../platform/paper.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { contentHash, signPrint } from '../platform/signing.ts'

type Kind = 'receipt' | 'duties'
export type Printing = {
  tx: RegisterTx
  program: Program
  session: Session
  key: DataKey
  now: Temporal.Instant
  person_id: string
  notice_id: string | null
}
type Kept = { head: PaperHead; content: unknown }

const place = (print_id: string) => ({ table: 'print', row: print_id, column: 'content_enc' })
const TEMPLATES: Record<Kind, Template> = { receipt: RECEIPT, duties: DUTIES }

/** Prints once, to know that it can be, and keeps the print. The second print of one content says of which it is a copy. */
export async function makePrint<S extends TSchema>(
  printing: Printing,
  template: Template<S> & { kind: Kind },
  content: Static<S>,
) {
  const { tx, program, session, key, now, person_id, notice_id } = printing
  const content_hash = contentHash(program.keyring, template.kind, { content, notice_id, person_id })
  const [first, print_number] = await Promise.all([
    findFirst(tx, person_id, content_hash),
    nextNumber(tx, now),
  ])
  const at = { kind: template.kind, print_number, content_hash, at: now }
  const { code } = await signPrint(program.paper_signer, at)
  const head = await headOf(printing, print_number, first?.print_number ?? null)
  pressed(program, template, { head, content }, code, now)
  const print_id = randomUUID()
  const row = {
    ...{ print_id, kind: template.kind, person_id, notice_id, print_number, content_hash, code },
    reprint_of: first?.print_id ?? null,
    content_enc: seal(key, place(print_id), JSON.stringify({ head, content })),
    ...{ printed_at: now.toString(), printed_by: session.officer_id },
  }
  await tx.insertInto('register.print').values(row).execute()
  return { print_id, print_number, reprint_of: head.reprint_of, row_after: rowHash(row) }
}

/** The PDF; a text with a letter that no font of ours has cannot be printed, and says so. */
function pressed(
  program: Program,
  template: Template,
  { head, content }: Kept,
  token: string,
  printed_at: Temporal.Instant,
): Buffer {
  try {
    return program.press.print(template, { head, content, token, printed_at })
  } catch (fault) {
    if (fault instanceof PaperRefused) throw new Problem('not_printable')
    throw fault
  }
}

/** A kept print as its PDF again, the same bytes. */
export function reprinted(program: Program, key: DataKey, row: NonNullable<PrintRow>): Buffer {
  const kept = JSON.parse(open(key, place(row.print_id), row.content_enc)) as Kept
  return pressed(program, TEMPLATES[row.kind], kept, row.code, Temporal.Instant.from(row.printed_at))
}

export const findPrint = (tx: RegisterTx, print_id: string) =>
  tx.selectFrom('register.print').selectAll().where('print_id', '=', print_id).executeTakeFirst()
export type PrintRow = Awaited<ReturnType<typeof findPrint>>

const findFirst = (tx: RegisterTx, person_id: string, content_hash: Buffer) =>
  tx
    .selectFrom('register.print')
    .select(['print_id', 'print_number'])
    .where('person_id', '=', person_id)
    .where('content_hash', '=', content_hash)
    .where('reprint_of', 'is', null)
    .orderBy('printed_at')
    .orderBy('print_id')
    .executeTakeFirst()

async function nextNumber(tx: RegisterTx, now: Temporal.Instant): Promise<string> {
  const { rows } = await sql<{ serial: number }>`select nextval('register.print_serial') as serial`.execute(
    tx,
  )
  return printNumber(Number(pakistanDay(now).slice(0, 4)), Number(rows[0]?.serial))
}

async function headOf(
  { tx, program, session, now }: Printing,
  print_number: string,
  reprint_of: string | null,
): Promise<PaperHead> {
  const officer = await tx
    .selectFrom('access.officer')
    .select(['name_en', 'name_ur'])
    .where('officer_id', '=', session.officer_id)
    .executeTakeFirstOrThrow()
  const unit = program.places.units.get(session.unit_id)
  const [en, ur] = [formatter('en'), formatter('ur')]
  return {
    ...{ print_number, reprint_of },
    printed_at: { en: en.dateTime(now.toString()), ur: ur.dateTime(now.toString()) },
    printed_by: {
      en: unit ? `${officer.name_en}, ${unit.name_en}` : officer.name_en,
      ur: unit ? `${officer.name_ur}، ${unit.name_ur}` : officer.name_ur,
    },
  }
}

/** The prints of a notice, or the notices of duties printed for a person; newest first. */
export async function listPrints(
  tx: RegisterTx,
  of: { notice_id: string } | { person_id: string },
): Promise<PrintListed[]> {
  const rows = await tx
    .selectFrom('register.print as p')
    .innerJoin('access.officer as o', 'o.officer_id', 'p.printed_by')
    .select(['p.print_id', 'p.print_number', 'p.reprint_of', 'p.printed_at', 'o.name_en', 'o.name_ur'])
    .$if('notice_id' in of, (q) => q.where('p.notice_id', '=', 'notice_id' in of ? of.notice_id : ''))
    .$if('person_id' in of, (q) =>
      q.where('p.person_id', '=', 'person_id' in of ? of.person_id : '').where('p.kind', '=', 'duties'),
    )
    .orderBy('p.printed_at', 'desc')
    .orderBy('p.print_id')
    .limit(20)
    .execute()
  return rows.map(({ name_en, name_ur, reprint_of, ...row }) => ({
    ...row,
    is_reprint: reprint_of !== null,
    printed_by: { en: name_en, ur: name_ur },
  }))
}
