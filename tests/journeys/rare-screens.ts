/** Screens that are seldom opened: records taken apart, a stay's end, a striking out, a raise, a secret, a report. */
import { paths } from '../../contract/paths.ts'
import { fillDraft } from '../support/drafts.ts'
import { freshCnic, type Given, given } from '../support/given.ts'
import { givenFacts } from '../support/given-facts.ts'
import { givenLink, givenPair } from '../support/given-match.ts'
import type { As, TestRegister } from '../support/register.ts'
import { of, refusedAt, type Screen, sentTo } from './screen.ts'

const day = (days: number) => Temporal.Now.plainDateISO('Asia/Karachi').add({ days }).toString()

export type RareWorld = {
  register: TestRegister
  one: Given
  match_pair_id: string
  stay_id: string
  visit_id: string
  draft_id: string
  conflict_id: string
  agency_id: string
}

const look = (who: As, { person_id }: Given) =>
  who.api.post(`${paths.person(person_id)}/looks`, { purpose: 'correction', case_reference: 'Diary 31' })

/** Two records of one man, who is in hospital; a pair that waits; a draft about him; a conflict that was declared. */
export async function givenRareWorld(register: TestRegister, agency_id: string): Promise<RareWorld> {
  const { as, root } = register
  const [one, other, third] = [
    await given.person(register, { cnic: freshCnic() }),
    await given.person(register, { station_id: 'pb_vehari_city' }),
    await given.person(register),
  ]
  await givenLink(register, other, one)
  await givenFacts(register, one.person_id, {
    hospital: [{ from_on: day(-3), to_on: null }],
    visits: [{ on: day(-9), result: 'found' }],
  })
  for (const who of [as.bureauOfficer, as.officerSaddar]) await look(who, one)
  const idOf = async (column: string, table: string, where = '') =>
    String((await root.query(`select ${column} as id from register.${table} ${where} limit 1`)).rows[0].id)
  const of_one = `where person_id = '${one.person_id}'`
  return {
    ...{ register, one, agency_id, match_pair_id: (await givenPair(register, one, third)).match_pair_id },
    stay_id: await idOf('stay_id', 'stay', of_one),
    visit_id: await idOf('visit_id', 'visit', of_one),
    draft_id: (await fillDraft(as.prosecutorMultan, { until: 'source' })).draft_id,
    conflict_id: await idOf('conflict_id', 'conflict'),
  }
}

/** Where a look-up of his number leads; each makes a new version of the draft. */
async function lookedUp(who: As, { register, one, draft_id }: RareWorld): Promise<string> {
  const { body } = await who.api.get(paths.draft(draft_id))
  const { body_version } = body as { body_version: number }
  const asked = { body_version: String(body_version), cnic: one.cnic ?? '', passport: '' }
  return sentTo(register, who, `/drafts/${draft_id}/lookups`, asked)
}

/** All of them, each for one who may open it. */
export function rareScreens(world: RareWorld): Screen[] {
  const { register, one, stay_id, visit_id, agency_id } = world
  const { bureauOfficer, bureauSupervisor, prosecutorMultan, administrator, officerSaddar } = register.as
  const end = `${paths.person(one.person_id)}/stays/${stay_id}/ends`
  const strike = paths.newStrikeout(one.person_id, 'visit', visit_id)
  return [
    ...of('bureauOfficer', [
      ['records to compare', paths.matches()],
      ['records compared', paths.matchList('decided')],
      ['two records', paths.match(world.match_pair_id)],
      ['two records, refused', refusedAt(register, bureauOfficer, paths.matchDecisions(world.match_pair_id))],
      ['records to take apart', paths.newSplit(one.person_id)],
      ['records to take apart, refused', refusedAt(register, bureauOfficer, paths.splits(one.person_id))],
      ['access report', () => sentTo(register, bureauOfficer, paths.accessReports(one.person_id))],
      ['conflict to withdraw', paths.withdrawConflict(world.conflict_id)],
    ]),
    ...of('officerSaddar', [
      ['end of a stay', paths.newStayEnd(one.person_id, stay_id)],
      ['end of a stay, refused', refusedAt(register, officerSaddar, end)],
      ['event to strike out', strike],
      ['event to strike out, refused', refusedAt(register, officerSaddar, strike)],
    ]),
    ...of('bureauSupervisor', [
      ['raise of a limit', paths.newQuotaRaise()],
      ['raise of a limit, refused', refusedAt(register, bureauSupervisor, paths.quotaRaises())],
    ]),
    ...of('prosecutorMultan', [['draft, looked up', () => lookedUp(prosecutorMultan, world)]]),
    ...of('administrator', [
      ['agency to be shut out', paths.agencyChange(agency_id, 'end')],
      ['agency, new secret', () => sentTo(register, administrator, paths.agencyAct(agency_id, 'secrets'))],
    ]),
  ]
}
