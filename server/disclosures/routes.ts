/** What left the register, the copies that are called back, and the word of each recipient that his is gone. */
import type { FastifyInstance } from 'fastify'
import {
  DisclosureList,
  DisclosuresAfter,
  ExportList,
  RecallConfirmed,
  RecallConfirming,
  RecallId,
  RecallList,
  RecallQuery,
} from '../../contract/disclosures.ts'
import { paths } from '../../contract/paths.ts'
import { PrintMade } from '../../contract/prints.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { DisclosuresPage } from '../../pages/disclosures/DisclosuresPage.tsx'
import { ExportsPage } from '../../pages/disclosures/ExportsPage.tsx'
import { RecallsPage } from '../../pages/disclosures/RecallsPage.tsx'
import { openPerson } from '../people/head.ts'
import { look } from '../people/look-endpoint.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { listDisclosures, listExports, PAGE_SIZE } from './queries.ts'
import { countRecalls, findRecall, listRecalls } from './recalls.ts'
import { printReport } from './report.ts'

const REGISTER: FactsOf<'disclosure'> = { kind: 'disclosure', place: null }

export function disclosureRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/disclosures', summary: 'What left the register, newest first' },
    ...{ access: 'disclosure.list', audit: 'disclosure.listed', facts: () => REGISTER },
    ...{ query: DisclosuresAfter, reply: DisclosureList, page: DisclosuresPage },
    // Each of the people listed is looked at.
    event: ({ reply }) =>
      [...new Set(reply?.disclosures.map((one) => one.person_id))].map((subject_id) => ({
        ...{ subject_kind: 'person', subject_id },
      })),
    async handle({ tx, query }) {
      const disclosures = await listDisclosures(tx, null, query.after)
      const next = disclosures.length === PAGE_SIZE ? (disclosures.at(-1)?.disclosure_id ?? null) : null
      return { disclosures, next }
    },
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/recalls', summary: 'Copies that are called back' },
    ...{ access: 'recall.list', audit: 'recall.listed', facts: () => REGISTER },
    ...{ query: RecallQuery, reply: RecallList, page: RecallsPage },
    async handle({ tx, query, now, actor: { officer_id, role, through_agency } }) {
      const is_supervisor = role === 'bureau_supervisor'
      const is_bureau = is_supervisor || role === 'bureau_officer'
      const by = { officer_id, is_supervisor, is_bureau, through_agency }
      const list = query.list ?? 'open'
      const [counts, recalls] = await Promise.all([
        countRecalls(tx, by, now),
        listRecalls(tx, program.places, by, { list, now }),
      ])
      return { list, counts, recalls }
    },
  })
  exportRoute(app, program)
  confirmingRoute(app, program)
  reportRoute(app, program)
}

function exportRoute(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/exports', summary: 'Files of many people that were taken out, newest first' },
    ...{ access: 'disclosure.list', audit: 'export.listed', facts: () => REGISTER },
    ...{ reply: ExportList, page: ExportsPage },
    handle: async ({ tx }) => ({ exports: await listExports(tx) }),
  })
}

function reportRoute(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ ...look(program), method: 'POST', status: 201, quota: 'print' },
    ...{ url: '/people/:person_id/access-reports', summary: 'Print who has looked, for the person' },
    ...{ access: 'person.lookers', audit: 'access_report.printed', reply: PrintMade },
    form: ({ params }) => paths.personTab(params.person_id, 'lookers'),
    then: ({ reply }) => paths.print(reply.print_id),
    async handle(looking) {
      const { tx, session, now } = looking
      const { head, key } = await openPerson(looking)
      if (!key) throw new Problem('not_found')
      return printReport({ tx, program, session, now }, key, head)
    },
  })
}

type Asked = {
  params: { recall_id: string }
  actor: { officer_id: string; through_agency?: boolean }
  tx: RegisterTx
}

export async function factsOfRecall({ params, actor, tx }: Asked): Promise<FactsOf<'recall'> | undefined> {
  const recall = await findRecall(tx, params.recall_id, actor)
  if (!recall) return undefined
  const is_recipient = recall.given_to === actor.officer_id
  return { kind: 'recall', place: null, is_recipient, is_officers: recall.given_to !== null }
}

function confirmingRoute(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/recalls/:recall_id/confirmations', summary: 'Say that a copy is gone' },
    ...{ access: 'recall.confirm', audit: 'recall.confirmed', facts: factsOfRecall, status: 201 },
    ...{ params: RecallId, body: RecallConfirming, reply: RecallConfirmed },
    event: ({ params }) => ({ subject_kind: 'recall', subject_id: params.recall_id }),
    ...{ form: () => paths.recalls(), then: () => paths.recalls() },
    async handle({ tx, params: { recall_id }, body, session, now }) {
      const recall = await findRecall(tx, recall_id)
      if (!recall || recall.confirmed_at !== null) throw new Problem('already_decided')
      await tx
        .insertInto('register.recall_confirmation')
        .values({
          ...{ recall_id, said: body.said },
          ...{ confirmed_by: session.officer_id, confirmed_at: now.toString() },
        })
        .execute()
      return { recall_id }
    },
  })
}
