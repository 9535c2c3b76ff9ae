/** Offering a person: what the other station will see is sealed under a key that dies with the answer. */
import { randomUUID } from 'node:crypto'
import type { PersonHead } from '../../contract/people.ts'
import type { TransferAsked, TransferSeen } from '../../contract/transfers.ts'
import { canonicalJson } from '../../domain/approval/canonical.ts'
import { dateOfDuty } from '../../domain/breach/lapse.ts'
import { computeDuties } from '../duties/compute.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { newDataKey, seal } from '../platform/keys.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { findOpenOf, findPerson } from './queries.ts'
import { seenPlace } from './view.ts'

type Offering = {
  tx: RegisterTx
  program: Program
  session: Session
  now: Temporal.Instant
  person: PersonHead
}

/** Offers a person to another station; he stays where he is until that station accepts. */
export async function offerTransfer({ tx, program, session, now, person }: Offering, asked: TransferAsked) {
  const { places, keyring } = program
  const to = places.stations.get(asked.to_station_id)
  const owner = await findPerson(tx, person.person_id)
  if (!owner) throw new Problem('not_found')
  if (!to) throw invalid('to_station_id', 'not_a_choice')
  if (to.station_id === owner.station_id) throw invalid('to_station_id', 'transfers.fault.own_station')
  if (await findOpenOf(tx, person.person_id)) throw new Problem('transfer_open')
  const transfer_id = randomUUID()
  const key = newDataKey(keyring, transfer_id)
  const seen: TransferSeen = {
    ...{ record_number: person.record_number, name: person.name },
    next_duty: await nextDuty(tx, person.person_id, pakistanDay(now)),
  }
  const row = {
    ...{ transfer_id, person_id: person.person_id, cause: asked.cause },
    ...{ from_station_id: owner.station_id, from_district_id: owner.district_id },
    ...{ to_station_id: to.station_id, to_district_id: to.district_id },
    shown_enc: seal(key, seenPlace(transfer_id), canonicalJson(seen)),
    ...{ wrapped_key: key.wrapped_key, kek_id: key.kek_id },
    ...{ offered_at: now.toString(), offered_by: session.officer_id },
  }
  await tx.insertInto('register.transfer').values(row).execute()
  return { transfer_id, row_after: rowHash(row) }
}

/** The earliest duty not yet met, so that the new station knows what it takes on. */
async function nextDuty(tx: RegisterTx, person_id: string, on: string): Promise<TransferSeen['next_duty']> {
  const duties = (await computeDuties(tx, [person_id], on)).get(person_id)?.result.duties ?? []
  for (const duty of duties) {
    const due_on = dateOfDuty(duty)
    const is_met = duty.state === 'met' || duty.state === 'met_late'
    if (!is_met && due_on !== null) return { duty: duty.duty, due_on }
  }
  return null
}
