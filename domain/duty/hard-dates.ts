// Cases in which a date hangs by a day or a second: midnight, desks, custody, hospital and journeys abroad. RULES §1, §3, §4.
import type { Facts } from './facts.ts'
import {
  at,
  attended,
  both,
  custody,
  flight,
  type HardCase,
  hard,
  moved,
  next,
  notice,
  registered,
  SERVED_TIME,
  servedAt,
  told,
  travel,
  trip,
} from './hard-case.ts'

const dates: readonly HardCase[] = [
  registered(
    'release on 29 February: half a year keeps the 29th, a year ends on the 28th, and so does the period',
    { custody: custody(['2024-02-12', '2024-02-29']), served: servedAt(at('2024-02-29')), on: '2024-09-01' },
    ['active', '2024-02-29', '2034-02-28'],
    ['confirm_in_person 1.1 2024-08-29 overdue', 'confirm_in_person 1.2 2025-02-28 not_due'],
    'late',
  ),
  registered(
    'release on the 31st: counted from release, not from the clamped date before; Sunday rolls',
    { custody: custody(['2024-02-12', '2024-08-31']), served: servedAt(at('2024-08-31')), on: '2025-03-05' },
    ['active', '2024-08-31', '2034-08-31'],
    ['confirm_in_person 1.1 2025-02-28 overdue', 'confirm_in_person 1.2 2025-09-01 not_due'],
    'late',
  ),
  hard(
    'a notice one second before midnight in Pakistan is in time, told in another zone',
    { changes: moved, notices: [told('2025-06-17T18:59:59Z')], on: '2025-06-20' },
    ['notify_address_change a1 2025-06-17 met n1', 'confirm_in_person 1.1 2025-09-03 not_due'],
    'compliant',
  ),
  hard(
    'at midnight it is late',
    { changes: moved, notices: [told('2025-06-17T12:00:00-07:00')], on: '2025-06-20' },
    ['notify_address_change a1 2025-06-17 met_late n1', 'confirm_in_person 1.1 2025-09-03 not_due'],
    'compliant',
  ),
  hard(
    'and on the day before that midnight it has not come',
    { changes: moved, notices: [told('2025-06-17T19:00:00Z')], on: '2025-06-17' },
    ['notify_address_change a1 2025-06-17 due', 'confirm_in_person 1.1 2025-09-03 not_due'],
    'compliant',
  ),
  hard(
    'a notice may precede its change',
    { changes: moved, notices: [told(at('2025-06-01'))], on: '2025-06-20' },
    ['notify_address_change a1 2025-06-17 met n1', 'confirm_in_person 1.1 2025-09-03 not_due'],
    'compliant',
  ),
  hard(
    'of two notices at one instant the one given first is the first',
    {
      ...{ changes: moved, on: '2025-06-20' },
      notices: [told('2025-06-18T05:00:00Z', 'n2'), told(at('2025-06-18'), 'n1')],
    },
    ['notify_address_change a1 2025-06-17 met_late n2', 'confirm_in_person 1.1 2025-09-03 not_due'],
    'compliant',
  ),
]

const down = (...dark: readonly (readonly [string, string | null])[]): Partial<Facts> => ({
  outages: dark.map(([from_at, to_at]) => ({ from_at, to_at })),
})
const rolled = ['confirm_in_person 1.1 2025-09-04 overdue', next]
const desks: readonly HardCase[] = [
  hard(
    'an outage of exactly the desk hours, in another zone, loses the day',
    down(['2025-09-03T03:00:00Z', '2025-09-03T11:00:00Z']),
    rolled,
    'late',
  ),
  hard(
    'a second of desk saves it',
    down([at('2025-09-03', '08:00:01'), at('2025-09-04', '08:00:00')]),
    both,
    'late',
  ),
  hard(
    'two outages that touch lose it together, given in any order',
    down(
      [at('2025-09-03', '12:00:00'), at('2025-09-03', '16:00:00')],
      [at('2025-09-03', '08:00:00'), at('2025-09-03', '12:00:00')],
    ),
    rolled,
    'late',
  ),
  hard(
    'a second between them saves it',
    down(
      [at('2025-09-03', '08:00:00'), at('2025-09-03', '12:00:00')],
      [at('2025-09-03', '12:00:01'), at('2025-09-03', '16:00:00')],
    ),
    both,
    'late',
  ),
  hard(
    'an outage without an end leaves no date, and of two without a date the earlier is kept',
    down([at('2025-09-03', '08:00:00'), null]),
    ['confirm_in_person 1.1 - paused'],
    'compliant',
  ),
  hard(
    'the 366th day after the date is still looked at; what comes to the same date is one',
    { closed_desks: custody(['2025-09-03', '2026-09-04']) },
    ['confirm_in_person 1.1 2026-09-04 not_due'],
    'compliant',
  ),
  hard(
    'the 367th is not',
    { closed_desks: custody(['2025-09-03', '2026-09-05']) },
    ['confirm_in_person 1.2 2026-09-05 not_due', 'confirm_in_person 1.1 - paused'],
    'compliant',
  ),
]

