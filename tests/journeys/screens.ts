/** Every screen of every role, one line each, over a register with something to show on each of them. */
import { randomUUID } from 'node:crypto'
import { paths } from '../../contract/paths.ts'
import { STATISTIC_NAMES } from '../../domain/statistics/tables.ts'
import { publishInventedFigures } from '../../server/invented/figures.ts'
import { pakistanDay } from '../../server/platform/clock.ts'
import { knownCnic } from '../support/agency.ts'
import { givenAgency } from '../support/agency-system.ts'
import { fillDraft } from '../support/drafts.ts'
import { givenLink } from '../support/enrolling.ts'
import { type Given, given } from '../support/given.ts'
import { askAbout, givenSubmitted } from '../support/given-draft.ts'
import { givenReturnRow } from '../support/given-return.ts'
import type { As, TestRegister } from '../support/register.ts'
import { csvOf, returnRow, sendFile } from '../support/uploads.ts'
import { waitFor } from '../support/wait-for.ts'
import { type BreachWorld, givenBreachWorld } from './breach-screens.ts'
import { type CheckWorld, checkScreens, givenCheckWorld } from './check-screens.ts'
import { type DeskWorld, deskScreens, givenDeskWorld } from './desk-screens.ts'
import { type EmergencyWorld, emergencyScreens, givenEmergencyWorld } from './emergency-screens.ts'
import { givenRareWorld, type RareWorld, rareScreens } from './rare-screens.ts'
import { givenRulesWorld, type RulesWorld, rulesScreens } from './rules-screens.ts'
import { fieldOf, type Line, of, refusedAt, type Screen, sentTo } from './screen.ts'

type World = {
  register: TestRegister
  bashir: Given
  search_id: string
  correction_id: string
  agency_id: string
  officer_change_id: string
  import_id: string
  drafts: Record<'empty' | 'person' | 'filled' | 'free' | 'legal' | 'returned', string>
  entries: Record<'mismatch' | 'held' | 'plain', string>
  enforcing: BreachWorld
  rules: RulesWorld
  desk: DeskWorld
  emergencies: EmergencyWorld
  checks: CheckWorld
  rare: RareWorld
}

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xda, 0x00, 0x04, 0, 0, 0x12, 0x34, 0xff, 0xd9])

async function givenEntry(register: TestRegister, what: Parameters<typeof givenSubmitted>[1]) {
  const draft_id = await givenSubmitted(register, what)
  await askAbout(register, draft_id)
  return draft_id
}

async function givenEntries(register: TestRegister, held_cnic: string): Promise<World['entries']> {
  const from = await givenReturnRow(register, { name_latin: 'Muhammad Basheer', cnic: knownCnic(1) })
  const of_return = { cnic: knownCnic(1), father_name: 'Khuda Yar', from }
  return {
    mismatch: await givenEntry(register, of_return),
    held: await givenEntry(register, { cnic: held_cnic }),
    plain: await givenEntry(register, { cnic: knownCnic(3) }),
  }
}

async function givenDrafts(register: TestRegister): Promise<World['drafts']> {
  const { prosecutorMultan: who, bureauOfficer } = register.as
  const fill = async (until: 'source' | 'person' | 'station') => (await fillDraft(who, { until })).draft_id
  const doubtful = await fillDraft(who, { conviction: { victim: 'other' } })
  const { draft_id: legal, body_version } = doubtful
  fieldOf(await who.api.post(`/drafts/${legal}/submissions`, { body_version }), 'draft_id')
  const returned = await givenEntry(register, { cnic: knownCnic(4) })
  const { body } = await bureauOfficer.api.get(`/entries/${returned}`)
  const { shown_hash } = body as { shown_hash: string }
  const reason = 'The father’s name differs from the judgment.'
  fieldOf(await bureauOfficer.api.post(`/entries/${returned}/returns`, { shown_hash, reason }), 'draft_id')
  return {
    ...{ legal, returned, empty: await fill('source'), person: await fill('person') },
    filled: await fill('station'),
    free: (await fillDraft(who, { sentence: { custody: [] } })).draft_id,
  }
}

/** A return that was read: rows accepted, warned and refused. */
async function givenImport(who: As, register: TestRegister): Promise<string> {
  const rows = [
    returnRow(1),
    returnRow(2, { custody: '' }),
    returnRow(3, { sex: '?', judgment_on: '31/02/2024' }),
  ]
  const import_id = fieldOf(await sendFile(register, who, csvOf(rows, 4)), 'import_id')
  const stateNow = async () => fieldOf(await who.api.get(paths.import(import_id)), 'state')
  await waitFor('the reading of the return', async () => (await stateNow()) === 'read')
  return import_id
}

