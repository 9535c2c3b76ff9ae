import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Approval } from '../../contract/approvals.ts'
import type { DayReply } from '../../contract/day.ts'
import type { Match, MatchList } from '../../contract/matches.ts'
import type { SplitForm } from '../../contract/merges.ts'
import { paths } from '../../contract/paths.ts'
import type { PersonSummary } from '../../contract/people.ts'
import type { SearchMade } from '../../contract/searches.ts'
import { type Given, type GivenPerson, given } from '../../tests/support/given.ts'
import { givenPair } from '../../tests/support/given-match.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as, root } = register
const BUREAU = as.bureauOfficer
const SECOND = as.bureauOfficerTwo

const named = (name: string, father: string, more: GivenPerson = {}) =>
  given.person(register, {
    names: [
      { kind: 'name', script: 'Latn', text: name },
      { kind: 'father', script: 'Latn', text: father },
    ],
    cnic: null,
    ...more,
  })

const inMultan = await named('Muhammad Aslam', 'Muhammad Akram')
const inVehari = await named('Mohammad Aslam', 'Mohd Akram', { station_id: 'pb_vehari_city' })
const pair = await givenPair(register, inMultan, inVehari)

const said = (decision: string, more: object = {}) => ({
  ...{ decision, reason_code: 'family', reason: 'The same village and brothers', ...more },
})
const say = (who: As, { match_pair_id }: { match_pair_id: string }, decision: string) =>
  who.api.post(paths.matchDecisions(match_pair_id), said(decision))
const get = async (who: As, { match_pair_id }: { match_pair_id: string }) =>
  (await who.api.get(paths.match(match_pair_id))).body as Match
const approve = async (who: As, approval_id: string) => {
  const { shown_hash } = (await who.api.get(`/approvals/${approval_id}`)).body as Approval
  return who.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
}
const recordsOf = async ({ person_id }: Given) => {
  const { rows } = await root.query(
    'select person_id, identity_id from register.identity_link order by link_no',
  )
  const now = new Map<string, string>(rows.map((row) => [row.person_id, row.identity_id]))
  const of = (id: string) => now.get(id) ?? id
  return [...new Set([person_id, ...now.keys(), ...now.values()])]
    .filter((id) => of(id) === of(person_id))
    .sort()
}
const ids = (...people: Given[]) => people.map(({ person_id }) => person_id).sort()
/** Two of one name, merged by two officers. */
async function merged(one: Given, other: Given) {
  const made = await givenPair(register, one, other)
  const { approval_id } = (await say(BUREAU, made, 'same')).body as { approval_id: string }
  const reply = await approve(SECOND, approval_id)
  assert.equal(reply.status, 200, reply.text)
  return made
}

const fresh = async () =>
  givenPair(
    register,
    await named('Nazir Ahmad', 'Bashir Ahmad'),
    await named('Nazeer Ahmed', 'Basheer Ahmed'),
  )
const waiting = await fresh()
const lone = await named('Abid Mehmood', 'Rashid Mehmood')
const [khalid, parvaiz] = [
  await named('Khalid Pervez', 'Abdul Hameed'),
  await named('Khalid Parvaiz', 'Abdul Hamid'),
]
await merged(khalid, parvaiz)
const look = (who: As, { record_number }: Given, purpose = 'registration') =>
  who.api.post('/searches', { query: record_number, purpose, case_reference: 'C 1' })
await look(BUREAU, lone)
const split = (leaving: string[]) => ({ leaving, reason_code: 'papers', reason: 'Two judgments of one day' })

