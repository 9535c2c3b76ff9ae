// The audit console.
import type { Messages } from '../message.ts'

export const audit = {
  'audit.title': 'Audit log',
  'audit.head': 'Signed head of the log',
  'audit.tree_size': 'Events in the log',
  'audit.tree_size.what':
    'Each stands in a tree whose root is signed; a changed or removed event no longer fits it.',
  'audit.root_hash': 'Root',
  'audit.signed_at': 'Signed',
  'audit.no_head': 'Nothing has been signed yet.',
  'audit.caption': 'Events, newest first',
  'audit.none': 'No event fits these filters.',
  'audit.event_no': 'No.',
  'audit.occurred_at': 'When',
  'audit.officer': 'Officer',
  'audit.nobody': 'nobody signed in',
  'audit.action': 'Act',
  'audit.outcome': 'Outcome',
  'audit.outcome.done': 'done',
  'audit.outcome.refused': 'refused',
  'audit.outcome.failed': 'failed',
  'audit.subject': 'About',
  'audit.why': 'Purpose, or why refused',
} as const satisfies Messages<'audit'>
