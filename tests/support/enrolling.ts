/** Arranges passkeys: a link as an administrator would give out, and the whole enrolment and sign-in over the wire. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type SoftPasskey, softPasskey } from './authenticator.ts'
import { type As, ORIGIN, type Reply, type TestRegister } from './register.ts'
import type { Visitor } from './visitor.ts'

/** An enrolment link for an officer; `hours` from now until it is useless. */
export async function givenLink(register: TestRegister, officer_id: string, hours = 24): Promise<string> {
  const link = randomBytes(32).toString('base64url')
  await register.root.query(
    'insert into access.enrolment (link_hash, officer_id, expires_at) values ($1, $2, now() + make_interval(hours => $3))',
    [createHash('sha256').update(link).digest(), officer_id, hours],
  )
  return link
}

const optionsOf = (reply: Reply) => (reply.body as { public_key: unknown }).public_key

/** Enrols a passkey by a link. */
export async function enrolBy(visitor: Visitor, link: string, passkey: SoftPasskey): Promise<Reply> {
  const asked = await visitor.post(`/enrolments/${link}/challenge`)
  if (asked.status !== 200) return asked
  const attestation = passkey.create(optionsOf(asked))
  return visitor.post(`/enrolments/${link}`, { label: 'desk', attestation })
}

/** An officer's new passkey, enrolled. */
export async function givenPasskey(
  register: TestRegister,
  visitor: Visitor,
  officer: As,
): Promise<SoftPasskey> {
  const passkey = softPasskey(ORIGIN)
  const reply = await enrolBy(visitor, await givenLink(register, officer.officer_id), passkey)
  if (reply.status !== 200) throw new Error(`enrolment: ${reply.text}`)
  return passkey
}

type Wish = Parameters<SoftPasskey['answer']>[1]

/** Answers a challenge of `/sign-in` or `/fresh` with a passkey. */
export async function usePasskey(
  visitor: Visitor,
  url: '/sign-in' | '/fresh',
  passkey: SoftPasskey,
  wish: Wish = {},
): Promise<Reply> {
  const asked = await visitor.post(`${url}/challenge`)
  if (asked.status !== 200) return asked
  return visitor.post(url, passkey.answer(optionsOf(asked), wish))
}

/** A second posting of an officer, held today. */
export async function givenPosting(
  register: TestRegister,
  officer_id: string,
  unit_id: string,
  role: string,
): Promise<string> {
  const posting_id = randomUUID()
  await register.root.query(
    `insert into access.posting (posting_id, officer_id, unit_id, role, from_on) values ($1, $2, $3, $4, '2024-01-01')`,
    [posting_id, officer_id, unit_id, role],
  )
  return posting_id
}
