/**
 * The first two administrators. Every later change takes two of them, so a new installation needs two people from
 * outside itself: the operator adds the first, then the second, each once, with the owner's rights on the database.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { recordEvent } from '../platform/audit.ts'
import { pakistanDay, systemClock } from '../platform/clock.ts'
import { asGate, command, type GateTx, openDatabase } from '../platform/database.ts'
import { newKeyringText, parseKeyring } from '../platform/keys.ts'
import { hashOf, LINK_HOURS, newToken } from '../platform/tokens.ts'

const OFFICE = 'admin'
/** Years the first vetting and training hold, until the two administrators set them for each other; assumed. */
const FIRST_YEARS = 1

export type FirstAdministrator = { badge: string; name_en: string; name_ur: string; is_second: boolean }

/** Refused for a reason the operator can read. */
export class BootstrapRefused extends Error {}

/** Adds an administrator and returns the token of his enrolment link. An unused link that ran out is made anew. */
export const bootstrap = (owner_url: string, given: FirstAdministrator): Promise<string> =>
  asOwner(owner_url, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('bootstrap'))`.execute(tx)
    const held = await listAdministrators(tx)
    const waiting = held.find((one) => one.badge === given.badge && one.may_have_new_link)
    if (!waiting && held.length !== (given.is_second ? 1 : 0))
      throw new BootstrapRefused(reasonFor(held.length, given.is_second))
    const officer_id = waiting?.officer_id ?? (await addAdministrator(tx, given))
    // The event has no body, so the key made here seals nothing.
    await recordEvent(tx, parseKeyring(newKeyringText()), OPERATOR(), {
      ...{ action: 'officer.bootstrapped', outcome: 'done', subject_kind: 'officer', subject_id: officer_id },
    })
    return makeLink(tx, officer_id)
  })

/** Every officer as one line of text: service number, name, role at office, standing. */
export const listOfficerLines = (owner_url: string): Promise<string[]> =>
  asOwner(owner_url, async (tx) => {
    const rows = await tx
      .selectFrom('access.officer as o')
      .leftJoin('access.posting as p', 'p.officer_id', 'o.officer_id')
      .select(['o.badge', 'o.name_en', 'o.vetted_until', 'o.trained_until', 'o.suspended_at'])
      .select(['p.role', 'p.unit_id', 'p.from_on', 'p.to_on'])
      .orderBy('o.badge')
      .orderBy('p.from_on')
      .execute()
    return rows.map((o) =>
      [
        ...[
          o.badge,
          o.name_en,
          o.role ? `${o.role} at ${o.unit_id} ${o.from_on}…${o.to_on ?? ''}` : 'no posting',
        ],
        `vetted until ${o.vetted_until ?? 'never'}, trained until ${o.trained_until ?? 'never'}`,
        ...(o.suspended_at ? ['suspended'] : []),
      ].join(' · '),
    )
  })

async function asOwner<T>(owner_url: string, work: (tx: GateTx) => Promise<T>): Promise<T> {
  const database = openDatabase({ app: owner_url, gate: owner_url }, 1)
  try {
    return await asGate(database, async (tx) => {
      await command(tx, 'set local role amanat_owner')
      return work(tx)
    })
  } finally {
    await database.end()
  }
}

const OPERATOR = () => ({
  ...{ officer_id: null, session_id: null, posting_id: null, role: null, request_id: randomUUID() },
})

const reasonFor = (held: number, is_second: boolean) =>
  is_second
    ? held === 0
      ? 'there is no first administrator yet: run bootstrap without --second'
      : 'there are two administrators already: they add further officers on the page "Officers"'
    : 'an administrator exists already: run bootstrap --second for the second one, if there is none yet'

/** Everyone who was ever an administrator, and whether a new link may be made: no passkey yet and no link alive. */
const listAdministrators = (tx: GateTx) =>
  tx
    .selectFrom('access.officer as o')
    .select(['o.officer_id', 'o.badge'])
    .select(
      sql<boolean>`not exists (select from access.passkey k where k.officer_id = o.officer_id)
        and not exists (select from access.enrolment e where e.officer_id = o.officer_id and e.used_at is null and e.expires_at > now())`.as(
        'may_have_new_link',
      ),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('access.posting as p')
          .select('p.posting_id')
          .whereRef('p.officer_id', '=', 'o.officer_id')
          .where('p.role', '=', 'administrator'),
      ),
    )
    .execute()

async function addAdministrator(
  tx: GateTx,
  { badge, name_en, name_ur }: FirstAdministrator,
): Promise<string> {
  const officer_id = randomUUID()
  const today = pakistanDay(systemClock.now())
  const until = Temporal.PlainDate.from(today).add({ years: FIRST_YEARS }).toString()
  await tx
    .insertInto('access.officer')
    .values({
      officer_id,
      badge,
      name_en,
      name_ur,
      vetted_until: until,
      trained_until: until,
      suspended_at: null,
    })
    .execute()
  await tx
    .insertInto('access.posting')
    .values({
      ...{ posting_id: randomUUID(), officer_id, unit_id: OFFICE, role: 'administrator' },
      ...{ from_on: today, to_on: null },
    })
    .execute()
  return officer_id
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
