/** Proposing a legal instrument, and the desks that one opens. Without one a desk answers like what does not exist. */
import type { FastifyInstance } from 'fastify'
import {
  CLOSED_DESKS,
  DeskName,
  DeskShown,
  InstrumentAsked,
  InstrumentForm,
  InstrumentProposed,
} from '../../contract/instruments.ts'
import { paths } from '../../contract/paths.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { DeskPage } from '../../pages/instruments/DeskPage.tsx'
import { InstrumentPage } from '../../pages/instruments/InstrumentPage.tsx'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { findInForce, proposeInstrument } from './instrument.ts'

const INSTRUMENTS: FactsOf<'instrument'> = { kind: 'instrument', place: null }

export function instrumentRoutes(app: FastifyInstance, program: Program): void {
  const today = () => pakistanDay(program.clock.now())
  endpoint(app, program, {
    ...{ method: 'GET', url: '/instruments/new', summary: 'Form of a legal instrument', is_page_only: true },
    ...{ access: 'instrument.propose', facts: () => INSTRUMENTS, audit: 'instrument.form_seen' },
    ...{ reply: InstrumentForm, page: InstrumentPage },
    handle: async () => ({ desks: [...CLOSED_DESKS] }),
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/instruments', summary: 'Propose what opens a closed desk', status: 201 },
    ...{ access: 'instrument.propose', facts: () => INSTRUMENTS, audit: 'instrument.proposed' },
    ...{ body: InstrumentAsked, reply: InstrumentProposed, form: () => paths.newInstrument() },
    then: ({ reply }) => paths.approval(reply.approval_id),
    event: ({ reply }) => ({ subject_kind: 'approval', subject_id: reply?.approval_id }),
    handle: async ({ body, ...proposing }) => ({ approval_id: await proposeInstrument(proposing, body) }),
  })
  endpoint(app, program, {
    ...{
      method: 'GET',
      url: '/desks/:desk',
      summary: 'A desk that a legal instrument opened',
      params: DeskName,
    },
    ...{ access: 'desk.view', audit: 'desk.seen', reply: DeskShown, page: DeskPage },
    facts: async ({ tx, params }) =>
      (await findInForce(tx, params.desk, today())) ? INSTRUMENTS : undefined,
    async handle({ tx, params }) {
      const found = await findInForce(tx, params.desk, today())
      if (!found) throw new Problem('not_found')
      return found
    },
  })
}
