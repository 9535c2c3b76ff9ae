/** A person's convictions as the rules read them: both tests for each, and the registration that follows. */
import type { Static } from 'typebox'
import type { PackNamed } from '../../contract/packs.ts'
import type { ConvictionShown, Registration } from '../../contract/people.ts'
import type { CaseResult } from '../../domain/duty/evaluate.ts'
import { decideJudgment, type JudgmentEligibility } from '../../domain/eligibility/judgment.ts'
import { findOffence } from '../../law/offences.ts'
import type { Pack } from '../../law/packs.ts'
import { packNamed } from '../duties/packs.ts'
import type { RegisterTx } from '../platform/database.ts'

export type Judged = {
  convictions: ConvictionShown[]
  custody: { custody_id: string; from_on: string; to_on: string | null; source_kind: string }[]
  registration: Static<typeof Registration>
  pack: PackNamed
}

const listConvictionRows = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.conviction as c')
    .innerJoin('access.officer as o', 'o.officer_id', 'c.added_by')
    .selectAll('c')
    .select(['o.name_en', 'o.name_ur'])
    .where('person_id', '=', person_id)
    .orderBy('convicted_on', 'desc')
    .orderBy('conviction_id')
    .execute()
type ConvictionRow = Awaited<ReturnType<typeof listConvictionRows>>[number]

const listAppeals = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.appeal_event as a')
    .innerJoin('register.conviction as c', 'c.conviction_id', 'a.conviction_id')
    .select(['a.conviction_id', 'a.appeal_event_id', 'a.event', 'a.happened_on'])
    .where('c.person_id', '=', person_id)
    .where('a.superseded_at', 'is', null)
    .orderBy('a.happened_on')
    .orderBy('a.ordinal')
    .execute()
type AppealRow = Awaited<ReturnType<typeof listAppeals>>[number]

const listCustody = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.custody')
    .select(['custody_id', 'from_on', 'to_on', 'source_kind'])
    .where('person_id', '=', person_id)
    .where('superseded_at', 'is', null)
    .orderBy('from_on', 'desc')
    .orderBy('custody_id')
    .execute()

/** All convictions of a person, newest judgment first, judged on a day; the registration is that of the duty engine. */
export async function judgePerson(
  tx: RegisterTx,
  person_id: string,
  person: { born_on: string | null },
  { pack, on, result }: { pack: Pack; on: string; result: CaseResult },
): Promise<Judged> {
  const [rows, appeals, custody] = await Promise.all([
    listConvictionRows(tx, person_id),
    listAppeals(tx, person_id),
    listCustody(tx, person_id),
  ])
  const convictions = rows.map((row) => {
    const own = appeals.filter((a) => a.conviction_id === row.conviction_id)
    const appeal = own.map(({ event, happened_on }) => ({ event, on: happened_on }))
    return shownOf(row, own, decideJudgment({ ...row, appeal }, person, pack, on))
  })
  return {
    ...{ convictions, custody, pack: packNamed(pack) },
    registration: structuredClone(result.registration) as Judged['registration'],
  }
}

function shownOf(row: ConvictionRow, appeals: AppealRow[], tests: JudgmentEligibility): ConvictionShown {
  const { conviction_id, court, case_number, offence_on, convicted_on, country, jurisdiction } = row
  const { victim, disposal, juvenile, source_kind, added_at } = row
  return {
    ...{ conviction_id, court, case_number, offence_on, convicted_on, country, jurisdiction },
    ...{ victim, disposal, juvenile, source_kind, added_at },
    offences: row.offences.map((key) => {
      const known = findOffence(key)
      return { key, title: known ? { en: known.title_en, ur: known.title_ur } : null }
    }),
    fir: { station: row.fir_station, year: row.fir_year, number: row.fir_number },
    sentence: { months: row.sentence_months, is_life: row.is_life, fine_pkr: row.fine_pkr },
    judgment_hash: row.judgment_hash?.toString('hex') ?? null,
    appeals: appeals.map(({ appeal_event_id, event, happened_on }) => ({
      appeal_event_id,
      event,
      happened_on,
    })),
    tests: structuredClone(tests) as ConvictionShown['tests'],
    added_by: { en: row.name_en, ur: row.name_ur },
  }
}
