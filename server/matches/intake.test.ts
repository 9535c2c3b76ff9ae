import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, it } from 'node:test'
import type { Approval } from '../../contract/approvals.ts'
import type { EntryComparison } from '../../contract/entries.ts'
import type { Match, MatchList } from '../../contract/matches.ts'
import { paths } from '../../contract/paths.ts'
import { knownCnic, startAgency } from '../../tests/support/agency.ts'
import { freshCnic, type Given, type GivenPerson, given } from '../../tests/support/given.ts'
import { askAbout, type GivenDraft, givenBody, givenSubmitted } from '../../tests/support/given-draft.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { slipIndex } from '../clearances/cleared.ts'
import { blindIndex } from '../platform/keys.ts'

const agency = await startAgency()
after(() => agency.stop())
const register = await openTestRegister({ identity: agency.identity })
await register.startJobs()
const { root, as, program } = register
const { bureauOfficer, bureauOfficerTwo, shoSaddar } = as

let next_card = 10
const freshCard = () => {
  next_card += 1
  return knownCnic(next_card)
}
const NAMES = [
  { kind: 'name', script: 'Latn', text: 'Muhammad Bashir' },
  { kind: 'father', script: 'Latn', text: 'Allah Ditta' },
] as const
const bashir = (more: GivenPerson = {}) => given.person(register, { names: [...NAMES], cnic: null, ...more })

async function compare(draft_id: string) {
  const reply = await bureauOfficer.api.get(paths.entry(draft_id))
  assert.equal(reply.status, 200, reply.text)
  return reply.body as EntryComparison
}
async function enter(what: GivenDraft = {}, given_id?: string) {
  const draft_id = given_id ?? (await givenSubmitted(register, { cnic: freshCard(), ...what }))
  await askAbout(register, draft_id)
  const { shown_hash, held } = await compare(draft_id)
  const reply = await bureauOfficer.api.post(`${paths.entry(draft_id)}/approvals`, {
    ...{ station_id: 'pb_multan_saddar', shown_hash, person_id: held[0]?.person_id ?? null },
  })
  assert.equal(reply.status, 201, reply.text)
  return reply.body as { person_id: string; is_new_person: boolean }
}
const pairsWith = async (person_id: string) => {
  const { rows } = await root.query(
    `select match_pair_id, found_by, weight, decision, case when person_a_id = $1 then person_b_id else person_a_id end as other
       from register.match_pair where draft_id is null and $1 in (person_a_id, person_b_id)`,
    [person_id],
  )
  return rows as {
    match_pair_id: string
    found_by: string
    weight: number
    decision: string | null
    other: string
  }[]
}
const linksOf = async (person_id: string) =>
  (
    await root.query(
      'select act, identity_id from register.identity_link where person_id = $1 order by link_no',
      [person_id],
    )
  ).rows

/** Corrects a field of a record, proposed by its station and approved by the Bureau. */
async function correct(person: Given, field: 'cnic' | 'alias', after: string) {
  const asked = { field, after, source_kind: 'identity_card', source_on: '2026-01-05' }
  const proposed = await shoSaddar.api.post(`/people/${person.person_id}/corrections`, {
    ...{ ...asked, source_ref: 'Card 77', asked_by: 'person' },
  })
  assert.equal(proposed.status, 201, proposed.text)
  const { approval_id } = proposed.body as { approval_id: string }
  const { shown_hash } = (await bureauOfficer.api.get(`/approvals/${approval_id}`)).body as Approval
  const reply = await bureauOfficer.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
  assert.equal(reply.status, 200, reply.text)
}
const correctCnic = (person: Given, cnic: string) => correct(person, 'cnic', cnic)
const clear = (person: Given, number_index: Buffer) =>
  root.query(
    `insert into register.clearance (clearance_id, person_id, number_index, issued_by, issued_at)
     values ($1, $2, $3, $4, now())`,
    [randomUUID(), person.person_id, number_index, bureauOfficer.officer_id],
  )
/** As if it had never been given. */
const unclear = ({ person_id }: Given) =>
  root.query('delete from register.clearance where person_id = $1', [person_id])

