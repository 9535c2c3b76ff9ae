import { sql } from 'kysely'
import type { OfficerState, Posting } from '../../contract/officers.ts'
import type { Role } from '../../domain/access/actor.ts'
import type { Change } from '../../domain/officers/changes.ts'
import { type RegisterTx, send } from '../platform/database.ts'
import { type Keyring, newDataKey, open, openDataKey, seal } from '../platform/keys.ts'
import type { Places } from '../platform/places.ts'
import { hashOf, LINK_HOURS, newToken } from '../platform/tokens.ts'

const OFFICER = ['officer_id', 'badge', 'name_en', 'name_ur', 'vetted_until', 'trained_until'] as const
const PAGE = 50

const officers = (tx: RegisterTx) =>
  tx
    .selectFrom('access.officer as o')
    .select([...OFFICER, 'suspended_at'])
    .select(sql<boolean>`sec.has_passkey(o.officer_id)`.as('has_passkey'))

/** Officers by name, at most 50, of one role if asked; `after` is the last of the page before. */
export function listOfficers(
  tx: RegisterTx,
  { role, after }: { role?: Role | undefined; after?: string | undefined },
) {
  return officers(tx)
    .$if(role !== undefined, (q) =>
      q.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('access.posting as p')
            .select('p.posting_id')
            .whereRef('p.officer_id', '=', 'o.officer_id')
            .where('p.role', '=', role as Role),
        ),
      ),
    )
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(o.name_en, o.officer_id) > (select l.name_en, l.officer_id from access.officer l where l.officer_id = ${after})`,
      ),
    )
    .orderBy('name_en')
    .orderBy('officer_id')
    .limit(PAGE)
    .execute()
}

/** The last officer of a full page; null when there is no next page. */
export const nextOf = (rows: readonly { officer_id: string }[]): string | null =>
  rows.length === PAGE ? (rows.at(-1)?.officer_id ?? null) : null

export const findOfficer = (tx: RegisterTx, officer_id: string) =>
  officers(tx).where('officer_id', '=', officer_id).executeTakeFirst()

export const hasBadge = async (tx: RegisterTx, badge: string): Promise<boolean> =>
  (await officers(tx).where('badge', '=', badge).executeTakeFirst()) !== undefined

/** Postings of these officers, newest first, with the names of their offices. */
export async function listPostings(
  tx: RegisterTx,
  places: Places,
  officer_ids: string[],
): Promise<(Posting & { officer_id: string; unit_id: string })[]> {
  if (officer_ids.length === 0) return []
  const rows = await tx
    .selectFrom('access.posting')
    .select(['posting_id', 'officer_id', 'role', 'unit_id', 'from_on', 'to_on'])
    .where('officer_id', 'in', officer_ids)
    .orderBy('from_on', 'desc')
    .orderBy('posting_id')
    .execute()
  return rows.map((row) => ({ ...row, unit: unitName(places, row.unit_id) }))
}

export function unitName(places: Places, unit_id: string) {
  const unit = places.units.get(unit_id)
  return { en: unit?.name_en ?? unit_id, ur: unit?.name_ur ?? unit_id }
}

/** What a change touches, as it stands now; undefined when there is no such officer or posting. */
export async function findState(
  tx: RegisterTx,
  places: Places,
  { change, officer_id, posting_id }: { change: Change; officer_id: string; posting_id: string | null },
): Promise<OfficerState | null | undefined> {
  const officer = await findOfficer(tx, officer_id)
  if (!officer) return undefined
  switch (change) {
    case 'add_posting':
      return null
    case 'end_posting': {
      const held = await listPostings(tx, places, [officer_id])
      const posting = held.find((one) => one.posting_id === posting_id)
      if (!posting) return undefined
      const { role, unit_id, unit, from_on, to_on } = posting
      return { role, unit_id, unit_en: unit.en, unit_ur: unit.ur, from_on, to_on }
    }
    case 'set_standing':
      return { vetted_until: officer.vetted_until, trained_until: officer.trained_until }
    case 'suspend':
    case 'reinstate':
      return { is_suspended: officer.suspended_at !== null }
    case 'reissue_passkey':
      return { has_passkey: officer.has_passkey }
  }
}

const linkPlace = (approval_id: string) => ({ table: 'form_state', row: approval_id, column: 'body_enc' })

/** Makes an enrolment link and keeps it, sealed, for the confirming administrator to see once. */
export async function makeLink(
  tx: RegisterTx,
  keyring: Keyring,
  given: { officer_id: string; confirmed_by: string; approval_id: string },
): Promise<void> {
  const link = newToken()
  const { approval_id, officer_id } = given
  const key = newDataKey(keyring, approval_id)
  await tx
    .insertInto('access.enrolment')
    .values({
      ...{ link_hash: hashOf(link), officer_id },
      expires_at: sql`now() + make_interval(hours => ${LINK_HOURS})`,
    })
    .execute()
  await tx
    .insertInto('register.form_state')
    .values({
      ...{ form_id: approval_id, officer_id: given.confirmed_by, wrapped_key: key.wrapped_key },
      ...{ kek_id: key.kek_id, body_enc: seal(key, linkPlace(approval_id), link) },
    })
    .execute()
}

/** Takes the link that waits; a second call finds nothing. */
export async function takeLink(
  tx: RegisterTx,
  keyring: Keyring,
  approval_id: string,
): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('register.form_state')
    .where('form_id', '=', approval_id)
    .returning(['wrapped_key', 'kek_id', 'body_enc'])
    .executeTakeFirst()
  const key = row && openDataKey(keyring, approval_id, row)
  return row && key ? open(key, linkPlace(approval_id), row.body_enc) : undefined
}

export const revokePasskeys = (tx: RegisterTx, officer_id: string) =>
  send(tx, { name: 'revoke_passkeys', text: 'select sec.revoke_passkeys($1)' }, [officer_id])
