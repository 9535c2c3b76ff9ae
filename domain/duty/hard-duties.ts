// Cases of absences, attendances, visits, appeals and the end, each at its edge. RULES §2 to §4.
import type { AppealEventKind } from '../eligibility/conviction.ts'
import { exampleConviction } from './example-facts.ts'
import type { Facts } from './facts.ts'
import {
  absence,
  at,
  attended,
  both,
  custody,
  type Dated,
  type HardCase,
  hard,
  next,
  notice,
  registered,
  servedAt,
  stay,
} from './hard-case.ts'

const absences: readonly HardCase[] = [
  hard('72 hours away are not told', { trips: [stay('2025-10-13T01:00:00Z')] }, both, 'late'),
  hard(
    'a second more is, twelve hours ahead',
    {
      ...{ trips: [stay('2025-10-13T01:00:01Z')], on: '2025-10-10' },
      notices: [attended(at('2025-09-01'), 'n9'), notice('notify_absence', 't1', '2025-10-09T13:00:00Z')],
    },
    ['confirm_in_person 1.1 2025-09-03 met n9', absence(at('2025-10-09', '18:00:00'), 'met n1'), next],
    'compliant',
  ),
  hard(
    'told a second late is late; on the day of the instant it was not overdue yet',
    {
      ...{ trips: [stay(null)], on: '2025-10-09' },
      notices: [
        attended(at('2025-09-01'), 'n9'),
        notice('notify_absence', 't1', at('2025-10-09', '18:00:01')),
      ],
    },
    ['confirm_in_person 1.1 2025-09-03 met n9', absence(at('2025-10-09', '18:00:00'), 'met_late n1'), next],
    'compliant',
  ),
  hard(
    'nobody told: due that day',
    { trips: [stay(null)], on: '2025-10-09', notices: [attended(at('2025-09-01'), 'n9')] },
    ['confirm_in_person 1.1 2025-09-03 met n9', absence(at('2025-10-09', '18:00:00'), 'due'), next],
    'compliant',
  ),
  hard(
    'cancelled a second before departure it is no trip; its notice tells of nothing',
    {
      trips: [{ ...stay(null), cancelled_at: '2025-10-10T00:59:59Z' }],
      ...{ on: '2025-10-10', notices: [notice('notify_absence', 't1', at('2025-10-01'))] },
    },
    both,
    'late',
  ),
  hard(
    'cancelled at departure it is one, and so is one cancelled tomorrow',
    {
      trips: [
        { ...stay(null), cancelled_at: '2025-10-10T01:00:00Z' },
        {
          ...stay(null),
          trip_id: 't2',
          departs_at: at('2025-11-10', '06:00:00'),
          cancelled_at: at('2025-10-11', '00:00:00'),
        },
      ],
      ...{ on: '2025-10-10', notices: [attended(at('2025-09-01'), 'n9')] },
    },
    [
      'confirm_in_person 1.1 2025-09-03 met n9',
      absence(at('2025-10-09', '18:00:00'), 'overdue'),
      `notify_absence t2 ${at('2025-11-09', '18:00:00')} not_due`,
      next,
    ],
    'late',
  ),
]

const homeless = (...dated: Dated) => ({ no_fixed_abode: custody(...dated) })
const attendances: readonly HardCase[] = [
  hard(
    'an attendance 14 days ahead meets the date',
    { notices: [attended('2025-08-19T19:00:00Z')] },
    ['confirm_in_person 1.1 2025-09-03 met n1', next],
    'compliant',
  ),
  hard('a second earlier it does not', { notices: [attended('2025-08-19T18:59:59Z')] }, both, 'late'),
  hard(
    'it meets a date that a later pause then put off',
    { notices: [attended(at('2025-08-20'))], hospital: custody(['2025-08-25', '2025-09-01']) },
    ['confirm_in_person 1.1 2025-09-08 met n1', next],
    'compliant',
  ),
  hard(
    'one attendance settles all that is open',
    { notices: [attended(at('2026-03-10'))], on: '2026-10-01' },
    [
      'confirm_in_person 1.1 2025-09-03 met_late n1',
      'confirm_in_person 1.2 2026-03-03 met_late n1',
      'confirm_in_person 1.3 2026-09-03 overdue',
      'confirm_in_person 1.4 2027-03-03 not_due',
    ],
    'late',
  ),
  hard(
    'told on the day itself, late in the evening, he owes that day',
    { served: servedAt(at('2025-09-03', '23:59:59')) },
    both,
    'late',
  ),
  hard(
    'told at midnight after it, he does not',
    { served: servedAt('2025-09-03T19:00:00Z') },
    [next],
    'compliant',
  ),
  hard(
    'a spell without an abode opens a monthly schedule, and its end another',
    homeless(['2025-06-10', '2025-08-01']),
    [
      'confirm_in_person 2.1 2025-07-10 overdue',
      'confirm_in_person 3.1 2025-09-01 overdue',
      'confirm_in_person 3.2 2026-03-02 not_due',
    ],
    'late',
  ),
  hard(
    'a home kept for a day less than a month does not end it',
    homeless(['2025-06-10', '2025-08-01'], ['2025-08-31', '2025-09-05']),
    [
      'confirm_in_person 2.1 2025-07-10 overdue',
      'confirm_in_person 2.2 2025-08-11 overdue',
      'confirm_in_person 3.1 2025-10-06 not_due',
    ],
    'late',
  ),
  hard(
    'a month does: what falls on the next opening is dropped, and the numbers go on',
    homeless(['2025-09-01', '2025-09-05'], ['2025-06-10', '2025-08-01']),
    ['confirm_in_person 2.1 2025-07-10 overdue', 'confirm_in_person 5.1 2025-10-06 not_due'],
    'late',
  ),
  hard(
    'a spell that began before release opens at release, and the first schedule never has a date',
    homeless(['2025-01-01', '2025-04-10']),
    [
      'confirm_in_person 2.1 2025-04-03 overdue',
      'confirm_in_person 3.1 2025-05-10 overdue',
      'confirm_in_person 3.2 2025-11-10 not_due',
    ],
    'late',
  ),
]

