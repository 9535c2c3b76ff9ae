// The reason of a step in plain English, for the lines of RULES §5. Screens say it in the reader's language.
import type { Because } from './step.ts'

const texts = {
  s2h_named: 'Section 2(1)(h) names {offence}.',
  s2h_not_named: 'Section 2(1)(h) does not name {offence}.',
  s24_scheduled: '{offence} is a scheduled offence and the victim is a {victim}.',
  s24_not_scheduled: '{offence} is not a scheduled offence.',
  s24_victim_outside: '{offence} is scheduled only where the victim is a woman or a child.',
  not_a_conviction: 'A disposal of {disposal} is deemed not to be a conviction.',
  juvenile_flagged: 'The court treated the person as a juvenile.',
  juvenile_by_age: 'The person reached {years} on {adult_on}, after the offence of {offence_on}.',
  foreign: 'Convicted in {country}; the law does not yet provide for foreign convictions.',
  jurisdiction: 'Whether the Act reaches {jurisdiction} is for a legal officer.',
  before_start: 'Convicted on {convicted_on}, before entries begin on {entries_from}.',
  void: 'The conviction ended ({event}) on {event_on} and was not restored.',
  not_in_force: '{offence} was not in force on {offence_on}; a legal officer decides.',
  tests_differ: 'The two tests differ: a legal officer confirms; the outcome stands meanwhile.',
  tests_met: 'The tests are met under the policy {policy}.',
  tests_not_met: 'The tests are not met under the policy {policy}.',
  convicted: 'The conviction {conviction_id} starts the registration.',
  released: 'Released from the custody that began on {custody_from}, for {conviction_id}.',
  not_released: 'Still in the custody that began on {custody_from}, for {conviction_id}.',
  no_custody: 'No custody serves {conviction_id}: the day of conviction counts as release.',
  period: '{years} years from release.',
  custody_added: 'In custody from {from_on} to {to_on}: {days} days longer.',
  custody_open: 'In custody since {from_on}: the end is open.',
  spans_joined: 'Registrations that overlap or touch are one.',
  confirm_usual: '{months} months after {opens_on}, the day of release.',
  confirm_no_fixed_abode:
    '{months} months after {opens_on}, when the spell without a fixed abode began to count.',
  confirm_after_no_fixed_abode:
    '{months} months after {opens_on}, when the spell without a fixed abode ended.',
  days_after_change: '{days} days after the change.',
  days_before: '{days} days before departure.',
  hours_before: '{hours} hours before departure.',
  not_before_told: 'Not before the duty was told, nor before release.',
  held: 'In custody or hospital until that day.',
  suspended: 'An appeal suspends the duty until then.',
  closed_weekday: 'The desk is closed on that day of the week.',
  holiday: 'That day is a public holiday.',
  closed_desk: 'The desk was closed that day.',
  outage: 'The system was down during all desk hours that day.',
  no_working_day: 'No working day within 366 days.',
  paused: '{kind} until {to_on}, and {days} days to come in.',
  paused_open: '{kind}, without an end so far.',
} as const

export type BecauseCode = keyof typeof texts

/** Every code a step may carry; each dictionary must have them all. */
export const because_codes = Object.keys(texts) as readonly BecauseCode[]

/**
 * The reason in English, its values filled in.
 * @example becauseInEnglish({ code: 's2h_named', values: { offence: 'PPC-376' } }) // 'Section 2(1)(h) names PPC-376.'
 */
export function becauseInEnglish({ code, values }: Because): string {
  const { start, parts } = cut[code]
  let text: string = start
  for (const { name, after } of parts) text += `${values[name]}${after}`
  return text
}

/** Each text cut once at its values, since a million people have many millions of steps. */
const cut = Object.fromEntries(
  Object.entries(texts).map(([code, text]) => {
    const [start = ''] = text.split('{')
    const parts = [...text.matchAll(/\{(\w+)\}([^{]*)/g)].map(([, name = '', after = '']) => ({
      name,
      after,
    }))
    return [code, { start, parts }]
  }),
) as unknown as Readonly<
  Record<BecauseCode, { start: string; parts: readonly { name: string; after: string }[] }>
>
