/** Administrators: officers, postings, standing, passkeys. Every change is proposed here and confirmed by a second one. */
import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import {
  EnrolmentLink,
  NewOfficer,
  Officer,
  OfficerChange,
  OfficerChangeForm,
  OfficerList,
  PostingChoices,
  Proposed,
} from '../../contract/officers.ts'
import { paths } from '../../contract/paths.ts'
import { Code, Id, Shape } from '../../contract/shape.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { type Actor, NATION, ROLES } from '../../domain/access/actor.ts'
import { CHANGES } from '../../domain/officers/changes.ts'
import { LinkPage } from '../../pages/officers/LinkPage.tsx'
import { NewOfficerPage } from '../../pages/officers/NewOfficerPage.tsx'
import { OfficerChangePage } from '../../pages/officers/OfficerChangePage.tsx'
import { OfficerPage } from '../../pages/officers/OfficerPage.tsx'
import { OfficersPage } from '../../pages/officers/OfficersPage.tsx'
import { hasWaitingLink } from '../approvals/queries.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { LINK_HOURS } from '../platform/tokens.ts'
import { choicesFor } from './choices.ts'
import { proposeChange, proposeOfficer } from './propose.ts'
import { findOfficer, listOfficers, listPostings, nextOf, takeLink } from './queries.ts'

const OfficerId = Shape({ officer_id: Id })
const OfficerAndChange = Shape({ officer_id: Id, change: Code(CHANGES) })
const ApprovalId = Shape({ approval_id: Id })
const ListQuery = Shape({ role: Type.Optional(Code(ROLES)), after: Type.Optional(Id) })
const ChoiceQuery = Shape({ district_id: Type.Optional(Type.String({ pattern: '^[a-z0-9_]{2,60}$' })) })

const officerFacts = (has_conflict = false): FactsOf<'officer'> => ({
  ...{ kind: 'officer', place: NATION, is_own_proposal: false, has_conflict },
})

type Given = { params: { officer_id: string }; actor: Actor; tx: RegisterTx }
const factsOfOfficer = async ({ params, tx }: Given) =>
  (await findOfficer(tx, params.officer_id)) && officerFacts()
/** Nobody proposes anything about himself. */
const factsOfChange = async ({ params, actor, tx }: Given) =>
  (await findOfficer(tx, params.officer_id)) && officerFacts(params.officer_id === actor.officer_id)

export function officerRoutes(app: FastifyInstance, program: Program) {
  lookingRoutes(app, program)
  proposingRoutes(app, program)
  endpoint(app, program, {
    ...{ method: 'GET', url: '/officers/links/:approval_id', params: ApprovalId },
    summary: 'The enrolment link of a confirmed proposal, shown once',
    ...{ access: 'officer.confirm', audit: 'enrolment.shown', reply: EnrolmentLink, page: LinkPage },
    facts: async ({ params, tx }) =>
      (await hasWaitingLink(tx, params.approval_id)) ? officerFacts() : undefined,
    event: ({ params }) => ({ subject_kind: 'approval', subject_id: params.approval_id }),
    async handle({ params, tx }) {
      const link = await takeLink(tx, program.keyring, params.approval_id)
      if (!link) throw new Problem('not_found')
      return { link: `${program.origin}/enrol/${link}`, hours: LINK_HOURS }
    },
  })
}

function lookingRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/officers', summary: 'Officers by name', query: ListQuery },
    ...{ access: 'officer.view', facts: () => officerFacts(), audit: 'officer.listed' },
    ...{ reply: OfficerList, page: OfficersPage },
    async handle({ tx, query }) {
      const officers = await listOfficers(tx, query)
      const postings = await listPostings(
        tx,
        program.places,
        officers.map((o) => o.officer_id),
      )
      const held = Map.groupBy(postings, (posting) => posting.officer_id)
      return {
        role: query.role ?? null,
        officers: officers.map((o) => ({ ...o, postings: held.get(o.officer_id) ?? [] })),
        next: nextOf(officers),
      }
    },
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/officers/:officer_id', summary: 'One officer', params: OfficerId },
    ...{ access: 'officer.view', facts: factsOfOfficer, audit: 'officer.viewed' },
    event: ({ params }) => ({ subject_kind: 'officer', subject_id: params.officer_id }),
    ...{ reply: Officer, page: OfficerPage },
    handle: ({ tx, params, actor }) => getOfficer(tx, program, params.officer_id, actor),
  })
}

async function getOfficer(
  tx: RegisterTx,
  program: Program,
  officer_id: string,
  actor: Actor,
): Promise<Static<typeof Officer>> {
  const officer = await findOfficer(tx, officer_id)
  if (!officer) throw new Problem('not_found')
  const postings = await listPostings(tx, program.places, [officer_id])
  return { ...officer, postings, is_self: officer_id === actor.officer_id }
}

function proposingRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/officers/new', summary: 'Form of a new officer', is_page_only: true },
    ...{ access: 'officer.propose', facts: () => officerFacts(), audit: 'officer.form_opened' },
    ...{ query: ChoiceQuery, reply: PostingChoices, page: NewOfficerPage },
    handle: async ({ query }) => choicesFor(program.places, query.district_id),
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/officers', summary: 'Propose a new officer', body: NewOfficer },
    ...{ access: 'officer.propose', facts: () => officerFacts(), audit: 'officer.proposed' },
    ...{ reply: Proposed, status: 201, form: () => paths.newOfficer() },
    then: ({ reply }) => paths.approval(reply.approval_id),
    event: ({ reply }) => ({ subject_kind: 'approval', subject_id: reply?.approval_id }),
    handle: async ({ body, ...asking }) => ({ approval_id: await proposeOfficer(asking, body) }),
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/officers/:officer_id/changes/:change', params: OfficerAndChange },
    ...{ summary: 'Form of a change about an officer', is_page_only: true, query: ChoiceQuery },
    ...{ access: 'officer.propose', facts: factsOfChange, audit: 'officer.form_opened' },
    ...{ reply: OfficerChangeForm, page: OfficerChangePage },
    event: ({ params }) => ({ subject_kind: 'officer', subject_id: params.officer_id }),
    handle: async ({ tx, params, query, actor }) => ({
      change: params.change,
      officer: await getOfficer(tx, program, params.officer_id, actor),
      choices: choicesFor(program.places, query.district_id),
    }),
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/officers/:officer_id/changes/:change', params: OfficerAndChange },
    ...{ summary: 'Propose a change about an officer', body: OfficerChange },
    ...{ access: 'officer.propose', facts: factsOfChange, audit: 'officer.proposed' },
    ...{ reply: Proposed, status: 201 },
    form: ({ params }) => paths.officerChange(params.officer_id, params.change),
    then: ({ reply }) => paths.approval(reply.approval_id),
    event: ({ params, reply }) => [
      { subject_kind: 'officer', subject_id: params.officer_id, second_id: reply?.approval_id },
      ...(reply ? [{ subject_kind: 'approval', subject_id: reply.approval_id }] : []),
    ],
    handle: async ({ params, body, ...asking }) => ({
      approval_id: await proposeChange(asking, params.officer_id, params.change, body),
    }),
  })
}
