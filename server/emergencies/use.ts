/** Using the emergency access: what is refused before anybody is looked up, then one person by one number. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { EmergencyAsked, EmergencyRead } from '../../contract/emergencies.ts'
import type { FieldProblem } from '../../contract/problems.ts'
import { type CutRecord, cutRecord } from '../../domain/check/minimum.ts'
import { type WordsFault, wordsFault } from '../../domain/check/relevance-text.ts'
import { reviewClock } from '../../domain/emergency/review.ts'
import { readExactNumber, referenceFaults } from '../../domain/emergency/use.ts'
import { printNumber } from '../../domain/receipt/statement.ts'
import { EMERGENCIES } from '../../law/emergencies.ts'
import { openCard } from '../people/card.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { blindIndex, newDataKey, openDataKey, seal } from '../platform/keys.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { quotaRefused } from '../platform/quota.ts'
import { findUse, openPerson, readPerson } from './queries.ts'

type Using = { tx: RegisterTx; program: Program; session: Session; now: Temporal.Instant }

export const wordsPlace = (emergency_id: string) => ({
  ...{ table: 'emergency', row: emergency_id, column: 'words_enc' },
})

/** The fault of a few words, at its field. */
export const wordsProblem = (field: string, fault: WordsFault | null): FieldProblem[] => {
  if (fault === null) return []
  if (fault.code === 'number') return [{ field, code: 'checks.fault.number' }]
  const values = { words: fault.words.join(' · ') }
  return [{ field: 'names_confirmed', code: 'checks.fault.name_like', values }]
}

/** Throws with every fault at once; a number in the words is taken out of the form that is kept. */
function readAsked({ program, session, now }: Using, asked: EmergencyAsked) {
  const { role, district_id, station_id } = session
  const today = pakistanDay(now)
  const number = readExactNumber(asked.number, Number(today.slice(0, 4)))
  const place = asked.reference_station_id ?? null
  const station = place === null ? undefined : program.places.stations.get(place)
  const reference = { kind: asked.reference_kind, station_id: place, on: asked.reference_on }
  const fault = wordsFault(asked.words, asked.names_confirmed)
  const fields: FieldProblem[] = [
    ...(number ? [] : [{ field: 'number', code: 'emergencies.fault.number' }]),
    ...wordsProblem('words', fault),
    ...referenceFaults(reference, station?.district_id ?? null, { role, district_id, station_id }, today).map(
      ({ field, rule }) => ({ field, code: `emergencies.fault.${rule}` }),
    ),
  ]
  if (fault?.code === 'number') asked.words = ''
  if (!number || fields.length > 0) throw new Problem('invalid', { fields })
  return { number, place }
}

async function nextNumber(tx: RegisterTx, now: Temporal.Instant): Promise<string> {
  const { rows } = await sql<{ serial: number }>`
    select nextval('register.print_number')::int as serial`.execute(tx)
  return printNumber(Number(pakistanDay(now).slice(0, 4)), rows[0]?.serial ?? 0)
}

/** Opens the record, or learns that there is none; either is counted and kept. Returns the use's id. */
export async function useEmergency(using: Using, asked: EmergencyAsked): Promise<string> {
  const { tx, program, now } = using
  const { keyring } = program
  const { number, place } = readAsked(using, asked)
  const emergency_id = randomUUID()
  const key = newDataKey(keyring, emergency_id)
  const { danger, reference_kind, reference_number, reference_on } = asked
  const opened = await openPerson(tx, {
    ...{ emergency_id, kind: number.kind, danger, reference_kind, reference_number, reference_on },
    number_index: number.kind === 'record_number' ? null : blindIndex(keyring, number.kind, number.number),
    record_number: number.kind === 'record_number' ? number.number : null,
    reference_station_id: place,
    words_enc: seal(key, wordsPlace(emergency_id), asked.words),
    ...{ wrapped_key: key.wrapped_key, kek_id: key.kek_id },
    ...{ fields: EMERGENCIES.disclosure.fields, basis: EMERGENCIES.disclosure.basis },
    print_number: await nextNumber(tx, now),
  })
  if (opened === 'out_of_quota') {
    const gloss = await quotaRefused(tx, 'emergency')
    throw new Problem('quota_used', { policy: 'forbid-out-of-quota', ...(gloss ? { gloss } : {}) })
  }
  // The policies allowed what the wall refuses: nothing is said of why.
  if (opened === 'refused') throw new Problem('not_found')
  return emergency_id
}

/** What was opened, while it can be read: the record as it is now. */
export async function readEmergency(
  tx: RegisterTx,
  program: Program,
  emergency_id: string,
): Promise<EmergencyRead> {
  const use = await findUse(tx, emergency_id)
  if (!use) throw new Problem('not_found')
  const { outcome, print_number, used_at, until_at, name_en, name_ur, badge } = use
  const record = outcome === 'record' ? await readRecord(tx, program, emergency_id) : null
  const district = program.places.districts.get(record?.district_id ?? '')
  return {
    ...{ emergency_id, print_number, used_at, until_at, badge, record },
    outcome: outcome as EmergencyRead['outcome'],
    used_by: { en: name_en, ur: name_ur },
    district: district ? { en: district.name_en, ur: district.name_ur } : null,
    review_due_at: reviewClock({ used_at, is_reviewed: false }, used_at)?.due_at ?? used_at,
  }
}

/** The record cut to the least. One that has gone meanwhile is not there, as the whole address is not. */
async function readRecord(tx: RegisterTx, { keyring }: Program, emergency_id: string) {
  const found = await readPerson(tx, emergency_id)
  const key = found && openDataKey(keyring, found.person_id, found)
  if (!found || !key) throw new Problem('not_found')
  const { person_id, record_number, district_id, offences } = found
  const full = {
    ...{ ...openCard(key, person_id, found.card_enc), record_number, district_id },
    convictions: offences.length > 0 ? [{ offences, convicted_on: '', court: '' }] : [],
  }
  const cut: CutRecord = cutRecord(full, EMERGENCIES.disclosure.fields)
  return { ...cut, convictions: cut.convictions.map((one) => ({ ...one, offences: [...one.offences] })) }
}
