/** A check request as the screens and JSON show it. */
import type { AnswerContent } from '../../contract/check-answers.ts'
import type { CheckAsked, CheckDraft, CheckRow } from '../../contract/checks.ts'
import { checkClock } from '../../domain/check/clock.ts'
import { nameLike } from '../../domain/check/relevance-text.ts'
import { owedOf } from '../../domain/check/request.ts'
import { type CheckStage, deskOf, isEditable } from '../../domain/check/stage.ts'
import { listDocumentDoubts } from '../../domain/draft/doubts.ts'
import { CHECKS } from '../../law/checks.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, open } from '../platform/keys.ts'
import type { Places } from '../platform/places.ts'
import type { Program } from '../platform/program.ts'
import { listRefusals, listSteps, notePlace } from './queries.ts'
import type { CheckRowStored, LiveCheck, OpenCheck } from './row.ts'

/** First digit of the CNICs of invented people. */
const RESERVED_DIGIT = '9'

const pairOf = (row: { name_en: string; name_ur: string } | undefined) =>
  row ? { en: row.name_en, ur: row.name_ur } : null
const nameOr = (row: { name_en: string; name_ur: string } | undefined, code: string) =>
  pairOf(row) ?? { en: code, ur: code }

/** The office of a kind in a district. */
const officeOf = ({ units }: Places, kind: string, district_id: string) =>
  nameOr(
    [...units.values()].find((unit) => unit.kind === kind && unit.district_id === district_id),
    district_id,
  )

/** The clock that runs at the desk where a request waits. */
export function clockOf(
  row: Pick<CheckRowStored, 'stage' | 'asked_at' | 'screened_at'>,
  now: Temporal.Instant,
): CheckRow['clock'] {
  const at = now.toString()
  if (row.stage === 'asked' && row.asked_at) return checkClock(row.asked_at, CHECKS.screen_hours.value, at)
  const is_with_bureau = row.stage === 'forwarded' || row.stage === 'proposed'
  if (is_with_bureau && row.screened_at) return checkClock(row.screened_at, CHECKS.answer_hours.value, at)
  return null
}

export function rowShown(row: CheckRowStored, { places }: Program, now: Temporal.Instant): CheckRow {
  return {
    ...{ check_id: row.check_id, stage: row.stage as CheckStage, desk: deskOf(row.stage as CheckStage) },
    district: nameOr(places.districts.get(row.district_id), row.district_id),
    station: row.fir_station_id === null ? null : pairOf(places.stations.get(row.fir_station_id)),
    ...{ fir_number: row.fir_number, fir_year: row.fir_year, offences: row.offences },
    ...{ asked_by: { en: row.name_en, ur: row.name_ur }, asked_at: row.asked_at, updated_at: row.updated_at },
    clock: clockOf(row, now),
  }
}

/** District of the record that an answer tells. */
export const districtOf = ({ places }: Program, { record }: AnswerContent) =>
  pairOf(places.districts.get(record?.district_id ?? ''))

/** What is asked. Of a request whose key is gone, or that is not for this desk any more, the suspect is not shown. */
export function askedShown(check: OpenCheck, { places }: Program, is_for_desk: boolean): CheckAsked {
  const body = is_for_desk ? check.body : undefined
  const station = check.fir_station_id === null ? undefined : places.stations.get(check.fir_station_id)
  const district = body?.suspect.district_id ? places.districts.get(body.suspect.district_id) : undefined
  return {
    ...{ station: pairOf(station), fir_number: check.fir_number, fir_year: check.fir_year },
    transfer_order: body?.transfer_order ?? null,
    offences: check.offences,
    suspect: body?.suspect ?? null,
    suspect_district: pairOf(district),
    relevance: check.relevance as CheckAsked['relevance'],
    reasons: body?.reasons ?? null,
    fir_hash: check.fir_hash?.toString('hex') ?? null,
    annexure_hash: check.annexure_hash?.toString('hex') ?? null,
  }
}

/** What the desks did, with their notes as long as the key is there. */
export async function stepsShown(tx: RegisterTx, check_id: string, key: DataKey | undefined) {
  return (await listSteps(tx, check_id)).map(({ step_id, note_enc, name_en, name_ur, ...step }) => ({
    ...{ act: step.act, reason: step.reason, happened_at: step.happened_at },
    note: key && note_enc ? open(key, notePlace(step_id), note_enc) : null,
    done_by: { en: name_en, ur: name_ur },
  }))
}

function returnedOf(stage: string, steps: Awaited<ReturnType<typeof stepsShown>>): CheckDraft['returned'] {
  if (stage !== 'returned') return null
  const last = steps.findLast(({ act }) => act === 'returned' || act === 'reopened')
  return last ? { reason: last.reason, note: last.note } : null
}

const choice = (row: { name_en: string; name_ur: string }, id: string) => ({
  ...{ id, name: { en: row.name_en, ur: row.name_ur } },
})

/** The request while it is written. */
export async function draftShown(tx: RegisterTx, program: Program, check: LiveCheck): Promise<CheckDraft> {
  const { places } = program
  const { body, district_id, check_id, key } = check
  const stage = check.stage as CheckStage
  const { refusals, is_anothers_fir } = await listRefusals(tx, program, district_id, body)
  const documents = body.suspect.cnic === null ? [] : [{ kind: 'cnic' as const, number: body.suspect.cnic }]
  const province = places.districts.get(body.suspect.district_id ?? district_id)?.province_iso ?? null
  return {
    ...{ check_id, stage, is_open: isEditable(stage), body_version: check.body_version },
    ...{ station_id: body.station_id, asked: askedShown(check, program, true) },
    missing: owedOf({ ...body, names: body.suspect.names }).map((one) => ({ ...one })),
    refusals: refusals.map(({ rule, field, law }) => ({
      ...{ rule, law, step: field === 'relevance' ? ('reasons' as const) : ('fir' as const) },
    })),
    doubts: listDocumentDoubts(documents, body.suspect.sex, province, program.is_demo ? RESERVED_DIGIT : ''),
    marked: body.reasons === null ? [] : [...nameLike(body.reasons)],
    ...{ needs_order: is_anothers_fir, screen_hours: CHECKS.screen_hours.value },
    returned: returnedOf(stage, await stepsShown(tx, check_id, key)),
    to: {
      prosecutor: officeOf(places, 'prosecutor_office', district_id),
      police: officeOf(places, 'district_police_office', district_id),
      investigator: { en: check.name_en, ur: check.name_ur },
    },
    stations: places.stationsOf(district_id).map((station) => choice(station, station.station_id)),
    districts: [...places.districts.values()].map((district) => choice(district, district.district_id)),
  }
}
