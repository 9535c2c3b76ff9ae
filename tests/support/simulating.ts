/** Simulates a draft pack for a test: asked for by the legal officer, and worked through as the queue would. */
import assert from 'node:assert/strict'
import { applyLawChange } from '../../server/law-changes/job.ts'
import { asActor } from '../../server/platform/database.ts'
import type { AsJob } from '../../server/platform/jobs.ts'
import { simulate } from '../../server/simulations/job.ts'
import type { As, TestRegister } from './register.ts'

/** Transactions of an officer, of which `most` are made before the program is killed. */
async function actingAs({ program }: TestRegister, who: As, most: number) {
  const token = await who.token()
  let done = 0
  const as: AsJob = (work) => {
    done += 1
    if (done > most) throw new Error('killed')
    return asActor(program.database, token, (tx, session) => {
      assert.ok(session)
      return work(tx, session)
    })
  }
  return { as, token }
}

/** Applies a change of the rules, or takes it back, as the queue would in the name of who approved it. */
export async function applyLawChangeOf(
  register: TestRegister,
  id: string,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  const { bureauSupervisor } = register.as
  const { as } = await actingAs(register, bureauSupervisor, most)
  const payload = { id, posting_id: bureauSupervisor.posting_id }
  const signal = new AbortController().signal
  await applyLawChange({ program: register.program, payload, as, attempt: 9, signal })
}

type Running = { most?: number; threads_from?: number; signal?: AbortSignal }

/** Works through a simulation that was asked for; after `most` transactions the program is killed. */
export async function runSimulationOf(
  register: TestRegister,
  id: string,
  { most = Number.POSITIVE_INFINITY, threads_from = Number.POSITIVE_INFINITY, signal }: Running = {},
): Promise<void> {
  const { program, as: all } = register
  const { as, token } = await actingAs(register, all.legalOfficer, most)
  const payload = { id, posting_id: all.legalOfficer.posting_id }
  const running = signal ?? new AbortController().signal
  await simulate({ program, payload, as, token, attempt: 9, signal: running }, threads_from)
}

/** Begins a simulation and works through it; returns its id. */
export async function givenSimulation(
  register: TestRegister,
  pack_id: string,
  from_on: string,
  running: Running = {},
): Promise<string> {
  const reply = await register.as.legalOfficer.api.post(`/packs/${pack_id}/simulations`, { from_on })
  assert.equal(reply.status, 201, reply.text)
  const { simulation_id } = reply.body as { simulation_id: string }
  await runSimulationOf(register, simulation_id, running)
  return simulation_id
}

let count = 0

/** A draft of the rules with some values changed; returns its id. */
export async function givenPack(
  { as: { legalOfficer } }: TestRegister,
  values: Record<string, string>,
): Promise<string> {
  count += 1
  const { packs } = (await legalOfficer.api.get('/packs')).body as {
    packs: { pack: string; pack_id: string }[]
  }
  const based_on_id = packs.find(({ pack }) => pack === 'pk-assumed')?.pack_id
  const begun = {
    based_on_id,
    pack: `simulated-${count}`,
    title_en: 'Trial rules',
    title_ur: 'آزمائشی قواعد',
  }
  const { pack_id } = (await legalOfficer.api.post('/packs', begun)).body as { pack_id: string }
  for (const [name, value] of Object.entries(values)) {
    const reply = await legalOfficer.api.post(`/packs/${pack_id}/values`, {
      ...{ name, value, basis: 'REGISTER-ASSUMPTIONS', status: 'assumed' },
      ...{ reason_en: 'To try it.', reason_ur: 'آزمانے کے لیے۔' },
    })
    assert.equal(reply.status, 201, reply.text)
  }
  return pack_id
}
