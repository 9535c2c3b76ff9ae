/** Finding people by what is known of somebody: keys, then cards, then the score (decision 0043). */
import type { PersonFacts } from '../../domain/matching/evidence.ts'
import { cnicVariants } from '../../domain/search/cnic-variants.ts'
import type { RegisterTx, Asked as Sent } from '../platform/database.ts'
import { blindIndex, type Keyring } from '../platform/keys.ts'
import {
  BY_KEYS,
  BY_NUMBERS,
  type CandidateRow,
  compareCandidates,
  type Found,
  keysAsked,
  listCandidates,
} from './candidates.ts'
import { readScale, type Scale } from './scale.ts'

/** The statements that a question asks for, all in one flight; none where it gives nothing to go by. */
export function statementsOf(keyring: Keyring, asked: PersonFacts, scale: Scale): Sent[] {
  const numbers = [...new Set(asked.cnics.flatMap(cnicVariants))]
  const by_number = {
    statement: BY_NUMBERS,
    values: [numbers.map((number) => blindIndex(keyring, 'cnic', number))],
  }
  return [
    ...(asked.names.length + asked.fathers.length > 0
      ? [{ statement: BY_KEYS, values: keysAsked(keyring, asked, scale) }]
      : []),
    ...(numbers.length > 0 ? [by_number] : []),
  ]
}

/** Everybody in scope who may be meant, the best first. */
export async function findPeople(tx: RegisterTx, keyring: Keyring, asked: PersonFacts): Promise<Found[]> {
  const scale = await readScale(tx, keyring)
  const sent = statementsOf(keyring, asked, scale)
  const lists = await Promise.all(sent.map((one) => listCandidates(tx, one)))
  const each = new Map<string, CandidateRow>(lists.flat().map((row) => [row.person_id, row]))
  return compareCandidates(keyring, [...each.values()], asked, scale)
}
