// Every forbid refuses what it must, and only because it is there: each is deleted, and something opens.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Action, Facts } from '../../domain/access/actions.ts'
import { type Actor, NATION, PURPOSES } from '../../domain/access/actor.ts'
import type { LookContext } from '../../domain/access/decision.ts'
import { createAuthorizer } from '../../server/platform/authorize.ts'
import { parsePolicies, readPolicySource } from '../../server/platform/policy-set.ts'
import { given, lookAs, MULTAN, officer, PUNJAB, posted, SADDAR, VEHARI } from './cast.ts'

type Case = [actor: Actor, action: Action, facts: Facts, context?: LookContext]

const CASES: Record<string, Case[]> = {
  'forbid-outside-place': [
    [posted('prosecutor'), 'person.view', given.person({ place: VEHARI }), lookAs('prosecutor')],
    [posted('prosecutor'), 'import.upload', given.import({ place: PUNJAB })],
    [officer('administrator', PUNJAB), 'officer.confirm', given.officer({ place: NATION })],
  ],
  'forbid-oversight-people': [
    [posted('administrator'), 'person.view', given.person(), lookAs('administrator')],
    [posted('auditor'), 'search.create', given.search(), lookAs('auditor')],
    [posted('committee_analyst'), 'expectation.view', given.expectation()],
    [posted('administrator'), 'approval.approve', given.approval({ about: 'entry' })],
    [posted('auditor'), 'draft.view', given.draft()],
    [posted('auditor'), 'entry.compare', given.entry()],
    [posted('auditor'), 'correction.view', given.correction()],
    [posted('auditor'), 'import.view', given.import()],
    [posted('auditor'), 'breach.list', given.breach()],
    [posted('administrator'), 'transfer.list', given.transfer()],
    [posted('auditor'), 'exit.view', given.exit()],
    [posted('auditor'), 'check.list', given.check()],
    [posted('administrator'), 'match.list', given.match()],
    [posted('administrator'), 'duty.view', given.person(), lookAs('administrator')],
  ],
  'forbid-investigator-search': [
    [posted('investigator'), 'search.create', given.search(), { purpose: 'check', has_quota: true }],
    [posted('investigator'), 'search.view', given.search()],
    [posted('investigator'), 'person.view', given.person(), { purpose: 'check', has_quota: true }],
  ],
  'forbid-closed-record': [
    [
      posted('station_head'),
      'person.view',
      given.person({ is_closed: true, is_off_register: true }),
      lookAs('station_head'),
    ],
    [posted('prosecutor'), 'appeal.record', given.person({ is_closed: true, is_off_register: true })],
    [posted('station_head'), 'breach.view', given.breach({ is_closed: true }), lookAs('station_head')],
    [posted('station_head'), 'print.view', given.print({ is_closed: true })],
  ],
  'forbid-supervising-off-register': [
    [posted('station_officer'), 'visit.record', given.person({ is_off_register: true })],
    [posted('bureau_officer'), 'stay.record', given.person({ is_off_register: true })],
  ],
  'forbid-anothers-check': [[posted('investigator'), 'check.view', given.check({ is_own: false })]],
  'forbid-check-not-forwarded': [
    [
      posted('bureau_officer'),
      'check.compare',
      given.check({ is_forwarded: false }),
      lookAs('bureau_officer'),
    ],
    [posted('bureau_supervisor'), 'check.answer', given.check({ is_forwarded: false })],
    [posted('bureau_supervisor'), 'check.release', given.check({ is_forwarded: false })],
  ],
  'forbid-anothers-emergency': [
    [posted('investigator'), 'emergency.read', given.emergency({ is_own: false })],
    [posted('bureau_officer'), 'emergency.read', given.emergency({ is_own: false })],
  ],
  'forbid-own-emergency-review': [
    [
      officer('district_police_officer', MULTAN),
      'emergency.review',
      given.emergency({ is_own: true, is_escalated: true }),
    ],
  ],
  'forbid-early-review-by-bureau': [
    [posted('bureau_supervisor'), 'emergency.review', given.emergency({ is_own: false })],
  ],
  'forbid-emergency-while-unjustified': [
    [posted('investigator'), 'emergency.open', given.emergency({ is_barred: true })],
    [posted('station_head'), 'emergency.prepare', given.emergency({ place: SADDAR, is_barred: true })],
  ],
  'forbid-anothers-search': [[posted('bureau_officer'), 'search.view', given.search(false)]],
  'forbid-night-work-else': [[posted('night_work'), 'day.view', given.day()]],
  'forbid-else-through-agency': [
    [posted('investigator', { through_agency: true }), 'day.view', given.day()],
    [posted('investigator', { through_agency: true }), 'agency_link.lend', given.agency()],
  ],
  'forbid-locked-session': [[posted('auditor', { is_locked: true }), 'day.view', given.day()]],
  'forbid-not-vetted': [
    [posted('prosecutor', { is_vetted: false }), 'day.view', given.day()],
    [posted('investigator', { is_vetted: false }), 'emergency.open', given.emergency()],
  ],
  'forbid-not-trained': [
    [posted('station_head', { is_trained: false }), 'day.view', given.day()],
    [posted('investigator', { is_trained: false }), 'emergency.open', given.emergency()],
  ],
  'forbid-posting-without-district': [
    [officer('prosecutor', NATION), 'import.view', given.import()],
    [
      officer('district_police_officer', PUNJAB),
      'person.view',
      given.person(),
      lookAs('district_police_officer'),
    ],
  ],
  'forbid-posting-without-station': [
    [officer('station_officer', MULTAN), 'person.view', given.person(), lookAs('station_officer')],
  ],
  'forbid-conflict': [
    [posted('bureau_officer'), 'entry.approve', given.entry({ has_conflict: true })],
    [posted('bureau_officer'), 'person.view', given.person({ has_conflict: true }), lookAs('bureau_officer')],
    [posted('administrator'), 'officer.propose', given.officer({ has_conflict: true })],
    [
      posted('district_police_officer'),
      'emergency.review',
      given.emergency({ is_own: false, has_conflict: true }),
    ],
  ],
  'forbid-own-proposal': [
    [posted('bureau_officer'), 'entry.approve', given.entry({ is_own_proposal: true })],
    [posted('bureau_officer'), 'draft.identity_basis', given.draft({ is_own_proposal: true })],
    [posted('administrator'), 'officer.confirm', given.officer({ is_own_proposal: true })],
    [posted('bureau_supervisor'), 'correction.decide', given.correction({ is_own_proposal: true })],
    [posted('bureau_supervisor'), 'approval.approve', given.approval({ is_own_proposal: true })],
    [posted('bureau_supervisor'), 'check.release', given.check({ is_own_proposal: true })],
  ],
  'forbid-withdraw-anothers': [[posted('bureau_officer'), 'approval.withdraw', given.approval()]],
  'forbid-anothers-draft': [
    [posted('bureau_officer'), 'draft.edit', given.draft({ is_own_unit: false })],
    [posted('bureau_officer'), 'draft.discard', given.draft({ is_own_unit: false })],
    [posted('bureau_supervisor'), 'draft.take_over', given.draft({ is_own_unit: false })],
  ],
  'forbid-without-purpose': [
    [posted('bureau_officer'), 'search.create', given.search(), { has_quota: true }],
    [
      posted('bureau_officer'),
      'person.show_number',
      given.person(),
      { has_quota: true, purpose: 'curiosity' },
    ],
  ],
  'forbid-purpose-of-prosecution': [
    [posted('prosecutor'), 'search.create', given.search(), { has_quota: true, purpose: 'court_order' }],
  ],
  'forbid-purpose-of-police': [
    [posted('station_officer'), 'search.create', given.search(), { has_quota: true, purpose: 'check' }],
  ],
  'forbid-purpose-of-legal': [
    [posted('legal_officer'), 'person.view', given.person(), { has_quota: true, purpose: 'supervision' }],
  ],
  'forbid-out-of-quota': [
    [posted('bureau_officer'), 'person.view', given.person(), { purpose: 'registration', has_quota: false }],
    [posted('station_officer'), 'print.reprint', given.print(), { has_quota: false }],
    [posted('investigator'), 'check.ask', given.check(), { has_quota: false }],
  ],
  'forbid-uncounted-look': [
    [posted('bureau_officer'), 'search.create', given.search(), { purpose: 'registration' }],
  ],
  'forbid-stale-auth': [
    [posted('bureau_officer', { fresh_auth: false }), 'entry.approve', given.entry()],
    [posted('bureau_officer', { fresh_auth: false }), 'correction.decide', given.correction()],
    [posted('bureau_officer', { fresh_auth: false }), 'approval.approve', given.approval()],
    [posted('administrator', { fresh_auth: false }), 'officer.confirm', given.officer()],
    [posted('investigator', { fresh_auth: false }), 'emergency.open', given.emergency()],
  ],
}

