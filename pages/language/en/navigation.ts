// The parts of the register, as the bar at the top names them.
import type { Messages } from '../message.ts'

export const navigation = {
  'navigation.day': 'My day',
  'navigation.find': 'Find a person',
  'navigation.returns': 'Returns',
  'navigation.drafts': 'Drafts',
  'navigation.entries': 'Entries to compare',
  'navigation.expectations': 'Expected entries',
  'navigation.approvals': 'Approvals',
  'navigation.people': 'People',
  'navigation.officers': 'Officers',
  'navigation.packs': 'Rules in force',
  'navigation.audit': 'Audit',
} as const satisfies Messages<'navigation'>
