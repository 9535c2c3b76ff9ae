/** From what an administrator typed to what a second one is shown. */
import { randomUUID } from 'node:crypto'
import type { NewOfficer, OfficerChange, OfficerShown, OfficerState } from '../../contract/officers.ts'
import type { Role } from '../../domain/access/actor.ts'
import { type Change, faultsOf, mayHold } from '../../domain/officers/changes.ts'
import { propose } from '../approvals/queries.ts'
import type { Places } from '../platform/places.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Handling } from '../platform/route.ts'
import { officerApproval } from './approval.ts'
import { findOfficer, findState, hasBadge, unitName } from './queries.ts'

type Asking = Pick<Handling<unknown, unknown, unknown, never>, 'tx' | 'program' | 'session' | 'now'>

/** Proposes a new officer with his first posting; returns the approval's id. */
export async function proposeOfficer(asking: Asking, given: NewOfficer): Promise<string> {
  const { badge, name_en, name_ur, vetted_until, trained_until, reason } = given
  const posting = postingOf(asking.program.places, given)
  if (await hasBadge(asking.tx, badge)) throw invalid('badge', 'officers.fault.badge_taken')
  return proposeShown(asking, {
    ...{ change: 'add', officer_id: randomUUID(), posting_id: null, badge, name_en, name_ur },
    ...{ before: null, after: { ...posting, vetted_until, trained_until }, reason },
  })
}

/** Proposes a change about an officer; returns the approval's id. */
export async function proposeChange(
  asking: Asking,
  officer_id: string,
  change: Change,
  given: OfficerChange,
): Promise<string> {
  const faults = faultsOf(change, given)
  if (faults.length > 0) throw new Problem('invalid', { fields: faults })
  const { tx, program } = asking
  const posting_id = given.posting_id ?? null
  const officer = await findOfficer(tx, officer_id)
  const before = await findState(tx, program.places, { change, officer_id, posting_id })
  if (!officer || before === undefined) throw new Problem('not_found')
  const { badge, name_en, name_ur } = officer
  return proposeShown(asking, {
    ...{ change, officer_id, posting_id, badge, name_en, name_ur, before },
    ...{ after: afterOf(program.places, change, given, before), reason: given.reason },
  })
}

const proposeShown = ({ tx, program, session, now }: Asking, shown: OfficerShown) =>
  propose(tx, program.keyring, session, officerApproval, {
    ...{ subject_id: shown.officer_id, district_id: null, shown, now },
  })

function afterOf(
  places: Places,
  change: Change,
  given: OfficerChange,
  before: OfficerState | null,
): OfficerState {
  const { to_on = null, vetted_until = null, trained_until = null } = given
  switch (change) {
    case 'add_posting':
      return postingOf(places, given)
    case 'end_posting':
      if (to_on !== null && to_on < (before?.from_on ?? to_on))
        throw invalid('to_on', 'officers.fault.ends_before')
      return { ...before, to_on }
    case 'set_standing':
      return { vetted_until, trained_until }
    case 'suspend':
    case 'reinstate':
      if (before?.is_suspended === (change === 'suspend')) throw new Problem('conflict')
      return { is_suspended: change === 'suspend' }
    case 'reissue_passkey':
      return { has_passkey: false }
  }
}

type Posted = {
  unit_id?: string
  role?: Role
  from_on?: string
  to_on?: string | null
}

/** A posting as it is shown; the role must be one that the office has. */
function postingOf(places: Places, { unit_id = '', role, from_on = '', to_on = null }: Posted): OfficerState {
  const unit = places.units.get(unit_id)
  if (!unit) throw invalid('unit_id', 'not_a_choice')
  if (!role || !mayHold(unit.kind, role)) throw invalid('role', 'officers.fault.not_at_office')
  if (to_on !== null && to_on < from_on) throw invalid('to_on', 'officers.fault.ends_before')
  const { en, ur } = unitName(places, unit_id)
  return { role, unit_id, unit_en: en, unit_ur: ur, from_on, to_on }
}
