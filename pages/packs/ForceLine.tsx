import type { PackList } from '../../contract/packs.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { between } from '../ui/between.ts'

type InForce = PackList['packs'][number]['in_force']
type ForceLineOptions = { in_force: InForce; t: T; f: F }

/** From which day a pack governs, each time it was approved, in words. */
export const ForceLine = ({ in_force, t, f }: ForceLineOptions) => (
  <>
    {in_force.length === 0
      ? t('packs.in_force.never')
      : in_force.map((one) => forceText(one, t, f)).join(between(t))}
  </>
)

export function forceText({ from_on, is_reversed }: InForce[number], t: T, f: F): string {
  if (from_on === null) return t('packs.in_force.beginning')
  const date = f.date(from_on)
  return is_reversed ? t('packs.in_force.undone', { date }) : t('packs.in_force.from', { date })
}
