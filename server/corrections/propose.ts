import { randomUUID } from 'node:crypto'
import type { CorrectionAsked, CorrectionShown } from '../../contract/corrections.ts'
import { readCorrection, VERSION_OF } from '../../domain/correction/correction.ts'
import { propose } from '../approvals/queries.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { seal } from '../platform/keys.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { correctionApproval, keyOf } from './approval.ts'
import { listLive } from './versions.ts'

type Proposing = {
  tx: RegisterTx
  program: Program
  session: Session
  now: Temporal.Instant
  person_id: string
}

/** Proposes a correction to a second officer; nothing of the record changes yet. Returns its ids. */
export async function proposeCorrection(
  { tx, program, session, now, person_id }: Proposing,
  asked: CorrectionAsked,
) {
  const today = pakistanDay(now)
  if (asked.source_on > today) throw invalid('source_on', 'in_future')
  const read = readCorrection(asked.field, asked.after, today)
  if ('fault' in read) throw invalid('after', `corrections.fault.${read.fault}`)
  const key = await keyOf(tx, program, person_id)
  const versions = await listLive(tx, key, person_id, asked.field)
  // Of sex and birth there is always one version, so that one is meant.
  const target_id =
    VERSION_OF[asked.field] === 'person_detail' ? versions[0]?.target_id : (asked.target_id ?? undefined)
  const target = versions.find((v) => v.target_id === target_id)
  if (target_id !== undefined && !target) throw invalid('target_id', 'corrections.fault.not_live')
  if (versions.some((v) => v.text === read.value)) throw invalid('after', 'corrections.fault.unchanged')
  const person = await findPerson(tx, person_id)
  const correction_id = randomUUID()
  const { field, source_kind, source_on, source_ref, asked_by } = asked
  const shown: CorrectionShown = {
    ...{ correction_id, person_id, record_number: person.record_number, field },
    ...{ target_id: target?.target_id ?? null, before: target?.text ?? null, after: read.value },
    ...{ source_kind, source_on, source_ref, asked_by },
  }
  const { district_id } = person
  const about = { subject_id: person_id, district_id, shown, now }
  const approval_id = await propose(tx, program.keyring, session, correctionApproval, about)
  const place = (column: string) => ({ table: 'correction', row: correction_id, column })
  const row = {
    ...{
      correction_id,
      person_id,
      field,
      target_id: shown.target_id,
      approval_id,
      proposed_by: session.officer_id,
    },
    ...{ source_kind, source_on, asked_by, proposed_at: now.toString() },
    before_enc: seal(key, place('before_enc'), shown.before ?? ''),
    after_enc: seal(key, place('after_enc'), shown.after),
    source_ref_enc: seal(key, place('source_ref_enc'), source_ref),
  }
  await tx.insertInto('register.correction').values(row).execute()
  return { correction_id, approval_id }
}

async function findPerson(tx: RegisterTx, person_id: string) {
  const row = await tx
    .selectFrom('register.person')
    .select(['record_number', 'district_id'])
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  if (!row) throw new Problem('not_found')
  return row
}
