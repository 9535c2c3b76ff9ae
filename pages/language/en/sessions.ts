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
} as const satisfies Messages<'sessions'>
