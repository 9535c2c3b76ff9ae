// The whole matrix in words: for every act, the roles that may do it where they are posted, and nobody else.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ACTIONS, type Action, type Facts } from '../../domain/access/actions.ts'
import { ROLES, type Role } from '../../domain/access/actor.ts'
import { decide } from '../../server/platform/authorize.ts'
import { CANTT, given, lookAs, posted, VEHARI } from './cast.ts'

const PROSECUTION: readonly Role[] = ['prosecutor', 'deputy_prosecutor']
const BUREAU: readonly Role[] = ['bureau_officer', 'bureau_supervisor']
const STATION: readonly Role[] = ['station_officer', 'station_head']
const DRAFTERS = [...PROSECUTION, ...BUREAU]
const KEEPERS = [...DRAFTERS, ...STATION]
const READERS = [...KEEPERS, 'legal_officer', 'district_police_officer'] satisfies Role[]

const MAY: Record<Action, readonly Role[]> = {
  'day.view': ROLES,
  'officer.view': ['administrator', 'auditor'],
  'officer.propose': ['administrator'],
  'officer.confirm': ['administrator'],
  'approval.view': BUREAU,
  'approval.approve': BUREAU,
  'approval.return': BUREAU,
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
  'correction.propose': KEEPERS,
  'correction.view': BUREAU,
  'correction.decide': BUREAU,
  'search.create': KEEPERS,
  'search.view': KEEPERS,
  'audit.view': ['auditor'],
  'audit.export': ['auditor'],
  'expectation.view': DRAFTERS,
  'pack.view': [...BUREAU, 'legal_officer'],
  'pack.draft': ['legal_officer'],
  'pack.propose': ['legal_officer'],
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
  const national: readonly Role[] = [...BUREAU, 'legal_officer', 'administrator', 'auditor']
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

describe('approvals', () => {
  it('about officers are decided by administrators, and seen by nobody else', () => {
    const about = given.approval({ about: 'officer' })
    for (const act of ['approval.view', 'approval.approve', 'approval.return'] as const)
      assert.deepEqual(rolesAllowed(act, about), ['administrator'])
  })
  it('are followed and withdrawn by the one who proposed them, who cannot decide them', () => {
    const own = given.approval({ is_own_proposal: true })
    assert.deepEqual(rolesAllowed('approval.view', own).sort(), [...KEEPERS].sort())
    assert.deepEqual(rolesAllowed('approval.withdraw', own).sort(), [...KEEPERS].sort())
    assert.deepEqual(rolesAllowed('approval.approve', own), [])
  })
})
