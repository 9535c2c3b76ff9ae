/** Enrolling a passkey by a single-use link that an administrator, or the first start, gave out. */
import type { FastifyInstance } from 'fastify'
import { AuthenticatorOptions, Enrolment, LinkToken, Onward } from '../../contract/sessions.ts'
import { Shape } from '../../contract/shape.ts'
import { EnrolledPage } from '../../pages/sessions/EnrolledPage.tsx'
import { EnrolPage } from '../../pages/sessions/EnrolPage.tsx'
import { CHALLENGE_COOKIE, dropCookie, setCookie } from '../platform/cookies.ts'
import { asGate, type GateTx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { hashOf } from '../platform/tokens.ts'
import { gatePost, recordGate, sendGatePage, sessionOf } from './gate-route.ts'
import { askAttestation, readAttestation } from './passkeys.ts'
import { findEnrolment, takeChallenge, takeEnrolment } from './queries.ts'

const CHALLENGE_SECONDS = 300
const LinkParams = Shape({ link: LinkToken })
const linkHash = (link: string) => hashOf(link).toString('base64url')

export function enrolRoutes(app: FastifyInstance, program: Program) {
  const hidden = { schema: { hide: true } }
  app.get<{ Params: { link: string } }>('/enrol/:link', hidden, async (request, reply) => {
    const { link } = request.params
    const officer = await asGate(program.database, (tx) => findEnrolment(tx, link))
    return sendGatePage(program, request, reply.code(officer ? 200 : 410), EnrolPage, {
      ...{ link, officer: officer ?? null },
    })
  })
  app.get('/enrolled', hidden, (request, reply) => sendGatePage(program, request, reply, EnrolledPage, {}))
  gatePost(app, {
    ...{ url: '/enrolments/:link/challenge', summary: 'Ask for a new passkey' },
    ...{ params: LinkParams, reply: AuthenticatorOptions },
    async handle({ params: { link = '' }, reply }) {
      const asked = await asGate(program.database, async (tx) => {
        const officer = await findEnrolment(tx, link)
        return officer && askAttestation(tx, program, officer, linkHash(link))
      })
      if (!asked) throw new Problem('link_used')
      setCookie(reply, CHALLENGE_COOKIE, asked.challenge_id, CHALLENGE_SECONDS)
      return { public_key: asked.public_key }
    },
  })
  gatePost(app, {
    ...{ url: '/enrolments/:link', summary: 'Enrol a passkey; the link is used up' },
    ...{ params: LinkParams, body: Enrolment, reply: Onward },
    async handle({ params: { link = '' }, body, request, reply }) {
      dropCookie(reply, CHALLENGE_COOKIE)
      const refused = await asGate(program.database, async (tx) => {
        const problem = await enrol(tx, program, link, request.cookies[CHALLENGE_COOKIE] ?? '', body)
        const officer = problem.officer_id ? { subject_kind: 'officer', subject_id: problem.officer_id } : {}
        const outcome = problem.refused ? 'refused' : 'done'
        const event = { action: 'passkey.enrolled', outcome, policy: problem.refused, ...officer } as const
        await recordGate(tx, program, request, event)
        return problem.refused
      })
      if (refused) throw new Problem(refused)
      return { go_to: (await sessionOf(program, request)) ? '/fresh' : '/enrolled' }
    },
  })
}

type Enrolled = { officer_id?: string; refused?: 'link_used' | 'passkey_failed' }

/** Stores the passkey and uses up the link; the answer must be to a challenge asked with this very link. */
async function enrol(
  tx: GateTx,
  program: Program,
  link: string,
  cookie: string,
  { label, attestation }: { label: string; attestation: Parameters<typeof readAttestation>[2] },
): Promise<Enrolled> {
  const asked = await takeChallenge(tx, 'enrol', cookie)
  if (!asked?.officer_id || asked.detail['link_hash'] !== linkHash(link)) return { refused: 'passkey_failed' }
  const { officer_id } = asked
  const credential = await readAttestation(program, asked.challenge, attestation)
  if (!credential) return { officer_id, refused: 'passkey_failed' }
  if (!(await takeEnrolment(tx, link))) return { officer_id, refused: 'link_used' }
  const inserted = await tx
    .insertInto('access.passkey')
    .values({
      ...{ credential_id: credential.id, officer_id, public_key: Buffer.from(credential.publicKey) },
      ...{ counter: credential.counter, transports: attestation.transports, label },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n ? { officer_id } : { officer_id, refused: 'passkey_failed' }
}
