/** What a decision about a breach must know: where its person is supervised, and why the officer looks. */
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor, Purpose } from '../../domain/access/actor.ts'
import { factsOfPerson, type PersonFacts } from '../people/facts.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'

export type BreachFacts = FactsOf<'breach'> & {
  person_id: string
  /** A breach of one's place is a task of supervision; a legal officer reviews it. */
  purpose: Purpose
  district_id: string
  /** Void or ended. */
  is_off_register: boolean
}

type Given = { params: { breach_id: string }; actor: Actor; tx: RegisterTx }

/** The facts of the breach that the address names; undefined when its person is not to be seen. */
export const breachFacts =
  (program: Program) =>
  async ({ params, actor, tx }: Given): Promise<BreachFacts | undefined> => {
    const row = await tx
      .selectFrom('register.breach')
      .select('person_id')
      .where('breach_id', '=', params.breach_id)
      .executeTakeFirst()
    const person = row && (await factsOfPerson(tx, program, actor, row.person_id))
    if (!row || !person) return undefined
    const purpose = actor.role === 'legal_officer' ? 'legal_review' : 'supervision'
    return {
      ...{ kind: 'breach', place: person.place, has_conflict: person.has_conflict, purpose },
      ...{
        person_id: row.person_id,
        district_id: person.district_id,
        is_closed: person.is_closed,
        is_off_register: person.is_off_register,
      },
    }
  }

/** The same facts as those of a person, for the bar at the head of the page. */
export const asPersonFacts = (facts: BreachFacts, breach_id: string): PersonFacts => ({
  ...{
    kind: 'person',
    place: facts.place,
    has_conflict: facts.has_conflict,
    is_closed: facts.is_closed,
    is_off_register: facts.is_off_register,
  },
  ...{ purpose: facts.purpose, task_id: breach_id, district_id: facts.district_id },
})

/** The subject of an event about a breach is the person, so that "who has looked" tells of it. */
export const aboutBreach = ({
  params,
  facts,
}: {
  params: { breach_id: string }
  facts: BreachFacts | undefined
}) => ({
  ...{ subject_kind: 'person', subject_id: facts?.person_id, second_id: params.breach_id },
  place_district: facts?.district_id,
})
