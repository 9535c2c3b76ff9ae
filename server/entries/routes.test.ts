import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { EntryComparison, EntryQueue } from '../../contract/entries.ts'
import { paths } from '../../contract/paths.ts'
import { knownCnic, startAgency } from '../../tests/support/agency.ts'
import { given } from '../../tests/support/given.ts'
import { askAbout, draftRow, type GivenDraft, givenSubmitted } from '../../tests/support/given-draft.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, ORIGIN, openSession, openTestRegister, type Reply } from '../../tests/support/register.ts'

const agency = await startAgency()
after(() => agency.stop())
const register = await openTestRegister({ identity: agency.identity })
await register.startJobs()
const { bureauOfficer, bureauOfficerTwo, prosecutorMultan } = register.as

let next_card = 10
const freshCard = () => {
  next_card += 1
  return knownCnic(next_card)
}

/** A draft at the Bureau, its identity asked of the agency. */
async function givenEntry(what: GivenDraft = {}): Promise<string> {
  const draft_id = await givenSubmitted(register, { cnic: freshCard(), ...what })
  await askAbout(register, draft_id)
  return draft_id
}
const compare = async (draft_id: string, who: As = bureauOfficer) => {
  const reply = await who.api.get(paths.entry(draft_id))
  assert.equal(reply.status, 200, reply.text)
  return reply.body as EntryComparison
}
const STATION = { station_id: 'pb_multan_saddar' }
const approve = async (draft_id: string, more: object = {}, who: As = bureauOfficer): Promise<Reply> => {
  const { shown_hash, held } = await compare(draft_id, who)
  const person_id = held[0]?.person_id ?? null
  return who.api.post(`${paths.entry(draft_id)}/approvals`, { ...STATION, shown_hash, person_id, ...more })
}
const entered = (reply: Reply) => {
  assert.equal(reply.status, 201, reply.text)
  return reply.body as { person_id: string; record_number: string; is_new_person: boolean }
}
const codeOf = (reply: Reply) => (reply.body as { title: string }).title
const count = async (table: string, where = 'true', values: unknown[] = []) => {
  const { rows } = await register.root.query(
    `select count(*)::int as n from register.${table} where ${where}`,
    values,
  )
  return rows[0].n as number
}

/** Entries for the standard proofs of each act. */
const [compared, approved, returned] = [await givenEntry(), await givenEntry(), await givenEntry()]
const proofs = {
  ...{ compared, approved, returned },
  approved_hash: (await compare(approved)).shown_hash,
  returned_hash: (await compare(returned)).shown_hash,
}

describe('the queue of the Bureau', () => {
  it('shows the longest waiting first, with what needs a closer look', async () => {
    const first = await givenEntry({ cnic: null })
    const second = await givenEntry({ father_name: 'Khuda Yar' })
    const { entries } = (await bureauOfficer.api.get(paths.entries())).body as EntryQueue
    assert.deepEqual(
      entries.filter((e) => [first, second].includes(e.draft_id)).map((e) => [e.draft_id, e.flags]),
      [
        [first, ['no_document']],
        [second, ['mismatch']],
      ],
    )
    assert.equal(entries[0]?.name.latin, 'Muhammad Bashir')
    assert.deepEqual(entries[0]?.clock?.due_on, '2026-11-19')
    const rest = await bureauOfficer.api.get(`${paths.entries()}?after=${first}`)
    assert.ok(!(rest.body as EntryQueue).entries.some((e) => e.draft_id === first))
  })
  provesAccess(
    () => register,
    ({ as }) => ({
      ...{ method: 'GET', path: paths.entries, event: 'entries.listed' },
      ...{ allowed: as.bureauOfficer, elsewhere: as.prosecutorMultan },
    }),
  )
})

