/** A trip that is called off, or from which the person came back: a new version of it. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { TripChange, TripChanged, TripForm, TripOf } from '../../contract/notices.ts'
import { paths } from '../../contract/paths.ts'
import { readTripChange, tripMay } from '../../domain/notice/trip-change.ts'
import { TripPage } from '../../pages/notices/TripPage.tsx'
import { refreshDuties } from '../duties/project.ts'
import { keyOfPerson, openPerson } from '../people/head.ts'
import { aboutPerson, look, personFacts } from '../people/look-endpoint.ts'
import { rowHash } from '../platform/audit.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { type DataKey, open, seal } from '../platform/keys.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { timeOf } from './form.ts'
import { isoOf, refuseSurvivor } from './prospect.ts'
import { findTrip } from './queries.ts'
import { supersede } from './write.ts'

type TripRow = NonNullable<Awaited<ReturnType<typeof findTrip>>>

const place = (trip_version_id: string, column: string) => ({ table: 'trip', row: trip_version_id, column })
const destinationOf = (key: DataKey | undefined, { trip_version_id, destination_enc }: TripRow) =>
  key && destination_enc ? open(key, place(trip_version_id, 'destination_enc'), destination_enc) : null

export function tripRoutes(app: FastifyInstance, program: Program): void {
  showRoute(app, program)
  changeRoute(app, program)
}

function showRoute(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ ...look(program), params: TripOf },
    ...{ url: '/people/:person_id/trips/:trip_id', summary: 'A trip, and what may be told of it now' },
    ...{ access: 'notice.view', audit: 'trip.seen', reply: TripForm, page: TripPage },
    async handle(looking) {
      const { tx, params, now, actor, facts } = looking
      const row = await findTrip(tx, params.person_id, params.trip_id)
      if (!row) throw new Problem('not_found')
      const { head, key } = await openPerson(looking)
      const { trip_id, kind, country, departs_at, returns_at, cancelled_at } = row
      const may = decide(actor, 'notice.record', facts).allowed
      const { cancel, back } = tripMay(row, isoOf(now))
      return {
        ...{ person: head, trip_id, kind, country, departs_at, returns_at, cancelled_at },
        ...{ destination: destinationOf(key, row), may_cancel: may && cancel, may_return: may && back },
        ...{ today: pakistanDay(now), time: timeOf(now) },
      }
    },
  })
}

function changeRoute(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/people/:person_id/trips/:trip_id/changes', status: 201 },
    ...{ summary: 'Call a trip off, or record the return', access: 'notice.record', audit: 'trip.changed' },
    ...{ params: TripOf, body: TripChange, reply: TripChanged },
    ...{ facts: personFacts(program), event: aboutPerson },
    then: ({ reply }) => paths.trip(reply.person_id, reply.trip_id),
    form: ({ params }) => paths.trip(params.person_id, params.trip_id),
    async handle({ tx, params: { person_id, trip_id }, body, session, now, record }) {
      refuseSurvivor(body, { back_dated_reason: 'sentence' })
      const before = await findTrip(tx, person_id, trip_id)
      if (!before) throw new Problem('not_found')
      const today = pakistanDay(now)
      const read = readTripChange(body, before, isoOf(now), today)
      if (read.fault) throw new Problem('invalid', { fields: [read.fault] })
      const key = await keyOfPerson(tx, program, person_id)
      const reason = body.change === 'cancelled' && body.on < today ? (body.back_dated_reason ?? null) : null
      const by = { recorded_at: now.toString(), recorded_by: session.officer_id }
      const row = { ...nextVersion(key, before, body.change, read.at, reason), ...by }
      await supersede(tx, 'trip', before.trip_version_id, now)
      await tx.insertInto('register.trip').values(row).execute()
      await refreshDuties(tx, [person_id], now)
      record({
        purpose: 'supervision',
        second_id: trip_id,
        row_before: rowHash(before),
        row_after: rowHash(row),
      })
      return { person_id, trip_id }
    },
  })
}

/** The trip as it is known from now on; what the change does not touch is taken over. */
function nextVersion(
  key: DataKey,
  before: TripRow,
  change: 'cancelled' | 'returned',
  at: string,
  reason: string | null,
) {
  const trip_version_id = randomUUID()
  const { trip_id, person_id, kind, departs_at, country } = before
  const destination = destinationOf(key, before)
  const sealed = (column: string, text: string | null) =>
    text === null ? null : seal(key, place(trip_version_id, column), text)
  return {
    ...{ trip_version_id, trip_id, person_id, kind, departs_at, country, source_kind: 'notice' },
    returns_at: change === 'returned' ? at : before.returns_at,
    cancelled_at: change === 'cancelled' ? at : null,
    destination_enc: sealed('destination_enc', destination),
    back_dated_enc: sealed('back_dated_enc', reason),
  }
}
