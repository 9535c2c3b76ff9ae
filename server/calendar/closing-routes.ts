/** Recording that desks were closed or could not work: counted first, then recorded; ended; or proposed to be struck out. */
import type { FastifyInstance } from 'fastify'
import {
  ActId,
  type ClosingQuery as Asked,
  ClosedDeskAsked,
  ClosedDeskGiven,
  ClosingForm,
  ClosingPage,
  ClosingQuery,
  Counted,
  Ended,
  OutageAsked,
  OutageEnd,
  OutageGiven,
  Recorded,
  StrikeOutAsked,
  StrikeOutProposed,
  type Where,
} from '../../contract/calendar.ts'
import { paths } from '../../contract/paths.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { leftOf } from '../../domain/calendar/closing.ts'
import { ActPage } from '../../pages/calendar/ActPage.tsx'
import { ClosedDeskPage } from '../../pages/calendar/ClosedDeskPage.tsx'
import { OutagePage } from '../../pages/calendar/OutagePage.tsx'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { choicesFor, placeAsked, placeOf } from '../platform/place-asked.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import {
  insertClosedDesk,
  insertOutage,
  type Moves,
  type Recording,
  weighClosedDesk,
  weighOutage,
} from './closings.ts'
import { endOutage } from './end-outage.ts'
import { listAct } from './queries.ts'
import { placeOfAct, showClosings } from './show.ts'
import { proposeStrikeOut } from './strike-out.ts'
import { followCalendar } from './wake.ts'

/** The two kinds differ in their contracts and rows; the way they go is one. */
export function closingRoutes(app: FastifyInstance, program: Program): void {
  closedDeskRoutes(app, program)
  outageRoutes(app, program)
  actRoutes(app, program)
}

const factsOf =
  (program: Program) =>
  ({ actor, body }: { actor: Actor; body: Where }): FactsOf<'calendar'> | undefined => {
    const place = placeOf(program.places, placeAsked(actor, body))
    return place && { kind: 'calendar', place }
  }

/** A form begins at the officer's own place, whatever place it is about to name. */
const ownFacts = ({ actor }: { actor: Actor }): FactsOf<'calendar'> => ({
  kind: 'calendar',
  place: actor.place,
})

/** The form with what was asked in its address: days and codes, nothing about a person. */
const withAsked = (path: string, asked: Record<string, unknown>): string => {
  const given = Object.entries(asked).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [[key, String(value)] as [string, string]],
  )
  return `${path}?${new URLSearchParams(given)}`
}

