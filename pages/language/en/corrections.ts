// Proposing a correction of a person's record.
import type { CorrectionFault } from '../../../domain/correction/correction.ts'
import type { Messages } from '../message.ts'

export const corrections = {
  'corrections.title': 'Propose a correction',
  'corrections.what':
    'One field at a time. A second officer compares it with the paper; until then nothing changes, and what is replaced is kept.',
  'corrections.field': 'What is wrong',
  'corrections.field.name': 'Name',
  'corrections.field.father': 'Father’s or husband’s name',
  'corrections.field.alias': 'Alias',
  'corrections.field.cnic': 'CNIC',
  'corrections.field.passport': 'Passport',
  'corrections.field.born_on': 'Date of birth',
  'corrections.field.sex': 'Sex',
  'corrections.field.address': 'Address',
  'corrections.target': 'Which of those held it replaces',
  'corrections.target.hint': 'Leave it open to add a further name, alias or document.',
  'corrections.after': 'What it should be',
  'corrections.after.hint':
    'A date as 1988-03-14; sex as male, female or x; a number with digits of any kind.',
  'corrections.source_kind': 'What shows it',
  'corrections.source.identity_card': 'Identity card',
  'corrections.source.certified_judgment': 'Certified judgment',
  'corrections.source.court_order': 'A court’s order',
  'corrections.source.school_certificate': 'School certificate',
  'corrections.source.affidavit': 'Affidavit',
  'corrections.source.other_paper': 'Another paper',
  'corrections.source_on': 'Date of that paper',
  'corrections.source_ref': 'Its number or reference',
  'corrections.asked_by': 'Who asks for it',
  'corrections.asked_by.officer': 'An officer noticed it',
  'corrections.asked_by.person': 'The person himself or herself',
  'corrections.propose': 'Send to a second officer',

  'corrections.fault.no_letters': 'Write it in letters.',
  'corrections.fault.not_a_cnic': 'A CNIC has 13 digits.',
  'corrections.fault.not_a_passport': 'A passport number has 2 letters and 7 digits.',
  'corrections.fault.not_a_day': 'Write the day as year-month-day, as in 1988-03-14.',
  'corrections.fault.in_future': 'This day is in the future.',
  'corrections.fault.not_a_choice': 'Write male, female or x.',
  'corrections.fault.not_live': 'Choose a version of the field you are correcting.',
  'corrections.fault.unchanged': 'This is what the record says already.',
} as const satisfies Messages<'corrections'> & Record<`corrections.fault.${CorrectionFault}`, string>