describe('comparing an entry', () => {
  it('never tells the author who holds the card, and tells the Bureau', async () => {
    const cnic = freshCard()
    const held = await given.person(register, { cnic, station_id: 'pb_vehari_city' })
    const draft_id = await givenEntry({ cnic })
    const shown = await compare(draft_id)
    assert.deepEqual(
      shown.held.map((h) => [h.person_id, h.matched_by]),
      [[held.person_id, ['cnic']]],
    )
    assert.equal(shown.proposed_station_id, 'pb_vehari_city')
    assert.equal((await draftRow(register, draft_id)).held_person_id, null)
    const { rows } = await register.root.query(
      "select subject_id from audit.event where action = 'entry.compared' and subject_kind = 'person' and second_id = $1",
      [draft_id],
    )
    assert.deepEqual(rows, [{ subject_id: held.person_id }])
  })
  it('does not exist once the draft was erased', async () => {
    const draft_id = await givenEntry()
    const before = await count('conviction')
    await register.root.query('update register.draft set wrapped_key = null where draft_id = $1', [draft_id])
    assert.equal((await bureauOfficer.api.get(paths.entry(draft_id))).status, 404)
    const reply = await bureauOfficer.api.post(`${paths.entry(draft_id)}/approvals`, {
      ...{ ...STATION, shown_hash: '0'.repeat(64) },
    })
    assert.equal(reply.status, 404)
    assert.equal(await count('conviction'), before)
  })
  provesAccess(
    () => register,
    ({ as }) => ({
      ...{ method: 'GET', path: () => paths.entry(proofs.compared), event: 'entry.compared' },
      ...{ allowed: as.bureauOfficer, elsewhere: as.prosecutorVehari },
    }),
  )
})

