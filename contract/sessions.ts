// Signing in: what a browser and the gate say to each other. Values of WebAuthn are base64url.
import { type Static, Type } from 'typebox'
import { ROLES } from '../domain/access/actor.ts'
import { Code, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

/** Longest value of an authenticator, in base64url characters: attestations of security keys stay under 8,000. */
const LONGEST = 12_000
const Base64Url = Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: LONGEST })

/** What an authenticator answers to a sign-in, unlock or step-up. */
export const Assertion = Shape({
  id: Base64Url,
  client_data: Base64Url,
  authenticator_data: Base64Url,
  signature: Base64Url,
  user_handle: Nullable(Base64Url),
})
export type Assertion = Static<typeof Assertion>

/** What an authenticator answers to an enrolment. */
export const Attestation = Shape({
  id: Base64Url,
  client_data: Base64Url,
  attestation_object: Base64Url,
  transports: Type.Array(Text(30), { maxItems: 10 }),
})
export type Attestation = Static<typeof Attestation>

/** Options for `navigator.credentials`, as its `parse…OptionsFromJSON` takes them. */
export const AuthenticatorOptions = Shape({ public_key: Type.Record(Type.String(), Type.Unknown()) })

/** Where the browser goes next; a path of this site. */
export const Onward = Shape({ go_to: Type.String() })

/** The token of an enrolment link: 256 bits in base64url. */
export const LinkToken = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })

/** A passkey to enrol, with what its owner calls it. */
export const Enrolment = Shape({ label: Text(60), attestation: Attestation })

export const Language = Code(['en', 'ur'])
export const LanguageChoice = Shape({ language: Language, back_to: Type.Optional(Text(300)) })

/** Locking; `back_to` is the page to come back to after unlocking. */
export const LockRequest = Shape({ back_to: Type.Optional(Text(300)) })

/** The session of the caller: who he is here, and what he is told after signing in. */
export const OwnSession = Shape({
  officer_id: Id,
  role: Code(ROLES),
  unit: Pair,
  method: Code(['passkey', 'oidc', 'demo', 'job', 'agency']),
  expires_at: Instant,
  previous_at: Nullable(Instant),
  previous_unit: Nullable(Pair),
  failed_before: Type.Integer({
    minimum: 0,
    description: 'failed passkey attempts since the sign-in before',
  }),
})
export type OwnSession = Static<typeof OwnSession>

export const PostingChoice = Shape({ posting_id: Id })
