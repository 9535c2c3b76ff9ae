/** Proposing a correction; the decision is an approval like any other. */
import type { FastifyInstance } from 'fastify'
import {
  CorrectionAsked,
  CorrectionForm,
  CorrectionFormOf,
  CorrectionOf,
  CorrectionProposed,
} from '../../contract/corrections.ts'
import { paths } from '../../contract/paths.ts'
import { PersonId } from '../../contract/people.ts'
import { CORRECTABLE } from '../../domain/correction/correction.ts'
import { CorrectionPage } from '../../pages/corrections/CorrectionPage.tsx'
import { openPerson } from '../people/head.ts'
import { aboutPerson, look, personFacts } from '../people/look-endpoint.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { proposeCorrection } from './propose.ts'
import { listLive } from './versions.ts'

/** Digits of a number left to see in the list of what may be replaced. */
const NUMBER_TAIL = 3

export function correctionRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id/corrections', summary: 'What of a person may be corrected' },
    ...{ access: 'person.view', audit: 'correction.form_seen' },
    ...{ reply: CorrectionForm, page: CorrectionPage },
    handle: openForm,
  })

  endpoint(app, program, {
    ...{ ...look(program), params: CorrectionOf, is_page_only: true },
    ...{ url: '/people/:person_id/corrections/:field', summary: 'The form that corrects one field' },
    ...{ access: 'person.view', audit: 'correction.form_seen' },
    ...{ reply: CorrectionFormOf, page: CorrectionPage },
    handle: async (looking) => ({ ...(await openForm(looking)), field: looking.params.field }),
  })

  endpoint(app, program, {
    ...{
      method: 'POST',
      url: '/people/:person_id/corrections',
      summary: 'Propose a correction',
      status: 201,
    },
    ...{ access: 'correction.propose', audit: 'correction.proposed' },
    ...{ params: PersonId, body: CorrectionAsked, reply: CorrectionProposed },
    ...{ facts: personFacts(program), event: aboutPerson },
    then: ({ reply }) => paths.approval(reply.approval_id),
    form: ({ params }) => paths.personTab(params.person_id, 'corrections'),
    async handle({ tx, params, body, session, now, record, also }) {
      const proposing = { tx, program, session, now, person_id: params.person_id }
      const proposed = await proposeCorrection(proposing, body)
      record({ purpose: 'correction' })
      also({ subject_kind: 'approval', subject_id: proposed.approval_id })
      return proposed
    },
  })
}

/** The person's head and every version that may be replaced. */
async function openForm(looking: Parameters<typeof openPerson>[0]): Promise<CorrectionForm> {
  const { head, key } = await openPerson(looking)
  if (!key || !head.may.correct) throw new Problem('not_found')
  const { tx, params } = looking
  const targets: CorrectionForm['targets'] = []
  for (const field of CORRECTABLE)
    for (const { target_id, text } of await listLive(tx, key, params.person_id, field))
      targets.push({ target_id, field, text: masked(field, text) })
  return { person: head, targets }
}

const masked = (field: string, text: string) =>
  field === 'cnic' || field === 'passport' ? `…${text.slice(-NUMBER_TAIL)}` : text
