/** A use of the emergency access as lists, its second officer and an administrator see it. */
import type { EmergencyFinding, EmergencyRow, EmergencyShown } from '../../contract/emergencies.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { type Finding, type FollowUp, reviewClock } from '../../domain/emergency/review.ts'
import { isReadable } from '../../domain/emergency/use.ts'
import { openCard } from '../people/card.ts'
import { decide } from '../platform/authorize.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type Keyring, open, openDataKey } from '../platform/keys.ts'
import type { Program } from '../platform/program.ts'
import { factsOfUse } from './facts.ts'
import { type listFindings, readName, type Use } from './queries.ts'
import { wordsPlace } from './use.ts'

type Seeing = { tx: RegisterTx; program: Program; actor: Actor; now: Temporal.Instant }

export const reasonsPlace = (emergency_id: string) => ({
  ...{ table: 'emergency_review', row: emergency_id, column: 'reasons_enc' },
})

const pairOf = (row: { name_en: string; name_ur: string } | undefined, otherwise: string) => ({
  en: row?.name_en ?? otherwise,
  ur: row?.name_ur ?? otherwise,
})

export async function rowShown({ tx, program, actor, now }: Seeing, use: Use): Promise<EmergencyRow> {
  const { emergency_id, used_at, until_at, used_by, finding } = use
  const is_own = used_by === actor.officer_id
  const facts = await factsOfUse(tx, program, now, { use, actor })
  return {
    ...{ emergency_id, used_at, until_at, finding: finding as Finding | null },
    used_by: pairOf(use, ''),
    role: use.role as EmergencyRow['role'],
    unit: pairOf(program.places.units.get(use.unit_id), use.unit_id),
    danger: use.danger as EmergencyRow['danger'],
    outcome: use.outcome as EmergencyRow['outcome'],
    clock: reviewClock({ used_at, is_reviewed: finding !== null }, now.toString()),
    may: {
      read: is_own && use.posting_id === actor.posting_id && isReadable(use, now.toString()),
      see: decide(actor, 'emergency.view', facts, {}).allowed,
      review:
        finding === null && decide({ ...actor, fresh_auth: true }, 'emergency.review', facts, {}).allowed,
    },
  }
}

/** One use, as its second officer judges it. */
export async function useShown(seeing: Seeing, use: Use): Promise<EmergencyShown> {
  const { program } = seeing
  const { emergency_id, reference_station_id } = use
  const key = openDataKey(program.keyring, emergency_id, use)
  const station = program.places.stations.get(reference_station_id ?? '')
  return {
    ...(await rowShown(seeing, use)),
    ...{ badge: use.badge, print_number: use.print_number },
    words: key ? open(key, wordsPlace(emergency_id), use.words_enc) : null,
    reference: {
      kind: use.reference_kind as EmergencyShown['reference']['kind'],
      station: reference_station_id === null ? null : pairOf(station, reference_station_id),
      ...{ number: use.reference_number, on: use.reference_on },
    },
    fields: use.fields as EmergencyShown['fields'],
    about: await aboutShown(seeing, emergency_id),
    review: reviewShown(program.keyring, use),
  }
}

async function aboutShown({ tx, program }: Seeing, emergency_id: string): Promise<EmergencyShown['about']> {
  const found = await readName(tx, emergency_id)
  const key = found && openDataKey(program.keyring, found.person_id, found)
  if (!found || !key) return null
  const { name, father } = openCard(key, found.person_id, found.card_enc)
  return { record_number: found.record_number, name, father }
}

function reviewShown(keyring: Keyring, use: Use): EmergencyShown['review'] {
  const { emergency_id, finding, reasons_enc, reviewed_at, by_en, by_ur } = use
  if (finding === null || reviewed_at === null || reasons_enc === null) return null
  const sealed = { wrapped_key: use.review_wrapped_key, kek_id: use.review_kek_id ?? '' }
  const key = openDataKey(keyring, emergency_id, sealed)
  return {
    ...{ finding: finding as Finding, reviewed_at, reviewed_by: { en: by_en ?? '', ur: by_ur ?? '' } },
    reasons: key ? open(key, reasonsPlace(emergency_id), reasons_enc) : null,
  }
}

type FindingRow = Awaited<ReturnType<typeof listFindings>>[number]

export function findingShown(keyring: Keyring, row: FindingRow): EmergencyFinding {
  const { emergency_id, officer_id, badge, reviewed_at, did, done_at, by_en, by_ur } = row
  const key = openDataKey(keyring, emergency_id, row)
  return {
    ...{ emergency_id, officer_id, badge, reviewed_at, done_at, did: did as FollowUp | null },
    ...{ used_by: pairOf(row, ''), reviewed_by: { en: by_en, ur: by_ur } },
    reasons: key ? open(key, reasonsPlace(emergency_id), row.reasons_enc) : null,
  }
}
