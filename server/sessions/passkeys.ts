/** WebAuthn: what is asked of an authenticator, and whether its answer proves an officer. User verification is a must. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Assertion, Attestation } from '../../contract/sessions.ts'
import type { GateTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import {
  type ChallengeKind,
  findPasskey,
  listPasskeys,
  notePasskeyFailure,
  notePasskeyUse,
  putChallenge,
  takeChallenge,
} from './queries.ts'

/** The site's name for authenticators: its host. Passkeys refuse a bare IP address. */
const hostOf = (program: Program) => new URL(program.origin).hostname

export type Asked = { challenge_id: string; public_key: Record<string, unknown> }

/** Asks for a passkey: any that this site knows, or one of the officer's own. */
export async function askAssertion(
  tx: GateTx,
  program: Program,
  kind: 'sign_in' | 'fresh',
  officer_id: string | null,
): Promise<Asked> {
  const own = officer_id === null ? [] : await listPasskeys(tx, officer_id)
  const options = await generateAuthenticationOptions({
    rpID: hostOf(program),
    userVerification: 'required',
    allowCredentials: own.map((key) => ({ id: key.credential_id, transports: key.transports })),
  })
  const challenge_id = await putChallenge(tx, kind, { officer_id, challenge: options.challenge, detail: {} })
  return { challenge_id, public_key: { ...options } }
}

export type Proof =
  | { officer_id: string; refused?: undefined }
  | { refused: 'passkey_failed' | 'credential_waits'; officer_id: string | null }

/** Judges an answer to a challenge taken just now; a failure counts against the credential, never against the officer. */
export async function proveOfficer(
  tx: GateTx,
  program: Program,
  kind: Extract<ChallengeKind, 'sign_in' | 'fresh'>,
  challenge_id: string,
  assertion: Assertion,
): Promise<Proof> {
  const asked = await takeChallenge(tx, kind, challenge_id)
  const passkey = asked && (await findPasskey(tx, assertion.id))
  if (!asked || !passkey) return { refused: 'passkey_failed', officer_id: asked?.officer_id ?? null }
  const { officer_id } = passkey
  if (passkey.is_waiting) return { refused: 'credential_waits', officer_id }
  const counter = await judge(program, asked.challenge, passkey, assertion)
  const is_owner = asked.officer_id === null || asked.officer_id === officer_id
  if (counter === undefined || !is_owner) {
    await notePasskeyFailure(tx, passkey.credential_id)
    return { refused: 'passkey_failed', officer_id }
  }
  await notePasskeyUse(tx, passkey.credential_id, counter)
  return { officer_id }
}

type Passkey = NonNullable<Awaited<ReturnType<typeof findPasskey>>>

/** The new signature counter; undefined when the answer proves nothing. The library throws on most faults. */
async function judge(program: Program, challenge: string, passkey: Passkey, given: Assertion) {
  if (given.user_handle !== null && given.user_handle !== handleOf(passkey.officer_id)) return undefined
  try {
    const judged = await verifyAuthenticationResponse({
      response: {
        id: given.id,
        rawId: given.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: given.client_data,
          authenticatorData: given.authenticator_data,
          signature: given.signature,
        },
      },
      expectedChallenge: challenge,
      expectedOrigin: program.origin,
      expectedRPID: hostOf(program),
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.counter,
      },
    })
    return judged.verified ? judged.authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}

/** The officer as the authenticator knows him: his opaque id, no name. */
const handleOf = (officer_id: string) => Buffer.from(officer_id).toString('base64url')

type Enrolling = { officer_id: string; badge: string; name_en: string }

/** Asks for a new passkey that the authenticator itself can find again (discoverable). */
export async function askAttestation(
  tx: GateTx,
  program: Program,
  officer: Enrolling,
  link_hash: string,
): Promise<Asked> {
  const held = await listPasskeys(tx, officer.officer_id)
  const options = await generateRegistrationOptions({
    rpName: 'Amanat',
    rpID: hostOf(program),
    userID: new Uint8Array(Buffer.from(officer.officer_id)),
    userName: officer.badge,
    userDisplayName: officer.name_en,
    attestationType: 'none',
    excludeCredentials: held.map((key) => ({ id: key.credential_id, transports: key.transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const challenge_id = await putChallenge(tx, 'enrol', {
    ...{ officer_id: officer.officer_id, challenge: options.challenge, detail: { link_hash } },
  })
  return { challenge_id, public_key: { ...options } }
}

/** The credential of an authenticator's answer; undefined when it proves nothing. */
export async function readAttestation(program: Program, challenge: string, given: Attestation) {
  try {
    const judged = await verifyRegistrationResponse({
      response: {
        id: given.id,
        rawId: given.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: given.client_data, attestationObject: given.attestation_object },
      },
      expectedChallenge: challenge,
      expectedOrigin: program.origin,
      expectedRPID: hostOf(program),
      requireUserVerification: true,
    })
    return judged.verified ? judged.registrationInfo.credential : undefined
  } catch {
    return undefined
  }
}
