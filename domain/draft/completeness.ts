// What a draft still lacks before it can be submitted, each by its field and the step that asks for it.
import type { Draft } from './draft.ts'

/** The steps of a draft on the screen, in order. */
export const STEPS = ['source', 'person', 'conviction', 'sentence', 'preview', 'station', 'check'] as const
export type DraftStep = (typeof STEPS)[number]

/** Where each required field is asked. */
export const REQUIRED_FIELDS = {
  judgment_hash: 'source',
  'person.names': 'person',
  'person.sex': 'person',
  'person.born': 'person',
  'conviction.fir_station': 'conviction',
  'conviction.fir_year': 'conviction',
  'conviction.fir_number': 'conviction',
  'conviction.court': 'conviction',
  'conviction.offences': 'conviction',
  'conviction.offence_on': 'conviction',
  'conviction.convicted_on': 'conviction',
  'conviction.jurisdiction': 'conviction',
  'conviction.victim': 'conviction',
  'conviction.disposal': 'sentence',
  'conviction.sentence': 'sentence',
  'conviction.custody': 'sentence',
  station_id: 'station',
} as const satisfies Record<string, DraftStep>
export type RequiredField = keyof typeof REQUIRED_FIELDS

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Fields that are missing in a way of their own; every other one is missing when it is blank. */
const MISSING: Partial<Record<RequiredField, (draft: Draft) => boolean>> = {
  'person.names': ({ person }) => !person.names.some(({ kind }) => kind === 'name'),
  'person.born': ({ person }) => person.born_on === null && person.born_year === null,
  'conviction.jurisdiction': ({ conviction }) =>
    conviction.country === 'PK' && conviction.jurisdiction === null,
  'conviction.sentence': ({ conviction: { disposal, sentence } }) =>
    (disposal === 'imprisonment' && sentence.months === null && !sentence.is_life) ||
    (disposal === 'fine' && sentence.fine_pkr === null),
  // Imprisonment without custody dates is an exception to be cleared, never a release.
  'conviction.custody': ({ conviction: { disposal, custody } }) =>
    disposal === 'imprisonment' && custody.length === 0,
}

const valueAt = (draft: Draft, field: string): unknown =>
  field.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], draft)

/**
 * The fields a draft still lacks, in the order they are asked.
 * @law SOR-SOP-2024 (what an entry holds), as far as it is described; assumed otherwise
 * @example listMissing({ ...complete, station_id: null }) // ['station_id']
 */
export function listMissing(draft: Draft): RequiredField[] {
  const fields = Object.keys(REQUIRED_FIELDS) as RequiredField[]
  return fields.filter((field) => MISSING[field]?.(draft) ?? isBlank(valueAt(draft, field)))
}

/**
 * The fields that a draft of this origin still owes: a return stands in for the certified judgment, so its drafts are
 * asked for no fingerprint.
 * @example listOwed({ ...complete, judgment_hash: null }, 'return') // []
 */
export const listOwed = (draft: Draft, origin: 'screen' | 'return'): RequiredField[] =>
  listMissing(draft).filter((field) => origin === 'screen' || field !== 'judgment_hash')

/**
 * Whether a step has all it asks for.
 * @example isStepDone(emptyDraft, 'source') // false
 */
export const isStepDone = (draft: Draft, step: DraftStep): boolean =>
  !listMissing(draft).some((field) => REQUIRED_FIELDS[field] === step)
