// What followed from a change of the rules: exits, and the tasks it gave the Bureau.
import type { Messages } from '../message.ts'

export const law_changes = {
  'law_changes.title': 'What followed from this change',
  'law_changes.state': 'State',
  'law_changes.state.waiting': 'Waits for its day',
  'law_changes.state.waiting.what': 'Nothing is done before the first day in force.',
  'law_changes.state.applying': 'Being applied',
  'law_changes.state.applying.what':
    'Everybody whom the simulation touched is computed anew. You may leave the page.',
  'law_changes.state.applied': 'Applied',
  'law_changes.state.applied.what':
    'Whoever left by the change has an exit, with a certificate to hand over. Whoever would enter is a task below: nobody is entered by a change, and what was not explained to a person is not owed.',
  'law_changes.state.undoing': 'Being undone',
  'law_changes.state.undoing.what':
    'The exits and the tasks of this change are taken back. You may leave the page.',
  'law_changes.state.undone': 'Undone',
  'law_changes.state.undone.what':
    'The exits and the tasks of this change were taken back; everybody stands as before.',
  'law_changes.seen': 'Looked at',
  'law_changes.exits': 'Exits',
  'law_changes.open_tasks': 'Tasks not taken up',
  'law_changes.decided_on': 'Decided on',
  'law_changes.effects': 'For whom',
  'law_changes.effects.none': 'Nobody.',
  'law_changes.effect': 'What follows',
  'law_changes.effect.exit': 'left the register',
  'law_changes.effect.entry': 'the Bureau takes it up',
  'law_changes.effect.review': 'a legal officer decides',
  'law_changes.take_up': 'Take it up',
  'law_changes.reopened':
    'Closed before as not registrable. Under the rules “{title}”, in force from {day}, it may count: check it and submit it again.',
  'law_changes.taken_up_at': 'taken up {at}',
  'law_changes.undone_at': 'taken back {at}',
  'law_changes.open': 'not taken up',
} as const satisfies Messages<'law_changes'>
