/** The answer, for the named investigator alone: opened so often, until a day, each time under a number of its own. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { AnswerContent } from '../../contract/check-answers.ts'
import type { AnswerRead } from '../../contract/check-openings.ts'
import { identifiersOf, openingFault, readUntil, type Said } from '../../domain/check/open.ts'
import { type PaperKind, printNumber } from '../../domain/receipt/statement.ts'
import { formatter } from '../../pages/language/formatter.ts'
import type { Language } from '../../pages/language/language.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { contentHash, signPrint } from '../platform/signing.ts'
import { openContent } from './answer-approval.ts'
import { findRow, type LiveCheck, openRow } from './row.ts'
import { districtOf } from './view.ts'

/** Whether the answer is called back: it is not shown again, neither opened anew nor read on. */
const isRecalled = sql<boolean>`exists (select from register.recall r where r.answer_id = a.answer_id)`.as(
  'is_recalled',
)

/** The last answer of a request with how often it was opened; undefined when there is none for this officer. */
export async function findAnswer(tx: RegisterTx, check_id: string) {
  const row = await tx
    .selectFrom('register.check_answer as a')
    .leftJoin('register.check_confirmation as c', 'c.answer_id', 'a.answer_id')
    .select(isRecalled)
    .select(['a.answer_id', 'a.outcome', 'a.content_enc', 'a.opens_count', 'a.opens_until_at'])
    .select(['a.released_at', 'c.said', 'c.said_at'])
    .select(
      sql<number>`(select count(*)::int from register.check_print p where p.answer_id = a.answer_id)`.as(
        'opened',
      ),
    )
    .where('a.check_id', '=', check_id)
    .orderBy('a.released_at', 'desc')
    .orderBy('a.answer_id')
    .limit(1)
    .executeTakeFirst()
  return row
}

type Printing = { tx: RegisterTx; program: Program; session: Session; now: Temporal.Instant }

/** Gives a number and a signed code to what is shown or printed of a request. */
export async function insertPrint(
  { tx, program, session, now }: Printing,
  kind: Extract<PaperKind, 'annexure_a' | 'check_answer'>,
  check: LiveCheck,
  answer: { answer_id: string; content: AnswerContent } | null,
): Promise<string> {
  const { rows } = await sql<{
    serial: number
  }>`select nextval('register.print_number')::int as serial`.execute(tx)
  const print_number = printNumber(Number(pakistanDay(now).slice(0, 4)), rows[0]?.serial ?? 0)
  const said = { salt: check.body.salt, said: answer?.content ?? check.body }
  const content_hash = contentHash(program.keyring, kind, said)
  const { code } = await signPrint(program.paper_signer, { kind, print_number, content_hash, at: now })
  const print_id = randomUUID()
  await tx
    .insertInto('register.check_print')
    .values({
      ...{ print_id, check_id: check.check_id, kind, answer_id: answer?.answer_id ?? null },
      ...{ print_number, content_hash, code, printed_by: session.officer_id, printed_at: now.toString() },
    })
    .execute()
  return print_id
}

/** Opens the answer once more; refused when it was opened as often as it may, or its days are over. */
export async function openAnswer(printing: Printing, check: LiveCheck): Promise<string> {
  const { tx, now } = printing
  const answer = check.stage === 'released' ? await findAnswer(tx, check.check_id) : undefined
  if (!answer) throw new Problem('check_closed')
  if (openingFault(answer, now.toString())) throw new Problem('answer_over')
  const { answer_id, content_enc } = answer
  const content = openContent(check.key, answer_id, content_enc)
  return insertPrint(printing, 'check_answer', check, { answer_id, content })
}

/** One opening of the officer's own, as long as it may be read; a problem otherwise. */
export async function getOpening(tx: RegisterTx, check_id: string, print_id: string, now: Temporal.Instant) {
  const row = await tx
    .selectFrom('register.check_print as p')
    .innerJoin('register.check_answer as a', 'a.answer_id', 'p.answer_id')
    .innerJoin('access.officer as o', 'o.officer_id', 'p.printed_by')
    .leftJoin('register.check_confirmation as c', 'c.answer_id', 'a.answer_id')
    .select(isRecalled)
    .select(['p.print_id', 'p.print_number', 'p.code', 'p.printed_at', 'o.name_en', 'o.name_ur', 'o.badge'])
    .select(['a.answer_id', 'a.content_enc', 'a.opens_count', 'a.opens_until_at', 'a.outcome', 'c.said'])
    .where('p.print_id', '=', print_id)
    .where('p.check_id', '=', check_id)
    .executeTakeFirst()
  if (!row) throw new Problem('not_found')
  if (row.is_recalled) throw new Problem('answer_over')
  const read_until_at = readUntil(row.printed_at, row.opens_until_at)
  if (Date.parse(read_until_at) <= now.epochMilliseconds) throw new Problem('answer_over')
  return { ...row, read_until_at }
}

type Marked = Pick<
  Awaited<ReturnType<typeof getOpening>>,
  'name_en' | 'name_ur' | 'badge' | 'printed_at' | 'print_number'
>
type AgencyName = { name_en: string; name_ur: string } | undefined

/** Who opened it, through which system, when, and under which number. */
const watermarkOf = (opening: Marked, agency: AgencyName) => {
  const { name_en, name_ur, badge, printed_at, print_number } = opening
  const words = (language: Language, name: string, through: string | undefined) =>
    [name, badge, through, formatter(language).dateTime(printed_at), print_number]
      .filter((word) => word !== undefined)
      .join(' · ')
  return { en: words('en', name_en, agency?.name_en), ur: words('ur', name_ur, agency?.name_ur) }
}

/** The agency through whose system a request was asked; undefined: on the register's own screens. */
const findAgencyName = async (tx: RegisterTx, agency_id: string | null): Promise<AgencyName> =>
  agency_id === null
    ? undefined
    : tx
        .selectFrom('access.agency')
        .select(['name_en', 'name_ur'])
        .where('agency_id', '=', agency_id)
        .executeTakeFirst()

/** An opened answer as its page shows it. */
export async function readAnswer(
  tx: RegisterTx,
  program: Program,
  { check_id, print_id }: { check_id: string; print_id: string },
  now: Temporal.Instant,
): Promise<AnswerRead> {
  const row = await findRow(tx, check_id)
  if (!row) throw new Problem('not_found')
  const check = openRow(program.keyring, row)
  if (!check.key || !check.body) throw new Problem('check_erased')
  const opening = await getOpening(tx, check_id, print_id, now)
  const answer = await findAnswer(tx, check_id)
  const content = openContent(check.key, opening.answer_id, opening.content_enc)
  const is_last = answer?.answer_id === opening.answer_id
  return {
    ...{ check_id, print_id, print_number: opening.print_number, opened_at: opening.printed_at },
    ...{ opened_by: { en: opening.name_en, ur: opening.name_ur }, badge: opening.badge },
    watermark: watermarkOf(opening, await findAgencyName(tx, row.agency_id)),
    ...{ read_until_at: opening.read_until_at, opened_count: answer?.opened ?? 0 },
    ...{ opens_count: opening.opens_count, opens_until_at: opening.opens_until_at, content },
    district: districtOf(program, content),
    ...{ suspect: check.body.suspect, identifiers: [...identifiersOf(content.record)] },
    said: opening.said as Said | null,
    may: {
      confirm: content.outcome === 'record_exists' && opening.said === null,
      reopen: content.outcome === 'unclear' && is_last && row.stage === 'released',
    },
  }
}