function closedDeskRoutes(app: FastifyInstance, program: Program): void {
  const form = paths.newClosedDesk()
  endpoint(app, program, {
    ...{ method: 'GET', url: form, summary: 'The form of a closed desk', is_page_only: true },
    ...{ access: 'calendar.record', facts: ownFacts, audit: 'closed_desk.form_seen', query: ClosingQuery },
    ...{ reply: ClosingForm, page: ClosedDeskPage },
    async handle({ query, ...recording }) {
      const { from_on, to_on, cause } = query
      const asked =
        from_on && to_on && cause ? ({ ...query, from_on, to_on, cause } as ClosedDeskAsked) : null
      return formOf(recording, query, asked && (await weighClosedDesk(recording, asked)))
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/closed-desks/counts', summary: 'Count whose dates a closed desk would move' },
    ...{
      access: 'calendar.record',
      facts: factsOf(program),
      audit: 'closed_desk.counted',
      changes_nothing: true,
    },
    ...{ body: ClosedDeskAsked, reply: Counted, form: () => form },
    then: ({ reply }) => reply.form_href,
    async handle({ body, ...recording }) {
      const { count } = await weighClosedDesk(recording, body)
      return { moved_count: count, form_href: withAsked(form, body) }
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/closed-desks', summary: 'Record a closed desk', status: 201 },
    ...{
      access: 'calendar.record',
      facts: factsOf(program),
      audit: 'closed_desk.recorded',
      event: aboutReply,
    },
    ...{ body: ClosedDeskGiven, reply: Recorded, form: () => form },
    then: ({ reply }) => paths.calendarOn(reply.from_on),
    async handle({ body, record, ...recording }) {
      const moves = await weighClosedDesk(recording, body)
      assertSeen(moves, body.moved_count)
      const { act_id, row_after } = await insertClosedDesk(recording, body)
      await followCalendar(recording.tx, program, moves.ids, recording.now)
      record({ row_after })
      return { act_id, moved_count: moves.count, from_on: body.from_on }
    },
  })
}

function outageRoutes(app: FastifyInstance, program: Program): void {
  const form = paths.newOutage()
  endpoint(app, program, {
    ...{ method: 'GET', url: form, summary: 'The form of an outage', is_page_only: true },
    ...{ access: 'calendar.record', facts: ownFacts, audit: 'outage.form_seen', query: ClosingQuery },
    ...{ reply: ClosingForm, page: OutagePage },
    async handle({ query, ...recording }) {
      const { from_on, from_time, cause } = query
      const asked =
        from_on && from_time && cause ? ({ ...query, from_on, from_time, cause } as OutageAsked) : null
      return formOf(recording, query, asked && (await weighOutage(recording, asked)))
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/outages/counts', summary: 'Count whose dates an outage would move' },
    ...{ access: 'calendar.record', facts: factsOf(program), audit: 'outage.counted', changes_nothing: true },
    ...{ body: OutageAsked, reply: Counted, form: () => form },
    then: ({ reply }) => reply.form_href,
    async handle({ body, ...recording }) {
      const { count } = await weighOutage(recording, body)
      return { moved_count: count, form_href: withAsked(form, body) }
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/outages', summary: 'Record an outage', status: 201 },
    ...{ access: 'calendar.record', facts: factsOf(program), audit: 'outage.recorded', event: aboutReply },
    ...{ body: OutageGiven, reply: Recorded, form: () => form },
    then: ({ reply }) => paths.calendarOn(reply.from_on),
    async handle({ body, record, ...recording }) {
      const moves = await weighOutage(recording, body)
      assertSeen(moves, body.moved_count)
      const { act_id, row_after } = await insertOutage(recording, body)
      await followCalendar(recording.tx, program, moves.ids, recording.now)
      record({ row_after })
      return { act_id, moved_count: moves.count, from_on: body.from_on }
    },
  })
}

/** What was counted is what the officer agreed to; if it changed meanwhile, he is told the new number first. */
function assertSeen({ count }: Moves, moved_count: number): void {
  if (count !== moved_count)
    throw new Problem('conflict', {
      fields: [{ field: 'moved_count', code: 'calendar.fault.count_changed', values: { count } }],
    })
}

const aboutReply = ({ reply }: { reply: Recorded | undefined }) => ({
  subject_kind: 'calendar',
  subject_id: reply?.act_id,
})

function formOf({ program, actor, now }: Recording, asked: Asked, moves: Moves | null): ClosingForm {
  const { from_on, from_time = null, to_on = null, to_time = null, cause = '', reference = null } = asked
  return {
    today: pakistanDay(now),
    choices: choicesFor(program.places, actor, placeAsked(actor, asked)),
    is_own_only: actor.place.station !== null,
    asked: from_on ? { from_on, from_time, to_on, to_time, cause, reference } : null,
    moved_count: moves?.count ?? null,
  }
}

type OfAct = { params: { act_id: string }; tx: RegisterTx }

const factsOfAct =
  (program: Program) =>
  async ({ params, tx }: OfAct): Promise<FactsOf<'calendar'> | undefined> => {
    const { closed_desks, outages } = await listAct(tx, params.act_id)
    const rows = [...closed_desks, ...outages]
    if (rows.length === 0) return undefined
    const asked = placeOfAct(
      program.places,
      rows.map((row) => row.station_id),
    )
    const place = placeOf(program.places, asked)
    return place && { kind: 'calendar', place }
  }

const aboutAct = ({ params }: { params: { act_id: string } }) => ({
  ...{ subject_kind: 'calendar', subject_id: params.act_id },
})

function actRoutes(app: FastifyInstance, program: Program): void {
  const about = { params: ActId, facts: factsOfAct(program), event: aboutAct }
  endpoint(app, program, {
    ...{ ...about, method: 'GET', url: '/closures/:act_id', summary: 'One closed desk or outage' },
    ...{ access: 'calendar.record', audit: 'calendar.act_seen', reply: ClosingPage, page: ActPage },
    async handle({ tx, params, actor, now }) {
      const rows = await listAct(tx, params.act_id)
      const [closing] = await showClosings({ tx, places: program.places, actor }, rows)
      if (!closing) throw new Problem('not_found')
      const today = pakistanDay(now)
      const { from_on, to_on, kind } = closing
      const left = kind === 'closed_desk' && to_on !== null ? leftOf({ from_on, to_on }, today) : undefined
      const may_strike_out = closing.may_strike_out && left !== undefined
      return { closing: { ...closing, may_strike_out }, today, left: left ?? null }
    },
  })
  endpoint(app, program, {
    ...{ ...about, method: 'POST', url: '/closures/:act_id/ends', summary: 'End an outage that lasts' },
    ...{ access: 'calendar.record', audit: 'outage.ended', body: OutageEnd, reply: Ended },
    form: ({ params }) => paths.closure(params.act_id),
    then: () => paths.calendar(),
    async handle({ body, params, record, ...recording }) {
      const { to_at, row_before, row_after } = await endOutage(recording, params.act_id, body.to_time)
      record({ row_before, row_after })
      return { act_id: params.act_id, to_at }
    },
  })
  endpoint(app, program, {
    ...{ ...about, method: 'POST', url: '/closures/:act_id/strike-outs', status: 201 },
    ...{ summary: 'Propose to strike out a closed desk', body: StrikeOutAsked, reply: StrikeOutProposed },
    ...{ access: 'calendar.strike_out', audit: 'closed_desk.strike_out_proposed' },
    form: ({ params }) => paths.closure(params.act_id),
    then: ({ reply }) => paths.approval(reply.approval_id),
    async handle({ body, params, tx, session, now }) {
      return {
        approval_id: await proposeStrikeOut({ tx, program, session, now }, params.act_id, body.reason),
      }
    },
  })
}
