/** The packs by which both sides of a simulation are computed: those in force on its day, and those and the draft. */
import { canonicalHash } from '../../domain/approval/canonical.ts'
import type { Pack } from '../../law/packs.ts'
import { listPacksInForce } from '../duties/packs.ts'
import { type AnyValues, asPackValues } from '../packs/queries.ts'
import type { RegisterTx } from '../platform/database.ts'

export type Packs = readonly [...Pack[], Pack]
/** `base_hash` names the packs of the first side, so that a change of them is seen. */
export type Succession = { before: Packs; after: Packs; base_hash: Buffer }

type Draft = { pack: string; title_en: string; title_ur: string; from_on: string; values: AnyValues }

/** Of two packs from one day the later approved governs: the draft, once it is. */
export async function successionOf(tx: RegisterTx, draft: Draft): Promise<Succession> {
  const { from_on, values, ...head } = draft
  const before = await listPacksInForce(tx, from_on)
  const after: Packs = [
    ...before.filter(({ in_force_from }) => in_force_from !== from_on),
    { ...head, in_force_from: from_on, values: asPackValues(values) },
  ]
  const base_hash = canonicalHash(
    before.map(({ pack, in_force_from, values: of }) => ({ pack, in_force_from, of })),
  )
  return { before, after, base_hash }
}
