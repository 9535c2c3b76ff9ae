/** Simulations of a draft pack: begun, stopped and resumed by a legal officer; read by those who decide on the draft. */
import type { FastifyInstance } from 'fastify'
import { PackOf } from '../../contract/packs.ts'
import { paths } from '../../contract/paths.ts'
import {
  Simulated,
  SimulatedOf,
  Simulation,
  SimulationBegun,
  SimulationDistricts,
  SimulationFile,
  SimulationList,
  SimulationMoved,
  SimulationOf,
  SimulationQuery,
} from '../../contract/simulations.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { noCounts } from '../../domain/simulation/tally.ts'
import { packProblems } from '../../law/pack-schema.ts'
import { SimulatedPage } from '../../pages/simulations/SimulatedPage.tsx'
import { SimulationDistrictsPage } from '../../pages/simulations/SimulationDistrictsPage.tsx'
import { SimulationPage } from '../../pages/simulations/SimulationPage.tsx'
import { SimulationsPage } from '../../pages/simulations/SimulationsPage.tsx'
import { recordExport } from '../disclosures/record.ts'
import { findPackHead, getValues } from '../packs/queries.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { COLUMNS, simulationFile } from './file.ts'
import { describeSimulated, factsForLook } from './person.ts'
import {
  insertSimulation,
  listDistrictCounts,
  listSimulations,
  moveSimulation,
  readCounts,
  type SimulationHead,
} from './queries.ts'
import { countRows, describeSimulation, districtName, getSimulation, headOf } from './view.ts'

/** While it runs, its page is asked for again so often. */
const REFRESH_SECONDS = 2

const simulationFacts = (): FactsOf<'simulation'> => ({ kind: 'simulation', place: null })
const maySimulate = (actor: Parameters<typeof decide>[0]) =>
  decide(actor, 'simulation.begin', simulationFacts()).allowed

type Of = { params: { simulation_id: string } }
const about = ({ params }: Of) => ({ subject_kind: 'simulation', subject_id: params.simulation_id })
const toSimulation = ({ params }: Of) => paths.simulation(params.simulation_id)

export function simulationRoutes(app: FastifyInstance, program: Program): void {
  listRoute(app, program)
  beginRoute(app, program)
  stateRoutes(app, program)
  readingRoutes(app, program)
  fileRoute(app, program)
  personRoute(app, program)
}

function listRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{
      method: 'GET',
      url: '/packs/:pack_id/simulations',
      summary: 'Simulations of a rule pack, newest first',
    },
    ...{ access: 'simulation.view', facts: simulationFacts, audit: 'simulation.listed', params: PackOf },
    ...{ reply: SimulationList, page: SimulationsPage },
    event: ({ params }) => ({ subject_kind: 'pack', subject_id: params.pack_id }),
    async handle({ tx, params: { pack_id }, actor, now }) {
      const [pack, rows] = await Promise.all([findPackHead(tx, pack_id), listSimulations(tx, pack_id)])
      if (!pack) throw new Problem('not_found')
      return {
        ...{ pack_id, pack_title: { en: pack.title_en, ur: pack.title_ur } },
        simulations: await withCounts(tx, rows, now),
        may_simulate: maySimulate(actor) && pack.drafted_by !== null,
      }
    },
  })
}

async function withCounts(tx: RegisterTx, rows: readonly SimulationHead[], now: Temporal.Instant) {
  const counts = await readCounts(
    tx,
    rows.map(({ simulation_id }) => simulation_id),
  )
  return Promise.all(
    rows.map(async (row) => ({
      ...(await headOf(tx, row, now)),
      counts: counts.get(row.simulation_id) ?? noCounts(),
    })),
  )
}

function beginRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{
      method: 'POST',
      url: '/packs/:pack_id/simulations',
      summary: 'Simulate a draft from a day',
      status: 201,
    },
    ...{ access: 'simulation.begin', facts: simulationFacts, audit: 'simulation.begun', params: PackOf },
    ...{ body: SimulationBegun, reply: SimulationOf },
    event: ({ reply }) => ({ subject_kind: 'simulation', subject_id: reply?.simulation_id }),
    form: ({ params }) => paths.packAct(params.pack_id, 'simulations'),
    then: ({ reply }) => paths.simulation(reply.simulation_id),
    async handle({ tx, params: { pack_id }, body: { from_on }, session, now }) {
      const head = await findPackHead(tx, pack_id)
      if (!head) throw new Problem('not_found')
      if (from_on <= pakistanDay(now)) throw invalid('from_on', 'packs.fault.past')
      const problems = packProblems({ values: await getValues(tx, pack_id) }, true)
      if (problems.length > 0) throw invalid('from_on', 'packs.fault.not_allowed')
      const simulation_id = await insertSimulation(tx, session, { pack_id, from_on, now })
      await program.jobs.add('simulation.run', { id: simulation_id, posting_id: session.posting_id })
      return { simulation_id }
    },
  })
}

