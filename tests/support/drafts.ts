/** A draft in the making, step by step through the site, as a prosecutor fills it in. */
import assert from 'node:assert/strict'
import { freshCnic } from './given.ts'
import type { As, Reply } from './register.ts'

type Saved = { draft_id: string; body_version: number; stopped_search_id?: string | null }
export type Steps = {
  /** Chosen by an officer of the Bureau. */
  district_id?: string
  cnic?: string | null
  conviction?: Record<string, unknown>
  sentence?: Record<string, unknown>
  /** The last step that is filled in. */
  until?: 'source' | 'lookup' | 'person' | 'conviction' | 'sentence' | 'station'
}

const PERSON = {
  name_latin: 'Ghulam Rasool @ Sheeda',
  name_urdu: 'غلام رسول',
  father_name_latin: 'Allah Ditta',
  father_name_urdu: null,
  ...{ aliases: '@ Kalu', other_document: null, sex: 'male', born_on: '1988-03-14', born_year: null },
  address: 'House 12-B, Mohalla Qadirabad, Multan',
}
export const CONVICTION = {
  ...{ fir_station: 'Saddar Multan', fir_year: 2024, fir_number: 117 },
  ...{ court: 'Special Court (Anti-Rape), Multan', case_number: 'SC 41/2024' },
  ...{ offences: ['PPC-376'], other_sections: null, offence_on: '2024-01-20', convicted_on: '2025-02-11' },
  ...{ country: 'PK', jurisdiction: 'PK-PB', victim: 'woman', juvenile: false },
}
const SENTENCE = {
  ...{ disposal: 'imprisonment', years: 10, months: null, is_life: false, fine_pkr: 100_000 },
  custody: [{ from_on: '2024-02-01', to_on: null }],
}

const savedBy = (reply: Reply): Saved => {
  assert.ok(reply.status === 200 || reply.status === 201, reply.text)
  return reply.body as Saved
}

/** Begins a draft and fills in its steps; returns its id and version. */
export async function fillDraft(who: As, steps: Steps = {}): Promise<Saved> {
  const { until = 'station', district_id } = steps
  const { draft_id } = savedBy(await who.api.post('/drafts', district_id ? { district_id } : {}))
  let body_version = 1
  const post = async (step: string, body: object) => {
    const saved = savedBy(await who.api.post(`/drafts/${draft_id}/${step}`, { ...body, body_version }))
    body_version = saved.body_version
    // Everybody's drafts here are of one name: it is said that this one is another person.
    if (saved.stopped_search_id)
      await who.api.post(`/drafts/${draft_id}/lookups/${saved.stopped_search_id}/distinct`, { body_version })
  }
  const cnic = steps.cnic === undefined ? freshCnic() : steps.cnic
  const acts: [NonNullable<Steps['until']>, () => Promise<void>][] = [
    [
      'source',
      () => post('source', { judgment_hash: 'AB '.repeat(32), judgment_reference: 'CC 12 of 2025' }),
    ],
    ['lookup', () => post('lookups', { cnic, passport: null, has_no_number: cnic === null })],
    ['person', () => post('person', PERSON)],
    ['conviction', () => post('conviction', { ...CONVICTION, ...steps.conviction })],
    ['sentence', () => post('sentence', { ...SENTENCE, ...steps.sentence })],
    ['station', () => post('station', { station_id: 'pb_multan_saddar' })],
  ]
  for (const [name, act] of acts) {
    await act()
    if (name === until) break
  }
  return { draft_id, body_version }
}
