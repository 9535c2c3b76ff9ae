// Danger to life: the least of one record at once, and a second officer's judgment afterwards.
import type { Messages } from '../message.ts'

export const emergencies = {
  'emergencies.title': 'Emergency access',
  'emergencies.lead':
    'Where somebody’s life is in danger, the least of one record is opened at once. A second officer judges every use.',
  'emergencies.new': 'Danger to life',
  'emergencies.new.title': 'Open a record in danger to life',
  'emergencies.new.only': 'Only where somebody’s life is in danger now',
  'emergencies.new.what':
    'For anything else ask by a check request. Your supervisor is told at once, a second officer reviews this within {hours}, and the person will see in his own report that you looked.',
  'emergencies.new.get':
    'You see for {minutes} minutes: {fields}. No address, no picture. If there is no record, you are told so, and that counts as well.',
  'emergencies.number': 'Number of the one person',
  'emergencies.number.hint':
    'CNIC, passport or record number, whole. Never a name. Read it twice: a wrong digit counts too, and what you type is not kept.',
  'emergencies.danger': 'What threatens',
  'emergencies.danger.attack_under_way': 'An attack is under way',
  'emergencies.danger.threat_to_kill': 'A threat to kill or to hurt badly',
  'emergencies.danger.held_captive': 'Somebody is held against her or his will',
  'emergencies.danger.missing_in_danger': 'Somebody is missing and in danger',
  'emergencies.words': 'Why his record matters now',
  'emergencies.names_confirmed':
    'I have read the words marked above: none of them tells who the survivor or her family is.',
  'emergencies.words.hint':
    'At most {most} characters. No number of a card or telephone, and nothing that tells who the survivor is.',
  'emergencies.reference': 'Your paper',
  'emergencies.reference_kind': 'On which paper you act',
  'emergencies.reference_kind.fir': 'FIR',
  'emergencies.reference_kind.diary': 'Entry in the daily diary',
  'emergencies.reference_kind.diary.hint': 'Of today or of the two days before.',
  'emergencies.reference_station': 'Police station of the paper',
  'emergencies.reference_station.bureau': 'The diary of your own duty desk.',
  'emergencies.reference_number': 'Number of the FIR or of the entry',
  'emergencies.reference_on': 'Its day',
  'emergencies.reference.fir': 'FIR {number} of {on}, {place}',
  'emergencies.reference.diary': 'Diary entry {number} of {on}, {place}',
  'emergencies.reference.bureau': 'National Police Bureau',
  'emergencies.open': 'Open it now',
  'emergencies.read': 'Opened in danger to life',
  'emergencies.outcome.record': 'A record exists',
  'emergencies.outcome.no_record': 'No record',
  'emergencies.outcome.record.what':
    'Somebody of this number is on the register. Compare him with what stands here before you act on it.',
  'emergencies.outcome.no_record.what':
    'Nobody of this number is on the register today. That is all it says: he may be dangerous all the same.',
  'emergencies.opening': 'This opening',
  'emergencies.print_number': 'Number',
  'emergencies.used_by': 'Opened by',
  'emergencies.until': 'Can be read until',
  'emergencies.until.what': 'After that this address does not exist any more.',
  'emergencies.review_due': 'To be reviewed by',
  'emergencies.told':
    'Your supervisor was told. Keep the FIR or the diary entry at hand: a second officer asks for it.',
  'emergencies.list': 'Emergency accesses',
  'emergencies.none': 'Nobody has used it.',
  'emergencies.used_at': 'Used',
  'emergencies.by': 'By',
  'emergencies.said': 'Answer',
  'emergencies.clock': 'Review',
  'emergencies.clock.left': '{hours} left',
  'emergencies.clock.late': '{hours} late',
  'emergencies.finding.justified': 'Justified',
  'emergencies.finding.not_justified': 'Not justified',
  'emergencies.go.read': 'Read it',
  'emergencies.go.review': 'Review',
  'emergencies.go.see': 'See it',
  'emergencies.act': 'What to do',
  'emergencies.review': 'Review of an emergency access',
  'emergencies.review.use': 'What was done',
  'emergencies.review.fields': 'What he was shown',
  'emergencies.review.fields.none': 'Nothing: there was no record.',
  'emergencies.review.about': 'About whom',
  'emergencies.review.about.what':
    'Compare with the FIR or the diary entry: is this the man it names? You are shown a name and a number only, until you have said your word.',
  'emergencies.review.about.none':
    'Not shown: there was no record, or it is reviewed. Of somebody who is not on the register no number is kept; ask the officer for his paper.',
  'emergencies.review.elsewhere':
    'The District Police Officer reviews this first. It comes to you when his time has run out.',
  'emergencies.review.done': 'Reviewed',
  'emergencies.review.reasons': 'Reasons',
  'emergencies.review.reasons.hint':
    'What you read and whom you asked. Nothing that tells who the survivor is.',
  'emergencies.review.word': 'Your word',
  'emergencies.review.finding': 'What you find',
  'emergencies.review.finding.justified.when': 'A life was in danger, and the paper names this man.',
  'emergencies.review.finding.not_justified.when':
    'It is closed to the officer from now on, and an administrator must say what follows.',
  'emergencies.review.keep': 'Keep the finding',
  'emergencies.findings': 'Used without reason',
  'emergencies.findings.what':
    'A second officer found these uses not justified. The access is closed to the officer until you say what was done. About whom it was you do not see.',
  'emergencies.findings.none': 'There are none.',
  'emergencies.officer': 'Officer',
  'emergencies.reviewed_by': 'Found by',
  'emergencies.did': 'What was done',
  'emergencies.did.suspended': 'Suspended',
  'emergencies.did.posting_ended': 'Postings ended',
  'emergencies.did.kept': 'Heard, and kept in his post',
  'emergencies.fault.number':
    'This is no CNIC, passport or record number. Give it whole; a record number with its year.',
  'emergencies.fault.station_needed': 'Say of which police station the paper is.',
  'emergencies.fault.other_place': 'This paper is not of your place.',
  'emergencies.fault.diary_only': 'The Bureau acts on the diary of its own duty desk.',
  'emergencies.fault.in_future': 'This day has not come yet.',
  'emergencies.fault.too_old': 'This entry is older than two days. Danger to life is of today.',
  'emergencies.fault.not_suspended':
    'The officer is not suspended. Propose that first; a second administrator confirms it.',
  'emergencies.fault.posting_goes_on':
    'The officer still holds a posting. End it first; a second administrator confirms it.',
} as const satisfies Messages<'emergencies'>
