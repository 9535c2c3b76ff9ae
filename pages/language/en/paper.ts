// What stands on paper beside the data: the frame of every print, and the words of each template.
import type { Messages } from '../message.ts'

export const paper = {
  'paper.register': 'National offender register of Pakistan',
  'paper.confidential': 'Confidential. Do not show this paper to others without a lawful reason.',
  'paper.print_number': 'Print no.',
  'paper.printed': 'Printed',
  'paper.reprint_of': 'Reprint of',
  'paper.page': 'Page {n} of {m}',
  'paper.check': 'Check this paper',
  'paper.check.what':
    'Scan the square, or at /verify or in a saved checking page type the characters below. It holds no name.',
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

  'paper.week_list': 'Week list of a police station',
  'paper.week_list.week': 'Week',
  'paper.week_list.what':
    'By record number, without names: look the person up in the register. Destroy the list when the week is over.',
  'paper.week_list.cut': 'More people have something due than this list holds; the rest is on the screen.',
  'paper.week_list.none': 'Nothing falls due.',
  'paper.week_list.state': 'State',
  'paper.week_list.by_hand': 'Came at, notice no.',

  'paper.access_report': 'Who has seen my record',
  'paper.access_report.yours': 'This report belongs to the person named in it.',
  'paper.access_report.what':
    'Every look at the record and everything that was given out of it, newest first. Offices are named, not their officers; a look that you cannot explain may be taken up with the National Police Bureau, without cost.',
  'paper.access_report.given': 'Given out',
  'paper.access_report.looks': 'Looked at',
  'paper.access_report.when': 'When',
  'paper.access_report.to': 'To whom',
  'paper.access_report.told': 'What it told',
  'paper.access_report.basis': 'Authority',
  'paper.access_report.office': 'Office',
  'paper.access_report.seen': 'What was seen',
  'paper.access_report.why': 'Why',
  'paper.access_report.none_given': 'Nothing was given out.',
  'paper.access_report.none_looked': 'Nobody has looked.',
  'paper.access_report.cut': 'There were more looks than this report holds; ask for the rest at the station.',

  'paper.referral': 'Referral of a missed duty',
  'paper.referral.what':
    'This is a record and a referral. It is not a finding of an offence. A date passed without the notice it asked for; what was checked, tried and decided stands below. Values marked (assumed) are in no text in hand.',
  'paper.referral.duty': 'Duty',
  'paper.referral.due_on': 'Was due on',
  'paper.referral.state': 'How it stands',
  'paper.referral.steps': 'How the date was worked out',
  'paper.referral.checks': 'What was checked, and the evidence',
  'paper.referral.contacts': 'Contact steps',
  'paper.referral.decision': 'Decision: refer',
  'paper.referral.proposed': 'Proposed by',
  'paper.referral.signed': 'Signed off by',
  'paper.referral.laws': 'The texts it rests on',

  'paper.certificate': 'Certificate of leaving the register',
  'paper.certificate.state': 'Not on the register',
  'paper.certificate.yours':
    'This certificate belongs to the person named in it, who may show it to whom he likes.',
  'paper.certificate.name': 'Name',
  'paper.certificate.father': 'Father’s name',
  'paper.certificate.record_number': 'Record no.',
  'paper.certificate.left_on': 'Not on the register since',
  'paper.certificate.ground': 'Ground',
  'paper.certificate.station': 'Police station that hands it over',
  'paper.certificate.court': 'Court',
  'paper.certificate.order_number': 'Number of the order',
  'paper.certificate.order_on': 'Day of the order',
  'paper.certificate.duties':
    'From that day no duty of confirming, notifying or reporting is owed to any police station because of this record.',
  'paper.certificate.object':
    'If something here is wrong, tell the station or write to the National Police Bureau, Islamabad. It costs nothing.',
  'paper.certificate.officer': 'Officer who hands it over',
  'paper.certificate.holder': 'Received by (signature or thumb mark)',

  'paper.duties': 'Notice of duties',
  'paper.duties.signature': 'Signature of the person',
  'paper.duties.thumb': 'Thumb mark',
  'paper.duties.officer': 'Officer who explained it',
  'paper.duties.witnesses': 'Witnesses, where he does not sign',
  'paper.duties.served_at': 'Explained on (day, time)',

  'paper.check.name': 'Name',
  'paper.check.father': 'Father’s name',
  'paper.annexure': 'Annexure A: check request',
  'paper.annexure.statement':
    'Request to the National Police Bureau, through the District Public Prosecutor, for the record of a suspect named in an FIR under the Anti-Rape (Investigation and Trial) Act 2021.',
  'paper.annexure.declares':
    'I am the investigating officer of this FIR, and this man is a suspect in it. I ask about nobody else.',
  'paper.annexure.survivor': 'Nothing here tells who the survivor or her family is.',
  'paper.annexure.officer': 'Investigating officer',
  'paper.annexure.prosecutor': 'District Public Prosecutor',
  'paper.answer': 'Answer to a check request',
  'paper.answer.only':
    'For the officer named across this page and for this case alone. It opens a few times, until a day; every copy bears a number of its own.',
  'paper.clearance': 'Clearance slip',
  'paper.clearance.statement':
    'The man named here was compared, at his own wish, by his own identity card. He is not the person about whom the register was asked under a name like his.',
  'paper.clearance.state': 'Not the person asked about',
  'paper.clearance.issued_on': 'Issued on',
  'paper.clearance.use':
    'Show it when you are taken for another of your name. By its number the Bureau sees whether it still counts; a slip given in error is withdrawn.',
  'paper.clearance.yours': 'This slip belongs to the person named in it, who may show it to whom he likes.',
  'paper.clearance.object':
    'It is no certificate of character. If something here is wrong, write to the National Police Bureau, Islamabad. It costs nothing.',
  'paper.clearance.officer': 'Officer who hands it over',
} as const satisfies Messages<'paper'>
