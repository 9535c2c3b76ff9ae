// Why something was not done: one text for each problem of the catalogue, and for each fault of a field.
import type { ProblemCode } from '../../../contract/problems.ts'
import type { Messages } from '../message.ts'

export const errors = {
  'errors.title': 'This could not be done',
  'errors.request_id': 'Request number',
  'errors.first_page': 'Go to the first page',

  'errors.invalid': 'Some of what was entered cannot be accepted.',
  'errors.not_signed_in': 'Sign in to see this page.',
  'errors.token_refused': 'The access token does not open the register to this system.',
  'errors.agency_officer':
    'Your system may not act for this officer. He consents on his own screen, and must hold a post in your units today.',
  'errors.idempotency_key_needed': 'Every write of an agency’s system needs an idempotency key.',
  'errors.idempotency_key_reused': 'This idempotency key was used for another request.',
  'errors.locked': 'Your session is locked. Unlock it to go on; your draft is kept.',
  'errors.refused': 'You may not do this.',
  'errors.step_up_needed': 'This act needs your passkey again.',
  'errors.cross_origin': 'The request did not come from a page of the register, so nothing was done.',
  'errors.not_found': 'There is nothing here. The address may be wrong, or the page may not be open to you.',
  'errors.conflict': 'Someone changed this while you were looking at it. Look at it again before you decide.',
  'errors.effect_to_confirm': 'Read what this changes, then save it.',
  'errors.effect_changed':
    'What this would change is not what you were shown. Look at it again before you save.',
  'errors.not_ongoing': 'This is over already, or was replaced. Open the list again.',
  'errors.struck_out_already': 'This was struck out or replaced already.',
  'errors.draft_changed': 'This draft was changed on another page. Open it again; nothing was overwritten.',
  'errors.draft_closed': 'This draft was submitted or discarded, so it cannot be changed here.',
  'errors.draft_not_searched': 'Search for the person first. The search comes before the entry.',
  'errors.draft_duplicate': 'Somebody you may see is probably this person. Say first whether it is the same.',
  'errors.draft_not_ready': 'This draft still lacks something. Complete the marked steps first.',
  'errors.draft_not_registrable': 'This conviction cannot be registered, for the reason shown in the draft.',
  'errors.identity_basis_needed':
    'The identity is not verified. A second officer must write down the basis: a certified judgment or a fingerprint reference.',
  'errors.already_entered':
    'This person already bears this conviction: the FIR and the day of judgment are the same.',
  'errors.not_on_register': 'He is not on the register, so nothing is owed and nothing is received here.',
  'errors.not_printable':
    'A letter in this text cannot be printed. Put the text right first; what was recorded is kept.',
  'errors.slip_of_bearer':
    'The person of whom the slip would speak bears this very CNIC. Correct the record first, or refuse the request.',
  'errors.match_not_decided': 'Say first that the two are not the same; then the man may ask for a slip.',
  'errors.already_decided': 'This was decided already.',
  'errors.approval_changed': 'What you were shown has changed since. Read it again before you approve.',
  'errors.simulation_stale':
    'The simulation shown here no longer holds: the draft, the rules in force or the day have moved on, or there is a newer one. Return the proposal; the legal officer simulates the draft again and proposes it anew.',
  'errors.approval_expired': 'The time for this approval has run out. It must be proposed anew.',
  'errors.approval_conflict': 'You declared a conflict of interest here. Another officer must decide.',
  'errors.gate_closed':
    'A check of the gate is not passed, so this cannot be opened as a missed duty. Record a contact step instead.',
  'errors.breach_known': 'This missed duty was opened already.',
  'errors.breach_closed':
    'This missed duty is decided, waits for its sign-off, or its ground has fallen away. Open it again to see why.',
  'errors.contact_first':
    'Before a referral, try to reach the person: two attempts on different days, or one in which you spoke.',
  'errors.merge_not_possible':
    'These records cannot be made one person, or taken apart, as they stand now. Look at them again: the page says why.',
  'errors.merge_proposed': 'This is proposed already and waits for a second officer.',
  'errors.transfer_open': 'This person is being offered to a station already.',
  'errors.transfer_answered': 'This transfer was answered already. Nothing was changed.',
  'errors.check_changed':
    'This request was changed on another page, or moved on. Open it again; nothing was overwritten.',
  'errors.check_closed': 'This request is not at this desk any more, so it cannot be changed here.',
  'errors.check_not_ready': 'This request still lacks something. Complete the marked steps first.',
  'errors.check_erased': 'What was known of this suspect was destroyed. The request itself stays on record.',
  'errors.answer_over':
    'This answer was opened as often as it may be, or its time is over. If the case needs it, ask again.',
  'errors.own_approval': 'You proposed this yourself. Another officer must approve it.',
  'errors.import_known': 'This file was uploaded before. Nothing was changed.',
  'errors.import_not_ready': 'The file is still being read. Wait until it has finished.',
  'errors.import_too_large': 'The file is too large. Save it as CSV, or send it in parts.',
  'errors.import_unreadable': 'The file cannot be read. Use the template, as CSV or XLSX.',
  'errors.nothing_to_confirm': 'No row of this return can be accepted, so there is nothing to confirm.',
  'errors.unsupported_media': 'This kind of file or message is not accepted here.',
  'errors.shown_already':
    'This was shown once, or was not fetched within two minutes. Ask for it again if you still need it.',
  'errors.quota_used': 'Your quota for today is used. Ask your supervisor if your work needs more.',
  'errors.too_many': 'Too many requests. Wait a minute and try again.',
  'errors.link_used': 'This link was used or has expired.',
  'errors.passkey_failed': 'The passkey was not accepted. Try again.',
  'errors.credential_waits': 'This passkey failed too often and waits 10 minutes. Its owner has been told.',
  'errors.unavailable':
    'The register cannot be reached just now. What you entered is not lost; try again shortly.',
  'errors.unknown':
    'Something went wrong in the register. Nothing was changed. Give the request number when you report it.',

  'errors.field.required': 'Fill this in.',
  'errors.field.not_understood': 'This was not understood. Check it and enter it again.',
  'errors.field.wrong_type': 'This was not understood. Check it and enter it again.',
  'errors.field.unknown_key': 'This form has no such field.',
  'errors.field.not_a_choice': 'Choose one of the answers given.',
  'errors.field.pattern': 'This is not in the form expected; see the hint.',
  'errors.field.maxLength': 'Use at most {limit} characters.',
  'errors.field.maxItems': 'Give at most {limit}.',
  'errors.field.minimum': 'Give {limit} or more.',
  'errors.field.maximum': 'Give {limit} or less.',
  'errors.field.format_date': 'Enter a date with day, month and year.',
  'errors.field.format_date_time': 'Enter a date and a time.',
  'errors.field.format_uuid': 'This reference is not one of the register’s.',
  'errors.field.format_time': 'Enter a time such as 09:30.',
  'errors.field.in_future': 'This date is in the future.',
  'errors.field.not_a_cnic': 'A CNIC has 13 digits.',
  'errors.field.file_missing': 'Choose a file.',
} as const satisfies Messages<'errors'> & Record<`errors.${ProblemCode}`, string>
