// Reminders: the message itself, the number it goes to, and the list to print.
import type { Messages } from '../message.ts'

export const reminders = {
  'reminders.message':
    'Reminder: your appointment falls due by {day}. Please come with your identity card on a working day between 08:00 and 16:00, to the desk that gave you your paper. If you have been there already, you need do nothing.',
  'reminders.contact': 'Number for reminders',
  'reminders.contact.what':
    'A message goes out 14, 7 and 1 days before a duty falls due. It names nobody and does not say what it is about.',
  'reminders.held': 'Held since {day}, ending in',
  'reminders.number': 'Mobile number',
  'reminders.number.hint': 'For example 0300-1234567. It is sealed and not shown again.',
  'reminders.language': 'Language of the message',
  'reminders.language.ur': 'Urdu',
  'reminders.language.en': 'English',
  'reminders.agreed': 'The person agreed to be reminded at this number.',
  'reminders.save': 'Keep the number',
  'reminders.withdraw': 'Withdraw the number',
  'reminders.back': 'Back to the record',
  'reminders.fault.not_mobile': 'This is no mobile number of Pakistan.',
  'reminders.fault.not_agreed': 'Without his agreement no message is sent, so the number is not kept.',
  'reminders.list': 'Whom to remind',
  'reminders.list.what': 'Due within 14 days of {day}. Whoever gave no number is told by the station.',
  'reminders.channel': 'Reminder',
  'reminders.channel.sms': 'by message',
  'reminders.channel.print': 'tell him; no number',
  'reminders.sent': 'sent on {at}',
} as const satisfies Messages<'reminders'>
