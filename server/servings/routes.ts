/** Serving of duties: the words in the person's language, the proof that he was told, and what was served before. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { paths } from '../../contract/paths.ts'
import { PersonId } from '../../contract/people.ts'
import { PrintMade } from '../../contract/prints.ts'
import {
  DutiesAsked,
  Serving,
  ServingAsked,
  ServingForm,
  ServingId,
  ServingLanguage,
  ServingRecorded,
} from '../../contract/servings.ts'
import { paperLanguageOf } from '../../domain/serving/language.ts'
import { readServing } from '../../domain/serving/read-serving.ts'
import { NewServingPage } from '../../pages/servings/NewServingPage.tsx'
import { ServingPage } from '../../pages/servings/ServingPage.tsx'
import { computeDuties } from '../duties/compute.ts'
import { listPacksInForce } from '../duties/packs.ts'
import { refreshDuties } from '../duties/project.ts'
import { refuseSurvivor } from '../notices/prospect.ts'
import { keyOfPerson, openPerson } from '../people/head.ts'
import { keepLanguage } from '../people/language.ts'
import { aboutPerson, look, personFacts } from '../people/look-endpoint.ts'
import { aboutPaper, factsOfPaper, type PaperFacts } from '../people/papers.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { type DataKey, open, seal } from '../platform/keys.ts'
import { DUTIES } from '../platform/paper.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { printOnce } from '../prints/first.ts'
import { findPrint } from '../prints/queries.ts'
import { dutiesPaper } from './paper.ts'
import { findServing, listServings, openServingForm } from './queries.ts'

export function servingRoutes(app: FastifyInstance, program: Program): void {
  formRoutes(app, program)
  printRoute(app, program)
  recordRoutes(app, program)
  viewRoutes(app, program)
}

function formRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id/servings/new', summary: 'What a person is told he owes, and the form' },
    ...{ access: 'serving.view', audit: 'serving.form_seen', query: ServingLanguage },
    ...{ reply: ServingForm, page: NewServingPage },
    handle: (looking) => openServingForm(looking, looking.query.language),
  })
}

function printRoute(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/people/:person_id/servings/prints', status: 201, quota: 'print' },
    ...{ summary: 'Print the notice of duties', access: 'serving.record', audit: 'serving.printed' },
    ...{ params: PersonId, body: DutiesAsked, reply: PrintMade },
    ...{ facts: personFacts(program), event: aboutPerson },
    then: ({ reply }) => paths.print(reply.print_id),
    form: ({ params }) => paths.newServing(params.person_id),
    async handle(asking) {
      const { tx, params, body, session, now, record } = asking
      const { person_id } = params
      const [{ head, key }, packs] = await Promise.all([
        openPerson(asking),
        listPacksInForce(tx, pakistanDay(now)),
      ])
      const pack = packs[packs.length - 1]
      if (!key || !pack) throw new Problem('not_found')
      const content = dutiesPaper(head, body.language, pack)
      const print = await printOnce(
        { tx, program, session, now },
        { template: DUTIES, content, whose: { person_id, key, about_id: person_id }, before: undefined },
      )
      record({ purpose: 'supervision', second_id: print.print_id })
      return print
    },
  })
}

function recordRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/people/:person_id/servings', status: 201 },
    ...{ summary: 'Record that duties were served', access: 'serving.record', audit: 'serving.recorded' },
    ...{ params: PersonId, body: ServingAsked, reply: ServingRecorded },
    ...{ facts: personFacts(program), event: aboutPerson },
    then: ({ reply }) => paths.serving(reply.serving_id),
    form: ({ params }) => paths.newServing(params.person_id),
    async handle({ tx, params: { person_id }, body, session, now, record }) {
      refuseSurvivor(body, { witness: 'name_latin', back_dated_reason: 'sentence' })
      const serving = await judged(tx, person_id, body, now)
      const key = await keyOfPerson(tx, program, person_id)
      refuseOtherLanguage(body)
      await refuseForeignPrint(tx, person_id, body.print_id ?? null)
      const row = rowOf({ key, session, now, person_id }, body, serving)
      await tx.insertInto('register.serving').values(row).execute()
      const told = { person_id, source_kind: 'serving' as const, officer_id: session.officer_id, now }
      if (body.spoken) await keepLanguage(tx, { ...told, language: body.spoken })
      await refreshDuties(tx, [person_id], now)
      const { serving_id } = row
      record({ purpose: 'supervision', second_id: serving_id, row_after: rowHash(row) })
      return { serving_id, person_id }
    },
  })
}

/** The serving as it may be kept; throws each fault, and where he is not on the register. */
async function judged(tx: RegisterTx, person_id: string, body: ServingAsked, now: Temporal.Instant) {
  const today = pakistanDay(now)
  const computed = (await computeDuties(tx, [person_id], today)).get(person_id)
  if (!computed) throw new Problem('not_found')
  const { status, starts_on, released_on } = computed.result.registration
  if (status !== 'active') throw new Problem('not_on_register')
  const person = { starts_on, released_on, custody: computed.facts.custody }
  const { serving, faults } = readServing(body, person, new Date(now.epochMilliseconds).toISOString(), today)
  if (!serving) throw new Problem('invalid', { fields: [...faults] })
  return serving
}

