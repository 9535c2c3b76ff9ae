/** Who screens while the prosecutor is away: a deputy of his office, named for days. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { CoverMade, Deputies, DeputyNamed } from '../../contract/check-screening.ts'
import { paths } from '../../contract/paths.ts'
import { dayOf, isoOf } from '../../domain/calendar/dates.ts'
import { DeputiesPage } from '../../pages/checks/DeputiesPage.tsx'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { invalid } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { factsOfList } from './facts.ts'

/** Deputies posted to an office on a day. */
const listDeputies = (tx: RegisterTx, unit_id: string, on: string) =>
  tx
    .selectFrom('access.posting as p')
    .innerJoin('access.officer as o', 'o.officer_id', 'p.officer_id')
    .select(['o.officer_id', 'o.name_en', 'o.name_ur'])
    .where('p.unit_id', '=', unit_id)
    .where('p.role', '=', 'deputy_prosecutor')
    .where('p.from_on', '<=', on)
    .where((eb) => eb.or([eb('p.to_on', 'is', null), eb('p.to_on', '>', on)]))
    .where('o.suspended_at', 'is', null)
    .orderBy('o.name_en')
    .orderBy('o.officer_id')
    .execute()

const MOST_COVERS = 20

const listCovers = (tx: RegisterTx) =>
  tx
    .selectFrom('register.check_cover as c')
    .innerJoin('access.officer as d', 'd.officer_id', 'c.deputy_id')
    .innerJoin('access.officer as n', 'n.officer_id', 'c.named_by')
    .select(['c.cover_id', 'c.from_on', 'c.to_on', 'c.named_at', 'd.name_en', 'd.name_ur'])
    .select(['n.name_en as named_en', 'n.name_ur as named_ur'])
    .orderBy('c.to_on', 'desc')
    .orderBy('c.cover_id')
    .limit(MOST_COVERS)
    .execute()

export function deputyRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/checks/deputies', summary: 'Deputies who cover the prosecutor, and when' },
    ...{ access: 'check.name_deputy', audit: 'check.deputies_listed', facts: factsOfList },
    ...{ reply: Deputies, page: DeputiesPage },
    async handle({ tx, session, now }) {
      const today = pakistanDay(now)
      const deputies = await listDeputies(tx, session.unit_id, today)
      return {
        today,
        deputies: deputies.map((one) => ({ id: one.officer_id, name: { en: one.name_en, ur: one.name_ur } })),
        covers: (await listCovers(tx)).map(({ cover_id, from_on, to_on, named_at, ...one }) => ({
          ...{ cover_id, from_on, named_at, until_on: isoOf(dayOf(to_on) - 1) },
          deputy: { en: one.name_en, ur: one.name_ur },
          named_by: { en: one.named_en, ur: one.named_ur },
        })),
      }
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/checks/deputies', summary: 'Name a deputy for days', status: 201 },
    ...{ access: 'check.name_deputy', audit: 'check.deputy_named', facts: factsOfList },
    event: ({ reply }) => ({ subject_kind: 'check_cover', subject_id: reply?.cover_id }),
    ...{ body: DeputyNamed, reply: CoverMade },
    form: paths.checkDeputies,
    then: paths.checkDeputies,
    async handle({ tx, session, body, now }) {
      const today = pakistanDay(now)
      const { deputy_id, from_on, until_on } = body
      const deputies = await listDeputies(tx, session.unit_id, today)
      if (!deputies.some((one) => one.officer_id === deputy_id)) throw invalid('deputy_id', 'not_a_choice')
      if (from_on < today) throw invalid('from_on', 'checks.fault.past')
      if (until_on < from_on) throw invalid('until_on', 'checks.fault.ends_before')
      const cover_id = randomUUID()
      const to_on = isoOf(dayOf(until_on) + 1)
      await tx
        .insertInto('register.check_cover')
        .values({
          ...{ cover_id, district_id: session.district_id ?? '', deputy_id, from_on, to_on },
          ...{ named_by: session.officer_id, named_at: now.toString() },
        })
        .execute()
      return { cover_id }
    },
  })
}
