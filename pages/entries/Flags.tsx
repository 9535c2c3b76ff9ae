import type { Flag as EntryFlag } from '../../contract/entries.ts'
import type { T } from '../language/translator.ts'
import { Flag } from '../ui/Light.tsx'

/** What needs a closer look, each in words and shape. */
export const Flags = ({ flags, t }: { flags: readonly EntryFlag[]; t: T }) => {
  if (flags.length === 0) return <span class="muted">{t('entries.no_flags')}</span>
  return flags.map((flag) => (
    <div key={flag}>
      <Flag tone={flag === 'mismatch' ? 'red' : 'amber'}>{t(`entries.flag.${flag}`)}</Flag>
    </div>
  ))
}
