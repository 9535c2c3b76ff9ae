/** A check request as it is stored: the sealed body with its key and version, and the few clear columns beside it. */
import type { Insertable } from 'kysely'
import { Value } from 'typebox/value'
import { CheckBody } from '../../contract/checks.ts'
import { canonicalJson } from '../../domain/approval/canonical.ts'
import type { CheckStage } from '../../domain/check/stage.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, type Keyring, open, openDataKey, seal } from '../platform/keys.ts'
import { Problem } from '../platform/problem.ts'
import type { Tables } from '../platform/tables.ts'

const bodyPlace = (check_id: string, version: number) => ({
  ...{ table: 'check_request', row: check_id, column: 'body_enc', version },
})

export const sealBody = (key: DataKey, check_id: string, version: number, body: CheckBody): Buffer =>
  seal(key, bodyPlace(check_id, version), canonicalJson(body))

const rows = (tx: RegisterTx) =>
  tx
    .selectFrom('register.check_request as c')
    .innerJoin('access.officer as o', 'o.officer_id', 'c.asked_by')
    .selectAll('c')
    .select(['o.name_en', 'o.name_ur'])

/** One request of those the officer may see, held until the transaction ends when `lock`; undefined when there is none. */
export const findRow = (tx: RegisterTx, check_id: string, { lock = false } = {}) =>
  rows(tx)
    .where('c.check_id', '=', check_id)
    .$if(lock, (q) => q.forUpdate('c'))
    .executeTakeFirst()
export type CheckRowStored = NonNullable<Awaited<ReturnType<typeof findRow>>>

/** A request with its body; `body` and `key` are undefined once the suspect's identifiers were destroyed. */
export type OpenCheck = CheckRowStored & { key: DataKey | undefined; body: CheckBody | undefined }

/** Opens what a row seals. */
export function openRow(keyring: Keyring, row: CheckRowStored): OpenCheck {
  const key = openDataKey(keyring, row.check_id, row)
  if (!key) return { ...row, key, body: undefined }
  const body: unknown = JSON.parse(open(key, bodyPlace(row.check_id, row.body_version), row.body_enc))
  if (!Value.Check(CheckBody, body)) throw new Error(`check ${row.check_id} does not hold a request`)
  return { ...row, key, body }
}

/**
 * The request, held until the transaction ends where this officer may change it now; otherwise as it stands, which then
 * refuses him. Throws when there is none for him.
 */
export async function getCheck(tx: RegisterTx, keyring: Keyring, check_id: string): Promise<OpenCheck> {
  const row = (await findRow(tx, check_id, { lock: true })) ?? (await findRow(tx, check_id))
  if (!row) throw new Problem('not_found')
  return openRow(keyring, row)
}

/** The same with what it says of the suspect; gone: there is nothing to act upon. */
export async function getLive(tx: RegisterTx, keyring: Keyring, check_id: string) {
  const { key, body, ...row } = await getCheck(tx, keyring, check_id)
  if (!key || !body) throw new Problem('check_erased')
  return { ...row, key, body }
}
export type LiveCheck = Awaited<ReturnType<typeof getLive>>

type More = Partial<
  Pick<
    Insertable<Tables['register.check_request']>,
    'asked_at' | 'screened_at' | 'screened_by' | 'approval_id' | 'released_at'
  >
>

/** Moves a request on from the stage and version it was read in; refused when another was faster. */
export async function moveCheck(
  tx: RegisterTx,
  check: Pick<CheckRowStored, 'check_id' | 'stage' | 'body_version'>,
  stage: CheckStage,
  at: string,
  more: More = {},
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('register.check_request')
    .set({ stage, updated_at: at, ...more })
    .where('check_id', '=', check.check_id)
    .where('stage', '=', check.stage)
    .where('body_version', '=', check.body_version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Problem('check_changed')
}
