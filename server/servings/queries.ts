import type { ServingForm } from '../../contract/servings.ts'
import { type DutyName, duty_names } from '../../domain/duty/facts.ts'
import { dutiesTold } from '../../domain/duty/told.ts'
import { paperLanguageOf } from '../../domain/serving/language.ts'
import { computeDuties } from '../duties/compute.ts'
import { listPacksInForce } from '../duties/packs.ts'
import { timeOf } from '../notices/form.ts'
import { type Looking, openPerson } from '../people/head.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { listDutiesPrints } from '../prints/queries.ts'

/** One live serving that the officer may see, as stored. */
export const findServing = (tx: RegisterTx, serving_id: string) =>
  tx
    .selectFrom('register.serving')
    .selectAll()
    .where('serving_id', '=', serving_id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()

/** What was served to a person, newest first, with who recorded it. */
export async function listServings(tx: RegisterTx, person_id: string): Promise<ServingForm['earlier']> {
  const rows = await tx
    .selectFrom('register.serving as s')
    .innerJoin('access.officer as o', 'o.officer_id', 's.recorded_by')
    .select(['s.serving_id', 's.duties', 's.served_at', 's.language', 's.proof', 's.print_id'])
    .select(['s.recorded_at', 'o.name_en', 'o.name_ur'])
    .where('s.person_id', '=', person_id)
    .where('s.superseded_at', 'is', null)
    .orderBy('s.served_at', 'desc')
    .orderBy('s.serving_id')
    .execute()
  return rows.map(({ name_en, name_ur, duties, ...row }) => ({
    ...row,
    duties: duties as DutyName[],
    recorded_by: { en: name_en, ur: name_ur },
  }))
}

/** What he is to be told under the pack in force, when he may be told, and what he was told before; in his language, unless another is asked for. */
export async function openServingForm(
  looking: Looking,
  asked: 'ur' | 'en' | undefined,
): Promise<ServingForm> {
  const { tx, params, now, actor, facts } = looking
  if (!decide(actor, 'serving.record', facts).allowed) throw new Problem('not_found')
  const today = pakistanDay(now)
  const [{ head }, people, packs, earlier, prints] = await Promise.all([
    openPerson(looking),
    computeDuties(tx, [params.person_id], today),
    listPacksInForce(tx, today),
    listServings(tx, params.person_id),
    listDutiesPrints(tx, params.person_id),
  ])
  const computed = people.get(params.person_id)
  const pack = packs[packs.length - 1]
  if (!computed || !pack) throw new Problem('not_found')
  const { status, released_on } = computed.result.registration
  const served = new Set(earlier.flatMap(({ duties }) => duties))
  const is_inside = head.in_custody_since !== null
  const language = asked ?? paperLanguageOf(head.language ?? 'ur')
  return {
    ...{ person: head, language, released_on, earlier, prints },
    told: structuredClone(dutiesTold(pack)) as ServingForm['told'],
    may_serve: status === 'active' && (is_inside || (released_on !== null && released_on <= today)),
    not_served: duty_names.filter((duty) => !served.has(duty)),
    ...{ served_on: today, served_time: timeOf(now) },
  }
}