describe('the list of records to compare', () => {
  provesAccess(
    () => register,
    () => ({
      ...{
        method: 'GET',
        path: paths.matches,
        allowed: BUREAU,
        elsewhere: as.shoSaddar,
        event: 'match.listed',
      },
    }),
  )
  it('names records by their numbers only, the likeliest first', async () => {
    const list = (await BUREAU.api.get(paths.matches())).body as MatchList
    const row = list.pairs.find((one) => one.match_pair_id === pair.match_pair_id)
    assert.deepEqual([row?.one, row?.other].sort(), [inMultan.record_number, inVehari.record_number].sort())
    assert.ok(!JSON.stringify(list).includes('Aslam'))
    const page = await BUREAU.page(paths.matches())
    assert.ok(page.text.includes(inMultan.record_number) && !page.text.includes('Aslam'))
  })
  it('tells the owner of one record nothing of the pair, in the application or past it', async () => {
    for (const who of [as.shoSaddar, as.shoVehari, as.prosecutorMultan, as.dpoMultan]) {
      assert.equal((await who.api.get(paths.match(pair.match_pair_id))).status, 404)
      assert.equal((await say(who, pair, 'same')).status, 404)
    }
  })
})

describe('two records beside each other', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => paths.match(pair.match_pair_id), allowed: BUREAU },
      ...{ elsewhere: as.prosecutorMultan, event: 'match.viewed' },
    }),
  )
  it('shows rows that sum to the score exactly, and how common the name is', async () => {
    const match = await get(BUREAU, pair)
    const sum = match.score.reasons.reduce((total, { milli_bits }) => total + milli_bits, 0)
    assert.equal(sum, match.score.milli_bits)
    assert.ok(match.score.reasons.length >= 4)
    assert.deepEqual([match.verdict, match.vetoes, match.doubts], ['possible', [], []])
    assert.ok(match.common.some(({ name, one_in }) => name === 'Muhammad Aslam' && one_in > 10))
    assert.deepEqual([match.one, match.other].map(({ record_number }) => record_number).sort(), [
      ...[inMultan.record_number, inVehari.record_number].sort(),
    ])
    for (const person of [inMultan, inVehari]) {
      const { rows } = await root.query(
        "select purpose from audit.event where action = 'match.viewed' and subject_id = $1",
        [person.person_id],
      )
      assert.equal(rows[0]?.purpose, 'registration', 'a look at each')
    }
  })
  it('shows of a CNIC only its end', async () => {
    const [one, other] = [
      await named('Ghulam Yaseen', 'Allah Bakhsh', { cnic: '9123456789013' }),
      await named('Ghulam Yasin', 'Allah Bux', { cnic: '9123456789023' }),
    ]
    const match = await get(BUREAU, await givenPair(register, one, other))
    const cnic = match.score.reasons.find(({ field }) => field === 'cnic')
    assert.deepEqual([cnic?.code, cnic?.asked?.length], ['cnic_one_digit', 3])
    assert.ok(!JSON.stringify(match).includes('9123456789'))
  })
})

describe('what is said of a pair', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => paths.matchDecisions(waiting.match_pair_id) },
      ...{ body: () => said('unclear'), allowed: BUREAU, elsewhere: as.shoSaddar, status: 201 },
      event: 'match.decided',
    }),
  )
  it('is kept beside what was said before, with the words and the comparison, sealed', async () => {
    const one = await fresh()
    await say(BUREAU, one, 'unclear')
    await say(SECOND, one, 'different')
    const { decisions } = await get(BUREAU, one)
    assert.deepEqual(
      decisions.map(({ decision, reason }) => [decision, reason]),
      [
        ['different', 'The same village and brothers'],
        ['unclear', 'The same village and brothers'],
      ],
    )
    const { rows } = await root.query('select * from register.match_decision where match_pair_id = $1', [
      one.match_pair_id,
    ])
    assert.ok(rows.every((row) => !row.reason_enc.includes('village') && !row.rows_enc.includes('nazir')))
    const list = (await BUREAU.api.get(paths.matchList('decided'))).body as MatchList
    assert.ok(list.pairs.some(({ match_pair_id }) => match_pair_id === one.match_pair_id))
  })
  it('needs a reason, and is not said by who declared a conflict with one of the two', async () => {
    const one = await fresh()
    const reply = await BUREAU.api.post(paths.matchDecisions(one.match_pair_id), { decision: 'different' })
    assert.equal(reply.status, 400)
    const { rows } = await root.query(
      'select person_b_id from register.match_pair where match_pair_id = $1',
      [one.match_pair_id],
    )
    await SECOND.api.post(`/conflicts/person/${rows[0].person_b_id}`, { reason_code: 'relative' })
    assert.equal((await say(SECOND, one, 'different')).status, 403)
  })
})

