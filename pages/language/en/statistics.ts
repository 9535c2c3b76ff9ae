// Figures for the Special Committee, and what each of them counts.
import type { Messages } from '../message.ts'

export const statistics = {
  'statistics.title': 'Figures for the Special Committee',
  'statistics.lead':
    'National totals of the last four closed quarters. Each was published once and does not change; a later count stands beside it as a numbered revision.',
  'statistics.protected':
    'Every figure is rounded to {step}. A number below {threshold} is not shown, nor any other that would tell it: – stands in its place. Any figure opens what it counts.',
  'statistics.file': 'All figures as a file (CSV)',
  'statistics.none': 'No quarter has been published yet. A quarter is counted {days} days after its end.',
  'statistics.quarter': 'Quarter',
  'statistics.months': '{first} to {last} {year}',
  'statistics.total': 'Four quarters',
  'statistics.off': '± {n}',
  'statistics.part_total': 'of what is shown',
  'statistics.withheld': 'not shown',
  'statistics.not_published': 'not published yet',
  'statistics.definition': 'What these figures count',
  'statistics.back': 'All figures',
  'statistics.counts': 'What is counted',
  'statistics.cells': 'Each figure',
  'statistics.sources': 'From',
  'statistics.law': 'Law',
  'statistics.as_of': 'As of',
  'statistics.as_of.what': 'The day on which the quarter was counted, {days} days after its end or later.',
  'statistics.protection': 'How it is protected',
  'statistics.protection.count':
    'Rounded to {step}. Below {threshold} it is not shown. A count is divided only where every part has {threshold} or more, so that nothing small comes back by subtraction; a total is the sum of the figures shown, and says how far rounding may have moved it.',
  'statistics.protection.days':
    'Rounded to {step} days. Shown only where at least {threshold} entries lie on either side, judged by the number of entries that is published.',
  'statistics.versions': 'What was published, and when',
  'statistics.revision': 'Revision',
  'statistics.version': 'Definition',
  'statistics.counted_on': 'Counted on',
  'statistics.published_at': 'Published',
  'statistics.cell.all': 'All',
  'statistics.cell.month_1': '1st month',
  'statistics.cell.month_2': '2nd month',
  'statistics.cell.month_3': '3rd month',
  'statistics.cell.settled': 'Settled',
  'statistics.cell.entered': 'Entered',
  'statistics.cell.not_registrable': 'Not for the register',
  'statistics.cell.waiting': 'Still to be entered',
  'statistics.cell.median': 'Half took at most',
  'statistics.cell.nine_tenths': 'Nine of ten took at most',
  'statistics.cell.in_time': 'Within 48 hours',
  'statistics.cell.late': 'Later',
  'statistics.cell.kept': 'Kept',
  'statistics.cell.kept_in_time': 'In time',
  'statistics.cell.kept_late': 'Late',
  'statistics.cell.missed': 'Missed',
  'statistics.cell.decided': 'Decided on',
  'statistics.cell.undecided': 'Not decided yet',
  'statistics.cell.all.what': 'The whole of the table.',
  'statistics.cell.month_1.what': 'Of it, in the first month of the quarter.',
  'statistics.cell.month_2.what': 'In the second month.',
  'statistics.cell.month_3.what': 'In the third month.',
  'statistics.cell.settled.what': 'On the day of the count, entered or found not to belong on the register.',
  'statistics.cell.entered.what': 'On the register by an entry that a second officer approved.',
  'statistics.cell.not_registrable.what': 'Found by the tests of the Act not to belong on the register.',
  'statistics.cell.waiting.what': 'Neither entered nor found not to belong there.',
  'statistics.cell.median.what': 'The median: half of the entries took so many days or fewer.',
  'statistics.cell.nine_tenths.what': 'The 90th percentile: nine entries of ten took so many days or fewer.',
  'statistics.cell.in_time.what':
    'The prosecutor sent it on, gave it back or refused it within 48 hours of the request.',
  'statistics.cell.late.what': 'He did so after more than 48 hours.',
  'statistics.cell.kept.what': 'The person came or gave notice, in time or late.',
  'statistics.cell.kept_in_time.what': 'On or before the due date.',
  'statistics.cell.kept_late.what': 'After it.',
  'statistics.cell.missed.what':
    'Neither, by the day of the count. The register calls no missed duty an offence.',
  'statistics.cell.decided.what':
    'Whether to refer it was decided with reasons and signed by a second officer.',
  'statistics.cell.undecided.what':
    'No such decision stands yet; some are awaiting contact or passed no gate.',
  'statistics.entries_expected': 'Entries made against expected',
  'statistics.entries_expected.what':
    'Convictions that the returns of the quarter told of: each is an entry that is owed, once.',
  'statistics.entries_made': 'Entries made',
  'statistics.entries_made.what':
    'Entries that a second officer of the Bureau approved in the quarter, from returns and from the screen.',
  'statistics.entry_days': 'Days from judgment to entry',
  'statistics.entry_days.what':
    'Of the entries made in the quarter: days from the date of the judgment to the day of approval.',
  'statistics.checks_asked': 'Check requests asked',
  'statistics.checks_asked.what':
    'Check requests that investigators sent to a prosecutor in the quarter; one that was sent again counts once.',
  'statistics.checks_screened': 'Screened by prosecutors',
  'statistics.checks_screened.what':
    'What prosecutors did with check requests in the quarter: sent on, given back or refused. One that waits is counted when it is screened.',
  'statistics.checks_answered': 'Check requests answered',
  'statistics.checks_answered.what':
    'Answers of the Bureau that a second officer released in the quarter, whatever they say.',
  'statistics.checks_refused': 'Check requests refused',
  'statistics.checks_refused.what': 'Check requests that a prosecutor refused in the quarter.',
  'statistics.duties_due': 'Duties that fell due',
  'statistics.duties_due.what':
    'Duties of people on the register whose due date lies in the quarter, closed desks and outages counted.',
} as const satisfies Messages<'statistics'>
