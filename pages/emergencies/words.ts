// A use of the emergency access in the reader's words: its paper, its clock, the fields shown.
import type { EmergencyRow, EmergencyShown } from '../../contract/emergencies.ts'
import type { F } from '../language/formatter.ts'
import { isolated, type T } from '../language/translator.ts'
import type { Tone } from '../ui/Light.tsx'

/** FIR 117 of 24 November 2026, Saddar Multan. */
export const referenceWords = ({ kind, number, on, station }: EmergencyShown['reference'], t: T, f: F) =>
  t(`emergencies.reference.${kind}`, {
    ...{ number: isolated(f.digits(String(number))), on: f.date(on) },
    place: station?.[t.language] ?? t('emergencies.reference.bureau'),
  })

export const fieldWords = (fields: EmergencyShown['fields'], t: T): string =>
  fields.map((field) => t(`disclosures.field.${field}`)).join(`${t('disclosures.comma')} `)

type Clock = NonNullable<EmergencyRow['clock']>

export const clockWords = ({ is_late, hours_left }: Clock, t: T, f: F): string =>
  is_late
    ? t('emergencies.clock.late', { hours: f.hours(-hours_left) })
    : t('emergencies.clock.left', { hours: f.hours(hours_left) })

export const clockTone = ({ is_late, is_near }: Clock): Tone =>
  is_late ? 'red' : is_near ? 'amber' : 'green'
