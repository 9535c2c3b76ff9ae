/** The certificate of an exit: its content in both languages, its signed print, and the paper made again from the row. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ExitAbout } from '../../contract/exits.ts'
import { CertificatePaper } from '../../contract/papers.ts'
import { printNumber } from '../../domain/receipt/statement.ts'
import { formatter } from '../../pages/language/formatter.ts'
import { translator } from '../../pages/language/translator.ts'
import { recordPaper } from '../disclosures/record.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Template } from '../platform/paper.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { contentHash, signPrint } from '../platform/signing.ts'
import { openAbout } from './about.ts'
import type { findExitRow } from './queries.ts'

const CERTIFICATE: Template<typeof CertificatePaper> = {
  ...{ kind: 'certificate', file: 'certificate.typ', content: CertificatePaper, most_pages: 1 },
}

type ExitRow = NonNullable<Awaited<ReturnType<typeof findExitRow>>>

const [en, ur] = [
  { t: translator('en'), f: formatter('en') },
  { t: translator('ur'), f: formatter('ur') },
]
const bothDates = (on: string) => ({ en: en.f.date(on), ur: ur.f.date(on) })
const paperName = ({ latin, ur: urdu }: ExitAbout['name']) => ({ latin, urdu })

const URDU = /\p{Script=Arabic}/u
/** A court as it was typed: Latin letters stand once, in the middle, not again in the Urdu column and its larger type. */
const courtValue = (court: string) => (URDU.test(court) ? { en: court, ur: court } : { identifier: court })

/** In which language it is read out to him; left out where nobody asked. */
const languageFact = ({ language }: ExitAbout): CertificatePaper['facts'] =>
  language
    ? [
        {
          label: { en: en.t('people.language'), ur: ur.t('people.language') },
          value: { en: en.t(`people.language.${language}`), ur: ur.t(`people.language.${language}`) },
        },
      ]
    : []

/** What the certificate says; the same exit always says the same. */
export function contentOf(exit: ExitRow, about: ExitAbout, { places }: Program): CertificatePaper {
  const station = places.stations.get(exit.station_id)
  const ground = exit.ground as 'acquittal' | 'set_aside' | 'ended' | 'law_change'
  const label = (key: 'court' | 'order_number' | 'order_on') => ({
    ...{ en: en.t(`paper.certificate.${key}`), ur: ur.t(`paper.certificate.${key}`) },
  })
  const order = about.order_on && ground !== 'ended' ? about : null
  const facts: CertificatePaper['facts'] = order
    ? [
        ...(order.court ? [{ label: label('court'), value: courtValue(order.court) }] : []),
        ...(order.order_number
          ? [{ label: label('order_number'), value: { identifier: order.order_number } }]
          : []),
        { label: label('order_on'), value: bothDates(about.order_on ?? '') },
      ]
    : []
  return {
    statement: { en: en.t(`exits.statement.${ground}`), ur: ur.t(`exits.statement.${ground}`) },
    ...{ name: paperName(about.name), father: paperName(about.father), record_number: about.record_number },
    left_on: bothDates(exit.left_on),
    ground: { en: en.t(`exits.ground.${ground}`), ur: ur.t(`exits.ground.${ground}`) },
    facts: [...facts, ...languageFact(about)],
    station: { en: station?.name_en ?? exit.station_id, ur: station?.name_ur ?? exit.station_id },
  }
}

/** Signs a print of the certificate and keeps it; the exit names its latest. */
export async function printCertificate(
  {
    tx,
    program,
    now,
    officer_id,
  }: { tx: RegisterTx; program: Program; now: Temporal.Instant; officer_id: string },
  exit: ExitRow,
) {
  const about = openAbout(program.keyring, exit)
  if (!about) throw new Problem('not_found')
  const kind = 'certificate'
  const { rows } = await sql<{
    serial: number
  }>`select nextval('register.print_number')::int as serial`.execute(tx)
  const print_number = printNumber(Number(pakistanDay(now).slice(0, 4)), rows[0]?.serial ?? 0)
  const content_hash = contentHash(program.keyring, kind, contentOf(exit, about, program))
  const { code } = await signPrint(program.paper_signer, { kind, print_number, content_hash, at: now })
  const print_id = randomUUID()
  const row = {
    ...{ print_id, exit_id: exit.exit_id, print_number, content_hash, code },
    ...{ printed_at: now.toString(), printed_by: officer_id },
  }
  await tx.insertInto('register.certificate').values(row).execute()
  const given = { person_id: exit.person_id, given_by: officer_id, at: now.toString() }
  await recordPaper(tx, kind, { ...given, paper_id: print_id })
  await tx.updateTable('register.exit').set({ print_id }).where('exit_id', '=', exit.exit_id).execute()
  return { print_id, row_after: rowHash(row) }
}

/** The paper of one print, from its row: the same bytes each time. */
export async function paperOf(
  tx: RegisterTx,
  program: Program,
  exit: ExitRow,
  print_id: string,
): Promise<{ print_number: string; pdf: Buffer }> {
  const all = await tx
    .selectFrom('register.certificate as c')
    .innerJoin('access.officer as o', 'o.officer_id', 'c.printed_by')
    .select(['c.print_id', 'c.print_number', 'c.code', 'c.printed_at', 'o.name_en', 'o.name_ur'])
    .where('c.exit_id', '=', exit.exit_id)
    .orderBy('c.printed_at')
    .orderBy('c.print_id')
    .execute()
  const print = all.find((one) => one.print_id === print_id)
  const about = openAbout(program.keyring, exit)
  if (!print || !about) throw new Problem('not_found')
  const [first] = all
  const pdf = program.press.print(CERTIFICATE, {
    head: {
      print_number: print.print_number,
      printed_at: { en: en.f.dateTime(print.printed_at), ur: ur.f.dateTime(print.printed_at) },
      printed_by: { en: print.name_en, ur: print.name_ur },
      reprint_of: first && first.print_id !== print_id ? first.print_number : null,
    },
    content: contentOf(exit, about, program),
    ...{ token: print.code, printed_at: Temporal.Instant.from(print.printed_at) },
  })
  return { print_number: print.print_number, pdf }
}
