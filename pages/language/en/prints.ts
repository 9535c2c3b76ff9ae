// A paper that was printed.
import type { Messages } from '../message.ts'

export const prints = {
  'prints.title': 'The paper is ready',
  'prints.number': 'Print number',
  'prints.kind': 'Kind',
  'prints.kind.receipt': 'Receipt of a notice',
  'prints.kind.duties': 'Notice of duties',
  'prints.kind.certificate': 'Certificate of exit',
  'prints.kind.week_list': 'Week list',
  'prints.kind.referral': 'Referral of a missed duty',
  'prints.kind.access_report': 'Access report',
  'prints.reprint_of': 'Reprint of',
  'prints.printed_by': 'Printed by',
  'prints.printed_at': 'Printed',
  'prints.open': 'Open the PDF',
  'prints.open.what':
    'Print it and hand it over. The file stays in this computer’s downloads: delete it there afterwards.',
  'prints.open.list':
    'Print it for the desk. The file stays in this computer’s downloads: delete it there afterwards.',
  'prints.again': 'Print again under a new number',
  'prints.again.what': 'A lost paper is printed again: the new one says which number it repeats.',
  'prints.to_person': 'Back to the person’s record',
  'prints.to_calendar': 'Back to the calendar',
} as const satisfies Messages<'prints'>
