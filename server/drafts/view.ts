/** One draft as the screens and JSON show it: facts, what they lack, and what the rules say of them today. */
import type { DraftBody } from '../../contract/draft-body.ts'
import type { DraftView, LegalDecision, Ruling } from '../../contract/drafts.ts'
import { listOwed, REQUIRED_FIELDS } from '../../domain/draft/completeness.ts'
import { listDocumentDoubts } from '../../domain/draft/doubts.ts'
import { ruleOnDraft, rulingHash } from '../../domain/draft/judgment.ts'
import { needsLegalDecision } from '../../domain/draft/stage.ts'
import { proposeStation } from '../../domain/draft/station.ts'
import { entryClock } from '../../domain/entry/clock.ts'
import type { Pack } from '../../law/packs.ts'
import { getPackInForce, packNamed } from '../duties/packs.ts'
import { findLegalDecision, type OpenDraft, returnReasonPlace } from '../entries/draft-row.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { open } from '../platform/keys.ts'
import type { Places } from '../platform/places.ts'
import type { Program } from '../platform/program.ts'
import { listRecords } from './lookup.ts'
import { isOpenStage } from './queries.ts'
import { listTextDoubts } from './steps.ts'

/** First digit of the CNICs of invented people. */
const RESERVED_DIGIT = '9'

/** What a pack says of a draft on a day; undefined while a fact that a test reads is missing. */
export function rulingOf(draft: OpenDraft, pack: Pack, on: string): Ruling | undefined {
  const ruling = ruleOnDraft(draft.draft_id, draft.body, pack, on)
  if (!ruling) return undefined
  return {
    pack: packNamed(pack),
    tests: structuredClone(ruling.eligibility) as Ruling['tests'],
    registration: structuredClone(ruling.registration) as Ruling['registration'],
    is_custody_unknown: ruling.is_custody_unknown,
    needs_legal_decision: needsLegalDecision(ruling.eligibility),
    ruling_hash: rulingHash(ruling, draft.body.person).toString('hex'),
  }
}

/** The newest legal decision, and whether it was made on the draft as it stands. */
export async function findLegalWord(
  tx: RegisterTx,
  draft: OpenDraft,
  ruling: Ruling | undefined,
): Promise<LegalDecision | null> {
  const word = await findLegalDecision(tx, draft)
  if (!word) return null
  const by = await tx
    .selectFrom('register.legal_decision as l')
    .innerJoin('access.officer as o', 'o.officer_id', 'l.decided_by')
    .select(['l.eligibility_hash', 'o.name_en as en', 'o.name_ur as ur'])
    .where('l.draft_id', '=', draft.draft_id)
    .orderBy('l.decided_at', 'desc')
    .orderBy('l.legal_decision_id')
    .executeTakeFirstOrThrow()
  const { eligibility_hash, en, ur } = by
  return {
    ...word,
    decided_by: { en, ur },
    is_current: eligibility_hash.toString('hex') === ruling?.ruling_hash,
  }
}

const pairOf = (named: { name_en: string; name_ur: string } | undefined) => ({
  en: named?.name_en ?? '',
  ur: named?.name_ur ?? '',
})

const choiceOf = (district: Parameters<typeof pairOf>[0] & { district_id: string }) => ({
  ...{ district_id: district.district_id, name: pairOf(district) },
})

/** The districts where a draft says that he was held, by name. */
export const heldDistricts = (places: Places, { conviction }: Pick<DraftBody, 'conviction'>) =>
  [...new Set(conviction.custody.flatMap(({ held_district_id }) => held_district_id ?? []))].flatMap((id) => {
    const district = places.districts.get(id)
    return district ? [choiceOf(district)] : []
  })

/** All districts, by their names in English. */
export const districtChoices = (places: Places) =>
  [...places.districts.values()].map(choiceOf).sort((a, b) => (a.name.en < b.name.en ? -1 : 1))

/** Provinces and territories where a court may sit, by ISO code. */
export const jurisdictionsOf = (places: Places) =>
  [...new Map([...places.districts.values()].map((d) => [d.province_iso, d])).values()].map((d) => ({
    code: d.province_iso,
    name: { en: d.province_en, ur: d.province_ur },
  }))

/** The draft as a legal officer sees it: the tests read birth and conviction; who it is does not matter to them. */
export function withoutIdentity(view: DraftView): DraftView {
  const person = { ...view.body.person, names: [], documents: [], address: null }
  return { ...view, body: { ...view.body, person }, doubts: [], further_of_record: null }
}

export async function viewDraft(
  tx: RegisterTx,
  program: Program,
  draft: OpenDraft,
  { now, is_own_unit }: { now: Temporal.Instant; is_own_unit: boolean },
): Promise<DraftView> {
  const { draft_id, stage, origin, district_id, body_version, body, created_at, submitted_at } = draft
  const today = pakistanDay(now)
  const pack = await getPackInForce(tx, today)
  const ruling = rulingOf(draft, pack, today)
  const stations = program.places.stationsOf(district_id)
  const { convicted_on, jurisdiction, fir_station } = body.conviction
  const { documents, sex } = body.person
  const further = body.further_of ? await listRecords(tx, [body.further_of]) : []
  return {
    ...{ draft_id, stage, origin, district_id, body_version, body, created_at, submitted_at },
    district: pairOf(program.places.districts.get(district_id)),
    is_searched: draft.searched_at !== null,
    is_open: is_own_unit && isOpenStage(stage),
    further_of_record: further[0]?.record_number ?? null,
    clock: convicted_on === null ? null : entryClock(convicted_on, today, pack),
    missing: listOwed(body, origin).map((field) => ({ field, step: REQUIRED_FIELDS[field] })),
    doubts: [
      ...listDocumentDoubts(documents, sex, jurisdiction, program.is_demo ? RESERVED_DIGIT : ''),
      ...listTextDoubts(body),
    ],
    ruling: ruling ?? null,
    legal: await findLegalWord(tx, draft, ruling),
    identity_outcome: draft.identity_outcome,
    return_reason:
      draft.return_reason_enc === null
        ? null
        : open(draft.key, returnReasonPlace(draft_id), draft.return_reason_enc),
    stations: stations.map((station) => ({ station_id: station.station_id, name: pairOf(station) })),
    proposed_station_id: body.station_id ?? proposeStation(stations, fir_station)?.station_id ?? null,
    jurisdictions: jurisdictionsOf(program.places),
    held_districts: heldDistricts(program.places, body),
  }
}