/** What is not read out in his language does not count as told. */
function refuseOtherLanguage({ spoken, language }: ServingAsked): void {
  if (spoken && paperLanguageOf(spoken) !== language)
    throw invalid('spoken', 'servings.fault.not_his_language')
}

/** The paper he was given is a notice of duties of his own. */
async function refuseForeignPrint(tx: RegisterTx, person_id: string, print_id: string | null) {
  const print = print_id === null ? undefined : await findPrint(tx, print_id)
  if (print_id !== null && (print?.person_id !== person_id || print.kind !== 'duties'))
    throw invalid('print_id', 'servings.fault.not_his_print')
}

type Writing = { key: DataKey; session: Session; now: Temporal.Instant; person_id: string }

function rowOf(
  { key, session, now, person_id }: Writing,
  { duties, language, proof, print_id }: ServingAsked,
  { served_at, witness, back_dated_reason }: Awaited<ReturnType<typeof judged>>,
) {
  const serving_id = randomUUID()
  const sealed = (column: string, text: string | null) =>
    text === null ? null : seal(key, { table: 'serving', row: serving_id, column }, text)
  return {
    ...{ serving_id, person_id, duties, served_at, language, proof, print_id: print_id ?? null },
    ...{ station_id: session.station_id, recorded_at: now.toString(), recorded_by: session.officer_id },
    witness_enc: sealed('witness_enc', witness),
    back_dated_enc: sealed('back_dated_enc', back_dated_reason),
  }
}

function viewRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/servings/:serving_id', summary: 'What was served, when, and the proof' },
    ...{ access: 'serving.view', audit: 'serving.seen', quota: 'view_person' },
    ...{ params: ServingId, reply: Serving, page: ServingPage },
    facts: async ({ params, actor, tx }) =>
      factsOfPaper(tx, program, actor, await findServing(tx, params.serving_id)),
    purpose: ({ facts }: { facts: PaperFacts }) => facts.purpose,
    event: ({ params, facts }) => ({
      ...aboutPaper(facts),
      second_id: params.serving_id,
    }),
    async handle(looking) {
      const { tx, facts, params } = looking
      const { head, key } = await openPerson({ ...looking, params: { person_id: facts.person_id } })
      const [row, kept] = await Promise.all([
        findServing(tx, params.serving_id),
        listServings(tx, facts.person_id),
      ])
      const own = kept.find(({ serving_id }) => serving_id === params.serving_id)
      if (!row || !own || !key) throw new Problem('not_found')
      const opened = (column: 'witness_enc' | 'back_dated_enc') => {
        const sealed = row[column]
        return sealed && open(key, { table: 'serving', row: row.serving_id, column }, sealed)
      }
      const station = row.station_id === null ? undefined : program.places.stations.get(row.station_id)
      return {
        ...{ ...own, person: head, witness: opened('witness_enc') },
        back_dated_reason: opened('back_dated_enc'),
        station: station ? { en: station.name_en, ur: station.name_ur } : null,
      }
    },
  })
}