describe('an entry that is approved', () => {
  it('is compared with the whole register, and whoever may be the same waits in the queue, joined by nobody', async () => {
    const held = await bashir({ station_id: 'pb_vehari_city' })
    const { person_id, is_new_person } = await enter()
    assert.ok(is_new_person)
    const pair = (await pairsWith(person_id)).find(({ other }) => other === held.person_id)
    assert.deepEqual([pair?.found_by, pair?.decision], ['intake', null])
    const match = (await bureauOfficer.api.get(paths.match(pair?.match_pair_id ?? ''))).body as Match
    assert.deepEqual([match.verdict, match.score.milli_bits], ['possible', pair?.weight])
    const list = (await bureauOfficer.api.get(paths.matches())).body as MatchList
    assert.ok(list.pairs.some((row) => row.match_pair_id === pair?.match_pair_id))
    assert.deepEqual(await linksOf(person_id), [], 'on names alone, never')
    const { rows } = await root.query(
      "select row_after from audit.event where subject_kind = 'match_pair' and subject_id = $1 order by event_no limit 1",
      [pair?.match_pair_id],
    )
    assert.equal(rows[0]?.row_after?.length, 32)
  })
  it('is not taken for whom it was told apart from while it was a draft', async () => {
    const held = await bashir()
    const draft_id = await givenSubmitted(register, { cnic: freshCard() })
    const { rows } = await root.query(
      `insert into register.match_pair (match_pair_id, found_by, draft_id, person_b_id, weight)
       values (gen_random_uuid(), 'draft', $1, $2, 4000) returning match_pair_id`,
      [draft_id, held.person_id],
    )
    const said = { decision: 'different', reason_code: 'asked', reason: 'The station knows both' }
    const path = paths.matchDecisions(rows[0].match_pair_id)
    assert.equal((await bureauOfficer.api.post(path, said)).status, 201)
    const { person_id } = await enter({}, draft_id)
    assert.ok(!(await pairsWith(person_id)).some(({ other }) => other === held.person_id))
  })
  it('is of another, as long as it is a draft, where each was held in another district on one day', async () => {
    const held = await bashir()
    await root.query("update register.custody set held_district_id = 'pb_lahore' where person_id = $1", [
      held.person_id,
    ])
    const custody = [{ from_on: '2024-02-01', to_on: null, held_district_id: 'pb_multan' }]
    const draft_id = await givenSubmitted(register, { cnic: freshCard(), conviction: { custody } })
    const { rows } = await root.query(
      `insert into register.match_pair (match_pair_id, found_by, draft_id, person_b_id, weight)
       values (gen_random_uuid(), 'draft', $1, $2, 4000) returning match_pair_id`,
      [draft_id, held.person_id],
    )
    const path = paths.match(rows[0].match_pair_id)
    const match = (await bureauOfficer.api.get(path)).body as Match
    assert.deepEqual([match.verdict, match.vetoes], ['different', ['held_in_two_places']])
    const [one, other] = [match.one, match.other].map(({ custody: times }) => times[0]?.held_district?.en)
    assert.deepEqual([one, other], ['Multan', 'Lahore'])
    assert.match((await bureauOfficer.page(path)).text, /held in the district of \u2068?Lahore/)
  })
  it('becomes a further conviction of whom the Bureau said it is about', async () => {
    const held = await bashir()
    const draft_id = await givenSubmitted(register, { cnic: freshCard() })
    const { rows } = await root.query(
      `insert into register.match_pair (match_pair_id, found_by, draft_id, person_b_id, weight)
       values (gen_random_uuid(), 'draft', $1, $2, 4000) returning match_pair_id`,
      [draft_id, held.person_id],
    )
    const path = paths.match(rows[0].match_pair_id)
    const match = (await bureauOfficer.api.get(path)).body as Match
    assert.deepEqual([match.one.kind, match.doubts], ['draft', ['not_records']])
    const said = { decision: 'same', reason_code: 'papers', reason: 'One case file' }
    assert.equal((await bureauOfficer.api.post(`${path}/decisions`, said)).status, 201)
    await askAbout(register, draft_id)
    assert.deepEqual(
      (await compare(draft_id)).held.map((one) => one.matched_by),
      [['compared']],
    )
    const { person_id, is_new_person } = await enter({}, draft_id)
    assert.deepEqual([person_id, is_new_person], [held.person_id, false])
  })
  it('is not taken again for a person whom the holder of its CNIC was cleared of', async () => {
    const held = await bashir()
    const cnic = freshCard()
    // As one was kept before there were slips: by the hash of CNICs.
    await clear(held, blindIndex(program.keyring, 'cnic', cnic))
    const { person_id } = await enter({ cnic })
    assert.ok(!(await pairsWith(person_id)).some(({ other }) => other === held.person_id))
    await unclear(held)
    const { person_id: again } = await enter({
      body: { person: { ...givenBody().person, documents: [{ kind: 'cnic', number: freshCard() }] } },
    })
    assert.ok(
      (await pairsWith(again)).some(({ other }) => other === held.person_id),
      'others are compared',
    )
  })
  it('keeps to a slip also where the other record holds its number', async () => {
    const cnic = freshCnic()
    const own = await bashir({ cnic, station_id: 'pb_vehari_city' })
    const held = await bashir()
    await clear(held, slipIndex(program.keyring, cnic))
    const isQueued = async () =>
      (await pairsWith(held.person_id)).some(({ other }) => other === own.person_id)
    await correct(held, 'alias', 'Basheera')
    assert.equal(await isQueued(), false)
    await unclear(held)
    await correct(held, 'alias', 'Bashira')
    assert.equal(await isQueued(), true)
  })
})

