import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { MatchList } from '../../contract/matches.ts'
import { paths } from '../../contract/paths.ts'
import { freshCnic, type Given, type GivenPerson, given } from '../../tests/support/given.ts'
import { givenLink } from '../../tests/support/given-match.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { slipIndex } from '../clearances/cleared.ts'
import { asActor, asGate, send } from '../platform/database.ts'
import type { AsJob } from '../platform/jobs.ts'
import { blindIndex } from '../platform/keys.ts'
import { NIGHT_WORK } from '../platform/night-work.ts'
import { OPEN_SESSION } from '../platform/session-statements.ts'
import { hashOf, newToken } from '../platform/tokens.ts'
import { comparing } from './run-job.ts'

const register = await openTestRegister()
const { program, root, as } = register
const BUREAU = as.bureauOfficer

const openAs = async (posting_id: string) => {
  const token = newToken()
  const values = [hashOf(token), crypto.randomUUID(), posting_id, 'job', 'en', false]
  await asGate(program.database, (tx) => send(tx, OPEN_SESSION, values))
  return token
}
const night_token = await openAs(NIGHT_WORK.posting_id)
/** The job, three people a transaction; `most` transactions, then the program is killed. */
const run = (most = Number.POSITIVE_INFINITY, token = night_token, asked_at?: Temporal.Instant) => {
  let done = 0
  const asJob: AsJob = (work) => {
    done += 1
    if (done > most) throw new Error('killed')
    return asActor(program.database, token, (tx, session) => {
      assert.ok(session)
      return work(tx, session)
    })
  }
  const { officer_id, posting_id } = NIGHT_WORK
  const signal = new AbortController().signal
  return comparing(3)({
    program,
    payload: { id: officer_id, posting_id },
    as: asJob,
    attempt: 1,
    asked_at,
    signal,
  })
}

const thisInstant = async () =>
  Temporal.Instant.from((await root.query('select clock_timestamp()::text as at')).rows[0].at)
const countRuns = async () =>
  (await root.query('select count(*)::int as count from register.link_run')).rows[0].count as number

const named = (name: string, father: string, more: GivenPerson = {}) =>
  given.person(register, {
    names: [
      { kind: 'name', script: 'Latn', text: name },
      { kind: 'father', script: 'Latn', text: father },
    ],
    ...more,
  })
type Two = readonly [Given, Given]
const two = async (name: string, father: string, ...more: GivenPerson[]): Promise<Two> => [
  await named(name, father, { cnic: null, ...more[0] }),
  await named(name, father, { cnic: null, station_id: 'pb_vehari_city', ...more[1] }),
]
const alike = await two('Zahoor Elahi', 'Qurban Ali')
const told_apart = await two('Shaukat Mahmood', 'Inayat Ullah')
const joined = await two('Waryam Khan', 'Sher Zaman')
const [cleared_cnic, number] = [freshCnic(), freshCnic()]
const cleared = await two('Munawar Hussain', 'Chiragh Din', { cnic: cleared_cnic })
const slip_cnic = freshCnic()
const of_a_slip = await two('Lal Khan', 'Wali Dad', { cnic: slip_cnic })
const by_number = await two('Ghulam Qadir', 'Allah Wasaya', { cnic: number }, { cnic: number })
const of_other_sex = await two('Naseem Akhtar', 'Barkat Ali', { sex: 'male' }, { sex: 'female' })
const two_numbers = await two('Riaz Hussain', 'Nawab Din', { cnic: freshCnic() }, { cnic: '9888877776665' })
const held_in_two = await two('Karam Dad', 'Fateh Muhammad')
for (const [at, district] of ['pb_lahore', 'pb_multan'].entries())
  await root.query('update register.custody set held_district_id = $2 where person_id = $1', [
    held_in_two[at]?.person_id,
    district,
  ])
const years_apart = await two('Sabir Ali', 'Meher Din', { born_on: '1960-01-01' }, { born_on: '1985-01-01' })
await givenLink(register, joined[1], joined[0])
await root.query(
  `insert into register.match_pair (match_pair_id, found_by, person_a_id, person_b_id, weight, compared_at, decision, decided_at, decided_by)
   values (gen_random_uuid(), 'intake', $1, $2, 1, now(), 'different', now(), $3)`,
  [...told_apart.map(({ person_id }) => person_id).sort(), BUREAU.officer_id],
)
await root.query(
  `insert into register.clearance (clearance_id, person_id, number_index, issued_by, issued_at)
   values (gen_random_uuid(), $1, $2, $5, now()), (gen_random_uuid(), $3, $4, $5, now())`,
  [
    ...[cleared[1].person_id, blindIndex(program.keyring, 'cnic', cleared_cnic)],
    // As slips are kept: under a hash of their own.
    ...[of_a_slip[1].person_id, slipIndex(program.keyring, slip_cnic), BUREAU.officer_id],
  ],
)

const pairOf = async ([one, other]: Two) => {
  const { rows } = await root.query(
    'select found_by, decision, weight from register.match_pair where person_a_id = $1 and person_b_id = $2',
    [one.person_id, other.person_id].sort(),
  )
  return rows[0]
}
const lastRun = async () =>
  (await root.query('select * from register.link_run order by begun_at desc limit 1')).rows[0]
const links = async () => (await root.query('select * from register.identity_link order by link_no')).rows
const links_before = await links()

const PAIRS_TO_COMPARE = 'select * from register.pairs_to_compare($1, 200, $2)'

