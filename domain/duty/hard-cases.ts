// Cases in which a date hangs by a day or a second, each with what the sentences of RULES make of it, worked out by hand.
import type { AppealEventKind } from '../eligibility/conviction.ts'
import { exampleConviction, exampleFacts } from './example-facts.ts'
import { duty_names, type Facts, type NoticeFact, type TripFact } from './facts.ts'

export interface HardCase {
  readonly what: string
  readonly facts: Facts
  /** Each duty as `duty key date state`, with the notice that met it, if any. */
  readonly duties: readonly string[]
  readonly standing: string
  /** Status, release and end, where the case is about them. */
  readonly registration?: readonly [status: string, released_on: string | null, ends_on: string | null]
}

const at = (on: string, time = '10:00:00') => `${on}T${time}+05:00`
const servedAt = (moment: string): Facts['served'] =>
  duty_names.map((duty) => ({ duty, at: moment, language: 'ur' }))

/** Convicted 12 Feb 2024, released 3 Mar 2025 and told everything that day; asked on 10 Sep 2025. */
const quiet: Facts = {
  ...exampleFacts,
  ...{ served: servedAt(at('2025-03-03')), changes: [], trips: [], notices: [], visits: [], outages: [] },
}
const next = 'confirm_in_person 1.2 2026-03-03 not_due'
const overdue = 'confirm_in_person 1.1 2025-09-03 overdue'
const both = [overdue, next]

function hard(what: string, more: Partial<Facts>, duties: readonly string[], standing: string): HardCase {
  return { what, facts: { ...quiet, ...more }, duties, standing }
}
/** The same, with the registration that it is about. */
const registered = (
  what: string,
  more: Partial<Facts>,
  registration: NonNullable<HardCase['registration']>,
  duties: readonly string[],
  standing: string,
): HardCase => ({ ...hard(what, more, duties, standing), registration })

type Dated = readonly (readonly [from_on: string, to_on: string | null])[]
const custody = (...dated: Dated): Facts['custody'] => dated.map(([from_on, to_on]) => ({ from_on, to_on }))
const SERVED_TIME = ['2024-02-12', '2025-03-03'] as const
const notice = (duty: NoticeFact['duty'], about: string | null, received_at: string, notice_id = 'n1') => ({
  ...{ notice_id, duty, about, received_at },
})
const attended = (received_at: string, notice_id = 'n1') =>
  notice('confirm_in_person', null, received_at, notice_id)
const moved: Facts['changes'] = [{ change_id: 'a1', kind: 'address', on: '2025-06-10' }]
const told = (received_at: string, notice_id = 'n1') =>
  notice('notify_address_change', 'a1', received_at, notice_id)
const trip = (kind: TripFact['kind'], departs_at: string, returns_at: string | null): TripFact => ({
  ...{ trip_id: 't1', kind, departs_at, returns_at, cancelled_at: null },
})
const flight = trip('abroad', at('2025-12-20', '04:00:00'), at('2026-01-05', '23:00:00'))
const travel = (date: string, state: string) => `notify_travel_abroad t1 ${date} ${state}`

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

const stay = (returns_at: string | null) => trip('inside', at('2025-10-10', '06:00:00'), returns_at)
const absence = (moment: string, state: string) => `notify_absence t1 ${moment} ${state}`
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

export const hard_cases: readonly HardCase[] = [
  ...[...dates, ...desks, ...held, ...away],
  ...[...absences, ...attendances, ...visited, ...lives],
].map((one, no) => ({ ...one, facts: { ...one.facts, case_id: `h${no}` } }))
