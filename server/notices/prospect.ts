/** What a notice would change: the person computed without and with it, and nothing written. */
import { randomUUID } from 'node:crypto'
import type { NoticeAsked, NoticePreview } from '../../contract/notices.ts'
import { canonicalHash } from '../../domain/approval/canonical.ts'
import { type DutyEffect, type Effects, effectsOf } from '../../domain/duty/effects.ts'
import type { Column } from '../../domain/imports/columns.ts'
import { freeTextFaults } from '../../domain/notice/free-text.ts'
import { type ReadNotice, readNotice } from '../../domain/notice/read-notice.ts'
import { isAbout, withNotice } from '../../domain/notice/with-notice.ts'
import { computeOne, readPeopleFacts } from '../duties/compute.ts'
import { listPacksInForce } from '../duties/packs.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { invalid, Problem } from '../platform/problem.ts'

/** What kind of text each box holds, for the look-over that keeps the survivor out. */
const TEXTS: Record<string, Column> = {
  ...{ address_text: 'address', destination: 'address', back_dated_reason: 'sentence' },
  ...{ name_latin: 'name_latin', name_ur: 'name_urdu' },
}

/** Refuses free text that may tell who the survivor is; what must not be kept is taken out of the form as well. */
export function refuseSurvivor(form: Record<string, unknown>, columns: Record<string, Column>): void {
  const faults = freeTextFaults(form, columns)
  for (const { field, is_hidden } of faults) if (is_hidden) form[field] = ''
  const fields = faults.map(({ field, code }) => ({ field, code: `drafts.doubt.${code}` }))
  if (fields.length > 0) throw new Problem('invalid', { fields })
}

export type Prospect = {
  notice: ReadNotice
  ids: { notice_id: string; about_id: string }
  preview: NoticePreview
}

/** Reads what was typed and says what it would do. Throws a Problem with each fault, or when he is not on the register. */
export async function readProspect(
  tx: RegisterTx,
  person_id: string,
  asked: NoticeAsked,
  now: Temporal.Instant,
): Promise<Prospect> {
  refuseSurvivor(asked, TEXTS)
  const today = pakistanDay(now)
  const [people, packs] = await Promise.all([readPeopleFacts(tx, [person_id]), listPacksInForce(tx, today)])
  const rows = people.get(person_id)
  if (!rows) throw new Problem('not_found')
  const before = computeOne(rows, packs, today)
  const { status, starts_on } = before.result.registration
  if (status !== 'active' && status !== 'ended') throw new Problem('not_on_register')
  const read = readNotice(asked, isoOf(now), today, starts_on)
  if (read.faults) throw new Problem('invalid', { fields: [...read.faults] })
  const { notice } = read
  if (notice.facts.kind === 'known' && !isAbout(rows, notice.duty, notice.facts.about_id))
    throw invalid('about_id', 'notices.fault.not_his')
  const ids = { notice_id: randomUUID(), about_id: randomUUID() }
  const after = computeOne(withNotice(rows, notice, ids), packs, today)
  const effects = effectsOf(before.result, after.result)
  const is_owed = after.result.duties.some(({ notice_id }) => notice_id === ids.notice_id)
  return { notice, ids, preview: previewOf(effects, ids.about_id, notice, { today, is_owed }) }
}

/** An instant as the columns hold it: milliseconds, UTC. */
export const isoOf = (at: Temporal.Instant): string => new Date(at.epochMilliseconds).toISOString()

function previewOf(
  effects: Effects,
  new_id: string,
  { facts }: ReadNotice,
  { today, is_owed }: { today: string; is_owed: boolean },
): NoticePreview {
  const shown = structuredClone({
    duties: effects.duties.map((one) => ({ ...one, key: keyOf(one, new_id) })),
    standing: effects.standing,
  }) as Pick<NoticePreview, 'duties' | 'standing'>
  const changed_on = 'changed_on' in facts ? facts.changed_on : null
  return {
    ...shown,
    counted_from: changed_on !== null && changed_on > today ? changed_on : null,
    is_owed,
    preview_hash: canonicalHash(shown).toString('hex'),
  }
}

/** What is not recorded yet has no key to show: it gets another when it is saved. */
const keyOf = ({ key }: DutyEffect, new_id: string) => (key === new_id ? null : key)