const source = readPolicySource()
const policies = [...parsePolicies(source).policies.values()]
const forbids = policies.filter((policy) => policy.effect === 'forbid')
const without = (id: string) =>
  policies
    .filter((policy) => policy.id !== id)
    .map((policy) => policy.text)
    .join('\n')

// A permit somebody may add one day without thinking: the forbids must hold against it.
const CARELESS = `@id("permit-careless") @gloss_en("All.") @gloss_ur("سب۔") permit (principal, action, resource);`
const asCommitted = createAuthorizer(source)
const careless = createAuthorizer({ ...source, policies: `${source.policies}\n${CARELESS}` })

describe('forbids', () => {
  it('each have at least one case here', () => {
    assert.deepEqual(Object.keys(CASES).sort(), forbids.map((policy) => policy.id).sort())
  })
  for (const [id, cases] of Object.entries(CASES)) {
    const carelessWithout = createAuthorizer({ ...source, policies: `${without(id)}\n${CARELESS}` })
    const deleted = createAuthorizer({ ...source, policies: without(id) })
    for (const [index, given_case] of cases.entries()) {
      const [actor, action] = given_case
      it(`${id} ${index + 1}: ${actor.role} is refused ${action}, and by nothing else`, () => {
        assert.equal(asCommitted.decide(...given_case).policy, id)
        assert.equal(careless.decide(...given_case).policy, id)
        assert.equal(carelessWithout.decide(...given_case).allowed, true)
        assert.notDeepEqual(deleted.decide(...given_case), asCommitted.decide(...given_case))
      })
    }
  }
  it('that guard a role which has a permit open the record when deleted', () => {
    const guards_without_permit = ['forbid-oversight-people', 'forbid-investigator-search']
    const opening = forbids.filter(({ id }) => {
      const { decide } = createAuthorizer({ ...source, policies: without(id) })
      return CASES[id]?.some((given_case) => decide(...given_case).allowed)
    })
    assert.deepEqual(
      forbids.filter((policy) => !opening.includes(policy)).map((policy) => policy.id),
      guards_without_permit,
    )
  })
})