const held: readonly HardCase[] = [
  registered(
    'arrest on the day of release: the two custodies are one, and its end is the release',
    { custody: custody(SERVED_TIME, ['2025-03-03', '2025-03-10']) },
    ['active', '2025-03-10', '2035-03-10'],
    ['confirm_in_person 1.1 2025-09-10 due', 'confirm_in_person 1.2 2026-03-10 not_due'],
    'compliant',
  ),
  registered(
    'arrest on the day after: the release stands, and the period is longer by each day',
    { custody: custody(['2025-03-04', '2025-03-10'], SERVED_TIME) },
    ['active', '2025-03-03', '2035-03-09'],
    both,
    'late',
  ),
  registered(
    'custodies that touch, after release, put a date off once',
    { custody: custody(SERVED_TIME, ['2025-08-10', '2025-09-01'], ['2025-08-01', '2025-08-10']) },
    ['active', '2025-03-03', '2035-04-03'],
    ['confirm_in_person 1.1 2025-09-08 overdue', next],
    'late',
  ),
  registered(
    'custody without an end opens the period, and one attendance is left of all that wait',
    { custody: custody(SERVED_TIME, ['2025-05-01', null]) },
    ['active', '2025-03-03', null],
    ['confirm_in_person 1.1 - paused'],
    'in_custody',
  ),
  hard(
    'a date put off may reach another pause, and is paused while either holds the day',
    { hospital: custody(['2025-09-01', '2025-09-05'], ['2025-09-12', '2025-09-20']), on: '2025-09-14' },
    ['confirm_in_person 1.1 2025-09-27 paused', next],
    'compliant',
  ),
  hard(
    'between pauses it is due, though a later one will have put it off',
    { hospital: custody(['2025-09-01', '2025-09-05'], ['2025-09-12', '2025-09-20']), on: '2025-09-22' },
    ['confirm_in_person 1.1 2025-09-27 due', next],
    'compliant',
  ),
  hard(
    'the last day of a pause, seven days after it ended, is the date itself',
    { hospital: custody(['2025-08-20', '2025-08-27']) },
    both,
    'late',
  ),
  hard(
    'one day more of hospital puts it off',
    { hospital: custody(['2025-08-20', '2025-08-28']) },
    ['confirm_in_person 1.1 2025-09-04 overdue', next],
    'late',
  ),
  hard(
    'an empty interval is none',
    {
      hospital: custody(['2025-09-03', '2025-09-03']),
      custody: custody(SERVED_TIME, ['2025-09-10', '2025-09-10']),
    },
    both,
    'late',
  ),
]

const short = trip('abroad', at('2025-09-01'), at('2025-09-10'))
const away: readonly HardCase[] = [
  hard(
    'a trip told in time joins the days abroad that it touches',
    {
      ...{ abroad: custody(['2025-08-20', '2025-09-01']), trips: [short], on: '2025-09-05' },
      notices: [notice('notify_travel_abroad', 't1', at('2025-08-25', '23:59:59'))],
    },
    [travel('2025-08-25', 'met n1'), 'confirm_in_person 1.1 2025-09-17 paused', next],
    'abroad',
  ),
  hard(
    'told a day late it does not',
    {
      ...{ abroad: custody(['2025-08-20', '2025-09-01']), trips: [short], on: '2025-09-05' },
      notices: [notice('notify_travel_abroad', 't1', at('2025-08-26', '00:00:00'))],
    },
    [travel('2025-08-25', 'met_late n1'), 'confirm_in_person 1.1 2025-09-08 due', next],
    'compliant',
  ),
  hard(
    'where nothing was owed, told before departure is in time',
    {
      ...{ trips: [short], on: '2025-09-05', served: servedAt(at('2025-09-01', '10:00:01')) },
      notices: [notice('notify_travel_abroad', 't1', at('2025-09-01', '09:59:59'))],
    },
    ['confirm_in_person 1.1 2025-09-17 paused', next],
    'abroad',
  ),
  hard(
    'and at departure it is not',
    {
      ...{ trips: [short], on: '2025-09-05', served: servedAt(at('2025-09-01', '10:00:01')) },
      notices: [notice('notify_travel_abroad', 't1', at('2025-09-01', '10:00:00'))],
    },
    ['confirm_in_person 1.1 2025-09-03 overdue', next],
    'late',
  ),
  hard(
    'told of the duty at the instant of departure, he owes it by that date, and may tell it that day',
    {
      ...{ trips: [flight], on: '2025-12-21', served: servedAt(flight.departs_at) },
      notices: [notice('notify_travel_abroad', 't1', at('2025-12-20', '23:59:59'))],
    },
    [travel('2025-12-20', 'met n1'), 'confirm_in_person 1.2 2026-03-03 not_due'],
    'abroad',
  ),
  hard(
    'a Sunday before departure rolls to the Monday',
    { trips: [trip('abroad', at('2025-09-14'), null)] },
    ['confirm_in_person 1.1 2025-09-03 overdue', travel('2025-09-08', 'overdue'), next],
    'late',
  ),
  hard(
    'with no working day before departure the date stays',
    { trips: [trip('abroad', at('2025-09-14'), null)], closed_desks: custody(['2025-09-08', '2025-09-14']) },
    ['confirm_in_person 1.1 2025-09-03 overdue', travel('2025-09-07', 'overdue'), next],
    'late',
  ),
  registered(
    'held in custody, then in hospital, he tells it when he is out',
    {
      ...{ trips: [flight], custody: custody(SERVED_TIME, ['2025-12-10', '2025-12-16']), on: '2025-12-09' },
      ...{ hospital: custody(['2025-12-15', '2025-12-18']), notices: [attended(at('2025-09-01'), 'n9')] },
    },
    ['active', '2025-03-03', '2035-03-09'],
    ['confirm_in_person 1.1 2025-09-03 met n9', travel('2025-12-18', 'due'), next],
    'compliant',
  ),
  hard(
    'held without an end, on the day of departure',
    {
      ...{ trips: [flight], hospital: custody(['2025-12-13', null]), on: '2025-12-09' },
      notices: [attended(at('2025-09-01'), 'n9')],
    },
    [
      'confirm_in_person 1.1 2025-09-03 met n9',
      travel('2025-12-20', 'due'),
      'confirm_in_person 1.2 - paused',
    ],
    'compliant',
  ),
]

export const hard_dates: readonly HardCase[] = [...dates, ...desks, ...held, ...away]