/** A submitted draft of an officer of Multan whose posting has ended. */
async function givenStalled(register: TestRegister): Promise<void> {
  const draft_id = await givenSubmitted(register, { cnic: knownCnic(5) })
  const [officer_id, posting_id] = [randomUUID(), randomUUID()]
  await register.root.query(
    `insert into access.officer (officer_id, badge, name_en, name_ur, vetted_until, trained_until)
     values ($1, 'GONE', 'Arif Mahmood', 'عارف محمود', '2099-01-01', '2099-01-01')`,
    [officer_id],
  )
  await register.root.query(
    `insert into access.posting (posting_id, officer_id, unit_id, role, from_on, to_on)
     values ($1, $2, 'dpp_pb_multan', 'deputy_prosecutor', '2024-01-01', '2025-01-01')`,
    [posting_id, officer_id],
  )
  await register.root.query('update register.draft set posting_id = $1 where draft_id = $2', [
    posting_id,
    draft_id,
  ])
}

/** Fills a register with work for everyone. It must have an identity agency and running jobs. */
export async function givenWorld(register: TestRegister): Promise<World> {
  const { bureauOfficer, shoSaddar, administratorTwo, analyst, prosecutorMultan } = register.as
  const bashir = await given.person(register, {
    ...{ cnic: '9123456789013', passport: 'AB1234567', photo: JPEG },
    custody: [{ from_on: '2024-02-01', to_on: '2025-08-14' }],
    convictions: [{ appeal: [{ event: 'filed', on: '2025-03-01' }] }],
  })
  const why = { purpose: 'correction', case_reference: 'Diary 12' }
  for (const who of [bureauOfficer, shoSaddar])
    await who.api.post(`${paths.person(bashir.person_id)}/looks`, why)
  const other = await given.person(register, { station_id: 'pb_multan_saddar' })
  await bureauOfficer.api.post(paths.newConflict('person', other.person_id), { reason_code: 'case' })
  await givenStalled(register)
  await publishInventedFigures(register.url('postgres'), 1, pakistanDay(register.clock.now()))
  const asked = { ...why, query: bashir.record_number }
  const search_id = fieldOf(await bureauOfficer.api.post('/searches', asked), 'search_id')
  const correction = {
    ...{ field: 'born_on', after: '1988-04-13', source_kind: 'identity_card', source_on: '2026-01-05' },
    ...{ source_ref: 'NADRA 77', asked_by: 'person' },
  }
  const proposed = await shoSaddar.api.post(`${paths.person(bashir.person_id)}/corrections`, correction)
  const standing = { vetted_until: '2097-01-01', trained_until: '2097-01-01', reason: 'renewed' }
  const change = paths.officerChange(analyst.officer_id, 'set_standing')
  const agency_id = await givenAgency(register, { webhook_url: 'https://hooks.punjab.example/amanat' })
  return {
    ...{ register, bashir, search_id, correction_id: fieldOf(proposed, 'approval_id') },
    officer_change_id: fieldOf(await administratorTwo.api.post(change, standing), 'approval_id'),
    agency_id,
    import_id: await givenImport(prosecutorMultan, register),
    drafts: await givenDrafts(register),
    entries: await givenEntries(register, bashir.cnic ?? ''),
    enforcing: await givenBreachWorld(register),
    rules: await givenRulesWorld(register),
    desk: await givenDeskWorld(register),
    emergencies: await givenEmergencyWorld(register),
    checks: await givenCheckWorld(register),
    rare: await givenRareWorld(register, agency_id),
  }
}