describe('the whole register compared with itself', () => {
  it('goes on where it was cut short, and when it is asked to stop it stops', async () => {
    const asked_at = await thisInstant()
    await assert.rejects(run(3), { message: 'killed' })
    const cut = await lastRun()
    assert.deepEqual([cut.done_count, cut.of_count, cut.ended_at], [6, 20, null])
    await root.query('update register.link_run set stop_asked_at = now()')
    const { last_run } = (await BUREAU.api.get(paths.matches())).body as MatchList
    assert.deepEqual([last_run?.done_count, last_run?.is_stopped], [6, true])
    await run(3, night_token, asked_at) // what was killed is tried again by itself
    assert.deepEqual([(await lastRun()).done_count, (await lastRun()).ended_at], [6, null])
    await run()
    const ended = await lastRun()
    assert.equal(ended.link_run_id, cut.link_run_id)
    assert.deepEqual([ended.done_count, ended.ended_at !== null], [20, true])
  })
  it('is not run again for who asked while it ran: one that waited behind it does nothing', async () => {
    const before = await countRuns()
    const { ended_at } = await lastRun()
    await run(1, night_token, ended_at.toTemporalInstant().subtract({ seconds: 1 }))
    assert.equal(await countRuns(), before)
  })
  it('queues whoever may be one person, and joins nobody', async () => {
    const [one, other] = [await pairOf(alike), await pairOf(by_number)]
    assert.deepEqual(
      [one?.found_by, one?.decision, other?.found_by, other?.decision],
      ['link', null, 'link', null],
    )
    assert.ok(one.weight >= 12_000 && other.weight > one.weight)
    const { rows } = await root.query('select found_count from register.link_run')
    assert.equal(rows[0].found_count, 2)
    assert.deepEqual(await links(), links_before)
  })
  it('keeps to what was decided, and to what forbids that two are one', async () => {
    assert.deepEqual((await pairOf(told_apart))?.decision, 'different')
    for (const pair of [joined, cleared, of_a_slip, of_other_sex, two_numbers, years_apart, held_in_two])
      assert.equal(await pairOf(pair), undefined)
  })
  it('writes an event of each pair with the row’s hash, and one of the run', async () => {
    const { rows } = await root.query(
      `select action, count(*)::int as count, bool_and(row_after is not null or action = 'match.compared') as is_hashed
         from audit.event where action in ('match.found', 'match.compared') and officer_id = $1 group by action order by action`,
      [NIGHT_WORK.officer_id],
    )
    assert.deepEqual(rows, [
      { action: 'match.compared', count: 1, is_hashed: true },
      { action: 'match.found', count: 2, is_hashed: true },
    ])
  })
  it('adds nothing when it is run again, and asks again of nobody who is of a person that was told apart', async () => {
    await givenLink(register, cleared[0], told_apart[0])
    await root.query(
      `update register.clearance set withdrawn_at = now(), withdrawn_by = $2, withdrawn_for = 'other',
              withdrawal_approval_id = (select approval_id from register.approval_decision limit 1) where person_id = $1`,
      [cleared[1].person_id, BUREAU.officer_id],
    )
    await run()
    const again = await lastRun()
    assert.deepEqual([again.done_count, again.found_count], [20, 1], 'only whose clearance was withdrawn')
    assert.equal((await pairOf(cleared))?.found_by, 'link')
  })
  it('gives no place among the likeliest to whom something was decided about', async () => {
    const [first, second, third] = [
      await named('Dost Muhammad', 'Pir Bakhsh', { cnic: null, born_on: '1970-03-01' }),
      await named('Dost Muhammad', 'Pir Bakhsh', { cnic: null, born_on: '1970-03-01' }),
      await named('Dost Muhammad', 'Pir Bakhsh', { cnic: null, born_on: '1970-03-01' }),
    ].toSorted((a, b) => (a.person_id < b.person_id ? -1 : 1)) as [Given, Given, Given]
    const likeliest = async (most_each: number) =>
      (
        await asActor(program.database, night_token, (tx) =>
          send<{ other_id: string }>(tx, { name: 'some', text: PAIRS_TO_COMPARE }, [
            [first.person_id],
            most_each,
          ]),
        )
      ).map(({ other_id }) => other_id)
    const both = [second.person_id, third.person_id]
    assert.deepEqual(await likeliest(1), [second.person_id])
    const decide = (decision: string, on: Given) =>
      root.query(
        `insert into register.match_pair (match_pair_id, found_by, person_a_id, person_b_id, weight, compared_at, decision, decided_at, decided_by)
         values (gen_random_uuid(), 'intake', $1, $2, 1, now(), $3, now(), $4)`,
        [first.person_id, on.person_id, decision, BUREAU.officer_id],
      )
    await decide('different', second)
    assert.deepEqual(await likeliest(1), [third.person_id], 'the next one takes the place')
    await root.query('delete from register.match_pair where person_a_id = $1', [first.person_id])
    assert.deepEqual((await likeliest(2)).toSorted(), both)
    await givenLink(register, second, first)
    assert.deepEqual(await likeliest(1), [third.person_id], 'also where both are known to be one')
  })
  it('is one run also where two begin it at the same moment', async () => {
    const before = await countRuns()
    await Promise.all([run(), run()])
    assert.equal(await countRuns(), before + 1)
    const { done_count, of_count, ended_at } = await lastRun()
    assert.deepEqual([done_count, ended_at !== null], [of_count, true])
  })
  it('is no work of an officer', async () => {
    await assert.rejects(run(1, await BUREAU.token()), {
      message: 'only the night work compares the whole register',
    })
    const read = asActor(program.database, await BUREAU.token(), (tx) =>
      send(tx, { name: 'pairs', text: 'select * from register.pairs_to_compare($1, 200, 20)' }, [
        [alike[0].person_id, alike[1].person_id],
      ]),
    )
    assert.deepEqual(await read, [])
  })
})
