/** Arranges drafts that were submitted, with the encryption of the real thing and the real tests; past row security. */
import { randomUUID } from 'node:crypto'
import { type DraftBody, emptyDraftBody } from '../../contract/draft-body.ts'
import { canonicalJson } from '../../domain/approval/canonical.ts'
import { ruleOnDraft } from '../../domain/draft/judgment.ts'
import { defaultPack } from '../../law/packs.ts'
import { bodyPlace } from '../../server/entries/draft-row.ts'
import { newDataKey, seal } from '../../server/platform/keys.ts'
import type { PersonaName } from './personas.ts'
import type { TestRegister } from './register.ts'
import { waitFor } from './wait-for.ts'

export type GivenDraft = {
  author?: PersonaName
  cnic?: string | null
  passport?: string
  father_name?: string
  fir_number?: number
  further_of?: string
  body?: Partial<DraftBody>
  conviction?: Partial<DraftBody['conviction']>
  from?: { import_id: string; line: number }
}

let fir_number = 1000

/** The facts of Muhammad Bashir, son of Allah Ditta, as a prosecutor of Multan would enter them. */
export function givenBody(what: GivenDraft = {}): DraftBody {
  const empty = emptyDraftBody()
  const father = what.father_name ?? 'Allah Ditta'
  fir_number += 1
  return {
    ...empty,
    judgment_hash: 'ab'.repeat(32),
    station_id: 'pb_multan_saddar',
    ...(what.further_of ? { further_of: what.further_of } : {}),
    person: {
      ...{ sex: 'male', born_on: '1988-03-14', born_year: null, address: 'House 12-B, Mohalla Qadirabad' },
      names: [
        { kind: 'name', script: 'Latn', text: 'Muhammad Bashir' },
        { kind: 'name', script: 'Arab', text: 'محمد بشیر' },
        { kind: 'father', script: 'Latn', text: father },
        { kind: 'alias', script: 'Latn', text: 'Sheeda' },
      ],
      documents: [
        ...(what.cnic ? [{ kind: 'cnic' as const, number: what.cnic }] : []),
        ...(what.passport ? [{ kind: 'passport' as const, number: what.passport }] : []),
      ],
    },
    conviction: {
      ...empty.conviction,
      ...{ fir_station: 'Saddar Multan', fir_year: 2024, fir_number: what.fir_number ?? fir_number },
      ...{ court: 'Special Court (Anti-Rape), Multan', case_number: 'SC 41/2024', offences: ['PPC-376'] },
      ...{ offence_on: '2024-01-20', convicted_on: '2026-11-16', jurisdiction: 'PK-PB', victim: 'woman' },
      ...{ disposal: 'imprisonment', sentence: { months: 120, is_life: false, fine_pkr: 100_000 } },
      custody: [{ from_on: '2024-02-01', to_on: null }],
      ...what.conviction,
    },
    ...what.body,
  }
}

/** A draft submitted by its author and waiting for the identity answer; returns its id. */
export async function givenSubmitted(register: TestRegister, what: GivenDraft = {}): Promise<string> {
  const { program, as, root } = register
  const author = as[what.author ?? 'prosecutorMultan']
  const draft_id = randomUUID()
  const key = newDataKey(program.keyring, draft_id)
  const body = givenBody(what)
  const ruling = ruleOnDraft(draft_id, body, defaultPack(), '2026-11-20')
  const district_id = author.unit_id.replace('dpp_', '')
  const columns = {
    ...{ draft_id, district_id, author_id: author.officer_id, posting_id: author.posting_id },
    ...{ origin: what.from ? 'return' : 'screen', import_id: what.from?.import_id ?? null },
    ...{ import_line: what.from?.line ?? null, stage: 'identity', body_version: 3 },
    ...{ wrapped_key: key.wrapped_key, kek_id: key.kek_id },
    body_enc: seal(key, bodyPlace(draft_id, 3), canonicalJson(body)),
    ...{ convicted_on: body.conviction.convicted_on, eligibility: JSON.stringify(ruling?.eligibility) },
    ...{ searched_at: '2026-11-20T05:00:00Z', submitted_at: '2026-11-20T06:00:00Z' },
  }
  const names = Object.keys(columns)
  await root.query(
    `insert into register.draft (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(columns),
  )
  return draft_id
}

/** Has the running jobs ask about the draft, and waits until `is_done` says so of its row. */
export async function askAbout(
  register: TestRegister,
  draft_id: string,
  is_done: (row: { stage: string; identity_outcome: string | null }) => boolean = ({ stage }) =>
    stage === 'bureau',
) {
  const before = await draftRow(register, draft_id)
  await register.program.jobs.add('identity.verify', { id: draft_id, posting_id: before.posting_id })
  return waitFor('the identity answer about the draft', async () => {
    const row = await draftRow(register, draft_id)
    return is_done(row) && row
  })
}

/** A draft as stored. */
export async function draftRow(register: TestRegister, draft_id: string) {
  const { rows } = await register.root.query(
    `select stage, identity_outcome, approval_id, posting_id, entered_person_id, held_person_id, return_reason_enc
       from register.draft where draft_id = $1`,
    [draft_id],
  )
  return rows[0] as {
    stage: string
    identity_outcome: string | null
    approval_id: string | null
    posting_id: string
    entered_person_id: string | null
    held_person_id: string | null
    return_reason_enc: Buffer | null
  }
}
