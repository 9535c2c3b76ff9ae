/** The contents page: every room of the house, in the order a request may meet it. */
import type { FastifyInstance } from 'fastify'
import { agencyRoutes } from './agencies/routes.ts'
import { appealRoutes } from './appeals/routes.ts'
import { approvalRoutes } from './approvals/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { breachRoutes } from './breaches/routes.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { checkRoutes } from './checks/routes.ts'
import { clearanceRoutes } from './clearances/routes.ts'
import { conflictRoutes } from './conflicts/routes.ts'
import { correctionRoutes } from './corrections/routes.ts'
import { dayRoutes } from './day/routes.ts'
import { disclosureRoutes } from './disclosures/routes.ts'
import { draftRoutes } from './drafts/routes.ts'
import { dutyListRoutes } from './duties/list-routes.ts'
import { dutyRoutes } from './duties/routes.ts'
import { emergencyRoutes } from './emergencies/routes.ts'
import { entryRoutes } from './entries/routes.ts'
import { exitRoutes } from './exits/routes.ts'
import { expectationRoutes } from './expectations/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { instrumentRoutes } from './instruments/routes.ts'
import { lawChangeRoutes } from './law-changes/routes.ts'
import { matchRoutes } from './matches/routes.ts'
import { splitRoutes } from './matches/split-routes.ts'
import { noticeRoutes } from './notices/routes.ts'
import { officerRoutes } from './officers/routes.ts'
import { packRoutes } from './packs/routes.ts'
import { personRoutes } from './people/routes.ts'
import type { Program } from './platform/program.ts'
import { createSite, type SiteOptions } from './platform/site.ts'
import { printRoutes } from './prints/routes.ts'
import { quotaRoutes } from './quotas/routes.ts'
import { reminderRoutes } from './reminders/routes.ts'
import { searchRoutes } from './searches/routes.ts'
import { servingRoutes } from './servings/routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { simulationRoutes } from './simulations/routes.ts'
import { statisticRoutes } from './statistics/routes.ts'
import { stayRoutes } from './stays/routes.ts'
import { strikeoutRoutes } from './strikeouts/routes.ts'
import { takeoverRoutes } from './takeovers/routes.ts'
import { transferRoutes } from './transfers/routes.ts'
import { travelRoutes } from './travel/routes.ts'
import { verifyRoutes } from './verify/routes.ts'
import { visitRoutes } from './visits/routes.ts'

/** Every noun's addresses. */
const ROUTES: readonly ((app: FastifyInstance, program: Program) => void)[] = [
  sessionRoutes,
  verifyRoutes,
  searchRoutes,
  personRoutes,
  correctionRoutes,
  breachRoutes,
  transferRoutes,
  dutyRoutes,
  visitRoutes,
  travelRoutes,
  stayRoutes,
  exitRoutes,
  appealRoutes,
  strikeoutRoutes,
  servingRoutes,
  noticeRoutes,
  entryRoutes,
  draftRoutes,
  checkRoutes,
  emergencyRoutes,
  clearanceRoutes,
  matchRoutes,
  splitRoutes,
  auditRoutes,
  expectationRoutes,
  statisticRoutes,
  takeoverRoutes,
  conflictRoutes,
  importRoutes,
  dayRoutes,
  calendarRoutes,
  dutyListRoutes,
  reminderRoutes,
  officerRoutes,
  packRoutes,
  simulationRoutes,
  lawChangeRoutes,
  approvalRoutes,
  printRoutes,
  agencyRoutes,
  disclosureRoutes,
  quotaRoutes,
  instrumentRoutes,
]

/** The whole site, ready to listen or to be asked in a test. */
export async function createApp(program: Program, options: SiteOptions): Promise<FastifyInstance> {
  const app = await createSite(program, options)
  for (const addRoutes of ROUTES) addRoutes(app, program)
  return app
}