function entering({ register, drafts, import_id }: World): Screen[] {
  const { prosecutorMultan: who } = register.as
  const step = (key: keyof World['drafts'], name: string) => paths.draftStep(drafts[key], name)
  return of('prosecutorMultan', [
    ['my day', '/'],
    ['session', '/session'],
    ['step-up', '/fresh'],
    ['find', paths.searches()],
    ['find, refused', refusedAt(register, who, paths.searches())],
    ['returns', paths.imports()],
    ['return', paths.import(import_id)],
    ['return, refused rows', `${paths.import(import_id)}?outcome=refused`],
    ['return, guide', paths.importGuide()],
    ['return, refused', refusedAt(register, who, `${paths.import(import_id)}/confirm`)],
    ['expected entries', paths.expectations()],
    ['drafts that wait for nobody', paths.takeovers()],
    ['my conflicts', paths.conflicts()],
    ['drafts', paths.drafts()],
    ['drafts with the Bureau', `${paths.drafts()}?stage=bureau`],
    ['new draft', paths.newDraft()],
    ['draft', paths.draft(drafts.filled)],
    ['draft given back', paths.draft(drafts.returned)],
    ['draft, judgment', step('empty', 'source')],
    ['draft, judgment refused', refusedAt(register, who, step('empty', 'source'), { judgment_hash: 'x' })],
    ['draft, look-up', step('empty', 'person')],
    ['draft, person', step('person', 'person')],
    ['draft, conviction', step('filled', 'conviction')],
    [
      'draft, conviction refused',
      refusedAt(register, who, step('filled', 'conviction'), { body_version: '1' }),
    ],
    ['draft, sentence', step('filled', 'sentence')],
    ['draft, preview', step('filled', 'preview')],
    ['draft, preview without custody', step('free', 'preview')],
    ['draft, station', step('filled', 'station')],
    ['draft, check', step('filled', 'check')],
    ['draft, discard', step('filled', 'discard')],
    ['no such page', '/nowhere', 404],
    ['a screen of others', paths.officers(), 404],
  ])
}

function deciding({ register, entries, bashir, search_id, correction_id }: World): Screen[] {
  const { bureauOfficer: who } = register.as
  const tab = (name: string) => paths.personTab(bashir.person_id, name)
  const once = (act: string) => () => sentTo(register, who, tab(act))
  return of('bureauOfficer', [
    ['my day', '/'],
    ['entries', paths.entries()],
    ['entry with a mismatch', paths.entry(entries.mismatch)],
    ['entry of a person held', paths.entry(entries.held)],
    ['entry', paths.entry(entries.plain)],
    ['entry, refused', refusedAt(register, who, `${paths.entry(entries.mismatch)}/approvals`)],
    ['expected entries met', `${paths.expectations()}?state=met`],
    ['drafts that wait for nobody', paths.takeovers()],
    ['my conflicts', paths.conflicts()],
    ['conflict, refused', refusedAt(register, who, paths.conflicts())],
    ['conflict about a person', paths.newConflict('person', bashir.person_id)],
    ['conflict about a proposal', paths.newConflict('approval', correction_id)],
    ['approvals', paths.approvals()],
    ['approvals of corrections', `${paths.approvals()}?kind=correction`],
    ['correction to decide', paths.approval(correction_id)],
    ['find', paths.searches()],
    ['found', paths.search(search_id)],
    ['person', paths.person(bashir.person_id)],
    ['person, duties', tab('duties')],
    ['person, addresses', tab('addresses')],
    ['person, travel', tab('travel')],
    ['person, new visit', paths.newVisit(bashir.person_id)],
    ['person, new stay', paths.newStay(bashir.person_id)],
    ['person, order on appeal', paths.newAppealEvent(bashir.person_id)],
    ['person, visit refused', refusedAt(register, who, `${tab('visits')}/effects`)],
    ['certificates to hand over', paths.exits()],
    ['person, convictions', tab('convictions')],
    ['person, identity', tab('identity')],
    ['person, timeline', tab('timeline')],
    ['person, who has looked', tab('lookers')],
    ['person, numbers', once('numbers')],
    ['person, photograph', once('photo-views')],
    ['person, new photograph', paths.newPhoto(bashir.person_id)],
    ['person, corrections', tab('corrections')],
    ['person, correction of a name', paths.newCorrection(bashir.person_id, 'name')],
    ['person, correction of birth', paths.newCorrection(bashir.person_id, 'born_on')],
    ['person, correction of sex', paths.newCorrection(bashir.person_id, 'sex')],
    ['person, correction of a number', paths.newCorrection(bashir.person_id, 'cnic')],
    ['person, correction refused', refusedAt(register, who, tab('corrections'), { field: 'sex' })],
  ])
}

