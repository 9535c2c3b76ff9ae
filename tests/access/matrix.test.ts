// The whole matrix in words: for every act, the roles that may do it where they are posted, and nobody else.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  ACTIONS,
  type Action,
  type Facts,
  type FactsOf,
  THROUGH_AGENCY,
} from '../../domain/access/actions.ts'
import { NATION, POSTABLE_ROLES, ROLES, type Role } from '../../domain/access/actor.ts'
import { decide } from '../../server/platform/authorize.ts'
import { CANTT, given, lookAs, posted, VEHARI } from './cast.ts'

const PROSECUTION: readonly Role[] = ['prosecutor', 'deputy_prosecutor']
const BUREAU: readonly Role[] = ['bureau_officer', 'bureau_supervisor']
const STATION: readonly Role[] = ['station_officer', 'station_head']
const DRAFTERS = [...PROSECUTION, ...BUREAU]
const KEEPERS = [...DRAFTERS, ...STATION]
const READERS = [...KEEPERS, 'legal_officer', 'district_police_officer'] satisfies Role[]
/** Who sees what falls due. */
const OVERSEERS: readonly Role[] = [...BUREAU, ...STATION, 'legal_officer', 'district_police_officer']

/** Who acts where a life is in danger, each on a paper of his own place. */
const EMERGENCY_USERS: readonly Role[] = ['investigator', 'station_head', 'bureau_officer']

const RECEIVERS = [...BUREAU, ...STATION]
const FOLLOWERS = [...RECEIVERS, 'legal_officer', 'district_police_officer'] satisfies Role[]

