// Signing in, locking, unlocking, logging out, and the passkey.
import type { Messages } from '../message.ts'

export const sessions = {
  'sessions.sign_in': 'Sign in',
  'sessions.sign_in.what': 'Use the passkey that was enrolled for you. There is no password.',
  'sessions.sign_in.passkey': 'Sign in with the passkey',
  'sessions.sign_in.identity_provider': 'Sign in through the police identity service',
  'sessions.badge': 'Service number',
  'sessions.badge.hint': 'As on your service card.',
  'sessions.no_script':
    'A passkey needs JavaScript. It is off in this browser; turn it on for this site, or ask your administrator.',
  'sessions.no_passkey': 'This browser has no passkeys. Use a newer Chrome, Edge or Firefox.',
  'sessions.passkey_cancelled': 'The passkey was not used. Try again.',
  'sessions.passkey_preparing':
    'The button for your passkey is on its way. If it is not here in a minute, load this page again.',
  'sessions.passkey_waiting': 'Waiting for your passkey…',
  'sessions.last_sign_in': 'Your last sign-in: {at}, {unit}.',
  'sessions.last_sign_in.check': 'If this was not you, tell your administrator at once.',
  'sessions.first_sign_in': 'This is your first sign-in.',
  'sessions.sign_out': 'Log out',
  'sessions.signed_out': 'You are logged out.',
  'sessions.signed_out.what': 'On a shared computer, close the browser as well.',
  'sessions.ended': 'Your session has ended. Sign in again.',
  'sessions.replaced':
    'You signed in elsewhere, so this session has ended. If that was not you, tell your administrator.',
  'sessions.lock': 'Lock',
  'sessions.locked': 'Locked',
  'sessions.locked.what': 'Locked after {minutes} idle minutes. Your draft is kept on the server.',
  'sessions.unlock': 'Unlock',
  'sessions.unlock.passkey': 'Unlock with the passkey',
  'sessions.step_up': 'Confirm that it is you',
  'sessions.step_up.what': 'This act needs your passkey again. It counts for {minutes} minutes.',
  'sessions.step_up.passkey': 'Confirm with the passkey',
  'sessions.step_up.create': 'Create a passkey here',
  'sessions.step_up.demo': 'DEMO: confirm without a passkey',
  'sessions.enrol': 'Enrol your passkey',
  'sessions.enrol.what':
    'This link works once. The passkey stays on this device or security key; the register never sees your fingerprint or PIN.',
  'sessions.enrol.create': 'Create the passkey',
  'sessions.enrol.done': 'Your passkey is enrolled. You can sign in.',
  'sessions.enrol.link_used': 'This link was used or has expired. Ask your administrator for a new one.',
  'sessions.demo': 'Choose who to be',
  'sessions.demo.what':
    'In this demonstration each role has one invented officer. No passkey is needed to sign in.',
  'sessions.demo.sign_in_as': 'Sign in as {role}',
  'sessions.may_not_act':
    'You may not act in the register at present: no posting today, suspended, or vetting or training has run out. Ask your administrator.',
  'sessions.choose_posting': 'Choose your posting',
  'sessions.choose_posting.what':
    'You hold more than one posting. You act in one at a time; to change, log out and sign in again.',
  'sessions.act_as': '{role}, {unit}',
  'sessions.welcome': 'You are signed in',
  'sessions.expires': 'This session ends at {at}.',
  'sessions.failed_before': {
    one: '{count} attempt with your passkey failed since then. If it was not yours, tell your administrator at once.',
    other:
      '{count} attempts with your passkey failed since then. If they were not yours, tell your administrator at once.',
  },
  'sessions.form_kept': 'What you typed is below. Read it once more and send it again.',
  'sessions.onward': 'You are signed in. Go on to the register.',
  'sessions.unlock.no_passkey': 'You have no passkey here. Sign in again as before; your drafts are kept.',
  'sessions.step_up.no_passkey':
    'No passkey is enrolled for you, so this act is closed to you. Ask your administrator for an enrolment link.',
  'sessions.unlock.demo': 'DEMO: unlock without a passkey',
  'sessions.enrol.for': 'For {name}, service number {badge}. If that is not you, close this page.',
  'sessions.enrol.label': 'A name for this passkey',
  'sessions.enrol.label.hint': 'For example the computer or the key it is on.',
  'sessions.enrol.label.first': 'My first passkey',
} as const satisfies Messages<'sessions'>
