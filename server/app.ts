/** The contents page: every room of the house, in the order a request may meet it. */
import type { FastifyInstance } from 'fastify'
import { approvalRoutes } from './approvals/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { correctionRoutes } from './corrections/routes.ts'
import { dayRoutes } from './day/routes.ts'
import { draftRoutes } from './drafts/routes.ts'
import { entryRoutes } from './entries/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { officerRoutes } from './officers/routes.ts'
import { packRoutes } from './packs/routes.ts'
import { personRoutes } from './people/routes.ts'
import type { Program } from './platform/program.ts'
import { createSite, type SiteOptions } from './platform/site.ts'
import { searchRoutes } from './searches/routes.ts'
import { sessionRoutes } from './sessions/routes.ts'

/** The whole site, ready to listen or to be asked in a test. */
export async function createApp(program: Program, options: SiteOptions): Promise<FastifyInstance> {
  const app = await createSite(program, options)
  sessionRoutes(app, program)
  searchRoutes(app, program)
  personRoutes(app, program)
  correctionRoutes(app, program)
  entryRoutes(app, program)
  draftRoutes(app, program)
  auditRoutes(app, program)
  importRoutes(app, program)
  dayRoutes(app, program)
  officerRoutes(app, program)
  packRoutes(app, program)
  approvalRoutes(app, program)
  return app
}