const MAY: Record<Action, readonly Role[]> = {
  'day.view': POSTABLE_ROLES,
  'officer.view': ['administrator', 'auditor'],
  'officer.propose': ['administrator'],
  'officer.confirm': ['administrator'],
  'approval.view': BUREAU,
  'approval.approve': BUREAU,
  'approval.return': BUREAU,
  'approval.refuse': BUREAU,
  'approval.withdraw': [],
  'import.upload': PROSECUTION,
  'import.view': DRAFTERS,
  'import.confirm': PROSECUTION,
  'import.cancel': PROSECUTION,
  'import.download': DRAFTERS,
  'draft.create': DRAFTERS,
  'draft.view': [...DRAFTERS, 'legal_officer'],
  'draft.edit': DRAFTERS,
  'draft.submit': DRAFTERS,
  'draft.discard': DRAFTERS,
  'draft.take_over': DRAFTERS,
  'draft.legal_decision': ['legal_officer'],
  'draft.identity_basis': BUREAU,
  'identity.verify': DRAFTERS,
  'entry.compare': BUREAU,
  'entry.approve': BUREAU,
  'entry.return': BUREAU,
  'person.view': READERS,
  'person.show_number': KEEPERS,
  'person.view_photo': KEEPERS,
  'person.add_photo': BUREAU,
  'person.timeline': READERS,
  'person.lookers': [...BUREAU, 'station_head', 'district_police_officer'],
  'duty.view': READERS,
  'visit.record': [...BUREAU, ...STATION],
  'stay.record': [...BUREAU, ...STATION],
  'appeal.record': [...DRAFTERS, 'legal_officer'],
  'strikeout.propose': [...KEEPERS, 'legal_officer'],
  'exit.view': [...BUREAU, ...STATION, 'legal_officer'],
  'exit.certify': [...BUREAU, ...STATION],
  'exit.hand_over': [...BUREAU, ...STATION],
  'correction.propose': KEEPERS,
  'correction.view': BUREAU,
  'correction.decide': BUREAU,
  'breach.prepare': [...STATION, ...BUREAU],
  'breach.contact': [...STATION, ...BUREAU],
  'breach.open': [...STATION, ...BUREAU],
  'breach.list': [...STATION, ...BUREAU, 'district_police_officer', 'legal_officer'],
  'breach.view': [...STATION, ...BUREAU, 'district_police_officer', 'legal_officer'],
  'breach.decide': [...STATION, ...BUREAU],
  'breach.print': [...STATION, ...BUREAU],
  'transfer.prepare': [...STATION, ...BUREAU],
  'transfer.offer': [...STATION, ...BUREAU],
  'transfer.list': [...STATION, ...BUREAU, 'district_police_officer'],
  'transfer.view': [...STATION, ...BUREAU, 'district_police_officer'],
  'transfer.accept': [],
  'transfer.refuse': [],
  'transfer.withdraw': [...STATION, ...BUREAU],
  'transfer.assign': BUREAU,
  'serving.view': FOLLOWERS,
  'serving.record': RECEIVERS,
  'notice.view': FOLLOWERS,
  'notice.record': RECEIVERS,
  'notice.strike': RECEIVERS,
  'check.list': ['investigator', ...DRAFTERS, 'district_police_officer'],
  'check.view': ['investigator', ...DRAFTERS, 'district_police_officer'],
  'check.ask': ['investigator'],
  'check.screen': ['prosecutor'],
  'check.name_deputy': ['prosecutor'],
  'check.open': ['investigator'],
  'check.read': ['investigator'],
  'check.confirm': ['investigator'],
  'check.erase': ['night_work'],
  'check.compare': BUREAU,
  'check.answer': BUREAU,
  'check.release': BUREAU,
  'check.send_back': BUREAU,
  'emergency.list': [...EMERGENCY_USERS, 'district_police_officer', 'bureau_supervisor', 'administrator'],
  'emergency.prepare': EMERGENCY_USERS,
  'emergency.open': EMERGENCY_USERS,
  'emergency.read': EMERGENCY_USERS,
  'emergency.view': ['district_police_officer', 'bureau_supervisor'],
  'emergency.review': [],
  'emergency.follow_up': ['administrator'],
  'agency.view': ['administrator', 'auditor'],
  'agency.propose': ['administrator'],
  'agency.rotate': ['administrator'],
  'agency.replay': ['administrator'],
  'agency.follow': [],
  'agency.deliver': ['night_work'],
  'agency_link.view': ['investigator'],
  'agency_link.consent': ['investigator'],
  'agency_link.lend': ['investigator'],
  'agency_link.end': ['investigator', 'administrator'],
  'match.list': BUREAU,
  'match.view': BUREAU,
  'match.decide': BUREAU,
  'clearance.list': BUREAU,
  'clearance.view': BUREAU,
  'clearance.issue': BUREAU,
  'clearance.refuse': BUREAU,
  'clearance.withdraw': BUREAU,
  'match.compare': ['night_work'],
  'merge.view': BUREAU,
  'merge.propose': BUREAU,
  'instrument.propose': ['legal_officer'],
  'desk.view': ['bureau_supervisor', 'legal_officer'],
  'quota.propose': ['bureau_supervisor'],
  'disclosure.list': BUREAU,
  'recall.list': [...BUREAU, 'investigator', 'station_head'],
  'recall.confirm': ['bureau_supervisor'],
  'search.create': [...KEEPERS, 'legal_officer'],
  'search.view': [...KEEPERS, 'legal_officer'],
  'search.index': ['night_work'],
  'audit.view': ['auditor'],
  'audit.export': ['auditor'],
  'expectation.view': DRAFTERS,
  'statistic.view': ['committee_analyst'],
  'statistic.publish': ['night_work'],
  'calendar.view': OVERSEERS,
  'calendar.print': [...BUREAU, ...STATION],
  'calendar.record': [...BUREAU, ...STATION],
  'calendar.strike_out': [...BUREAU, ...STATION],
  'duty.list': OVERSEERS,
  'duty.refresh': ['night_work'],
  'civil_event.read': ['night_work'],
  'reminder.list': [...BUREAU, ...STATION],
  'reminder.send': ['night_work'],
  'contact.add': [...BUREAU, ...STATION],
  'print.view': READERS,
  'print.reprint': READERS,
  'conflict.view': POSTABLE_ROLES,
  'conflict.declare': POSTABLE_ROLES,
  'conflict.withdraw': POSTABLE_ROLES,
  'pack.view': [...BUREAU, 'legal_officer'],
  'pack.draft': ['legal_officer'],
  'pack.propose': ['legal_officer'],
  'simulation.view': [...BUREAU, 'legal_officer'],
  'simulation.begin': ['legal_officer'],
  'simulation.look': [...BUREAU, 'legal_officer'],
  'law_change.apply': ['bureau_supervisor'],
  'law_change.take_up': BUREAU,
}

