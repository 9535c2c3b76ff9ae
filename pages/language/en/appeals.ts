// What a court did on appeal.
import type { AppealFault } from '../../../domain/appeal/events.ts'
import type { Messages } from '../message.ts'

export const appeals = {
  'appeals.title': 'Order of a court of appeal',
  'appeals.record': 'Record an order of a court of appeal',
  'appeals.what':
    'Filing, dismissal and withdrawal are recorded at once. What changes who is on the register is decided by a second officer of the Bureau.',
  'appeals.two': 'Acquitted, set aside and restored go to a second officer of the Bureau.',
  'appeals.conviction': 'Which conviction',
  'appeals.event': 'What the court did, or what was filed',
  'appeals.happened_on': 'Day of the order',
  'appeals.court': 'Court',
  'appeals.order_number': 'Number of the order or appeal',
  'appeals.order_number.hint': 'As on the order, for example Crl. A. 512/2025.',
  'appeals.fault.before_conviction': 'This day lies before the conviction.',
  'appeals.fault.before_last': 'A later event of this appeal is recorded already.',
  'appeals.fault.nothing_pending': 'No appeal is pending against this conviction.',
  'appeals.fault.undone_already': 'This conviction was undone already.',
  'appeals.fault.not_undone': 'This conviction was not undone, so it cannot be restored.',
} as const satisfies Messages<'appeals'> & Record<`appeals.fault.${AppealFault}`, string>
