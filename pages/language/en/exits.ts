// Leaving the register, and the certificate of it.
import type { Messages } from '../message.ts'

export const exits = {
  'exits.title': 'Certificates to hand over',
  'exits.title.one': 'Leaving the register',
  'exits.what':
    'These people are not on the register any more: a court undid the conviction, or the period is over. Each is given a certificate; until then it stays on this list.',
  'exits.none': 'No certificate waits.',
  'exits.who': 'Person',
  'exits.name': 'Name',
  'exits.father': 'Father’s name',
  'exits.ground': 'Ground',
  'exits.ground.acquittal': 'Acquitted on appeal',
  'exits.ground.set_aside': 'The conviction was set aside',
  'exits.ground.ended': 'The period on the register is over',
  'exits.ground.law_change': 'The rules changed',
  'exits.statement.acquittal':
    'This certifies that the person named below was acquitted by a court, and is therefore not on the register any more.',
  'exits.statement.set_aside':
    'This certifies that the conviction of the person named below was set aside by a court, and that the person is therefore not on the register any more.',
  'exits.statement.ended':
    'This certifies that the period for which the person named below stood on the register is over, and that the person is not on the register any more.',
  'exits.statement.law_change':
    'This certifies that, after a change of the rules, no conviction of the person named below counts for the register, and that the person is therefore not on the register any more.',
  'exits.left_on': 'Not on the register since',
  'exits.order': 'Order of the court',
  'exits.read_out': 'The certificate is in Urdu and English; read it out in this language.',
  'exits.station': 'Station that hands it over',
  'exits.begun': 'Begun',
  'exits.state': 'State',
  'exits.to_print': 'certificate to print',
  'exits.to_hand_over': 'to hand over',
  'exits.act': 'Act',
  'exits.open': 'Open',
  'exits.begin': 'Prepare the certificate',
  'exits.certificate': 'Certificate',
  'exits.certificate.what': 'In Urdu and English, signed. Anybody can check its code without a connection.',
  'exits.certificate.none': 'Not printed yet.',
  'exits.print_number': 'Print no.',
  'exits.printed': 'Printed',
  'exits.print': 'Print the certificate',
  'exits.print.again': 'Print it again',
  'exits.hand_over': 'Record the handing over',
  'exits.hand_over.what': 'When this is recorded the matter is closed to the station.',
  'exits.handed': 'Handed over',
  'exits.handed_on': 'Day',
  'exits.handed_how': 'How',
  'exits.how.in_person': 'To the person',
  'exits.how.by_post': 'By post',
  'exits.how.to_representative': 'To a representative',
  'exits.how.not_found': 'Not found; kept at the station',
  'exits.reversed':
    'A court restored the conviction, or the change of the rules was undone: this exit does not hold since {at}. The certificate is not valid any more.',
  'exits.fault.before_exit': 'This day lies before the exit.',
} as const satisfies Messages<'exits'>
