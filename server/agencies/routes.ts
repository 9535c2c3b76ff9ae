/** Administrators: which agencies' systems may ask, their secrets, and what they were told. */
import type { FastifyInstance } from 'fastify'
import {
  AddressChange,
  Agency,
  AgencyAndChange,
  AgencyChangeForm,
  AgencyForm,
  AgencyId,
  AgencyList,
  AgencyProposed,
  Ending,
  NewAgency,
  SecretId,
  SecretMade,
  SecretShown,
} from '../../contract/agencies.ts'
import { paths } from '../../contract/paths.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { AgenciesPage } from '../../pages/agencies/AgenciesPage.tsx'
import { AgencyChangePage } from '../../pages/agencies/AgencyChangePage.tsx'
import { AgencyPage } from '../../pages/agencies/AgencyPage.tsx'
import { NewAgencyPage } from '../../pages/agencies/NewAgencyPage.tsx'
import { SecretPage } from '../../pages/agencies/SecretPage.tsx'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { proposeAgency, proposeChange } from './approval.ts'
import { eventRoutes } from './event-routes.ts'
import { linkRoutes } from './link-routes.ts'
import { findAgency, listAgencies, listSent, provincesOf } from './queries.ts'
import { BOTH_HOURS, listValid, makeSecret, takeSecret } from './secrets.ts'

/** Agencies as a whole: none of them acts for an administrator. */
const AGENCIES: FactsOf<'agency'> = { kind: 'agency', place: null, is_own: false }

export function agencyRoutes(app: FastifyInstance, program: Program): void {
  lookingRoutes(app, program)
  proposingRoutes(app, program)
  changingRoutes(app, program)
  secretRoutes(app, program)
  linkRoutes(app, program)
  eventRoutes(app, program)
}

type Given = { params: { agency_id: string }; tx: RegisterTx }

const about = ({ places }: Program) => ({
  params: AgencyId,
  facts: async ({ params, tx }: Given) =>
    (await findAgency(tx, places, params.agency_id)) ? AGENCIES : undefined,
})
const eventOf = ({ params }: { params: { agency_id: string } }) => ({
  ...{ subject_kind: 'agency', subject_id: params.agency_id },
})

function lookingRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/agencies', summary: 'Agencies whose own systems may ask' },
    ...{ access: 'agency.view', facts: () => AGENCIES, audit: 'agency.listed' },
    ...{ reply: AgencyList, page: AgenciesPage },
    handle: async ({ tx }) => ({ agencies: await listAgencies(tx, program.places) }),
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/agencies/:agency_id', summary: 'One agency, and what it was told' },
    ...{ access: 'agency.view', audit: 'agency.viewed', ...about(program), event: eventOf },
    ...{ reply: Agency, page: AgencyPage },
    async handle({ tx, params: { agency_id }, now, actor }) {
      const found = await findAgency(tx, program.places, agency_id)
      if (!found) throw new Problem('not_found')
      const { province_iso: _, ...agency } = found
      const secrets = await listValid(tx, agency_id, now)
      const propose = decide(actor, 'agency.propose', AGENCIES).allowed
      return {
        ...agency,
        secrets: secrets.map(({ secret_id, made_at, ends_at }) => ({ secret_id, made_at, ends_at })),
        events: await listSent(tx, agency_id),
        both_hours: BOTH_HOURS,
        may: { propose, rotate: propose },
      }
    },
  })
}

function proposingRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/agencies/new', summary: 'Form of a new agency', is_page_only: true },
    ...{ access: 'agency.propose', facts: () => AGENCIES, audit: 'agency.form_seen' },
    ...{ reply: AgencyForm, page: NewAgencyPage },
    handle: async ({ now }) => ({
      provinces: [...provincesOf(program.places)].map(([province_iso, name]) => ({ province_iso, name })),
      today: pakistanDay(now),
    }),
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/agencies', summary: 'Propose to let an agency’s system in', status: 201 },
    ...{ access: 'agency.propose', facts: () => AGENCIES, audit: 'agency.proposed' },
    ...{ body: NewAgency, reply: AgencyProposed, form: () => paths.newAgency() },
    then: ({ reply }) => paths.approval(reply.approval_id),
    event: ({ reply }) => ({ subject_kind: 'approval', subject_id: reply?.approval_id }),
    handle: async ({ body, ...proposing }) => ({ approval_id: await proposeAgency(proposing, body) }),
  })
}

type Proposed = { params: { agency_id: string }; reply: { approval_id: string } | undefined }
const proposedFor = ({ params, reply }: Proposed) => [
  { subject_kind: 'agency', subject_id: params.agency_id, second_id: reply?.approval_id },
  ...(reply ? [{ subject_kind: 'approval', subject_id: reply.approval_id }] : []),
]

function changingRoutes(app: FastifyInstance, program: Program): void {
  const shared = {
    access: 'agency.propose',
    audit: 'agency.proposed',
    status: 201,
    reply: AgencyProposed,
    event: proposedFor,
    ...about(program),
    then: ({ reply }: { reply: { approval_id: string } }) => paths.approval(reply.approval_id),
  } as const
  endpoint(app, program, {
    ...{ method: 'GET', url: '/agencies/:agency_id/changes/:change', is_page_only: true },
    ...{ summary: 'Form of a change of an agency', access: 'agency.propose', audit: 'agency.form_seen' },
    ...{ ...about(program), params: AgencyAndChange, event: eventOf },
    ...{ reply: AgencyChangeForm, page: AgencyChangePage },
    async handle({ tx, params }) {
      const found = await findAgency(tx, program.places, params.agency_id)
      if (!found) throw new Problem('not_found')
      return { ...params, name: found.name, webhook_url: found.webhook_url }
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/agencies/:agency_id/addresses', body: AddressChange, ...shared },
    summary: 'Propose where the messages to an agency go',
    form: ({ params }) => paths.agencyChange(params.agency_id, 'address'),
    handle: async ({ body, params, ...proposing }) => ({
      approval_id: await proposeChange(proposing, params.agency_id, { change: 'address', ...body }),
    }),
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/agencies/:agency_id/endings', body: Ending, ...shared },
    summary: 'Propose the last day of an agency',
    form: ({ params }) => paths.agencyChange(params.agency_id, 'end'),
    handle: async ({ body, params, ...proposing }) => ({
      approval_id: await proposeChange(proposing, params.agency_id, { change: 'end', ...body }),
    }),
  })
}

function secretRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/agencies/:agency_id/secrets', status: 201, reply: SecretMade },
    summary: 'Give an agency a new secret; the one before stays valid for a day',
    ...{ access: 'agency.rotate', audit: 'agency.secret_made', ...about(program), event: eventOf },
    form: ({ params }) => paths.agency(params.agency_id),
    then: ({ reply }) => paths.agencySecret(reply.agency_id, reply.secret_id),
    async handle({ tx, params: { agency_id }, session, now }) {
      return { agency_id, secret_id: await makeSecret(tx, program.keyring, session, agency_id, now) }
    },
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/agencies/:agency_id/secrets/:secret_id', summary: 'A new secret, shown once' },
    ...{ access: 'agency.rotate', audit: 'agency.secret_shown', ...about(program), params: SecretId },
    ...{ event: eventOf, reply: SecretShown, page: SecretPage },
    async handle({ tx, params, session, now }) {
      const secret = await takeSecret(tx, program.keyring, params, session.officer_id, now)
      if (!secret) throw new Problem('shown_already')
      return { agency_id: params.agency_id, secret, both_hours: BOTH_HOURS }
    },
  })
}
