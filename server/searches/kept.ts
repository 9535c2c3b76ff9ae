/** A search that was made, opened again: its people as they are now, and as far as the officer may see them now. */
import type { Search } from '../../contract/searches.ts'
import type { RegisterTx } from '../platform/database.ts'
import { send } from '../platform/database.ts'
import { open, openDataKey } from '../platform/keys.ts'
import type { Program } from '../platform/program.ts'
import { answerAgain } from './by-name.ts'
import { BY_ID, onePerPerson, peopleOf, place, type Row } from './lookup.ts'

/** A kept search of the officer's own; undefined when there is none, or its words were destroyed. */
export async function findSearch(
  tx: RegisterTx,
  program: Program,
  search_id: string,
): Promise<Search | undefined> {
  const row = await tx
    .selectFrom('register.search as s')
    .leftJoin('register.search_none as n', 'n.search_id', 's.search_id')
    .select(['s.search_id', 'kind', 'purpose', 'searched_at', 'person_ids', 'said_at'])
    .select(['query_enc', 'case_reference_enc', 'answer_enc', 'wrapped_key', 'kek_id'])
    .where('s.search_id', '=', search_id)
    .executeTakeFirst()
  const key = row && openDataKey(program.keyring, search_id, row)
  if (!row || !key) return undefined
  const { kind, purpose, searched_at, person_ids, query_enc, case_reference_enc, answer_enc } = row
  const query = open(key, place(search_id, 'query_enc'), query_enc)
  const kept = answer_enc && open(key, place(search_id, 'answer_enc'), answer_enc)
  const people = peopleOf(program, await send<Row>(tx, BY_ID, [person_ids]), kind)
  const again = kept ? await answerAgain(tx, program, { query, searched_at, kept, person_ids, people }) : null
  return {
    ...{ search_id, kind, purpose, searched_at, query },
    case_reference:
      case_reference_enc && open(key, place(search_id, 'case_reference_enc'), case_reference_enc),
    results: onePerPerson(again?.results ?? people),
    answer: again?.answer ?? null,
    none_said_at: row.said_at,
  }
}
