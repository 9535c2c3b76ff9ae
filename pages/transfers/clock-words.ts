// The clock of a transfer in the reader's words.
import type { TransferRow } from '../../contract/transfers.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import type { Tone } from '../ui/Light.tsx'

type Clock = NonNullable<TransferRow['clock']>

export const clockWords = ({ stage, days_left }: Clock, t: T, f: F): string => {
  if (stage !== 'waiting') return t(`transfers.clock.${stage}`, { days: f.days(-days_left) })
  return days_left === 0 ? t('transfers.clock.today') : t('transfers.clock.waiting', { count: days_left })
}

export const clockTone = ({ stage, days_left }: Clock): Tone => {
  if (stage === 'escalated') return 'dark'
  return stage === 'late' ? 'red' : days_left <= 2 ? 'amber' : 'green'
}