const actions = Object.keys(MAY) as Action[]
const rolesAllowed = (action: Action, facts: Facts) =>
  ROLES.filter((role) => decide(posted(role), action, facts, lookAs(role)).allowed)

describe('what each role may do in its own place', () => {
  for (const action of actions)
    it(`${action}: ${MAY[action].join(', ') || 'nobody, unless the proposal is his own'}`, () => {
      assert.deepEqual(rolesAllowed(action, given[ACTIONS[action]]()).sort(), [...MAY[action]].sort())
    })
})

describe('what each role may do elsewhere', () => {
  const national: readonly Role[] = [...BUREAU, 'legal_officer', 'administrator', 'auditor', 'night_work']
  for (const action of actions.filter((each) => given[ACTIONS[each]]().place !== null))
    it(`${action}: in another district only those posted to the nation`, () => {
      const elsewhere = { ...given[ACTIONS[action]](), place: VEHARI }
      assert.deepEqual(
        rolesAllowed(action, elsewhere).sort(),
        MAY[action].filter((role) => national.includes(role)).sort(),
      )
    })

  it('a station does not see the people of another station of its district', () => {
    const refused = decide(
      posted('station_head'),
      'person.view',
      given.person({ place: CANTT }),
      lookAs('station_head'),
    )
    assert.equal(refused.policy, 'forbid-outside-place')
    assert.equal(!refused.allowed && refused.is_hidden, true)
  })
  it('a prosecutor sees the people of every station of his district', () => {
    const seen = decide(
      posted('prosecutor'),
      'person.view',
      given.person({ place: CANTT }),
      lookAs('prosecutor'),
    )
    assert.equal(seen.policy, 'permit-view-person')
  })
})

describe('a transfer', () => {
  it('is accepted or refused by the station to which it is offered, which does not withdraw it', () => {
    const offered = given.transfer({ is_owner: false, is_receiver: true })
    assert.deepEqual(rolesAllowed('transfer.accept', offered).sort(), [...STATION].sort())
    assert.deepEqual(rolesAllowed('transfer.refuse', offered).sort(), [...STATION].sort())
    assert.deepEqual(rolesAllowed('transfer.withdraw', offered).sort(), [...BUREAU].sort())
  })
})

describe('approvals', () => {
  it('about missed duties are signed off by the heads who answer for the person', () => {
    const about = given.approval({ about: 'breach' })
    for (const act of ['approval.view', 'approval.approve', 'approval.return', 'approval.refuse'] as const)
      assert.deepEqual(rolesAllowed(act, about).sort(), ['district_police_officer', 'station_head'])
    assert.deepEqual(
      rolesAllowed('approval.approve', given.approval({ about: 'breach', is_own_proposal: true })),
      [],
    )
  })
  it('about officers are decided by administrators, and seen by nobody else', () => {
    const about = given.approval({ about: 'officer' })
    for (const act of ['approval.view', 'approval.approve', 'approval.return', 'approval.refuse'] as const)
      assert.deepEqual(rolesAllowed(act, about), ['administrator'])
  })
  it('are followed and withdrawn by the one who proposed them, who cannot decide them', () => {
    const own = given.approval({ is_own_proposal: true })
    assert.deepEqual(rolesAllowed('approval.view', own).sort(), [...KEEPERS, 'legal_officer'].sort())
    assert.deepEqual(rolesAllowed('approval.withdraw', own).sort(), [...KEEPERS, 'legal_officer'].sort())
    assert.deepEqual(rolesAllowed('approval.approve', own), [])
    assert.deepEqual(rolesAllowed('approval.refuse', own), [])
  })
  it('of entries and answers are never refused here: they go back to who can mend them', () => {
    for (const about of ['entry', 'check'] as const)
      assert.deepEqual(rolesAllowed('approval.refuse', given.approval({ about })), [])
  })
})

