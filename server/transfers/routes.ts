/** Transfers (S19): offered by the owner, answered by the other station, withdrawn, or assigned when nobody answers. */
import type { FastifyInstance } from 'fastify'
import { paths } from '../../contract/paths.ts'
import { PersonId } from '../../contract/people.ts'
import { None } from '../../contract/shape.ts'
import {
  TransferAnswered,
  TransferAsked,
  TransferAssigned,
  TransferForm,
  TransferFormQuery,
  TransferId,
  TransferList,
  TransferOffered,
  TransferRefused,
  TransferShown,
} from '../../contract/transfers.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor, Place } from '../../domain/access/actor.ts'
import { TransferFormPage } from '../../pages/transfers/TransferFormPage.tsx'
import { TransferPage } from '../../pages/transfers/TransferPage.tsx'
import { TransfersPage } from '../../pages/transfers/TransfersPage.tsx'
import { refreshDuties } from '../duties/project.ts'
import { openPerson } from '../people/head.ts'
import { aboutPerson, look, personFacts } from '../people/look-endpoint.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { Places } from '../platform/places.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { offerTransfer } from './offer.ts'
import {
  type Answering,
  answerTransfer,
  countUnowned,
  findOpenOf,
  findTransfer,
  listAnswered,
  listMoved,
  listOpen,
  type TransferRow,
} from './queries.ts'
import { answeredBy, clockOf, districtName, isOwner, isReceiver, rowShown, seenOf } from './view.ts'

export function transferRoutes(app: FastifyInstance, program: Program): void {
  listRoute(app, program)
  offerRoutes(app, program)
  viewRoute(app, program)
  answerRoutes(app, program)
}

type TransferFacts = FactsOf<'transfer'> & { person_id: string; district_id: string; is_late_enough: boolean }

const isWithin = (inner: Place, outer: Place) =>
  (['province', 'division', 'district', 'station'] as const).every(
    (level) => outer[level] === null || outer[level] === inner[level],
  )

/** A transfer has two places; an officer meets it at the one that lies in his. */
export const transferFacts =
  ({ places, clock }: Program) =>
  async ({ params, actor, tx }: { params: { transfer_id: string }; actor: Actor; tx: RegisterTx }) => {
    const row = await findTransfer(tx, params.transfer_id)
    if (!row) return undefined
    const [from, to] = [places.ofStation(row.from_station_id), places.ofStation(row.to_station_id)]
    const facts: TransferFacts = {
      ...{ kind: 'transfer', place: isWithin(to, actor.place) ? to : from },
      ...{ is_owner: isOwner(row, actor), is_receiver: isReceiver(row, actor) },
      ...{ person_id: row.person_id, district_id: row.from_district_id },
      is_late_enough: clockOf(row, pakistanDay(clock.now())).stage === 'escalated',
    }
    return facts
  }

const aboutTransfer = ({
  params,
  facts,
}: {
  params: { transfer_id: string }
  facts: TransferFacts | undefined
}) => ({
  ...{ subject_kind: 'person', subject_id: facts?.person_id, second_id: params.transfer_id },
  ...{ place_district: facts?.district_id, purpose: 'supervision' },
})

function listRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/transfers', summary: 'Transfers of the officer’s place, and who has moved' },
    ...{ access: 'transfer.list', audit: 'transfer.listed' },
    facts: ({ actor }): FactsOf<'transfer'> => ({
      ...{ kind: 'transfer', place: actor.place, is_owner: false, is_receiver: false },
    }),
    ...{ reply: TransferList, page: TransfersPage },
    async handle({ tx, actor, now }) {
      const today = pakistanDay(now)
      const shown = (row: TransferRow) => rowShown(row, program.places, actor, today)
      const moved = await listMoved(tx, { station_id: actor.place.station })
      return {
        today,
        open: (await listOpen(tx)).map(shown),
        answered: (await listAnswered(tx)).map(shown),
        moved: moved.map(({ district_id, ...one }) => ({
          ...one,
          district: districtName(program.places, district_id),
        })),
        may_offer: actor.role !== 'district_police_officer',
        unowned_count: await countUnowned(tx),
      }
    },
  })
}

const choice = ({ name_en, name_ur }: { name_en: string; name_ur: string }, id: string) => ({
  ...{ id, name: { en: name_en, ur: name_ur } },
})
const stationsOf = (places: Places, district_id: string, but: string) =>
  places
    .stationsOf(district_id)
    .filter(({ station_id }) => station_id !== but)
    .map((station) => choice(station, station.station_id))

