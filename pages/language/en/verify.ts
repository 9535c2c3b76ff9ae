// The page on which anybody who holds a paper of the register checks its code.
import type { Messages } from '../message.ts'

export const verify = {
  'verify.title': 'Verify a paper',
  'verify.link': 'Do you hold a paper of the register? Verify it here.',
  'verify.public': 'Open to everybody',
  'verify.what':
    'Every paper of the register carries a code, as a square and in 26 groups of eight characters. Here anybody can check whether the register signed it. You are not asked who you are, and nothing you enter is kept.',
  'verify.code': 'The code on the paper',
  'verify.code.hint':
    'Paste what a phone reads from the square, or type the characters beside it. Gaps and hyphens do not matter, nor small letters; O counts as 0, I and L as 1. No code has a U.',
  'verify.act': 'Verify',
  'verify.sound': 'Sound: the register made this print',
  'verify.sound.what': 'Compare the print number and the kind below with those on the paper.',
  'verify.sound.limit':
    'This proves that the print was made, and when. It does not prove the words on your paper: a forger can copy a square under other words. If much depends on them, ask the register by the print number; it keeps a copy.',
  'verify.forged': 'Forged: the register did not sign this code',
  'verify.forged.what':
    'All the characters were read right, but the signature is not that of the key which the code names. Do not rely on this paper.',
  'verify.unknown_key': 'Not verified: the key is not known here',
  'verify.unknown_key.what':
    'The code names a key that the register has not published. If this is a saved page, it may be too old: verify the paper at the register’s own site. If the key is unknown there too, do not rely on the paper.',
  'verify.unreadable': 'Not read right',
  'verify.unreadable.what':
    'This does not mean that the paper is forged: one wrong character is enough. Compare the groups one by one, or scan the square.',
  'verify.unsupported': 'This browser cannot verify signatures',
  'verify.unsupported.what':
    'Use a newer one: Chrome or Edge 137, Firefox 129, Safari 17. Or verify the paper at the register’s own site.',
  'verify.print_number': 'Print no.',
  'verify.kind': 'Kind of paper',
  'verify.issued_at': 'Made on',
  'verify.key': 'Signed with key',
  'verify.key_named': 'Key that the code names',
  'verify.letters': 'Characters read',
  'verify.letters.of': '{count} of {all}',
  'verify.at': '{day} {month} {year} at {time}',
  'verify.kind.receipt': 'Receipt of a notice',
  'verify.kind.duties': 'List of duties',
  'verify.kind.certificate': 'Certificate',
  'verify.kind.week_list': 'Week list of a station',
  'verify.kind.referral': 'Referral',
  'verify.kind.annexure_a': 'Annexure A of a check request',
  'verify.kind.check_answer': 'Answer to a check request',
  'verify.kind.access_report': 'Access report of a person',
  'verify.kind.clearance': 'Clearance slip',
  'verify.offline': 'Without a connection',
  'verify.offline.what':
    'Save the checking page as one file. It verifies papers on your own device, without a network, and you may pass it on.',
  'verify.offline.save': 'Save the page',
  'verify.offline.saved':
    'Saved on {on} from {site}. It knows the keys published by that day, and sends nothing anywhere.',
  'verify.offline.no_script': 'This saved page needs JavaScript, which is off in this browser.',
  'verify.keys': 'Published keys',
  'verify.keys.file': 'The keys as a file, for other programs',
} as const satisfies Messages<'verify'>
