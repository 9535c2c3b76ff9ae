/** Missed duties (S17): what lapsed and why nothing may be opened, contact steps, the breach, its decision. */
import type { FastifyInstance } from 'fastify'
import {
  BreachAsked,
  BreachDecisionAsked,
  BreachId,
  BreachOpened,
  BreachProposed,
  BreachShown,
  ContactAsked,
  ContactKept,
  LapseChosen,
  PersonLapses,
  UndecidedAfter,
  UndecidedList,
} from '../../contract/breaches.ts'
import { paths } from '../../contract/paths.ts'
import { PersonId } from '../../contract/people.ts'
import { PrintMade } from '../../contract/prints.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { BreachPage } from '../../pages/breaches/BreachPage.tsx'
import { LapsesPage } from '../../pages/breaches/LapsesPage.tsx'
import { UndecidedPage } from '../../pages/breaches/UndecidedPage.tsx'
import { openPerson } from '../people/head.ts'
import { aboutPerson, look, personFacts } from '../people/look-endpoint.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { listPrintsAbout } from '../prints/queries.ts'
import { openBreach, proposeDecision, recordContact } from './acts.ts'
import { aboutBreach, asPersonFacts, type BreachFacts, breachFacts } from './facts.ts'
import { findGateFacts } from './gate-facts.ts'
import { findBreach } from './queries.ts'
import { printReferral } from './referral.ts'
import { listUndecided } from './undecided.ts'
import { describeBreach, listLapses } from './view.ts'

export function breachRoutes(app: FastifyInstance, program: Program): void {
  listRoutes(app, program)
  lapseRoutes(app, program)
  oneBreachRoutes(app, program)
  referralRoutes(app, program)
}

const factsOfList = ({ actor }: { actor: Actor }): FactsOf<'breach'> => ({
  ...{ kind: 'breach', place: actor.place, has_conflict: false, is_closed: false },
})

function listRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/breaches', summary: 'Lapsed duties past the limit without a decision' },
    ...{ access: 'breach.list', facts: factsOfList, audit: 'breach.listed', query: UndecidedAfter },
    ...{ reply: UndecidedList, page: UndecidedPage },
    handle: ({ tx, query, actor, now }) => listUndecided(tx, program.places, { now, actor }, query.after),
  })
}

function lapseRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id/breaches/new', summary: 'Lapsed duties of a person, each with its gate' },
    ...{ access: 'breach.prepare', audit: 'breach.form_seen', query: LapseChosen },
    ...{ reply: PersonLapses, page: LapsesPage },
    async handle(looking) {
      const { head, key } = await openPerson(looking)
      const { tx, params, now } = looking
      const today = pakistanDay(now)
      const given = await findGateFacts(tx, params.person_id, today)
      if (!given) throw new Problem('not_found')
      const { duty, key: chosen_key } = looking.query
      return {
        ...{ person: head, today },
        chosen: { ...(duty && { duty }), ...(chosen_key && { key: chosen_key }) },
        lapses: await listLapses(tx, params.person_id, given, { key, now }),
      }
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/people/:person_id/contacts', status: 201 },
    ...{ summary: 'Record a contact step about a lapsed duty', access: 'breach.contact' },
    ...{ audit: 'breach.contact_recorded', params: PersonId, body: ContactAsked, reply: ContactKept },
    ...{ facts: personFacts(program), event: aboutPerson },
    then: ({ reply }) => (reply.breach_id ? paths.breach(reply.breach_id) : paths.newBreach(reply.person_id)),
    form: ({ params }) => paths.newBreach(params.person_id),
    async handle({ tx, params, body, session, now, record }) {
      const doing = { tx, program, session, now, person_id: params.person_id }
      const { row_after, ...kept } = await recordContact(doing, body)
      record({ row_after, purpose: 'supervision' })
      return kept
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/people/:person_id/breaches', status: 201 },
    ...{ summary: 'Open a missed duty, where every check of the gate passes', access: 'breach.open' },
    ...{ audit: 'breach.opened', params: PersonId, body: BreachAsked, reply: BreachOpened },
    ...{ facts: personFacts(program), event: aboutPerson },
    then: ({ reply }) => paths.breach(reply.breach_id),
    form: ({ params }) => paths.newBreach(params.person_id),
    async handle({ tx, params, body, session, now, record }) {
      const doing = { tx, program, session, now, person_id: params.person_id }
      const { breach_id, row_after } = await openBreach(doing, body)
      record({ row_after, purpose: 'supervision' })
      return { breach_id }
    },
  })
}