describe('the passkey is asked for again', () => {
  const stale = posted('bureau_officer', { fresh_auth: false })
  it('when nothing else stands in the way', () => {
    const decision = asCommitted.decide(stale, 'entry.approve', given.entry())
    assert.equal(!decision.allowed && decision.needs, 'step_up')
  })
  it('but not of an officer who would be refused all the same', () => {
    const own = asCommitted.decide(stale, 'entry.approve', given.entry({ is_own_proposal: true }))
    assert.equal(own.policy, 'forbid-own-proposal')
    const lacking = asCommitted.decide(
      posted('station_officer', { fresh_auth: false }),
      'entry.approve',
      given.entry({ place: posted('station_officer').place }),
    )
    assert.deepEqual([lacking.policy, !lacking.allowed && lacking.needs], [null, undefined])
  })
})

describe('a quota that is used up', () => {
  const used_up = { has_quota: false }
  it('is not told to a role that has none, also when its passkey was used long ago', () => {
    for (const fresh_auth of [true, false]) {
      const decision = asCommitted.decide(
        posted('investigator', { fresh_auth }),
        'approval.approve',
        given.approval(),
        used_up,
      )
      assert.deepEqual([decision.policy, !decision.allowed && decision.is_hidden], [null, true])
    }
  })
  it('is told before the passkey is asked for', () => {
    const stale = posted('investigator', { fresh_auth: false })
    assert.equal(
      asCommitted.decide(stale, 'check.open', given.check(), used_up).policy,
      'forbid-out-of-quota',
    )
  })
})

describe('purposes', () => {
  it('of the Bureau are all of them', () => {
    for (const purpose of PURPOSES) {
      const context = { purpose, has_quota: true }
      assert.equal(
        asCommitted.decide(posted('bureau_officer'), 'search.create', given.search(), context).allowed,
        true,
      )
    }
  })
})
