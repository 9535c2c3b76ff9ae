/** Makes a print: its number, its signed code, and what it says, sealed. The PDF is made of that whenever it is opened. */
import { randomUUID } from 'node:crypto'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { PaperHead } from '../../contract/papers.ts'
import type { PrintMade } from '../../contract/prints.ts'
import { canonicalJson } from '../../domain/approval/canonical.ts'
import { type PrintKind, printNumber } from '../../domain/receipt/statement.ts'
import { recordPaper } from '../disclosures/record.ts'
import { pakistanDay } from '../platform/clock.ts'
import { type RegisterTx, type Session, send } from '../platform/database.ts'
import { type DataKey, newDataKey, open, openDataKey, seal } from '../platform/keys.ts'
import { PaperRefused, type Template } from '../platform/paper.ts'
import type { Program } from '../platform/program.ts'
import { contentHash, signPrint } from '../platform/signing.ts'
import { bothInstant } from './words.ts'

/** Whose paper it is: a person's, sealed by his key and telling of one row; or a list of a station or a wider place. */
export type Whose =
  | { person_id: string; key: DataKey; about_id: string }
  | { person_id: null; station_id: string | null }

export type Making = { tx: RegisterTx; program: Program; session: Session; now: Temporal.Instant }

/** What is kept of a print: the frame's changing words, and the content by its template's contract. */
type Kept = { head: PaperHead; content: unknown }

const place = (print_id: string) => ({ table: 'print', row: print_id, column: 'content_enc' })

/** Prints a template's content for the first time; belongs into the transaction of what it tells. */
export function makePrint<S extends TSchema>(
  making: Making,
  template: Template<S, PrintKind>,
  whose: Whose,
  content: Static<S>,
): Promise<PrintMade> {
  if (!Value.Check(template.content, content)) throw new PaperRefused('the content is not of its contract')
  return insertPrint(making, template.kind, whose, content, null)
}

async function insertPrint(
  { tx, program, session, now }: Making,
  kind: PrintKind,
  whose: Whose,
  content: unknown,
  reprint_of: string | null,
): Promise<PrintMade> {
  const print_id = randomUUID()
  const [print_number, printed_by] = await Promise.all([
    nextNumber(tx, now),
    officerName(tx, session.officer_id),
  ])
  const content_hash = contentHash(program.keyring, kind, content)
  const { code } = await signPrint(program.paper_signer, { kind, print_number, content_hash, at: now })
  const key = whose.person_id === null ? newDataKey(program.keyring, print_id) : whose.key
  const head: PaperHead = { print_number, printed_at: bothInstant(now), printed_by, reprint_of }
  const kept: Kept = { head, content }
  await tx
    .insertInto('register.print')
    .values({
      ...{ print_id, print_number, kind, content_hash, code, reprint_of },
      ...{ person_id: whose.person_id, kek_id: key.kek_id },
      about_id: whose.person_id === null ? null : whose.about_id,
      station_id: whose.person_id === null ? whose.station_id : null,
      content_enc: seal(key, place(print_id), canonicalJson(kept)),
      wrapped_key: whose.person_id === null ? key.wrapped_key : null,
      ...{ printed_by: session.officer_id, printed_at: now.toString() },
    })
    .execute()
  if (whose.person_id !== null) {
    const given = { person_id: whose.person_id, given_by: session.officer_id, at: now.toString() }
    await recordPaper(tx, kind, { ...given, paper_id: print_id })
  }
  return { print_id, print_number }
}

async function nextNumber(tx: RegisterTx, now: Temporal.Instant): Promise<string> {
  const next = { name: 'next_print_number', text: `select nextval('register.print_number')::int as serial` }
  const [row] = await send<{ serial: number }>(tx, next, [])
  return printNumber(Number(pakistanDay(now).slice(0, 4)), row?.serial ?? 0)
}

async function officerName(tx: RegisterTx, officer_id: string): Promise<{ en: string; ur: string }> {
  const row = await tx
    .selectFrom('access.officer')
    .select(['name_en', 'name_ur'])
    .where('officer_id', '=', officer_id)
    .executeTakeFirstOrThrow()
  return { en: row.name_en, ur: row.name_ur }
}

/** A print with what it says; undefined when it is not visible, or its person's key was destroyed. */
export async function openPrint(tx: RegisterTx, { keyring }: Program, print_id: string) {
  const row = await tx
    .selectFrom('register.print as r')
    .leftJoin('register.person as p', 'p.person_id', 'r.person_id')
    .selectAll('r')
    .select(['p.wrapped_key as person_key', 'p.kek_id as person_kek'])
    .where('print_id', '=', print_id)
    .executeTakeFirst()
  if (!row) return undefined
  const key =
    row.person_id === null
      ? openDataKey(keyring, print_id, row)
      : openDataKey(keyring, row.person_id, { wrapped_key: row.person_key, kek_id: row.person_kek ?? '' })
  if (!key) return undefined
  return { row, key, ...(JSON.parse(open(key, place(print_id), row.content_enc)) as Kept) }
}
export type OpenPrint = NonNullable<Awaited<ReturnType<typeof openPrint>>>

/** Prints the same content once more, under a number of its own that names the first. */
export function makeReprint(making: Making, { row, key, content }: OpenPrint): Promise<PrintMade> {
  const { person_id, about_id, station_id } = row
  const whose: Whose =
    person_id === null ? { person_id, station_id } : { person_id, key, about_id: about_id ?? person_id }
  return insertPrint(making, row.kind as PrintKind, whose, content, row.reprint_of ?? row.print_number)
}
