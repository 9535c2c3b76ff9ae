/** What the gate is given: everything about one person as the rows say now. Nothing of a request goes into it. */
import { sql } from 'kysely'
import type { GateFacts } from '../../domain/breach/check.ts'
import type { DutyName } from '../../domain/duty/facts.ts'
import { paperLanguageOf, type SpokenLanguage } from '../../domain/serving/language.ts'
import { ENFORCEMENT } from '../../law/enforcement.ts'
import type { Pack } from '../../law/packs.ts'
import { computeOne, readPeopleFacts } from '../duties/compute.ts'
import { listDisputed } from '../duties/disputed.ts'
import { listPacksInForce } from '../duties/packs.ts'
import { keepsDuties } from '../duties/project.ts'
import type { RegisterTx } from '../platform/database.ts'

const listServings = (tx: RegisterTx, ids: readonly string[]) =>
  tx
    .selectFrom('register.serving')
    .select(['person_id', 'serving_id', 'duties', 'served_at', 'language', 'recorded_at'])
    .where('person_id', 'in', ids)
    .where('superseded_at', 'is', null)
    .orderBy('served_at')
    .orderBy('serving_id')
    .execute()

/** The language in which papers are read out to those who were asked. */
async function listReads(tx: RegisterTx, ids: readonly string[]): Promise<Map<string, 'ur' | 'en'>> {
  const rows = await tx
    .selectFrom('register.person_language')
    .select(['person_id', 'language'])
    .where('person_id', 'in', ids)
    .where('superseded_at', 'is', null)
    .execute()
  return new Map(
    rows.map(({ person_id, language }) => [person_id, paperLanguageOf(language as SpokenLanguage)]),
  )
}

/** Missed duties, by date, that were decided with another record of these people. */
const listDecidedElsewhere = async (tx: RegisterTx, ids: readonly string[]) =>
  (
    await sql<{ person_id: string; duty: string; due_on: string }>`
      select person_id, duty, due_on from register.decided_elsewhere(${[...ids]}::uuid[])`.execute(tx)
  ).rows

/** The gate's facts of each visible person on a day, by id. */
export async function readGateFacts(
  tx: RegisterTx,
  ids: readonly string[],
  on: string,
): Promise<Map<string, GateFacts>> {
  if (ids.length === 0) return new Map()
  const [people, packs, servings, disputed, reads, decided] = await Promise.all([
    readPeopleFacts(tx, ids),
    listPacksInForce(tx, on),
    listServings(tx, ids),
    listDisputed(tx, ids),
    listReads(tx, ids),
    listDecidedElsewhere(tx, ids),
  ])
  const served = Map.groupBy(servings, ({ person_id }) => person_id)
  const gateFactsOf = (person_id: string): GateFacts | undefined => {
    const rows = people.get(person_id)
    if (!rows) return undefined
    const { facts, result, exceptions } = computeOne(rows, packs, on)
    const own = (served.get(person_id) ?? []).map(({ person_id: _, duties, ...serving }) => ({
      ...{ ...serving, duties: duties as DutyName[] },
    }))
    return {
      ...{ facts, result, exceptions, desks: rows.desks, servings: own },
      reads: reads.get(person_id) ?? null,
      ...{ is_disputed: disputed.has(person_id), pack: packs.at(-1) as Pack, terms: ENFORCEMENT },
      is_kept_elsewhere: !keepsDuties({ person_id, record_ids: rows.record_ids }),
      decided_elsewhere: decided.filter((one) => one.person_id === person_id),
    }
  }
  return new Map(ids.flatMap((id) => (gateFactsOf(id) ? [[id, gateFactsOf(id) as GateFacts] as const] : [])))
}

/** The gate's facts of one person; undefined when the officer may not see him. */
export const findGateFacts = async (tx: RegisterTx, person_id: string, on: string) =>
  (await readGateFacts(tx, [person_id], on)).get(person_id)
