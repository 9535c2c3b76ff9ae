/**
 * Signing in without a passkey, for the demonstration: invented people, embedded database, loopback. These routes are
 * not added to any other program, so there they do not exist.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { POSTABLE_ROLES, type Role } from '../../domain/access/actor.ts'
import { takeReturn } from '../platform/cookies.ts'
import { asGate, type GateTx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { hashOf, LINK_HOURS, newToken } from '../platform/tokens.ts'
import { admitTo, settle } from './admit.ts'
import { refresh } from './fresh.ts'
import { getSession, recordGate } from './gate-route.ts'

export function demoRoutes(app: FastifyInstance, program: Program) {
  if (!program.is_demo) return
  const hidden = { schema: { hide: true } }
  for (const role of POSTABLE_ROLES) {
    app.get(`/demo/${role}`, hidden, (request, reply) => signInAs(program, request, reply, role, 0))
    app.get(`/demo/${role}/2`, hidden, (request, reply) => signInAs(program, request, reply, role, 1))
  }
  app.post('/demo/fresh', hidden, async (request, reply) => {
    const session = await getSession(program, request)
    const refused = await asGate(program.database, (tx) => refresh(tx, program, request, session, 'demo'))
    if (refused) throw refused
    return reply.redirect(takeReturn(request, reply), 303)
  })
  app.post('/demo/enrolments', hidden, async (request, reply) => {
    const session = await getSession(program, request)
    if (session.is_locked) throw new Problem('locked')
    const link = await asGate(program.database, async (tx) => {
      const event = { action: 'enrolment.made', outcome: 'done', policy: 'demo' } as const
      await recordGate(tx, program, request, { ...event, subject_id: session.officer_id }, session)
      return makeLink(tx, session.officer_id)
    })
    return reply.redirect(`/enrol/${link}`, 303)
  })
}

/** The officer who stands for a role: the one added first, or the second where two people are needed. */
const findDemoPosting = (tx: GateTx, role: Role, nth: number) =>
  tx
    .selectFrom('access.posting as p')
    .innerJoin('access.officer as o', 'o.officer_id', 'p.officer_id')
    .select(['p.posting_id', 'p.officer_id'])
    .where('p.role', '=', role)
    .where('p.to_on', 'is', null)
    .where('o.suspended_at', 'is', null)
    .orderBy('o.added_at')
    .orderBy('o.badge')
    .offset(nth)
    .limit(1)
    .executeTakeFirst()

/** Roles that someone holds, in the order of the list; nobody signs in as the night work, which is no person. */
export async function listDemoRoles(program: Program): Promise<Role[]> {
  const held = await asGate(program.database, (tx) =>
    tx.selectFrom('access.posting').select('role').distinct().where('to_on', 'is', null).execute(),
  )
  return POSTABLE_ROLES.filter((role) => held.some((row) => row.role === role))
}

async function signInAs(
  program: Program,
  request: FastifyRequest,
  reply: FastifyReply,
  role: Role,
  nth: number,
) {
  const admission = await asGate(program.database, async (tx) => {
    const posting = await findDemoPosting(tx, role, nth)
    if (!posting) return { refused: new Problem('not_found') }
    const arriving = { program, request, officer_id: posting.officer_id, method: 'demo' } as const
    return admitTo(tx, arriving, posting.posting_id)
  })
  settle(reply, admission)
  return reply.redirect('/', 303)
}

async function makeLink(tx: GateTx, officer_id: string): Promise<string> {
  const link = newToken()
  await tx
    .insertInto('access.enrolment')
    .values({
      ...{ link_hash: hashOf(link), officer_id },
      expires_at: sql`now() + make_interval(hours => ${LINK_HOURS})`,
    })
    .execute()
  return link
}
