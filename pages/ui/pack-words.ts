import type { PackNamed } from '../../contract/packs.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'

/** Which rules said so, and since when they are in force. */
export function packWords({ pack, title, in_force_from }: PackNamed, t: T, f: F): string {
  const named = { pack, title: title[t.language] }
  return in_force_from === null
    ? t('law.pack_from_beginning', named)
    : t('law.pack', { ...named, since: f.date(in_force_from) })
}
