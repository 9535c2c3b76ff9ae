/** The officer: which agencies' systems act for him. He alone consents, by passkey, and he alone lends it. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { AgencyLinks, Consent, LinkChanged, LinkId } from '../../contract/agencies.ts'
import { paths } from '../../contract/paths.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { AgencyLinksPage } from '../../pages/agencies/AgencyLinksPage.tsx'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { findLink, LENT_MINUTES, listLinks } from './queries.ts'

const OWN: FactsOf<'agency'> = { kind: 'agency', place: null, is_own: true }

export function linkRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/agency-links', summary: 'Agencies whose systems may act for the officer' },
    ...{ access: 'agency_link.view', facts: () => OWN, audit: 'agency.links_seen' },
    ...{ reply: AgencyLinks, page: AgencyLinksPage },
    handle: async ({ tx, session, now }) => ({
      lent_minutes: LENT_MINUTES,
      agencies: await listLinks(tx, session.officer_id, session.province_iso, now),
    }),
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/agency-links', summary: 'Consent that an agency’s system acts for oneself' },
    ...{ access: 'agency_link.consent', facts: () => OWN, audit: 'agency.consented', status: 201 },
    ...{
      body: Consent,
      reply: LinkChanged,
      form: () => paths.agencyLinks(),
      then: () => paths.agencyLinks(),
    },
    event: ({ body, reply }) => ({
      ...{ subject_kind: 'agency_link', subject_id: reply?.link_id, second_id: body?.agency_id },
    }),
    async handle({ tx, body: { agency_id }, session, now }) {
      const offered = await listLinks(tx, session.officer_id, session.province_iso, now)
      const agency = offered.find((one) => one.agency_id === agency_id)
      if (!agency) throw new Problem('not_found')
      if (agency.link) throw new Problem('conflict')
      const link_id = randomUUID()
      const row = { link_id, agency_id, officer_id: session.officer_id, consented_at: now.toString() }
      await tx.insertInto('access.agency_officer').values(row).execute()
      return { link_id }
    },
  })
  changingRoutes(app, program)
}

type Given = { params: { link_id: string }; actor: Actor; tx: RegisterTx }

async function factsOfLink({ params, actor, tx }: Given): Promise<FactsOf<'agency'> | undefined> {
  const link = await findLink(tx, params.link_id)
  return link && { kind: 'agency', place: null, is_own: link.officer_id === actor.officer_id }
}

function changingRoutes(app: FastifyInstance, program: Program): void {
  const shared = {
    method: 'POST',
    params: LinkId,
    reply: LinkChanged,
    facts: factsOfLink,
    status: 201,
    form: () => paths.agencyLinks(),
    then: () => paths.agencyLinks(),
    event: ({ params }: { params: { link_id: string } }) => ({
      ...{ subject_kind: 'agency_link', subject_id: params.link_id },
    }),
  } as const
  endpoint(app, program, {
    ...{ url: '/agency-links/:link_id/loans', ...shared },
    summary: 'Let an agency’s system open answers for five minutes',
    ...{ access: 'agency_link.lend', audit: 'agency.lent' },
    async handle({ tx, params: { link_id } }) {
      await setLink(tx, link_id, 'lent_at')
      return { link_id }
    },
  })
  endpoint(app, program, {
    ...{ url: '/agency-links/:link_id/endings', ...shared },
    summary: 'End what an agency’s system may do for an officer',
    ...{ access: 'agency_link.end', audit: 'agency.link_ended' },
    async handle({ tx, params: { link_id } }) {
      await setLink(tx, link_id, 'ended_at')
      return { link_id }
    },
  })
}

/** Sets an instant of a consent that holds, by the database's clock, which judges it. */
async function setLink(tx: RegisterTx, link_id: string, at: 'lent_at' | 'ended_at'): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('access.agency_officer')
    .set(at === 'lent_at' ? { lent_at: sql<string>`now()` } : { ended_at: sql<string>`now()` })
    .where('link_id', '=', link_id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Problem('conflict')
}