describe('a number that is corrected', () => {
  const cnic = freshCnic()
  it('joins two records where the name and the father agree too, and a split keeps them apart', async () => {
    const [one, other] = [await bashir({ cnic }), await bashir({ cnic: freshCnic() })]
    await correctCnic(other, cnic)
    const [link] = await linksOf(other.person_id)
    assert.deepEqual(link, { act: 'number', identity_id: one.person_id })
    const [pair] = (await pairsWith(one.person_id)).filter((row) => row.other === other.person_id)
    const match = (await bureauOfficer.api.get(paths.match(pair?.match_pair_id ?? ''))).body as Match
    assert.deepEqual([match.verdict, match.is_one_already, match.doubts], ['same', true, ['one_already']])
    const leaving = { leaving: [other.record_number], reason_code: 'photo', reason: 'Two faces' }
    await bureauOfficer.api.post('/searches', {
      query: one.record_number,
      purpose: 'registration',
      case_reference: 'C 1',
    })
    const proposed = await bureauOfficer.api.post(paths.splits(one.person_id), leaving)
    assert.equal(proposed.status, 201, proposed.text)
    const { approval_id } = proposed.body as { approval_id: string }
    const { shown_hash } = (await bureauOfficerTwo.api.get(`/approvals/${approval_id}`)).body as Approval
    assert.equal(
      (await bureauOfficerTwo.api.post(`/approvals/${approval_id}/approve`, { shown_hash })).status,
      200,
    )
    await correctCnic(other, freshCnic())
    assert.deepEqual(
      (await linksOf(other.person_id)).map(({ act }) => act),
      ['number', 'split'],
    )
  })
  it('joins nobody whom the sex, the years or a prison elsewhere forbids', async () => {
    const cases: [string, GivenPerson, GivenPerson][] = [
      ['sex', { sex: 'male' }, { sex: 'female' }],
      ['years', { born_on: '1960-05-01' }, { born_on: '1988-05-01' }],
      ['held', {}, { station_id: 'pb_multan_saddar' }],
    ]
    for (const [what, of_one, of_other] of cases) {
      const shared = freshCnic()
      const one = await bashir({ ...of_one, cnic: shared })
      const other = await bashir({ ...of_other, cnic: freshCnic() })
      // Both are in custody since 2024, and only where it is known where does that tell them apart.
      if (what === 'held')
        for (const [person, district] of [
          [one, 'pb_lahore'],
          [other, 'pb_multan'],
        ] as const)
          await root.query('update register.custody set held_district_id = $2 where person_id = $1', [
            person.person_id,
            district,
          ])
      await correctCnic(other, shared)
      assert.deepEqual([...(await linksOf(other.person_id)), ...(await linksOf(one.person_id))], [], what)
      assert.deepEqual(
        (await pairsWith(one.person_id)).filter((row) => row.other === other.person_id && what !== 'held'),
        [],
        what,
      )
    }
  })
  it('joins nobody where the name is another', async () => {
    const taken = freshCnic()
    const one = await given.person(register, {
      names: [
        { kind: 'name', script: 'Latn', text: 'Wazir Khan' },
        { kind: 'father', script: 'Latn', text: 'Gul Zaman' },
      ],
      cnic: taken,
    })
    const other = await bashir({ cnic: freshCnic() })
    await correctCnic(other, taken)
    assert.deepEqual([...(await linksOf(other.person_id)), ...(await linksOf(one.person_id))], [])
  })
})
