// A check request in the reader's words: its FIR, its sections, its clock.
import type { CheckRow } from '../../contract/checks.ts'
import { type F, formatter } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import type { Tone } from '../ui/Light.tsx'

type Fir = Pick<CheckRow, 'station' | 'fir_number' | 'fir_year'>

/** FIR 117/2026, Saddar Multan; as far as it is known. */
export const firWords = ({ station, fir_number, fir_year }: Fir, t: T): string =>
  fir_number === null || fir_year === null
    ? t('checks.fir.none')
    : t('checks.fir.value', {
        number: formatter(t.language).digits(`${fir_number}/${fir_year}`),
        station: station?.[t.language] ?? t('ui.not_known'),
      })

type Clock = NonNullable<CheckRow['clock']>
const NEAR_HOURS = 12

export const clockWords = ({ is_late, hours_left }: Clock, t: T, f: F): string =>
  is_late
    ? t('checks.clock.late', { hours: f.hours(-hours_left) })
    : t('checks.clock.left', { hours: f.hours(hours_left) })

export const clockTone = ({ is_late, hours_left }: Clock): Tone =>
  is_late ? 'red' : hours_left < NEAR_HOURS ? 'amber' : 'green'
