/** What every route that shows a person has in common: facts, the purpose of the task, the event, the quota. */

import { paths } from '../../contract/paths.ts'
import { PersonId } from '../../contract/people.ts'
import type { Actor } from '../../domain/access/actor.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import { factsOfPerson, type PersonFacts } from './facts.ts'

type Given = { params: { person_id: string }; actor: Actor; tx: RegisterTx }

/** The subject of an event about a person, and the task behind the look. */
export const aboutPerson = ({
  params,
  facts,
}: {
  params: { person_id: string }
  facts: PersonFacts | undefined
}) => ({
  subject_kind: 'person',
  subject_id: params.person_id,
  second_id: facts?.task_id ?? undefined,
  place_district: facts?.district_id,
})

/** The facts of the person that the address names. */
export const personFacts =
  (program: Program) =>
  ({ params, actor, tx }: Given) =>
    factsOfPerson(tx, program, actor, params.person_id)

/** The parts of a route that looks at a person; a look without a task is first asked for its purpose. */
export const look = (program: Program) => ({
  method: 'GET' as const,
  quota: 'view_person' as const,
  facts: personFacts(program),
  purpose: ({ facts }: { facts: PersonFacts }) => facts.purpose,
  ask_purpose: ({ params }: { params: { person_id: string } }) =>
    paths.personTab(params.person_id, 'purpose'),
  event: aboutPerson,
  params: PersonId,
})
