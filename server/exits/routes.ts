/** S20: who leaves the register, the certificate, and its handing over. */
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { CertificateMade, Exit, ExitBegun, ExitId, ExitList, HandedOver } from '../../contract/exits.ts'
import { paths } from '../../contract/paths.ts'
import { PersonId } from '../../contract/people.ts'
import { Id, Shape } from '../../contract/shape.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { endOf, statusOf } from '../../domain/duty/exceptions.ts'
import { ExitPage } from '../../pages/exits/ExitPage.tsx'
import { ExitsPage } from '../../pages/exits/ExitsPage.tsx'
import { hasConflict } from '../approvals/queries.ts'
import { computeDuties } from '../duties/compute.ts'
import { factsOfPerson } from '../people/facts.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { asNumbered } from '../platform/paper-words.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { readPerson } from './about.ts'
import { paperOf, printCertificate } from './certificate.ts'
import { insertExit } from './follow.ts'
import { describeExit, findExitRow, listWaiting } from './queries.ts'

type Given = { params: { exit_id: string }; actor: Actor; tx: RegisterTx }

/** What a decision must know of an exit: the place of its station, and whether its certificate still waits. */
export const exitFacts =
  ({ places }: Program) =>
  async ({ params, actor, tx }: Given): Promise<(FactsOf<'exit'> & { person_id: string }) | undefined> => {
    const row = await findExitRow(tx, params.exit_id)
    if (!row) return undefined
    const has_conflict = await hasConflict(tx, actor.officer_id, [row.person_id])
    const is_open = row.handed_at === null && row.reversed_at === null
    const place = places.ofStation(row.station_id)
    return { kind: 'exit', place, has_conflict, is_open, person_id: row.person_id }
  }

/** The look is at the person, so it stands among those who have looked. */
const aboutExit = ({
  params,
  facts,
}: {
  params: { exit_id: string }
  facts: { person_id?: unknown } | undefined
}) => ({
  ...{ subject_kind: 'person', subject_id: facts?.person_id as string | undefined },
  second_id: params.exit_id,
})

export function exitRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/exits', summary: 'Certificates that wait to be handed over, oldest first' },
    ...{ access: 'exit.view', audit: 'exit.listed', reply: ExitList, page: ExitsPage },
    facts: ({ actor }) => ({ kind: 'exit' as const, place: actor.place, has_conflict: false, is_open: true }),
    handle: async ({ tx, actor, now }) => ({
      exits: await listWaiting(tx, program, actor.place.station, pakistanDay(now)),
    }),
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/exits/:exit_id', summary: 'How a person left the register', params: ExitId },
    ...{ access: 'exit.view', audit: 'exit.seen', facts: exitFacts(program), event: aboutExit },
    ...{ reply: Exit, page: ExitPage },
    handle: ({ tx, params, actor, facts }) => describeExit({ tx, program, actor }, params.exit_id, facts),
  })
  beginningRoute(app, program)
  certificateRoutes(app, program)
  handingRoute(app, program)
}

