/** Custody, hospital, abroad, no fixed abode: begun and ended after their effect was seen. */
import type { FastifyInstance } from 'fastify'
import { EffectSeen } from '../../contract/duties.ts'
import { paths } from '../../contract/paths.ts'
import { PersonId } from '../../contract/people.ts'
import { StayEnd, StayForm, StayId, StayMade, StayRecorded } from '../../contract/stays.ts'
import { StayPage } from '../../pages/stays/StayPage.tsx'
import { showEffect } from '../duties/effect.ts'
import { keyOfPerson, openPerson } from '../people/head.ts'
import { aboutPerson, look, personFacts } from '../people/look-endpoint.ts'
import { endpoint } from '../platform/endpoint.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { effectOfEnd, effectOfStay, endStay, openStay, recordStay } from './record.ts'

export function stayRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ ...look(program), is_page_only: true },
    ...{ url: '/people/:person_id/stays/new', summary: 'The form that records a stay' },
    ...{ access: 'duty.view', audit: 'stay.form_seen', reply: StayForm, page: StayPage },
    async handle(looking) {
      const { head } = await openPerson(looking)
      if (!head.may.record_stay) throw new Problem('not_found')
      return { person: head, stay: null, districts: districtChoices(program) }
    },
  })
  endpoint(app, program, {
    ...{ ...look(program), is_page_only: true, params: StayId },
    ...{ url: '/people/:person_id/stays/:stay_id/ends/new', summary: 'The form that ends a stay' },
    ...{ access: 'duty.view', audit: 'stay.form_seen', reply: StayForm, page: StayPage },
    async handle(looking) {
      const { head, key } = await openPerson(looking)
      if (!head.may.record_stay) throw new Problem('not_found')
      const { person_id, stay_id } = looking.params
      const stay = await openStay({ ...looking, person_id }, stay_id, key)
      return { person: head, stay, districts: [] }
    },
  })
  beginningRoutes(app, program)
  endingRoutes(app, program)
}

const districtChoices = ({ places }: Program) =>
  [...places.districts.values()]
    .map(({ district_id, name_en, name_ur }) => ({ district_id, en: name_en, ur: name_ur }))
    .sort((a, b) => (a.en < b.en ? -1 : 1))

/** A district that there is, or none. */
function assertDistrict({ places }: Program, { held_district_id }: Pick<StayMade, 'held_district_id'>) {
  if (held_district_id && !places.districts.has(held_district_id))
    throw invalid('held_district_id', 'stays.fault.district')
}

const shared = (program: Program) => ({
  ...{ method: 'POST' as const, access: 'stay.record' as const },
  ...{ facts: personFacts(program), event: aboutPerson },
})

function beginningRoutes(app: FastifyInstance, program: Program): void {
  const own = {
    ...{ ...shared(program), params: PersonId, body: StayMade },
    form: ({ params }: { params: { person_id: string } }) => paths.newStay(params.person_id),
  }
  endpoint(app, program, {
    ...{ ...own, url: '/people/:person_id/stays/effects', summary: 'What a stay would change' },
    ...{ audit: 'stay.effect_seen', reply: EffectSeen, changes_nothing: true },
    then: ({ params, reply }) => `${paths.newStay(params.person_id)}?form=${reply.form_id}`,
    async handle({ tx, params, body, now }) {
      assertDistrict(program, body)
      return showEffect(tx, program, body, await effectOfStay({ tx, now, ...params }, body))
    },
  })
  endpoint(app, program, {
    ...{ ...own, url: '/people/:person_id/stays', summary: 'Record a stay', status: 201 },
    ...{ audit: 'stay.recorded', reply: StayRecorded },
    then: ({ params }) => paths.personTab(params.person_id, 'duties'),
    async handle({ tx, params: { person_id }, body, now, session, record }) {
      assertDistrict(program, body)
      const key = await keyOfPerson(tx, program, person_id)
      const writing = { tx, now, person_id, key, officer_id: session.officer_id }
      const { stay_id, row_after } = await recordStay(writing, body)
      record({ row_after, purpose: 'supervision', second_id: stay_id })
      return { person_id, stay_id }
    },
  })
}

function endingRoutes(app: FastifyInstance, program: Program): void {
  const own = {
    ...{ ...shared(program), params: StayId, body: StayEnd },
    form: ({ params }: { params: { person_id: string; stay_id: string } }) =>
      paths.newStayEnd(params.person_id, params.stay_id),
  }
  endpoint(app, program, {
    ...{ ...own, url: '/people/:person_id/stays/:stay_id/ends/effects' },
    ...{
      summary: 'What the end of a stay would change',
      audit: 'stay.effect_seen',
      reply: EffectSeen,
      changes_nothing: true,
    },
    then: ({ params, reply }) =>
      `${paths.newStayEnd(params.person_id, params.stay_id)}?form=${reply.form_id}`,
    async handle({ tx, params: { person_id, stay_id }, body, now }) {
      const staying = { tx, now, person_id }
      const stay = await openStay(staying, stay_id, undefined)
      return showEffect(tx, program, body, await effectOfEnd(staying, stay, body))
    },
  })
  endpoint(app, program, {
    ...{ ...own, url: '/people/:person_id/stays/:stay_id/ends', summary: 'Record the end of a stay' },
    ...{ status: 201, audit: 'stay.ended', reply: StayRecorded },
    then: ({ params }) => paths.personTab(params.person_id, 'duties'),
    async handle({ tx, params: { person_id, stay_id }, body, now, session, record }) {
      const key = await keyOfPerson(tx, program, person_id)
      const writing = { tx, now, person_id, key, officer_id: session.officer_id }
      const ended = await endStay(writing, await openStay(writing, stay_id, key), body)
      record({ row_after: ended.row_after, purpose: 'supervision', second_id: ended.stay_id })
      return { person_id, stay_id: ended.stay_id }
    },
  })
}