function stateRoutes(app: FastifyInstance, program: Program) {
  const moves = [
    ['stop', 'simulation.stopped', 'running', 'stopped'],
    ['resume', 'simulation.resumed', 'stopped', 'running'],
  ] as const
  for (const [act, audit, from, to] of moves)
    endpoint(app, program, {
      ...{ method: 'POST', url: `/simulations/:simulation_id/${act}`, summary: `A simulation: ${act}` },
      ...{ access: 'simulation.begin', facts: simulationFacts, audit, event: about, params: SimulationOf },
      ...{ reply: SimulationMoved, then: toSimulation, form: toSimulation },
      async handle({ tx, params: { simulation_id }, session }) {
        await getSimulation(tx, simulation_id)
        if (!(await moveSimulation(tx, simulation_id, from, to))) throw new Problem('conflict')
        if (to === 'running')
          await program.jobs.add('simulation.run', { id: simulation_id, posting_id: session.posting_id })
        return { simulation_id, state: to }
      },
    })
}

const reading = {
  access: 'simulation.view',
  facts: simulationFacts,
  params: SimulationOf,
  event: about,
} as const

function readingRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{
      method: 'GET',
      url: '/simulations/:simulation_id',
      summary: 'A simulation: counts, and whom it touches',
    },
    ...{
      ...reading,
      audit: 'simulation.viewed',
      query: SimulationQuery,
      reply: Simulation,
      page: SimulationPage,
    },
    refresh_seconds: ({ reply }) => (reply.state === 'running' ? REFRESH_SECONDS : undefined),
    handle: async ({ tx, params, query, actor, now }) => ({
      ...(await describeSimulation(tx, program.places, params.simulation_id, { query, now })),
      may_simulate: maySimulate(actor),
    }),
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/simulations/:simulation_id/districts', summary: 'A simulation by district' },
    ...{
      ...reading,
      audit: 'simulation.districts_seen',
      reply: SimulationDistricts,
      page: SimulationDistrictsPage,
    },
    async handle({ tx, params: { simulation_id } }) {
      const { title_en, title_ur, from_on } = await getSimulation(tx, simulation_id)
      const districts = await listDistrictCounts(tx, simulation_id)
      return {
        ...{ simulation_id, pack_title: { en: title_en, ur: title_ur }, from_on },
        districts: districts.map(([district_id, counts]) => ({
          ...{ district_id, district: districtName(program.places, district_id), counts },
        })),
      }
    },
  })
}

function fileRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/simulations/:simulation_id/rows.csv', summary: 'A simulation as a file' },
    ...{ ...reading, audit: 'simulation.downloaded', reply: SimulationFile },
    leaves: ({ export_id }) => ({ export_id }),
    async handle({ tx, params: { simulation_id }, session, now }) {
      const { state } = await getSimulation(tx, simulation_id)
      if (state !== 'done') throw new Problem('conflict')
      const export_id = await recordExport(tx, {
        ...{ kind: 'simulation', subject_id: simulation_id, fields: [...COLUMNS] },
        ...{
          row_count: await countRows(tx, simulation_id),
          taken_by: session.officer_id,
          at: now.toString(),
        },
      })
      return { simulation_id, export_id }
    },
    file: ({ as, reply: { simulation_id }, session: { language } }) =>
      simulationFile(as, program.places, { simulation_id, language }),
  })
}

function personRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    method: 'GET',
    url: '/simulations/:simulation_id/people/:person_id',
    summary: 'One person by the rules in force and by the draft',
    ...{
      access: 'simulation.look',
      audit: 'simulation.person_seen',
      quota: 'view_person',
      params: SimulatedOf,
    },
    facts: (given) => factsForLook(program, given),
    purpose: ({ facts }) => facts.purpose,
    event: ({ params }) => ({
      ...{ subject_kind: 'person', subject_id: params.person_id, second_id: params.simulation_id },
    }),
    ...{ reply: Simulated, page: SimulatedPage },
    handle: ({ tx, params }) => describeSimulated(tx, program.places, params),
  })
}
