/** Signing in with a passkey, and choosing among several postings. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Assertion, AuthenticatorOptions, Onward, PostingChoice } from '../../contract/sessions.ts'
import { PostingPage } from '../../pages/sessions/PostingPage.tsx'
import { SignInPage } from '../../pages/sessions/SignInPage.tsx'
import { CHALLENGE_COOKIE, dropCookie, SESSION_COOKIE, setCookie, tokenOf } from '../platform/cookies.ts'
import { asGate, send } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { hashOf } from '../platform/tokens.ts'
import { type Admission, admit, admitTo, findProof, refuseSignIn, settle } from './admit.ts'
import { listDemoRoles } from './demo.ts'
import { formOf, gatePost, sendGatePage, sessionOf } from './gate-route.ts'
import { askAssertion, proveOfficer } from './passkeys.ts'
import { findChallenge, listPostings, takeChallenge } from './queries.ts'

const CHALLENGE_SECONDS = 300

export function signInRoutes(app: FastifyInstance, program: Program) {
  addPages(app, program)
  gatePost(app, {
    ...{ url: '/sign-in/challenge', summary: 'Ask for a passkey to sign in with' },
    reply: AuthenticatorOptions,
    async handle({ reply }) {
      const asked = await asGate(program.database, (tx) => askAssertion(tx, program, 'sign_in', null))
      setCookie(reply, CHALLENGE_COOKIE, asked.challenge_id, CHALLENGE_SECONDS)
      return { public_key: asked.public_key }
    },
  })
  gatePost(app, {
    ...{ url: '/sign-in', summary: 'Sign in with a passkey', body: Assertion, reply: Onward },
    async handle({ body, request, reply }) {
      dropCookie(reply, CHALLENGE_COOKIE)
      const admission = await asGate(program.database, async (tx): Promise<Admission> => {
        const cookie = request.cookies[CHALLENGE_COOKIE] ?? ''
        const proof = await proveOfficer(tx, program, 'sign_in', cookie, body)
        if (!proof.refused)
          return admit(tx, { program, request, officer_id: proof.officer_id, method: 'passkey' })
        await refuseSignIn(tx, program, request, proof.officer_id, proof.refused)
        return { refused: new Problem(proof.refused) }
      })
      return { go_to: settle(reply, admission) }
    },
  })
}

function addPages(app: FastifyInstance, program: Program) {
  const hidden = { schema: { hide: true } }
  app.get('/sign-in', hidden, async (request, reply) => {
    if (await sessionOf(program, request)) return reply.redirect('/', 303)
    const demo_roles = program.is_demo ? await listDemoRoles(program) : []
    const data = { ended: await howEnded(program, request), has_oidc: program.oidc !== undefined, demo_roles }
    return sendGatePage(program, request, reply, SignInPage, data)
  })
  app.get('/sign-in/posting', hidden, async (request, reply) => {
    const postings = await asGate(program.database, async (tx) => {
      const proof = await findProof(tx, findChallenge, request.cookies[CHALLENGE_COOKIE] ?? '')
      return proof && listPostings(tx, proof.officer_id)
    })
    if (!postings) return reply.redirect('/sign-in', 303)
    return sendGatePage(program, request, reply, PostingPage, { postings })
  })
  app.post('/sign-in/posting', hidden, async (request, reply) => {
    const { posting_id } = formOf(request, PostingChoice)
    const admission = await choosePosting(program, request, posting_id)
    dropCookie(reply, CHALLENGE_COOKIE)
    return reply.redirect(admission ? settle(reply, admission) : '/sign-in', 303)
  })
}

/** Opens the session of the chosen posting; undefined when the proof is gone. Another's posting is refused. */
const choosePosting = (program: Program, request: FastifyRequest, posting_id: string) =>
  asGate(program.database, async (tx): Promise<Admission | undefined> => {
    const proof = await findProof(tx, takeChallenge, request.cookies[CHALLENGE_COOKIE] ?? '')
    if (!proof) return undefined
    const postings = await listPostings(tx, proof.officer_id)
    if (postings.some((p) => p.posting_id === posting_id))
      return admitTo(tx, { program, request, ...proof }, posting_id)
    await refuseSignIn(tx, program, request, proof.officer_id, 'not_his_posting')
    return { refused: new Problem('not_found') }
  })

/** Why the browser's old session is over, so that an officer learns when another signed in under his name. */
async function howEnded(program: Program, request: FastifyRequest): Promise<'ended' | 'replaced' | null> {
  if (!request.cookies[SESSION_COOKIE]) return null
  const [row] = await asGate(program.database, (tx) =>
    send<{ ended: 'ended' | 'replaced' | null }>(tx, HOW_ENDED, [hashOf(tokenOf(request))]),
  )
  return row?.ended ?? null
}

const HOW_ENDED = { name: 'how_ended', text: 'select sec.how_ended($1) as ended' }
