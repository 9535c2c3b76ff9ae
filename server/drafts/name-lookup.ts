/**
 * The forced look-up by name: a draft that names somebody is compared with the people its author may see, and stops
 * where one of them is probably the same. With all others it is compared by one function of the database that returns
 * nothing; what it notes only the Bureau sees. So a draft is no way to search the nation.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { DraftBody } from '../../contract/draft-body.ts'
import type { LookupPerson } from '../../contract/drafts.ts'
import { NOTHING_KNOWN, type PersonFacts } from '../../domain/matching/evidence.ts'
import { parseName } from '../../domain/names/parse.ts'
import { answerOf, isProbable } from '../../domain/search/answer.ts'
import { type RegisterTx, type Session, type Statement, send } from '../platform/database.ts'
import { type Keyring, newDataKey, seal } from '../platform/keys.ts'
import type { Program } from '../platform/program.ts'
import { compareAgain, fitShown } from '../searches/by-name.ts'
import { keysAsked } from '../searches/candidates.ts'
import { findPeople } from '../searches/find.ts'
import { BY_ID, peopleOf, type Row } from '../searches/lookup.ts'
import { readScale } from '../searches/scale.ts'

/** Every comparison takes at least this long, whoever is found, and wherever. */
const COMPARISON_MILLISECONDS = 150

const COMPARE_DRAFT: Statement = {
  name: 'compare_draft',
  text: 'select register.compare_draft($1, $2::bigint[], $3::integer[], $4::integer[])',
}

/** What a draft says of its person; undefined while it names nobody. */
export function factsOfDraft({ person }: Pick<DraftBody, 'person'>): PersonFacts | undefined {
  const called = (kind: 'name' | 'alias' | 'father') =>
    person.names.filter((name) => name.kind === kind).map(({ text }) => parseName(text))
  const names = [...called('name'), ...called('alias')]
  if (names.length === 0) return undefined
  return {
    ...{ ...NOTHING_KNOWN, names, fathers: called('father') },
    sex: person.sex === 'x' ? null : person.sex,
    birth:
      person.born_on !== null
        ? { kind: 'day', on: person.born_on }
        : person.born_year === null
          ? null
          : { kind: 'year', year: person.born_year },
    cnics: person.documents.filter(({ kind }) => kind === 'cnic').map(({ number }) => number),
  }
}

type Looking = { draft_id: string; body: DraftBody }

/** Compares, records the search, and returns its id when somebody in scope is probably the same; null otherwise. */
export async function lookUpByName(
  tx: RegisterTx,
  keyring: Keyring,
  session: Session,
  { draft_id, body }: Looking,
): Promise<string | null> {
  const asked = factsOfDraft(body)
  if (!asked) return null
  const until = performance.now() + COMPARISON_MILLISECONDS
  const keys = keysAsked(keyring, asked, await readScale(tx, keyring))
  const [found] = await Promise.all([
    findPeople(tx, keyring, asked),
    send(tx, COMPARE_DRAFT, [draft_id, ...keys]),
  ])
  const probable = answerOf(asked, found).shown.filter(({ score }) => isProbable(score))
  const person_ids = probable.map(({ person_id }) => person_id)
  const search_id = randomUUID()
  const key = newDataKey(keyring, search_id)
  const place = { table: 'search', row: search_id, column: 'query_enc' }
  await tx
    .insertInto('register.search')
    .values({
      ...{ search_id, officer_id: session.officer_id, kind: 'draft', purpose: 'registration', person_ids },
      ...{ draft_id, query_enc: seal(key, place, JSON.stringify({ draft_id, numbers: [] })) },
      ...{ wrapped_key: key.wrapped_key, kek_id: key.kek_id },
    })
    .execute()
  await wait(Math.max(0, until - performance.now()))
  const said = body.further_of
  return probable.length > 0 && said === null ? search_id : null
}

/** People whom a look-up found, as far as the officer may see them, each compared with the draft as it stands. */
export async function compareWithDraft(
  tx: RegisterTx,
  program: Program,
  body: DraftBody,
  person_ids: readonly string[],
): Promise<LookupPerson[]> {
  const asked = factsOfDraft(body)
  const people = peopleOf(program, await send<Row>(tx, BY_ID, [person_ids]), 'draft')
  const found = asked ? await compareAgain(tx, program, asked, person_ids) : []
  return people.map(({ person_id, record_number, name, father, born_year }) => {
    const one = found.find((other) => other.person_id === person_id)
    return { person_id, record_number, name, father, born_year, score: one ? fitShown(one) : null }
  })
}
