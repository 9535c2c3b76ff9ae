// My day.
import type { Messages } from '../message.ts'

export const day = {
  'day.title': 'My day, {today}',
  'day.new_draft': 'Enter a conviction',
  'day.upload': 'Upload a return',
  'day.all': { one: 'See it', other: 'See all {count}' },
  'day.none': 'Nothing waits here.',
  'day.nothing': 'Nothing waits for you',
  'day.nothing.what': 'Your work in the register begins with a later part of it.',
  'day.nothing.investigator':
    'You will ask here about a named suspect in your own case. That part of the register is not open yet; you never search people.',
  'day.nothing.committee_analyst':
    'You will see national totals here, never a person. That part of the register is not open yet.',
  'day.what': 'What',
  'day.unnamed': 'Draft without a name yet',
  'day.return': 'Return of convictions',
  'day.where': 'District',
  'day.state': 'State',
  'day.since': 'Since',
  'day.clock': 'Entry due',
  'day.section.returned': 'Given back to you',
  'day.section.returned.what':
    'The Bureau or the legal officer gave these back with a reason. Correct them and send them again.',
  'day.section.collecting': 'Drafts to complete',
  'day.section.collecting.what':
    'An entry is due 3 working days after the judgment (assumed: the Rules are not in hand).',
  'day.section.under_way': 'On their way',
  'day.section.under_way.what': 'Sent by your office: identity check, legal decision, or with the Bureau.',
  'day.section.imports': 'Returns not finished',
  'day.section.imports.what': 'Being read, stopped, or waiting for you to confirm.',
  'day.section.legal': 'For your legal decision',
  'day.section.legal.what':
    'The two tests of the Act disagree, or the case is for review. You decide with a written reason.',
  'day.section.entries': 'Entries to compare',
  'day.section.entries.what':
    'Compare each with its source and the identity answer, name the station, then approve it or give it back.',
  'day.section.approvals': 'Approvals',
  'day.section.approvals.what': 'Proposed by another officer. You decide on exactly what you are shown.',
  'day.section.new_people': 'New on the register in your area',
  'day.section.new_people.what':
    'Entered in the last 30 days. Opening a record asks for your purpose and is recorded.',
  'day.section.refusals': 'Refusals today',
  'day.section.refusals.what': 'Acts that a policy or a rule refused today, across the register.',
  'day.flag.stage_collecting': 'being written',
  'day.flag.stage_identity': 'identity being checked',
  'day.flag.stage_legal': 'with the legal officer',
  'day.flag.stage_bureau': 'with the Bureau',
  'day.flag.mismatch': 'identity differs',
  'day.flag.identity_mismatch': 'identity differs',
  'day.flag.not_found': 'identity not found',
  'day.flag.identity_not_found': 'identity not found',
  'day.flag.no_document': 'no document',
  'day.flag.identity_no_document': 'no document',
  'day.flag.tests_differ': 'tests differ',
  'day.flag.approval_officer': 'change about an officer',
  'day.flag.approval_notice': 'striking out a notice',
  'day.flag.approval_correction': 'correction of a record',
  'day.flag.import_reading': 'being read',
  'day.flag.import_stopped': 'reading stopped',
  'day.flag.import_read': 'waiting for you to confirm',
  'day.flag.import_failed': 'could not be read',
} as const satisfies Messages<'day'>
