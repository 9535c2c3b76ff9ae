/**
 * The background act `names.index`: whoever has no card of the present way of reading names gets one, in batches that
 * commit one by one, so that a job that was cut short goes on where it stopped; then the names are counted, and keys
 * that too many hold are dropped. It runs at night and at start, in the name of the night work (decision 0037).
 */
import { randomUUID } from 'node:crypto'
import type { FactsOf } from '../../domain/access/actions.ts'
import { CARD_VERSION } from '../../domain/search/match-card.ts'
import { countCard, type NameCounts } from '../../domain/search/name-counts.ts'
import { MOST_HOLDERS, openMatchCard, parseOnce, refreshNameIndex } from '../people/name-index.ts'
import { actorOf, auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { decide } from '../platform/authorize.ts'
import { type RegisterTx, type Statement, send } from '../platform/database.ts'
import type { AsJob, Job } from '../platform/jobs.ts'
import { type Keyring, openDataKey } from '../platform/keys.ts'
import { countRow } from './scale.ts'

/** People indexed in one transaction: about a second's work, which is what a kill loses at most. */
const BATCH_PEOPLE = 500
const BATCH_CARDS = 5_000

const ALL_SEARCHES: FactsOf<'search'> = { kind: 'search', place: null, is_own: false }

type Keyed = { person_id: string; wrapped_key: Buffer | null; kek_id: string }

const STALE: Statement = {
  name: 'names_stale',
  text: `select p.person_id, p.wrapped_key, p.kek_id from register.person p
     where p.wrapped_key is not null and p.person_id > $1
       and not exists (select from register.match_card c where c.person_id = p.person_id and c.version = $2)
     order by p.person_id limit ${BATCH_PEOPLE}`,
}
const CARDS: Statement = {
  name: 'names_cards',
  text: `select c.person_id, p.wrapped_key, p.kek_id, c.card_enc
      from register.match_card c join register.person p on p.person_id = c.person_id
     where c.person_id > $1 order by c.person_id limit ${BATCH_CARDS}`,
}
const DROP_COMMON: Statement = {
  name: 'names_drop',
  text: 'select register.drop_common_keys($1) as dropped',
}
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

export const indexNames: Job = async ({ program, as, signal }) => {
  const { keyring } = program
  const goOn = () => {
    if (signal.aborted) throw new Error('stopped while names were indexed')
  }
  await as(async (_tx, session) => {
    if (!decide(actorOf(session), 'search.index', ALL_SEARCHES).allowed)
      throw new Error('only the night work indexes names')
  })
  const indexed = await indexStale(keyring, as, goOn)
  if (indexed === 0 && !(await as((tx) => isCountOld(tx, program.clock.now())))) return
  const people = await countNames(keyring, as, goOn)
  await as(async (tx, session) => {
    const [row] = await send<{ dropped: number }>(tx, DROP_COMMON, [MOST_HOLDERS])
    await recordEvent(tx, keyring, auditActorOf(session, randomUUID()), {
      ...{ action: 'search.indexed', outcome: 'done' },
      detail: { indexed, people, dropped_keys: row?.dropped ?? 0 },
    })
  })
}

/** Makes the cards and keys of whoever lacks them; returns how many people that were. */
async function indexStale(keyring: Keyring, as: AsJob, goOn: () => void): Promise<number> {
  let after = BEFORE_ALL
  let indexed = 0
  for (;;) {
    goOn()
    const done = await as(async (tx) => {
      const people = await send<Keyed>(tx, STALE, [after, CARD_VERSION])
      for (const { person_id, ...stored } of people) {
        const key = openDataKey(keyring, person_id, stored)
        if (key) await refreshNameIndex(tx, keyring, key, person_id)
      }
      return people
    })
    indexed += done.length
    if (done.length < BATCH_PEOPLE) return indexed
    after = done.at(-1)?.person_id ?? after
  }
}

/** Counts the names of everybody, and keeps the count sealed; returns how many people were counted. */
async function countNames(keyring: Keyring, as: AsJob, goOn: () => void): Promise<number> {
  const counts: NameCounts = new Map()
  let after = BEFORE_ALL
  let people = 0
  for (;;) {
    goOn()
    const rows = await as((tx) => send<Keyed & { card_enc: Buffer }>(tx, CARDS, [after]))
    for (const { person_id, card_enc, ...stored } of rows) {
      const key = openDataKey(keyring, person_id, stored)
      if (!key) continue
      countCard(counts, openMatchCard(key, person_id, card_enc), parseOnce)
      people += 1
    }
    if (rows.length < BATCH_CARDS) break
    after = rows.at(-1)?.person_id ?? after
  }
  await as((tx) => keepCount(tx, keyring, counts, people))
  return people
}

/** A count stands for most of a day: at a second start nothing is counted again. */
const COUNT_HOURS = 20

async function isCountOld(tx: RegisterTx, now: Temporal.Instant): Promise<boolean> {
  const last = await tx
    .selectFrom('register.name_count')
    .select('counted_at')
    .orderBy('counted_at', 'desc')
    .orderBy('count_id')
    .executeTakeFirst()
  return (
    !last ||
    Temporal.Instant.from(last.counted_at).add({ hours: COUNT_HOURS }).epochMilliseconds <
      now.epochMilliseconds
  )
}

const keepCount = (tx: RegisterTx, keyring: Keyring, counts: NameCounts, people: number) =>
  tx
    .insertInto('register.name_count')
    .values(countRow(keyring, counts, people))
    .execute()
