/** Danger to life: using the emergency access, reading what it opened for half an hour, and the list of its uses. */
import type { FastifyInstance } from 'fastify'
import {
  EmergencyAsked,
  EmergencyForm,
  EmergencyId,
  EmergencyList,
  EmergencyOpened,
  EmergencyRead,
} from '../../contract/emergencies.ts'
import { paths } from '../../contract/paths.ts'
import { EMERGENCIES } from '../../law/emergencies.ts'
import { EmergenciesPage } from '../../pages/emergencies/EmergenciesPage.tsx'
import { EmergencyPage } from '../../pages/emergencies/EmergencyPage.tsx'
import { NewEmergencyPage } from '../../pages/emergencies/NewEmergencyPage.tsx'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { Session } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { Places } from '../platform/places.ts'
import type { Program } from '../platform/program.ts'
import { aboutItsPerson, factsOfList, factsOfOpening, factsOfReading } from './facts.ts'
import { findUse, listFindings, listUses } from './queries.ts'
import { reviewRoutes } from './review.ts'
import { readEmergency, useEmergency } from './use.ts'
import { findingShown, rowShown } from './view.ts'

export function emergencyRoutes(app: FastifyInstance, program: Program): void {
  listRoute(app, program)
  useRoutes(app, program)
  readRoute(app, program)
  reviewRoutes(app, program)
}

function listRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/emergencies', summary: 'Uses of the emergency access, and what was found' },
    ...{ access: 'emergency.list', audit: 'emergency.listed', facts: factsOfList },
    ...{ reply: EmergencyList, page: EmergenciesPage },
    async handle({ tx, actor, now, facts }) {
      const may_follow_up = decide(actor, 'emergency.follow_up', facts, {}).allowed
      const uses = await listUses(tx)
      const findings = may_follow_up ? await listFindings(tx) : []
      const opening = await factsOfOpening({ actor, tx })
      return {
        emergencies: await Promise.all(uses.map((use) => rowShown({ tx, program, actor, now }, use))),
        findings: findings.map((row) => findingShown(program.keyring, row)),
        may: { open: decide(actor, 'emergency.prepare', opening, {}).allowed, follow_up: may_follow_up },
      }
    },
  })
}

/** The stations on whose papers an officer may act. */
const stationsOf = (places: Places, { role, district_id, station_id }: Session) => {
  if (role === 'bureau_officer') return []
  const all = places.stationsOf(district_id ?? '')
  const own = role === 'station_head' ? all.filter((one) => one.station_id === station_id) : all
  return own.map((one) => ({ id: one.station_id, name: { en: one.name_en, ur: one.name_ur } }))
}

function useRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/emergencies/new', summary: 'Before the emergency access is used' },
    ...{ access: 'emergency.prepare', audit: 'emergency.form_seen', facts: factsOfOpening },
    ...{ is_page_only: true, reply: EmergencyForm, page: NewEmergencyPage },
    handle: async ({ session, now }) => ({
      stations: stationsOf(program.places, session),
      ...{ is_bureau: session.role === 'bureau_officer', today: pakistanDay(now) },
      ...{ open_minutes: EMERGENCIES.open_minutes.value, review_hours: EMERGENCIES.review_hours.value },
      fields: [...EMERGENCIES.disclosure.fields],
    }),
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/emergencies', summary: 'Open the least of one record in danger to life' },
    ...{ access: 'emergency.open', audit: 'emergency.opened', facts: factsOfOpening, status: 201 },
    ...{ body: EmergencyAsked, reply: EmergencyOpened, form: () => paths.newEmergency() },
    then: ({ reply }) => paths.emergency(reply.emergency_id),
    event: ({ reply }) => ({
      ...{ subject_kind: 'emergency', subject_id: reply?.emergency_id, purpose: 'danger_to_life' },
    }),
    async handle({ tx, body, session, now, record, also }) {
      const emergency_id = await useEmergency({ tx, program, session, now }, body)
      const person_id = (await findUse(tx, emergency_id))?.person_id
      if (person_id)
        also({
          ...{ subject_kind: 'person', subject_id: person_id, second_id: emergency_id },
          purpose: 'danger_to_life',
        })
      record({ place_district: session.district_id ?? undefined })
      return { emergency_id }
    },
  })
}

function readRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/emergencies/:emergency_id', params: EmergencyId },
    summary: 'What was opened in danger to life, for half an hour',
    ...{ access: 'emergency.read', audit: 'emergency.read', facts: factsOfReading(program) },
    ...{ reply: EmergencyRead, page: EmergencyPage },
    event: aboutItsPerson((reply: EmergencyRead) => reply.record !== null),
    handle: ({ tx, params }) => readEmergency(tx, program, params.emergency_id),
  })
}
