/** From a proved officer to an open session: his posting, his cookie, his event. */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { translator } from '../../pages/language/translator.ts'
import { CHALLENGE_COOKIE, languageOf, SESSION_COOKIE, setCookie } from '../platform/cookies.ts'
import type { GateTx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { hashOf, newToken } from '../platform/tokens.ts'
import { recordGate } from './gate-route.ts'
import { listPostings, openSession, putChallenge, type takeChallenge, takeFailures } from './queries.ts'

export type Method = 'passkey' | 'oidc' | 'demo'

/** How a sign-in ended: a session, a posting still to choose, or a refusal whose event is written. */
export type Admission = { token: string } | { choice: string } | { refused: Problem }

type Arriving = { program: Program; request: FastifyRequest; officer_id: string; method: Method }

/** Opens the session of an officer with one posting; with several, keeps the proof until he chose. */
export async function admit(tx: GateTx, arriving: Arriving): Promise<Admission> {
  const postings = await listPostings(tx, arriving.officer_id)
  const [first, ...more] = postings
  if (!first) return refuseOfficer(tx, arriving)
  if (more.length === 0) return admitTo(tx, arriving, first.posting_id)
  const proof = newToken()
  const challenge_id = await putChallenge(tx, 'posting', {
    officer_id: arriving.officer_id,
    challenge: hashOf(proof).toString('base64url'),
    detail: { method: arriving.method },
  })
  return { choice: `${challenge_id}.${proof}` }
}

export async function admitTo(tx: GateTx, arriving: Arriving, posting_id: string): Promise<Admission> {
  const { program, request, officer_id, method } = arriving
  const language = languageOf(request)
  const failures = await takeFailures(tx, officer_id)
  const by = { posting_id, method, language, is_fresh: method === 'passkey' }
  const opened = await openSession(tx, by, failures)
  if (!opened) return refuseOfficer(tx, arriving)
  const session = { officer_id, posting_id, session_id: opened.session_id }
  const event = { action: 'session.opened', outcome: 'done', subject_kind: 'officer' } as const
  await recordGate(tx, program, request, { ...event, subject_id: officer_id, policy: method }, session)
  return { token: opened.token }
}

/** The officer is who he says, but may not act: no posting today, suspended, or vetting or training ran out. */
async function refuseOfficer(tx: GateTx, { program, request, officer_id }: Arriving): Promise<Admission> {
  const key = 'sessions.may_not_act'
  const gloss = { en: translator('en')(key), ur: translator('ur')(key) }
  await refuseSignIn(tx, program, request, officer_id, 'may_not_act')
  return { refused: new Problem('refused', { gloss, policy: 'may_not_act' }) }
}

/** Records a refused sign-in; the officer is its subject, not its actor: it may have been another. */
export const refuseSignIn = (
  tx: GateTx,
  program: Program,
  request: FastifyRequest,
  officer_id: string | null,
  why: string,
) =>
  recordGate(tx, program, request, {
    action: 'session.refused',
    outcome: 'refused',
    policy: why,
    ...(officer_id ? { subject_kind: 'officer', subject_id: officer_id } : {}),
  })

/** Sets the cookies of an admission and says where the browser goes next; throws its refusal. */
export function settle(reply: FastifyReply, admission: Admission): string {
  if ('refused' in admission) throw admission.refused
  if ('choice' in admission) {
    setCookie(reply, CHALLENGE_COOKIE, admission.choice, 300)
    return '/sign-in/posting'
  }
  setCookie(reply, SESSION_COOKIE, admission.token)
  return '/session'
}

export type KeptProof = { officer_id: string; method: Method }

/** The officer whose proof waits for a posting: found with `findChallenge`, used up with `takeChallenge`. */
export async function findProof(
  tx: GateTx,
  find: typeof takeChallenge,
  cookie: string,
): Promise<KeptProof | undefined> {
  const [challenge_id = '', proof = ''] = cookie.split('.')
  const kept = await find(tx, 'posting', challenge_id)
  if (!kept?.officer_id) return undefined
  const is_his = timingSafeEqual(Buffer.from(kept.challenge, 'base64url'), hashOf(proof))
  return is_his ? { officer_id: kept.officer_id, method: kept.detail['method'] as Method } : undefined
}