describe('approving an entry', () => {
  it('puts the person on the register, whole, under a record number and a key of his own', async () => {
    const draft_id = await givenEntry({ passport: 'ZZ7654321' })
    const { person_id, record_number, is_new_person } = entered(await approve(draft_id))
    assert.match(record_number, /^NSOR-\d{4}-\d{6}$/)
    assert.ok(is_new_person)
    const counts = await Promise.all(
      [
        'person_name',
        'person_document',
        'person_detail',
        'person_address',
        'conviction',
        'custody',
        'registration',
      ].map((table) => count(table, 'person_id = $1', [person_id])),
    )
    assert.deepEqual(counts, [4, 2, 1, 1, 1, 1, 1])
    const draft = await draftRow(register, draft_id)
    assert.deepEqual([draft.stage, draft.entered_person_id], ['entered', person_id])
    const { rows } = await register.root.query(
      'select p.station_id, p.district_id, r.pack, r.basis, r.entered_by, c.added_by from register.person p join register.registration r using (person_id) join register.conviction c using (conviction_id) where p.person_id = $1',
      [person_id],
    )
    const [row] = rows
    assert.deepEqual(
      [row.station_id, row.district_id, row.pack],
      ['pb_multan_saddar', 'pb_multan', 'pk-assumed'],
    )
    assert.deepEqual([row.entered_by, row.added_by], [bureauOfficer.officer_id, prosecutorMultan.officer_id])
    assert.deepEqual(row.basis.identity, { outcome: 'verified', fields_differ: [], basis_kind: null })
    const event = await lastEvent(register, 'entry.approved')
    assert.deepEqual([event?.subject_kind, event?.subject_id], ['person', person_id])
  })

  it('puts him into the lists of duties at once, so that his station need not wait for the night', async () => {
    const { person_id } = entered(await approve(await givenEntry()))
    assert.equal(await count('duty_standing', 'person_id = $1', [person_id]), 1)
  })

  for (const [what, more] of [
    ['no document', { cnic: null }],
    ['a card that nobody knows', { cnic: '9888888888881' }],
    ['a card that differs', { father_name: 'Khuda Yar' }],
  ] as const)
    it(`passes ${what} only with a written basis`, async () => {
      const draft_id = await givenEntry(more)
      const refused = await approve(draft_id)
      assert.deepEqual([refused.status, codeOf(refused)], [409, 'identity_basis_needed'])
      assert.equal((await draftRow(register, draft_id)).stage, 'bureau')
      const half = await approve(draft_id, { basis_kind: 'fingerprint_reference' })
      assert.deepEqual([half.status, codeOf(half)], [400, 'invalid'])
      const basis = { basis_kind: 'fingerprint_reference', basis_reference: 'FPB-LHR 2231/26' }
      const { person_id } = entered(await approve(draft_id, basis))
      const { rows } = await register.root.query(
        "select basis->'identity'->>'basis_kind' as kind, basis::text like '%2231%' as is_told from register.registration where person_id = $1",
        [person_id],
      )
      assert.deepEqual(rows, [{ kind: 'fingerprint_reference', is_told: false }])
    })

  it('makes the second draft of one card a further conviction of the person the first made', async () => {
    const cnic = freshCard()
    const [first, second] = [await givenEntry({ cnic }), await givenEntry({ cnic })]
    const { person_id } = entered(await approve(first))
    const further = entered(await approve(second))
    assert.deepEqual([further.person_id, further.is_new_person], [person_id, false])
    assert.equal(await count('conviction', 'person_id = $1', [person_id]), 2)
    assert.equal(await count('person_document', 'person_id = $1', [person_id]), 1)
    assert.equal(await count('person_name', 'person_id = $1', [person_id]), 4)
    assert.equal((await draftRow(register, second)).held_person_id, person_id)
  })

  it('lets one of two drafts of one card pass when both are approved at once; the other officer looks again', async () => {
    const cnic = freshCard()
    const [first, second] = [await givenEntry({ cnic }), await givenEntry({ cnic })]
    const shown = await Promise.all([compare(first), compare(second, bureauOfficerTwo)])
    const post = (who: As, draft_id: string, shown_hash: string | undefined) =>
      who.api.post(`${paths.entry(draft_id)}/approvals`, { ...STATION, shown_hash, person_id: null })
    const replies = await Promise.all([
      post(bureauOfficer, first, shown[0]?.shown_hash),
      post(bureauOfficerTwo, second, shown[1]?.shown_hash),
    ])
    assert.deepEqual(replies.map(({ status }) => status).sort(), [201, 409])
    assert.equal(codeOf(replies.find(({ status }) => status === 409) as Reply), 'approval_changed')
  })

  it('happens once when two officers approve at once', async () => {
    const draft_id = await givenEntry()
    const before = await count('person')
    const replies = await Promise.all([approve(draft_id), approve(draft_id, {}, bureauOfficerTwo)])
    assert.deepEqual(replies.map(({ status }) => status).sort(), [201, 409])
    assert.equal(await count('person'), before + 1)
  })

  it('adds the custody it tells of, where the same was held once and is struck out', async () => {
    const cnic = freshCard()
    const [first, second] = [await givenEntry({ cnic }), await givenEntry({ cnic })]
    const { person_id } = entered(await approve(first))
    await register.root.query('update register.custody set superseded_at = now() where person_id = $1', [
      person_id,
    ])
    entered(await approve(second))
    assert.equal(await count('custody', 'person_id = $1 and superseded_at is null', [person_id]), 1)
  })

  it('shows where he was held, and keeps it', async () => {
    const custody = [{ from_on: '2024-02-01', to_on: null, held_district_id: 'pb_vehari' }]
    const draft_id = await givenEntry({ conviction: { custody } })
    const page = await bureauOfficer.page(paths.entry(draft_id))
    assert.match(page.text, /held in the district of \u2068?Vehari/)
    const { person_id } = entered(await approve(draft_id))
    const { rows } = await register.root.query(
      'select held_district_id from register.custody where person_id = $1',
      [person_id],
    )
    assert.deepEqual(rows, [{ held_district_id: 'pb_vehari' }])
  })

  it('refuses a conviction that the person already bears', async () => {
    const cnic = freshCard()
    const same = { cnic, fir_number: 77 }
    const [first, second] = [await givenEntry(same), await givenEntry(same)]
    entered(await approve(first))
    const refused = await approve(second)
    assert.deepEqual([refused.status, codeOf(refused)], [409, 'already_entered'])
  })

  it('leaves to the officer whether it is the person whom the prosecutor named', async () => {
    const named = await given.person(register, { cnic: null })
    const claims = { cnic: null, further_of: named.person_id }
    const basis = { basis_kind: 'certified_judgment', basis_reference: 'C-1' }
    const [one, other] = [await givenEntry(claims), await givenEntry(claims)]
    assert.equal(entered(await approve(one, basis)).person_id, named.person_id)
    assert.ok(entered(await approve(other, { ...basis, person_id: null })).is_new_person)
  })

  it('never moves a held person to another station by the way', async () => {
    const cnic = freshCard()
    await given.person(register, { cnic, station_id: 'pb_vehari_city' })
    const draft_id = await givenEntry({ cnic })
    assert.equal((await approve(draft_id)).status, 400)
    assert.equal(entered(await approve(draft_id, { station_id: 'pb_vehari_city' })).is_new_person, false)
  })

  it('leaves nothing behind when a row of it is refused', async () => {
    const draft_id = await givenEntry()
    const tables = [
      'person',
      'person_name',
      'person_document',
      'conviction',
      'approval_decision',
      'registration',
    ]
    const countAll = () => Promise.all(tables.map((table) => count(table)))
    const before = await countAll()
    await register.root.query(
      'alter table register.registration add constraint injected check (pack <> $$pk-assumed$$) not valid',
    )
    const refused = await approve(draft_id).finally(() =>
      register.root.query('alter table register.registration drop constraint injected'),
    )
    assert.equal(refused.status, 500)
    assert.deepEqual(await countAll(), before)
    assert.equal((await draftRow(register, draft_id)).stage, 'bureau')
    entered(await approve(draft_id))
  })

  it('asks for the passkey again, and for a station that there is', async () => {
    const draft_id = await givenEntry()
    const { shown_hash } = await compare(draft_id)
    const payload = { ...STATION, shown_hash, person_id: null }
    const stale = await openSession(register.program, register.as.bureauSupervisor.posting_id, false)
    const reply = await register.app.inject({
      ...{ method: 'POST', url: `/api/v1${paths.entry(draft_id)}/approvals`, payload },
      headers: { origin: ORIGIN, cookie: `__Host-amanat=${stale}` },
    })
    assert.deepEqual([reply.statusCode, reply.json().title], [403, 'step_up_needed'])
    assert.equal((await approve(draft_id, { station_id: 'pb_nowhere' })).status, 400)
    assert.equal((await approve(draft_id, { shown_hash: '0'.repeat(64) })).status, 409)
  })
  provesAccess(
    () => register,
    ({ as }) => ({
      ...{
        method: 'POST',
        status: 201,
        event: 'entry.approved',
        body: () => ({ ...STATION, shown_hash: proofs.approved_hash, person_id: null }),
      },
      path: () => `${paths.entry(proofs.approved)}/approvals`,
      ...{ allowed: as.bureauOfficer, elsewhere: as.prosecutorVehari },
    }),
  )
})