function oneBreachRoutes(app: FastifyInstance, program: Program) {
  const about = { params: BreachId, facts: breachFacts(program), event: aboutBreach }
  endpoint(app, program, {
    ...{ method: 'GET', url: '/breaches/:breach_id', summary: 'A missed duty: gate, steps, decision' },
    ...{ ...about, access: 'breach.view', audit: 'breach.viewed', quota: 'view_person' },
    purpose: ({ facts }: { facts: BreachFacts }) => facts.purpose,
    ...{ reply: BreachShown, page: BreachPage },
    handle: async (looking) => (await openBreachPage({ ...looking, program })).shown,
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/breaches/:breach_id/decisions', status: 201 },
    ...{ summary: 'Propose to refer a missed duty or not to; a second officer signs it off' },
    ...{ ...about, access: 'breach.decide', audit: 'breach.decision_proposed' },
    ...{ body: BreachDecisionAsked, reply: BreachProposed },
    then: ({ params }) => paths.breach(params.breach_id),
    form: ({ params }) => paths.breach(params.breach_id),
    async handle({ tx, params, body, session, now, record }) {
      const row = await getBreach(tx, params.breach_id)
      const doing = { tx, program, session, now, person_id: row.person_id }
      const { approval_id, row_after } = await proposeDecision(doing, row, body)
      record({ row_after, purpose: 'supervision' })
      return { breach_id: row.breach_id, approval_id }
    },
  })
}

type Looking = {
  tx: RegisterTx
  program: Program
  params: { breach_id: string }
  facts: BreachFacts
  actor: Actor
  now: Temporal.Instant
}

/** Everything of a breach as this officer sees it, and the key of its person. */
async function openBreachPage({ tx, program, params, facts, actor, now }: Looking) {
  const row = await getBreach(tx, params.breach_id)
  const person_facts = asPersonFacts(facts, row.breach_id)
  const looking = { tx, program, actor, now, facts: person_facts, params: { person_id: row.person_id } }
  const { head, key } = await openPerson(looking)
  const given = await findGateFacts(tx, row.person_id, pakistanDay(now))
  if (!given) throw new Problem('not_found')
  const described = await describeBreach(tx, row, given, { key, now })
  const station = program.places.stations.get(row.station_id)
  const may = (action: 'breach.decide' | 'breach.print') => decide(actor, action, facts).allowed
  const shown: BreachShown = {
    ...{ ...described, person: head },
    station: { en: station?.name_en ?? row.station_id, ur: station?.name_ur ?? row.station_id },
    prints: await listPrintsOf(tx, row.breach_id),
    may: {
      contact: described.state === 'open' && may('breach.decide') && described.duty_state !== null,
      decide: described.state === 'open' && may('breach.decide'),
      print: described.state === 'referred' && may('breach.print'),
    },
  }
  return { shown, key }
}

function referralRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/breaches/:breach_id/referrals', status: 201, quota: 'print' },
    ...{ summary: 'Print the signed bundle that refers a missed duty', access: 'breach.print' },
    ...{ audit: 'referral.printed', params: BreachId, reply: PrintMade },
    ...{ facts: breachFacts(program), event: aboutBreach },
    then: ({ reply }) => paths.print(reply.print_id),
    form: ({ params }) => paths.breach(params.breach_id),
    async handle(looking) {
      const { shown, key } = await openBreachPage({ ...looking, program })
      if (!key || !shown.may.print) throw new Problem('breach_closed')
      const { tx, session, now, record } = looking
      record({ purpose: 'supervision' })
      return printReferral({ tx, program, session, now }, key, shown)
    },
  })
}

const listPrintsOf = async (tx: RegisterTx, breach_id: string): Promise<BreachShown['prints']> =>
  (await listPrintsAbout(tx, breach_id)).map(({ print_id, print_number, printed_at }) => ({
    ...{ print_id, print_number, printed_at },
  }))

async function getBreach(tx: RegisterTx, breach_id: string) {
  const row = await findBreach(tx, breach_id)
  if (!row) throw new Problem('not_found')
  return row
}
