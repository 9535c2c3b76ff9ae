/** The referral bundle: everything a missed duty rests on, as one signed paper. It says of itself that it finds no offence. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { BreachShown } from '../../contract/breaches.ts'
import type { PaperHead } from '../../contract/papers.ts'
import { ReferralPaper } from '../../contract/referrals.ts'
import { printNumber } from '../../domain/receipt/statement.ts'
import { findSource } from '../../law/sources.ts'
import { lapseWords, reasonOf } from '../../pages/breaches/words.ts'
import { type F, formatter } from '../../pages/language/formatter.ts'
import { type T, translator } from '../../pages/language/translator.ts'
import { explained } from '../../pages/ui/explained.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { type DataKey, open, seal } from '../platform/keys.ts'
import type { Template } from '../platform/paper.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { contentHash, signPrint } from '../platform/signing.ts'

export const REFERRAL: Template<typeof ReferralPaper> = {
  kind: 'referral',
  file: 'referral.typ',
  content: ReferralPaper,
}

type Both = { en: string; ur: string }
const WRITERS = {
  en: { t: translator('en'), f: formatter('en') },
  ur: { t: translator('ur'), f: formatter('ur') },
}
// Marks that keep a text apart on a screen; paper sets each language by itself, and no font draws them.
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
const inBoth = (say: (t: T, f: F) => string): Both => ({
  en: plain(say(WRITERS.en.t, WRITERS.en.f)),
  ur: plain(say(WRITERS.ur.t, WRITERS.ur.f)),
})

/** What is printed of a breach as it stands. */
export function referralPaper(shown: BreachShown): ReferralPaper {
  const { person, missed, steps, gate, contacts, duty_state, days_late } = shown
  const { name, father } = person
  const laws = [...new Set([...steps, ...gate.checks].map(({ law }) => law))]
  return {
    record_number: person.record_number,
    name: { latin: name.latin, urdu: name.ur },
    father: { latin: father.latin, urdu: father.ur },
    station: shown.station,
    duty: inBoth((t) => t(`breaches.duty.${missed.duty}`)),
    due_on: inBoth((_, f) => (missed.due_at ? f.dateTime(missed.due_at) : f.date(missed.due_on))),
    state: inBoth((t, f) => lapseWords(duty_state, days_late, t, f)),
    steps: steps.map((step) => ({
      because: inBoth((t, f) => String(explained([step], t, f)[0]?.because)),
      to: step.to === null ? null : inBoth((t, f) => explained([step], t, f)[0]?.to ?? ''),
      ...{ law: step.law, status: inBoth((t) => t(`ui.basis.${step.status}`)) },
    })),
    checks: gate.checks.map((check) => ({
      check: inBoth((t) => t(`breaches.check.${check.check}`)),
      because: inBoth((t, f) => reasonOf(check, t, f)),
      ...{ law: check.law, status: inBoth((t) => t(`ui.basis.${check.status}`)) },
    })),
    contacts: contacts.map(({ kind, made_on, outcome, by }) => ({
      on: inBoth((_, f) => f.date(made_on)),
      how: inBoth((t) => t(`breaches.contact.kind.${kind}`)),
      outcome: inBoth((t) => t(`breaches.contact.outcome.${outcome}`)),
      by,
    })),
    decision: decisionPaper(shown),
    laws: laws.map((key) => ({
      key,
      title: { en: findSource(key)?.title_en ?? key, ur: findSource(key)?.title_ur ?? key },
      state: inBoth((t) => t(`breaches.source.${findSource(key)?.state ?? 'not_available'}`)),
    })),
  }
}

function decisionPaper({ decisions }: BreachShown): ReferralPaper['decision'] {
  const signed = decisions.find(({ decision, said }) => decision === 'refer' && said === 'approved')
  if (!signed?.said_by || !signed.said_at) throw new Problem('breach_closed')
  const { ground, reason, decided_by, decided_at, said_by, said_at } = signed
  return {
    ground: inBoth((t) => t(`approvals.ground.${ground}`)),
    reason: { text: reason, is_urdu: /[\u0600-\u06ff]/.test(reason) },
    ...{ proposed_by: decided_by, proposed_at: inBoth((_, f) => f.dateTime(decided_at)) },
    ...{ signed_by: said_by, signed_at: inBoth((_, f) => f.dateTime(said_at)) },
  }
}

