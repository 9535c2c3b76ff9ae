/** Signing in, unlocking, stepping up, leaving; and what an officer is told of his own session. */
import type { FastifyInstance } from 'fastify'
import { OwnSession } from '../../contract/sessions.ts'
import { WelcomePage } from '../../pages/sessions/WelcomePage.tsx'
import { type RegisterTx, send } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { demoRoutes } from './demo.ts'
import { enrolRoutes } from './enrol.ts'
import { freshRoutes } from './fresh.ts'
import { leaveRoutes } from './leave.ts'
import { oidcRoutes } from './oidc.ts'
import { signInRoutes } from './sign-in.ts'

export function sessionRoutes(app: FastifyInstance, program: Program) {
  signInRoutes(app, program)
  freshRoutes(app, program)
  leaveRoutes(app, program)
  enrolRoutes(app, program)
  oidcRoutes(app, program)
  demoRoutes(app, program)
  endpoint(app, program, {
    ...{ method: 'GET', url: '/session', summary: 'Your own session, and the sign-in before it' },
    ...{ access: 'day.view', facts: () => ({ kind: 'day', place: null }), audit: 'session.viewed' },
    ...{ reply: OwnSession, page: WelcomePage },
    async handle({ tx, session }) {
      const told = await getSignIn(tx)
      const { officer_id, role, method, unit_id } = session
      return {
        ...{ officer_id, role, method, expires_at: told.expires_at, previous_at: told.previous_at },
        ...{ failed_before: told.failed_before, unit: nameOf(program, unit_id) ?? { en: '', ur: '' } },
        previous_unit: nameOf(program, told.previous_unit_id),
      }
    },
  })
}

function nameOf(program: Program, unit_id: string | null) {
  const unit = unit_id === null ? undefined : program.places.units.get(unit_id)
  return unit ? { en: unit.name_en, ur: unit.name_ur } : null
}

type SignIn = {
  previous_at: string | null
  previous_unit_id: string | null
  failed_before: number
  expires_at: string
}

async function getSignIn(tx: RegisterTx): Promise<SignIn> {
  const [row] = await send<SignIn>(tx, { name: 'sign_in', text: 'select * from sec.sign_in()' }, [])
  if (!row) throw new Problem('not_signed_in')
  return row
}