function others({ register, bashir, drafts, officer_change_id, correction_id, agency_id }: World): Screen[] {
  const { administrator, analyst, bureauSupervisor } = register.as
  const change = (name: string) => paths.officerChange(analyst.officer_id, name)
  return [
    ...of(null, [
      ['sign in', '/sign-in'],
      ['enrolment', async () => `/enrol/${await givenLink(register, analyst.officer_id)}`],
      ['enrolled', '/enrolled'],
      ['signed out', '/signed-out'],
      ['verify', '/verify'],
      ['no such page', '/nowhere', 404],
    ]),
    ...of('deputyMultan', [['my day', '/']]),
    ...of('bureauSupervisor', [
      ['my day', '/'],
      ['person, why', paths.personTab(bashir.person_id, 'purpose')],
      ['why, refused', refusedAt(register, bureauSupervisor, `${paths.person(bashir.person_id)}/looks`)],
    ]),
    ...of('legalOfficer', [
      ['my day', '/'],
      ['drafts', paths.drafts()],
      ['draft', paths.draft(drafts.legal)],
      ['legal decision', paths.draftStep(drafts.legal, 'legal')],
    ]),
    ...of('shoSaddar', [
      ['my day', '/'],
      ['person', paths.person(bashir.person_id)],
      ['own correction', paths.approval(correction_id)],
    ]),
    ...of('officerSaddar', [['my day', '/']]),
    ...of('dpoMultan', [['my day', '/']]),
    ...of('investigatorMultan', [['my day', '/']]),
    ...of('analyst', [
      ['my day', '/'],
      ['figures', paths.statistics()],
      ...STATISTIC_NAMES.map((name): Line => [`figures, ${name}`, paths.statistic(name)]),
    ]),
    ...of('investigatorMultan', [
      ['my day', '/'],
      ['systems that act for me', paths.agencyLinks()],
    ]),
    ...of('analyst', [['my day', '/']]),
    ...of('administrator', [
      ['my day', '/'],
      ['officers', paths.officers()],
      ['officer', paths.officer(analyst.officer_id)],
      ['new officer', `${paths.newOfficer()}?district_id=pb_multan`],
      ['new officer, refused', refusedAt(register, administrator, paths.officers())],
      ['new posting', change('add_posting')],
      ['suspension', change('suspend')],
      ['agencies', paths.agencies()],
      ['agency', paths.agency(agency_id)],
      ['agency, another address', paths.agencyChange(agency_id, 'address')],
      ['new agency', paths.newAgency()],
      ['new agency, refused', refusedAt(register, administrator, paths.agencies())],
      ['approvals', paths.approvals()],
      ['change to decide', paths.approval(officer_change_id)],
    ]),
    ...of('auditor', [
      ['my day', '/'],
      ['audit', paths.audit()],
      ['audit, acts to choose from', `${paths.audit()}?choose=acts`],
      ['refusals', `${paths.audit()}?outcome=refused`],
      ['audit of one act', `${paths.audit()}?action=draft.submitted&outcome=done`],
    ]),
  ]
}

function enforcing({
  register,
  enforcing: { lapsed_id, breach_id, approval_id, person_id, transfer_id },
}: World) {
  const { officerSaddar: who } = register.as
  return [
    ...of('officerSaddar', [
      ['undecided', paths.breaches()],
      ['lapses', paths.newBreach(lapsed_id)],
      [
        'contact, refused',
        refusedAt(register, who, paths.contacts(lapsed_id), { duty: 'confirm_in_person' }),
      ],
      ['breach', paths.breach(breach_id)],
      ['transfers', paths.transfers()],
      ['transfer', paths.transfer(transfer_id)],
      ['new transfer', paths.newTransfer(lapsed_id)],
      ['new transfer, refused', refusedAt(register, who, paths.personTransfers(lapsed_id))],
      ['new transfer of one offered', paths.newTransfer(person_id)],
    ]),
    ...of('shoSaddar', [
      ['approvals', paths.approvals()],
      ['breach to sign', paths.approval(approval_id)],
    ]),
    ...of('shoVehari', [
      ['transfers', paths.transfers()],
      ['transfer to answer', paths.transfer(transfer_id)],
    ]),
    ...of('dpoMultan', [
      ['undecided', paths.breaches()],
      ['breach', paths.breach(breach_id)],
      ['transfers', paths.transfers()],
    ]),
    ...of('bureauSupervisor', [
      ['undecided', paths.breaches()],
      ['transfer', paths.transfer(transfer_id)],
    ]),
  ]
}

/** All screens; a new one is a line above. */
export const screensOf = (world: World): Screen[] => [
  ...entering(world),
  ...deciding(world),
  ...others(world),
  ...enforcing(world),
  ...rulesScreens(world.register, world.rules, of, refusedAt),
  ...deskScreens(world.register, world.desk),
  ...emergencyScreens(world.register, world.emergencies),
  ...checkScreens(world.register, world.checks),
  ...rareScreens(world.rare),
]