type Printing = {
  tx: RegisterTx
  program: Program
  session: Session
  now: Temporal.Instant
  key: DataKey
}
type Kept = { head: PaperHead; content: ReferralPaper }
const place = (row: string) => ({ table: 'referral', row, column: 'content_enc' })

/** Prints once, to know that it can be, and keeps what was printed. */
export async function printReferral({ tx, program, session, now, key }: Printing, shown: BreachShown) {
  const breach_decision_id = await signedDecision(tx, shown.breach_id)
  const content = referralPaper(shown)
  const content_hash = contentHash(program.keyring, 'referral', content)
  const print_number = await nextNumber(tx, now)
  const { code } = await signPrint(program.paper_signer, {
    ...{ kind: 'referral', print_number, content_hash, at: now },
  })
  const head = await headOf({ tx, program, session, now }, print_number)
  program.press.print(REFERRAL, { head, content, token: code, printed_at: now })
  const referral_id = randomUUID()
  const row = {
    ...{ referral_id, breach_id: shown.breach_id, breach_decision_id, print_number, content_hash, code },
    content_enc: seal(key, place(referral_id), JSON.stringify({ head, content })),
    ...{ printed_at: now.toString(), printed_by: session.officer_id },
  }
  await tx.insertInto('register.referral').values(row).execute()
  return { referral_id, print_number, row_after: rowHash(row) }
}

async function signedDecision(tx: RegisterTx, breach_id: string): Promise<string> {
  const row = await tx
    .selectFrom('register.breach_outcome')
    .select('breach_decision_id')
    .where('breach_id', '=', breach_id)
    .where('said', '=', 'approved')
    .executeTakeFirst()
  if (!row) throw new Problem('breach_closed')
  return row.breach_decision_id
}

async function nextNumber(tx: RegisterTx, now: Temporal.Instant): Promise<string> {
  const { rows } = await sql<{ serial: number }>`
    select nextval('register.print_serial') as serial`.execute(tx)
  return printNumber(Number(pakistanDay(now).slice(0, 4)), Number(rows[0]?.serial))
}

async function headOf(
  { tx, program, session, now }: Omit<Printing, 'key'>,
  print_number: string,
): Promise<PaperHead> {
  const officer = await tx
    .selectFrom('access.officer')
    .select(['name_en', 'name_ur'])
    .where('officer_id', '=', session.officer_id)
    .executeTakeFirstOrThrow()
  const unit = program.places.units.get(session.unit_id)
  return {
    ...{ print_number, reprint_of: null },
    printed_at: inBoth((_, f) => f.dateTime(now.toString())),
    printed_by: {
      en: unit ? `${officer.name_en}, ${unit.name_en}` : officer.name_en,
      ur: unit ? `${officer.name_ur}، ${unit.name_ur}` : officer.name_ur,
    },
  }
}

export const findReferral = (tx: RegisterTx, referral_id: string) =>
  tx.selectFrom('register.referral').selectAll().where('referral_id', '=', referral_id).executeTakeFirst()
export type ReferralRow = NonNullable<Awaited<ReturnType<typeof findReferral>>>

/** A kept bundle as its PDF again, the same bytes. */
export function reprinted(program: Program, key: DataKey, row: ReferralRow): Buffer {
  const { head, content } = JSON.parse(open(key, place(row.referral_id), row.content_enc)) as Kept
  const printed_at = Temporal.Instant.from(row.printed_at)
  return program.press.print(REFERRAL, { head, content, token: row.code, printed_at })
}

export const listReferrals = (tx: RegisterTx, breach_id: string) =>
  tx
    .selectFrom('register.referral')
    .select(['referral_id', 'print_number', 'printed_at'])
    .where('breach_id', '=', breach_id)
    .orderBy('printed_at', 'desc')
    .orderBy('referral_id')
    .limit(10)
    .execute()
