/** Taking the records of a person apart again: who leaves, why, and which papers were made meanwhile. */
import type { FastifyInstance } from 'fastify'
import { MergeProposed, SplitAsked, SplitForm } from '../../contract/merges.ts'
import { paths } from '../../contract/paths.ts'
import { PersonId } from '../../contract/people.ts'
import { SplitPage } from '../../pages/matches/SplitPage.tsx'
import { openPerson } from '../people/head.ts'
import { linkedShown, listGroup } from '../people/linked.ts'
import { aboutPerson, look, personFacts } from '../people/look-endpoint.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { Program } from '../platform/program.ts'
import { listPapersSince, proposeSplit } from './merging.ts'

export function splitRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...look(program),
    ...{
      url: '/people/:person_id/splits/new',
      summary: 'The records of a person, and the form that takes them apart',
    },
    ...{ access: 'merge.view', audit: 'split.form_seen', reply: SplitForm, page: SplitPage },
    async handle(looking) {
      const { tx, params } = looking
      const { head } = await openPerson(looking)
      const group = await listGroup(tx, params.person_id)
      return {
        person: head,
        records: group.map((member) => linkedShown(program.places, member)),
        papers: await listPapersSince(tx, group),
      }
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/people/:person_id/splits', status: 201 },
    ...{ summary: 'Propose that records be taken out of a person', params: PersonId },
    ...{ access: 'merge.propose', audit: 'split.proposed', body: SplitAsked, reply: MergeProposed },
    ...{ facts: personFacts(program), event: aboutPerson },
    form: ({ params }) => paths.newSplit(params.person_id),
    then: ({ reply }) => paths.approval(reply.approval_id),
    async handle({ tx, params, body, session, now, also }) {
      const proposed = await proposeSplit({ tx, program, session, now }, { ...params, ...body })
      also({ subject_kind: 'approval', subject_id: proposed.approval_id })
      return proposed
    },
  })
}
