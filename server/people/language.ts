/** The language in which a person is spoken to: told by himself, kept with its source and day, replaced by a later word. */
import { randomUUID } from 'node:crypto'
import type { SpokenLanguage } from '../../domain/serving/language.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'

/** The language held; undefined while nobody has asked. */
export async function findLanguage(tx: RegisterTx, person_id: string) {
  const row = await tx
    .selectFrom('register.person_language')
    .select(['language', 'source_kind', 'asked_on', 'added_at'])
    .where('person_id', '=', person_id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return row && { ...row, language: row.language as SpokenLanguage }
}

type Told = {
  person_id: string
  language: SpokenLanguage
  source_kind: 'serving' | 'phone'
  officer_id: string
  now: Temporal.Instant
}

/** Writes down what he said, unless it is held already. */
export async function keepLanguage(tx: RegisterTx, told: Told): Promise<void> {
  const { person_id, language, source_kind, officer_id, now } = told
  if ((await findLanguage(tx, person_id))?.language === language) return
  await tx
    .updateTable('register.person_language')
    .set({ superseded_at: now.toString() })
    .where('person_id', '=', person_id)
    .where('superseded_at', 'is', null)
    .execute()
  const asked_on = pakistanDay(now)
  await tx
    .insertInto('register.person_language')
    .values({
      ...{ language_id: randomUUID(), person_id, language, source_kind, asked_on },
      ...{ added_at: now.toString(), added_by: officer_id },
    })
    .execute()
}

/** Every language that was ever held, the live one first. */
export const listLanguages = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.person_language as v')
    .innerJoin('access.officer as o', 'o.officer_id', 'v.added_by')
    .select(['v.language_id', 'v.language', 'v.source_kind', 'v.asked_on', 'v.added_at', 'v.superseded_at'])
    .select(['v.added_by', 'o.name_en', 'o.name_ur'])
    .where('v.person_id', '=', person_id)
    .orderBy('v.superseded_at', (order) => order.desc().nullsFirst())
    .orderBy('v.language_id')
    .execute()