describe('making two records one person', () => {
  it('is proposed by one officer and done by another, and both records keep what they are', async () => {
    const [one, other] = [
      await named('Sajjad Hussain', 'Manzoor Hussain'),
      await named('Sajad Husain', 'Manzur Husain'),
    ]
    const made = await givenPair(register, one, other)
    const { approval_id } = (await say(BUREAU, made, 'same')).body as { approval_id: string }
    assert.deepEqual(await recordsOf(one), ids(one), 'nothing is joined yet')
    assert.equal((await approve(BUREAU, approval_id)).status, 403, 'not by the same officer')
    assert.equal((await approve(SECOND, approval_id)).status, 200)
    assert.deepEqual(await recordsOf(one), ids(one, other))
    assert.deepEqual((await get(BUREAU, made)).doubts, ['one_already'])
    const { rows } = await root.query(
      "select row_before, row_after from audit.event where action = 'approval.approved' and subject_kind = 'person' order by event_no desc limit 1",
    )
    assert.notDeepEqual(rows[0].row_before, rows[0].row_after)
  })
  it('is refused while a fact forbids it, between any two of their records', async () => {
    const [son, same, twin] = [
      await named('Riaz Shah', 'Nawaz Shah', { born_on: '1980-01-01' }),
      await named('Riyaz Shah', 'Nawaz Shah', { born_on: '1988-01-01' }),
      await named('Riaz Shah', 'Nawaz Shah', { born_on: '1996-01-01' }),
    ]
    await merged(son, same)
    const second = await givenPair(register, same, twin)
    const match = await get(BUREAU, second)
    assert.deepEqual(
      [match.vetoes, match.doubts],
      [[], ['veto']],
      'these two could be one, but not with the third',
    )
    assert.equal((await say(BUREAU, second, 'same')).status, 409)
    assert.deepEqual(await recordsOf(twin), ids(twin))
  })
  it('is not done if the two were told apart meanwhile', async () => {
    const [one, other] = [
      await named('Tanveer Abbas', 'Ghulam Abbas'),
      await named('Tanvir Abbas', 'Ghulam Abbas'),
    ]
    const made = await givenPair(register, one, other)
    const { approval_id } = (await say(BUREAU, made, 'same')).body as { approval_id: string }
    assert.equal((await say(BUREAU, made, 'same')).status, 409, 'it is proposed already')
    await say(SECOND, made, 'different')
    assert.equal((await approve(SECOND, approval_id)).status, 409)
    assert.deepEqual(await recordsOf(one), ids(one))
  })
})

describe('taking records apart', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => paths.newSplit(lone.person_id), allowed: BUREAU },
      ...{ elsewhere: as.shoVehari, event: 'split.form_seen' },
    }),
  )
  provesAccess(
    () => register,
    () => ({
      ...{
        method: 'POST',
        path: () => paths.splits(khalid.person_id),
        body: () => split([parvaiz.record_number]),
      },
      ...{ allowed: BUREAU, elsewhere: as.shoVehari, status: 201, event: 'split.proposed' },
    }),
  )
  it('lists what was made of them meanwhile, and leaves exactly what there was before', async () => {
    const [first, second] = [await named('Imtiaz Ali', 'Sher Ali'), await named('Imtiyaz Ali', 'Sher Ali')]
    const made = await merged(first, second)
    await root.query(
      `insert into register.print (print_id, print_number, kind, person_id, content_enc, kek_id, content_hash, code, printed_by)
       values (gen_random_uuid(), 'P-2026-990001', 'duties', $1, '\\x00', 'k', decode(repeat('00', 32), 'hex'), 'c', $2)`,
      [second.person_id, BUREAU.officer_id],
    )
    await look(BUREAU, first)
    const form = (await BUREAU.api.get(paths.newSplit(first.person_id))).body as SplitForm
    assert.deepEqual(
      form.records.map((row) => row.record_number),
      [first.record_number, second.record_number],
    )
    assert.deepEqual(
      form.papers.map(({ number }) => number),
      ['P-2026-990001'],
    )
    const reply = await BUREAU.api.post(paths.splits(first.person_id), split([second.record_number]))
    const { approval_id } = reply.body as { approval_id: string }
    const { rows } = (await SECOND.api.get(`/approvals/${approval_id}`)).body as Approval
    assert.match(rows.find(({ field }) => field === 'papers')?.after ?? '', /P-2026-990001/)
    assert.equal((await approve(SECOND, approval_id)).status, 200)
    assert.deepEqual([await recordsOf(first), await recordsOf(second)], [ids(first), ids(second)])
    assert.deepEqual(
      (await get(BUREAU, made)).decisions[0]?.decision,
      'different',
      'no number joins them again',
    )
  })
  it('takes out only records of that person, and never all', async () => {
    for (const leaving of [[lone.record_number], [khalid.record_number, parvaiz.record_number]])
      assert.equal((await BUREAU.api.post(paths.splits(khalid.person_id), split(leaving))).status, 409)
  })
})

