// What stands on paper beside the data: the frame of every print, and the words of each template.
import type { Messages } from '../message.ts'

export const paper = {
  'paper.register': 'National offender register of Pakistan',
  'paper.confidential': 'Confidential. To show this paper to others without lawful reason is an offence.',
  'paper.print_number': 'Print no.',
  'paper.printed': 'Printed',
  'paper.reprint_of': 'Reprint of',
  'paper.page': 'Page {n} of {m}',
  'paper.check': 'Check this paper',
  'paper.check.what':
    'Scan the square, or type the characters below at /verify or in a saved checking page. It holds no name.',
  'paper.receipt': 'Receipt of a notice',
  'paper.receipt.what':
    'The police station named below has received this notice. Keep the receipt: it is your proof.',
  'paper.receipt.number': 'Notice no.',
  'paper.receipt.received_at': 'Received',
  'paper.receipt.station': 'At police station',
  'paper.receipt.kind': 'Kind of notice',
  'paper.receipt.name': 'Name',
  'paper.receipt.father': 'Father’s name',
  'paper.receipt.record_number': 'Record no.',
  'paper.receipt.next_due': 'Next due',
  'paper.receipt.nothing_due': 'Nothing further is due now',
  'paper.receipt.object': 'If something here is wrong',
  'paper.duties': 'Notice of duties',
  'paper.duties.signature': 'Signature of the person',
  'paper.duties.thumb': 'Thumb mark',
  'paper.duties.officer': 'Officer who explained it',
  'paper.duties.witnesses': 'Witnesses, where he does not sign',
  'paper.duties.served_at': 'Explained on (day, time)',
} as const satisfies Messages<'paper'>