const gone = (on: string, result: 'found' | 'not_at_address' = 'not_at_address') => ({ on, result })
const soon = { on: '2025-09-01' }
const visited: readonly HardCase[] = [
  hard(
    'of two visits on one day the one given last counts',
    { ...soon, visits: [gone('2025-07-01', 'found'), gone('2025-07-01')] },
    ['confirm_in_person 1.1 2025-09-03 due'],
    'whereabouts_unknown',
  ),
  hard(
    'found again that day, he is known',
    { ...soon, visits: [gone('2025-07-01'), gone('2025-07-01', 'found')] },
    ['confirm_in_person 1.1 2025-09-03 due'],
    'compliant',
  ),
  hard(
    'any notice on the day of the visit tells where he is',
    { ...soon, visits: [gone('2025-07-01')], notices: [attended(at('2025-07-01', '00:00:00'))] },
    ['confirm_in_person 1.1 2025-09-03 due'],
    'compliant',
  ),
  hard(
    'on the day of release he was still inside',
    { ...soon, visits: [gone('2025-03-03')] },
    ['confirm_in_person 1.1 2025-09-03 due'],
    'compliant',
  ),
  hard(
    'on the 90th day of an absence told without a return he is excused',
    {
      ...{ ...soon, visits: [gone('2025-08-30')], trips: [{ ...stay(null), departs_at: at('2025-06-01') }] },
      notices: [notice('notify_absence', 't1', at('2025-05-31'))],
    },
    [absence(at('2025-05-31', '22:00:00'), 'met n1'), 'confirm_in_person 1.1 2025-09-03 due'],
    'compliant',
  ),
  hard(
    'on the 91st he is not',
    {
      ...{ ...soon, visits: [gone('2025-08-31')], trips: [{ ...stay(null), departs_at: at('2025-06-01') }] },
      notices: [notice('notify_absence', 't1', at('2025-05-31'))],
    },
    [absence(at('2025-05-31', '22:00:00'), 'met n1'), 'confirm_in_person 1.1 2025-09-03 due'],
    'whereabouts_unknown',
  ),
]

const appealed = (...events: readonly (readonly [AppealEventKind, string])[]): Partial<Facts> => ({
  convictions: [{ ...exampleConviction, appeal: events.map(([event, on]) => ({ event, on })) }],
})
const late = '2034-06-01'
const lives: readonly HardCase[] = [
  registered(
    'acquitted, restored and acquitted again',
    appealed(['acquitted', '2025-04-01'], ['restored', '2025-05-01'], ['acquitted', '2025-06-01']),
    ['void', null, null],
    [],
    'void',
  ),
  registered(
    'and restored again, whatever is filed later',
    appealed(
      ['restored', '2025-07-01'],
      ['acquitted', '2025-04-01'],
      ['restored', '2025-05-01'],
      ['acquitted', '2025-06-01'],
      ['filed', '2025-08-01'],
    ),
    ['active', '2025-03-03', '2035-03-03'],
    both,
    'late',
  ),
  registered(
    'restored and set aside on one day, in this order',
    appealed(['restored', '2025-04-01'], ['set_aside', '2025-04-01'], ['dismissed', '2025-05-01']),
    ['void', null, null],
    [],
    'void',
  ),
  registered(
    'set aside and restored on one day, in this order',
    appealed(['set_aside', '2025-04-01'], ['restored', '2025-04-01']),
    ['active', '2025-03-03', '2035-03-03'],
    both,
    'late',
  ),
  registered(
    'after the end what was missed is unmet, and no date falls on the last day or later',
    { served: servedAt(at(late)), on: '2035-03-20' },
    ['ended', '2025-03-03', '2035-03-03'],
    ['confirm_in_person 1.19 2034-09-04 unmet'],
    'ended',
  ),
  registered(
    'what a closed desk carried past the end is not owed any more',
    { served: servedAt(at(late)), on: '2035-03-20', closed_desks: custody(['2034-09-03', '2035-03-03']) },
    ['ended', '2025-03-03', '2035-03-03'],
    [],
    'ended',
  ),
]

export const hard_duties: readonly HardCase[] = [...absences, ...attendances, ...visited, ...lives]
