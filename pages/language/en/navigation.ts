// The parts of the register, as the bar at the top names them.
import type { Messages } from '../message.ts'

export const navigation = {
  'navigation.day': 'My day',
  'navigation.calendar': 'Calendar',
  'navigation.duties': 'Duties',
  'navigation.find': 'Find a person',
  'navigation.checks': 'Check requests',
  'navigation.emergencies': 'Emergency access',
  'navigation.returns': 'Returns',
  'navigation.drafts': 'Drafts',
  'navigation.entries': 'Entries to compare',
  'navigation.expectations': 'Expected entries',
  'navigation.statistics': 'Figures',
  'navigation.matches': 'Records to compare',
  'navigation.breaches': 'Missed duties',
  'navigation.transfers': 'Transfers',
  'navigation.approvals': 'Approvals',
  'navigation.people': 'People',
  'navigation.officers': 'Officers',
  'navigation.agencies': 'Agencies',
  'navigation.agency_links': 'Systems that act for me',
  'navigation.conflicts': 'My conflicts',
  'navigation.packs': 'Rules in force',
  'navigation.audit': 'Audit',
} as const satisfies Messages<'navigation'>