function offerRoutes(app: FastifyInstance, program: Program) {
  const { places } = program
  endpoint(app, program, {
    ...{ ...look(program), query: TransferFormQuery },
    ...{
      url: '/people/:person_id/transfers/new',
      summary: 'The form that offers a person to another station',
    },
    ...{ access: 'transfer.prepare', audit: 'transfer.form_seen' },
    ...{ reply: TransferForm, page: TransferFormPage },
    async handle(looking) {
      const { head } = await openPerson(looking)
      const { tx, query, params, facts } = looking
      const [moved] = await listMoved(tx, { station_id: null, person_id: params.person_id })
      const district_id = query.district_id ?? moved?.district_id ?? facts.district_id
      const open = await findOpenOf(tx, params.person_id)
      return {
        ...{ person: head, district_id: places.districts.has(district_id) ? district_id : null },
        moved_to: moved ? districtName(places, moved.district_id) : null,
        districts: [...places.districts.values()].map((district) => choice(district, district.district_id)),
        stations: stationsOf(places, district_id, facts.place.station ?? ''),
        open_transfer_id: open?.transfer_id ?? null,
      }
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/people/:person_id/transfers', status: 201 },
    ...{ summary: 'Offer a person to another station', access: 'transfer.offer', audit: 'transfer.offered' },
    ...{ params: PersonId, body: TransferAsked, reply: TransferOffered },
    ...{ facts: personFacts(program), event: aboutPerson },
    then: ({ reply }) => paths.transfer(reply.transfer_id),
    form: ({ params }) => paths.newTransfer(params.person_id),
    async handle(offering) {
      const { tx, body, session, now, record } = offering
      const { head } = await openPerson(offering)
      const { transfer_id, row_after } = await offerTransfer(
        { tx, program, session, now, person: head },
        body,
      )
      record({ row_after, purpose: 'supervision' })
      return { transfer_id }
    },
  })
}

function viewRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{
      method: 'GET',
      url: '/transfers/:transfer_id',
      summary: 'A transfer: what is offered, and its clock',
    },
    ...{ access: 'transfer.view', audit: 'transfer.viewed', params: TransferId, quota: 'view_person' },
    ...{ facts: transferFacts(program), event: aboutTransfer, purpose: () => 'supervision' },
    ...{ reply: TransferShown, page: TransferPage },
    async handle({ tx, params, facts, actor, now }) {
      const row = await findTransfer(tx, params.transfer_id)
      if (!row) throw new Problem('not_found')
      const may = (action: 'accept' | 'refuse' | 'withdraw' | 'assign') =>
        row.answered_at === null &&
        decide({ ...actor, fresh_auth: true }, `transfer.${action}`, facts).allowed
      const may_assign = may('assign') && facts.is_late_enough
      return {
        ...{ today: pakistanDay(now), ...rowShown(row, program.places, actor, pakistanDay(now)) },
        offered_by: { en: row.name_en, ur: row.name_ur },
        answered_by: answeredBy(row),
        seen: seenOf(program.keyring, row),
        person_id: row.visible_person_id,
        may: {
          ...{ accept: may('accept'), refuse: may('refuse') },
          withdraw: may('withdraw'),
          assign: may_assign,
        },
        stations: may_assign ? stationsOf(program.places, row.to_district_id, row.from_station_id) : [],
      }
    },
  })
}

const ANSWERS = [
  {
    act: 'acceptances',
    access: 'transfer.accept',
    answer: 'accepted',
    body: None,
    summary: 'Accept a person: from today he is yours',
  },
  {
    act: 'refusals',
    access: 'transfer.refuse',
    answer: 'refused',
    body: TransferRefused,
    summary: 'Refuse with a reason',
  },
  {
    act: 'withdrawals',
    access: 'transfer.withdraw',
    answer: 'withdrawn',
    body: None,
    summary: 'Take an offer back',
  },
  {
    act: 'assignments',
    access: 'transfer.assign',
    answer: 'assigned',
    body: TransferAssigned,
    summary: 'Assign a person whom nobody answered for',
  },
] as const

function answerRoutes(app: FastifyInstance, program: Program) {
  for (const { act, access, answer, body: contract, summary } of ANSWERS) {
    endpoint(app, program, {
      ...{ method: 'POST', url: `/transfers/:transfer_id/${act}`, summary, params: TransferId },
      ...{ access, audit: `transfer.${answer}`, facts: transferFacts(program), event: aboutTransfer },
      ...{ body: contract, reply: TransferAnswered },
      then: ({ params }) => paths.transfer(params.transfer_id),
      form: ({ params }) => paths.transfer(params.transfer_id),
      async handle({ tx, params, body, facts, now }) {
        if (answer === 'assigned' && !facts.is_late_enough) throw new Problem('conflict')
        const given = body as { reason?: string; station_id?: string }
        const reason = answer === 'withdrawn' ? 'offered_by_mistake' : (given.reason ?? null)
        const { transfer_id } = params
        await answerOnce(tx, {
          transfer_id,
          answer,
          reason,
          ...(given.station_id ? { station_id: given.station_id } : {}),
        })
        // The dates roll by the new desk from its first day on: whoever sees the person now works them out anew.
        await refreshDuties(tx, [facts.person_id], now)
        return { transfer_id, answer }
      },
    })
  }
}

async function answerOnce(tx: RegisterTx, answering: Answering): Promise<void> {
  const said = await answerTransfer(tx, answering)
  if (said === 'answered') throw new Problem('transfer_answered')
  if (said !== answering.answer) throw new Problem('not_found')
}