describe('the owners of one person’s records', () => {
  it('see each other’s record number and station, and nobody else does', async () => {
    const [one, other] = [
      await named('Zulfiqar Ali', 'Mehboob Ali'),
      await named('Zulfqar Ali', 'Mahboob Ali', { station_id: 'pb_vehari_city' }),
    ]
    await merged(one, other)
    await look(as.shoSaddar, one, 'supervision')
    const mine = await as.shoSaddar.api.get(`/people/${one.person_id}/identity`)
    assert.equal(mine.status, 200, mine.text)
    const { linked } = mine.body as { linked: { record_number: string }[] }
    assert.deepEqual(
      linked.map(({ record_number }) => record_number),
      [one.record_number, other.record_number],
    )
    assert.ok(!mine.text.includes(other.person_id))
    assert.equal((await as.shoSaddar.api.get(`/people/${other.person_id}/identity`)).status, 404)
    assert.equal((await lastEvent(register, 'match.decided'))?.outcome, 'done')
    for (const [who, own, others] of [
      [as.shoSaddar, one, other],
      [as.shoVehari, other, one],
    ] as const) {
      const day = (await who.api.get('/')).body as DayReply
      const told = JSON.stringify(day.sections.find(({ key }) => key === 'linked'))
      assert.ok(told.includes(own.record_number), 'on the day of either owner')
      const [found, ...more] = ((await look(who, own, 'supervision')).body as SearchMade).results
      assert.deepEqual(
        [found?.record_number, found?.with_records, more],
        [own.record_number, [others.record_number], []],
      )
      const { person } = (await who.api.get(`/people/${own.person_id}`)).body as PersonSummary
      assert.deepEqual(
        person.records.map(({ record_number }) => record_number),
        [one.record_number, other.record_number],
      )
    }
  })
  it('stand in a search of the Bureau as one person, whichever number was asked for', async () => {
    const [one, other] = [
      await named('Wilayat Hussain', 'Ghazi Khan'),
      await named('Wilayat Husain', 'Ghazi Khan'),
    ]
    await merged(one, other)
    const query = { query: 'Wilayat Hussain s/o Ghazi Khan', purpose: 'registration', case_reference: 'C 1' }
    const { results, search_id } = (await BUREAU.api.post('/searches', query)).body as SearchMade
    const both = [one.record_number, other.record_number]
    const shown = results.filter(({ record_number }) => both.includes(record_number))
    assert.equal(shown.length, 1)
    assert.deepEqual([shown[0]?.record_number ?? '', ...(shown[0]?.with_records ?? [])].sort(), both.sort())
    const again = (await BUREAU.api.get(`/searches/${search_id}`)).body as SearchMade
    assert.equal(again.results.filter(({ record_number }) => both.includes(record_number)).length, 1)
    for (const asked of [one, other]) {
      const [found] = ((await look(BUREAU, asked)).body as SearchMade).results
      assert.deepEqual(
        found?.with_records,
        both.filter((number) => number !== asked.record_number),
      )
    }
  })
})