describe('a check request', () => {
  it('is screened by a deputy only when he covers the prosecutor, and never by who has declared a conflict', () => {
    const covered = given.check({ is_covering: true })
    assert.deepEqual(rolesAllowed('check.screen', covered).sort(), [...PROSECUTION].sort())
    assert.deepEqual(rolesAllowed('check.screen', { ...covered, has_conflict: true }), [])
  })
})

describe('a use of the emergency access', () => {
  const reviewers = (more: Partial<FactsOf<'emergency'>>) =>
    rolesAllowed('emergency.review', given.emergency({ is_own: false, ...more }))
  it('is reviewed in the district, and by the Bureau’s supervisor once it has passed to him', () => {
    assert.deepEqual(reviewers({}), ['district_police_officer'])
    assert.deepEqual(reviewers({ is_escalated: true }).sort(), [
      'bureau_supervisor',
      'district_police_officer',
    ])
    assert.deepEqual(reviewers({ place: NATION, is_escalated: true }), ['bureau_supervisor'])
  })
  it('is reviewed neither by who used it nor by who has declared a conflict', () => {
    assert.deepEqual(reviewers({ is_own: true, is_escalated: true }), [])
    assert.deepEqual(reviewers({ has_conflict: true, is_escalated: true }), [])
  })
  it('stays closed to an officer whose use was not justified, until that is followed up', () => {
    const barred = given.emergency({ is_barred: true })
    for (const act of ['emergency.prepare', 'emergency.open'] as const)
      assert.deepEqual(rolesAllowed(act, barred), [])
    assert.deepEqual(rolesAllowed('emergency.list', barred).length, 6)
  })
})

describe('an agency’s system', () => {
  const system = posted('investigator', { through_agency: true })
  it('does in the name of its investigator what is listed for it, and nothing else', () => {
    const own: Partial<Record<Action, Facts>> = { 'recall.confirm': given.recall({ is_recipient: true }) }
    const may = actions.filter(
      (action) =>
        decide(system, action, own[action] ?? given[ACTIONS[action]](), { has_quota: true }).allowed,
    )
    assert.deepEqual(may.sort(), [...THROUGH_AGENCY].sort())
  })
  it('sees the events of its own agency only, and opens answers only while its officer lent it his passkey', () => {
    assert.equal(decide(system, 'agency.follow', given.agency({ is_own: false })).allowed, false)
    const stale = { ...system, fresh_auth: false }
    const refused = decide(stale, 'check.open', given.check())
    assert.deepEqual([refused.allowed, refused.policy], [false, 'forbid-stale-auth'])
  })
})

describe('a copy that is called back', () => {
  it('is confirmed gone by who holds it; by the Bureau where that is no officer of the register', () => {
    assert.deepEqual(
      rolesAllowed('recall.confirm', given.recall({ is_recipient: true })).sort(),
      [...POSTABLE_ROLES].sort(),
    )
    assert.deepEqual(
      rolesAllowed('recall.confirm', given.recall({ is_officers: false })).sort(),
      [...BUREAU].sort(),
    )
  })
})

describe('a record that is closed', () => {
  const readers = (facts: Facts) => rolesAllowed('person.view', facts).sort()
  it('is opened by the Bureau and its legal officers alone, and does not exist for anybody else', () => {
    const closed = given.person({ is_closed: true, is_off_register: true })
    assert.deepEqual(readers(closed), [...BUREAU, 'legal_officer'].sort())
    const refused = decide(posted('station_head'), 'person.view', closed, lookAs('station_head'))
    assert.deepEqual([refused.policy, !refused.allowed && refused.is_hidden], ['forbid-closed-record', true])
  })
  it('of somebody whose period ended stays open to his station until then, and nothing is recorded of him', () => {
    const ended = given.person({ is_off_register: true })
    assert.deepEqual(readers(ended), [...READERS].sort())
    for (const act of ['visit.record', 'stay.record'] as const) assert.deepEqual(rolesAllowed(act, ended), [])
    assert.deepEqual(rolesAllowed('appeal.record', ended).sort(), [...DRAFTERS, 'legal_officer'].sort())
  })
  it('leaves the station its exit only until the certificate is handed over', () => {
    const over = given.exit({ is_open: false })
    assert.deepEqual(rolesAllowed('exit.view', over).sort(), [...BUREAU, 'legal_officer'].sort())
  })
})
