// Lists of duties over people.
import type { DutyList } from '../../../contract/duty-lists.ts'
import type { Messages } from '../message.ts'

export const dutyLists = {
  'duties.title': 'Duties',
  'duties.lists': 'Lists of duties',
  'duties.list.overdue': 'Overdue',
  'duties.list.overdue.what': 'The date has passed and nothing was received. Oldest first.',
  'duties.list.due': 'Due',
  'duties.list.due.what': 'Due today or within 14 days. Soonest first.',
  'duties.list.not_served': 'Not told',
  'duties.list.not_served.what':
    'Released, and nobody has explained every duty with proof. Nothing is owed that was not told.',
  'duties.list.custody_unknown': 'Custody unknown',
  'duties.list.custody_unknown.what':
    'Sentenced to imprisonment, and no custody is recorded. No date can be relied on until it is.',
  'duties.list.releases': 'Releases',
  'duties.list.releases.what': 'Released within 30 days. The duties are explained on the day of release.',
  'duties.none': 'Nobody.',
  'duties.person': 'Person',
  'duties.duty': 'Duty',
  'duties.due_on': 'Due',
  'duties.released_on': 'Released or convicted',
  'duties.release_on': 'Release',
  'duties.act': 'What to do',
} as const satisfies Messages<'duties'> & Record<`duties.list.${DutyList}`, string>
