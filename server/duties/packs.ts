/** The rule packs in force. */
import { defaultPack, type Pack } from '../../law/packs.ts'
import type { RegisterTx } from '../platform/database.ts'

/** Packs in force up to a day, oldest first; the last one is in force on it. */
export async function listPacksInForce(_tx: RegisterTx, _on: string): Promise<[...Pack[], Pack]> {
  return [defaultPack()]
}