describe('two people', () => {
  it('are needed: who drafted an entry does not approve it, nor who declared a conflict about it', async () => {
    const draft_id = await givenEntry()
    await register.root.query(
      "insert into register.conflict (officer_id, subject_id, reason_code) values ($1, $2, 'case')",
      [bureauOfficerTwo.officer_id, draft_id],
    )
    const { shown_hash } = await compare(draft_id)
    const body = { ...STATION, shown_hash, person_id: null }
    const conflicted = await bureauOfficerTwo.api.post(`${paths.entry(draft_id)}/approvals`, body)
    assert.equal(conflicted.status, 403)
    // The author is posted to the Bureau meanwhile: the policy refuses what the constraint would refuse.
    await register.root.query('update register.draft set author_id = $1 where draft_id = $2', [
      ...[bureauOfficer.officer_id, draft_id],
    ])
    assert.equal((await bureauOfficer.api.post(`${paths.entry(draft_id)}/approvals`, body)).status, 403)
  })
})

describe('giving an entry back', () => {
  it('keeps no word that tells who the survivor is', async () => {
    const draft_id = await givenEntry()
    const { shown_hash } = await compare(draft_id)
    const reason = 'The victim Mst Ayesha d/o Karim is named in the court column.'
    const reply = await bureauOfficer.api.post(`${paths.entry(draft_id)}/returns`, { shown_hash, reason })
    assert.deepEqual([reply.status, codeOf(reply)], [400, 'invalid'])
    assert.equal((await draftRow(register, draft_id)).stage, 'bureau')
  })
  it('is not the author’s colleague’s to do, who does not see the proposal', async () => {
    const draft_id = await givenEntry()
    const body = { shown_hash: '0'.repeat(64), reason: 'No.' }
    const reply = await register.as.deputyMultan.api.post(`${paths.entry(draft_id)}/returns`, body)
    assert.equal(reply.status, 404)
  })
  it('returns the draft to its author with the reason, to be asked about again', async () => {
    const draft_id = await givenEntry()
    const { shown_hash } = await compare(draft_id)
    const reason = 'The FIR number differs from the return.'
    const reply = await bureauOfficer.api.post(`${paths.entry(draft_id)}/returns`, { shown_hash, reason })
    assert.equal(reply.status, 201, reply.text)
    const draft = await draftRow(register, draft_id)
    assert.deepEqual([draft.stage, draft.approval_id, draft.identity_outcome], ['collecting', null, null])
    assert.ok(draft.return_reason_enc && !draft.return_reason_enc.includes('FIR'))
    assert.equal((await bureauOfficer.api.get(paths.entry(draft_id))).status, 404)
  })
  provesAccess(
    () => register,
    ({ as }) => ({
      ...{
        method: 'POST',
        path: () => `${paths.entry(proofs.returned)}/returns`,
        status: 201,
        event: 'entry.returned',
      },
      body: () => ({ shown_hash: proofs.returned_hash, reason: 'Check the court.' }),
      ...{ allowed: as.bureauSupervisor, elsewhere: as.prosecutorVehari },
    }),
  )
})
