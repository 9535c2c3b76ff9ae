// Limits of a day, and raising them.
import type { Messages } from '../message.ts'

export const quotas = {
  'quotas.title': 'Raise a limit for some days',
  'quotas.lead': 'Another supervisor decides. Until then, and after the last day, the limit stands as it is.',
  'quotas.level': 'Whose limit',
  'quotas.level.officer': 'One officer',
  'quotas.level.unit': 'One office',
  'quotas.level.nation': 'The whole country',
  'quotas.badge': 'Service number',
  'quotas.badge.hint':
    'Of the officer, or of one who works in the office. Leave it empty for the whole country.',
  'quotas.act': 'Limit of',
  'quotas.act.search': 'Searches',
  'quotas.act.view_person': 'Views of people',
  'quotas.act.show_number': 'Full numbers shown',
  'quotas.act.view_photo': 'Photographs shown',
  'quotas.act.ask_check': 'Check requests',
  'quotas.act.print': 'Prints',
  'quotas.act.emergency': 'Emergency accesses',
  'quotas.per_day': 'Times a day',
  'quotas.days': 'Number of days',
  'quotas.days.hint': 'From today, at most 30.',
  'quotas.propose': 'Propose',
} as const satisfies Messages<'quotas'>
