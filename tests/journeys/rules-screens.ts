/** What the screens of rule packs and their simulations have to show. */
import assert from 'node:assert/strict'
import { paths } from '../../contract/paths.ts'
import type { Simulation } from '../../contract/simulations.ts'
import { given } from '../support/given.ts'
import type { PersonaName } from '../support/personas.ts'
import type { As, TestRegister } from '../support/register.ts'
import { givenPack } from '../support/simulating.ts'
import { waitFor } from '../support/wait-for.ts'
import type { Screen } from './screen.ts'

type Line = readonly [name: string, at: Screen['at'], status?: number]

export type RulesWorld = {
  shipped_id: string
  draft_id: string
  proposed_id: string
  simulation_id: string
  stopped_id: string
  approval_id: string
  person_id: string
  law_change_id: string
}

const [FROM, LATER] = ['2099-03-01', '2099-06-01']

/** A simulation that came to its end; the running jobs work through it. */
async function simulated(
  { as: { legalOfficer } }: TestRegister,
  pack_id: string,
  from_on = FROM,
): Promise<string> {
  const begun = await legalOfficer.api.post(paths.packAct(pack_id, 'simulations'), { from_on })
  const { simulation_id } = begun.body as { simulation_id: string }
  await waitFor('the end of the simulation', async () => {
    const { state } = (await legalOfficer.api.get(paths.simulation(simulation_id))).body as Simulation
    return state === 'done'
  })
  return simulation_id
}

/** A change of the rules that two agreed on, with a task that it gave the Bureau. */
async function givenLawChange(register: TestRegister, person_id: string): Promise<string> {
  const { legalOfficer, bureauSupervisor } = register.as
  const pack_id = await givenPack(register, { period_years: '11' })
  await simulated(register, pack_id, LATER)
  const { body } = await legalOfficer.api.post(paths.packAct(pack_id, 'proposals'), {
    ...{ from_on: LATER, reason: 'The Rules of 2099, amended.' },
  })
  const at = paths.approval((body as { approval_id: string }).approval_id)
  const { shown_hash } = (await bureauSupervisor.api.get(at)).body as { shown_hash: string }
  const reply = await bureauSupervisor.api.post(`${at}/approve`, { shown_hash })
  assert.equal(reply.status, 200, reply.text)
  const { rows } = await register.root.query('select law_change_id from register.law_change')
  const { law_change_id } = rows[0] as { law_change_id: string }
  await register.root.query(
    `insert into register.law_change_effect (law_change_id, subject_id, subject_kind, effect) values ($1, $2, 'person', 'entry')`,
    [law_change_id, person_id],
  )
  return law_change_id
}

/** A draft that is simulated and proposed, one still to be simulated, and a simulation that was stopped. */
export async function givenRulesWorld(register: TestRegister): Promise<RulesWorld> {
  const { legalOfficer } = register.as
  const { person_id } = await given.person(register, { convictions: [{ victim: 'other' }] })
  const proposed_id = await givenPack(register, { eligibility_policy: 'both', period_years: '90' })
  const stopped_id = await simulated(register, proposed_id)
  await register.root.query(
    `update register.simulation set state = 'stopped', ended_at = null, result_hash = null where simulation_id = $1`,
    [stopped_id],
  )
  const simulation_id = await simulated(register, proposed_id)
  const reply = await legalOfficer.api.post(paths.packAct(proposed_id, 'proposals'), {
    ...{ from_on: FROM, reason: 'The Rules of 2099 say so.' },
  })
  assert.equal(reply.status, 201, reply.text)
  const law_change_id = await givenLawChange(register, person_id)
  const { packs } = (await legalOfficer.api.get(paths.packs())).body as {
    packs: { pack: string; pack_id: string }[]
  }
  return {
    ...{ proposed_id, stopped_id, simulation_id, person_id, law_change_id },
    draft_id: await givenPack(register, { period_years: '7' }),
    shipped_id: packs.find(({ pack }) => pack === 'pk-assumed')?.pack_id ?? '',
    approval_id: (reply.body as { approval_id: string }).approval_id,
  }
}

type Of = (who: PersonaName, lines: readonly Line[]) => Screen[]
type RefusedAt = (register: TestRegister, who: As, path: string, fields?: object) => () => Promise<string>

/** The screens of rules, for those who draft them and those who decide on them. */
export function rulesScreens(
  register: TestRegister,
  rules: RulesWorld,
  of: Of,
  refusedAt: RefusedAt,
): Screen[] {
  const { legalOfficer: who } = register.as
  const { proposed_id, simulation_id } = rules
  return [
    ...of('legalOfficer', [
      ['rules', paths.packs()],
      ['rules, refused', refusedAt(register, who, paths.packs())],
      ['rules as shipped', paths.pack(rules.shipped_id)],
      ['draft rules', paths.pack(rules.draft_id)],
      ['draft rules, refused', refusedAt(register, who, paths.packAct(rules.draft_id, 'values'))],
      [
        'draft rules, not simulated',
        refusedAt(register, who, paths.packAct(rules.draft_id, 'proposals'), {
          ...{ from_on: '2099-03-01', reason: 'x' },
        }),
      ],
      ['simulations, none', paths.packAct(rules.draft_id, 'simulations')],
      ['simulations', paths.packAct(proposed_id, 'simulations')],
      ['simulations, refused', refusedAt(register, who, paths.packAct(proposed_id, 'simulations'))],
      ['simulation', paths.simulation(simulation_id)],
      ['simulation, who leaves', `${paths.simulation(simulation_id)}?class=leaves&district_id=pb_multan`],
      ['simulation by district', paths.simulationDistricts(simulation_id)],
      ['simulation, stopped', paths.simulation(rules.stopped_id)],
      ['simulation of one person', paths.simulated(simulation_id, rules.person_id)],
      ['own proposal of rules', paths.approval(rules.approval_id)],
    ]),
    ...of('bureauSupervisor', [
      ['rules', paths.packs()],
      ['simulation', paths.simulation(simulation_id)],
      ['rules to decide', paths.approval(rules.approval_id)],
      ['what followed from a change of the rules', paths.lawChange(rules.law_change_id)],
    ]),
  ]
}