function beginningRoute(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{
      method: 'POST',
      url: '/people/:person_id/exits',
      summary: 'Begin the exit of an ended registration',
    },
    ...{ access: 'exit.certify', audit: 'exit.begun', params: PersonId, reply: ExitBegun, status: 201 },
    async facts({ params, actor, tx }) {
      const person = await factsOfPerson(tx, program, actor, params.person_id)
      if (!person?.is_off_register || person.is_closed) return undefined
      return { kind: 'exit' as const, place: person.place, has_conflict: person.has_conflict, is_open: true }
    },
    event: ({ params }) => ({ subject_kind: 'person', subject_id: params.person_id }),
    then: ({ reply }) => paths.exit(reply.exit_id),
    async handle({ tx, params: { person_id }, now, session, record, also }) {
      // Computed now, not as projected: a release that nobody knows is no end.
      const on = pakistanDay(now)
      const computed = (await computeDuties(tx, [person_id], on)).get(person_id)
      const ends_on = computed && statusOf(computed) === 'ended' ? endOf(computed) : null
      const live = await tx
        .selectFrom('register.exit')
        .select('exit_id')
        .where('person_id', '=', person_id)
        .where('reversed_at', 'is', null)
        .executeTakeFirst()
      if (live || ends_on === null) throw new Problem('conflict')
      const { name, father, record_number, language, station_id } = await readPerson(
        tx,
        program.keyring,
        person_id,
      )
      const about = { name, father, record_number, language, court: '', order_number: '', order_on: null }
      const { exit_id, row_after } = await insertExit(tx, program, also, {
        ...{ person_id, station_id, ground: 'ended', about, conviction_id: null, left_on: ends_on },
        ...{ approval_id: null, begun_by: session.officer_id, begun_at: now.toString() },
      })
      record({ row_after, second_id: exit_id })
      return { exit_id }
    },
  })
}

const PrintId = Shape({ exit_id: Id, print_id: Id })
const Paper = Shape({ print_number: Type.String(), pdf_base64: Type.String() })

function certificateRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/exits/:exit_id/certificates', summary: 'Print the certificate', status: 201 },
    ...{
      quota: 'print',
      access: 'exit.certify',
      audit: 'exit.certified',
      params: ExitId,
      reply: CertificateMade,
    },
    ...{ facts: exitFacts(program), event: aboutExit },
    then: ({ params }) => paths.exit(params.exit_id),
    async handle({ tx, params: { exit_id }, now, session, facts, record }) {
      const exit = await findExitRow(tx, exit_id)
      if (!exit || !facts.is_open) throw new Problem('conflict')
      const printing = { tx, program, now, officer_id: session.officer_id }
      const { print_id, row_after } = await printCertificate(printing, exit)
      record({ row_after })
      return { exit_id, print_id }
    },
  })
  endpoint(app, program, {
    ...{
      method: 'GET',
      url: '/exits/:exit_id/certificates/:print_id',
      summary: 'A printed certificate (PDF)',
    },
    ...{ access: 'exit.view', audit: 'exit.certificate_shown', params: PrintId, reply: Paper },
    ...{ facts: exitFacts(program), event: aboutExit },
    ...asNumbered,
    async handle({ tx, params }) {
      const exit = await findExitRow(tx, params.exit_id)
      if (!exit) throw new Problem('not_found')
      const { print_number, pdf } = await paperOf(tx, program, exit, params.print_id)
      return { print_number, pdf_base64: pdf.toString('base64') }
    },
  })
}

function handingRoute(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{
      method: 'POST',
      url: '/exits/:exit_id/handovers',
      summary: 'Record that the certificate was handed over',
    },
    ...{ access: 'exit.hand_over', audit: 'exit.handed_over', params: ExitId, body: HandedOver, status: 201 },
    ...{ facts: exitFacts(program), event: aboutExit, reply: ExitBegun },
    form: ({ params }) => paths.exit(params.exit_id),
    then: ({ params }) => paths.exit(params.exit_id),
    async handle({ tx, params: { exit_id }, body, now, session, facts, record }) {
      const exit = await findExitRow(tx, exit_id)
      if (!exit || !facts.is_open || exit.print_id === null) throw new Problem('conflict')
      if (body.handed_on > pakistanDay(now)) throw invalid('handed_on', 'in_future')
      if (body.handed_on < exit.left_on) throw invalid('handed_on', 'exits.fault.before_exit')
      const handed = { ...body, handed_by: session.officer_id, handed_at: now.toString() }
      const { name_en: _e, name_ur: _u, ...row } = exit
      await tx.updateTable('register.exit').set(handed).where('exit_id', '=', exit_id).execute()
      record({ row_before: rowHash(row), row_after: rowHash({ ...row, ...handed }) })
      return { exit_id }
    },
  })
}
