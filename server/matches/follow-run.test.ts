import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { openTestRegister } from '../../tests/support/register.ts'
import { NIGHT_WORK } from '../platform/night-work.ts'
import { followRun, stopRun } from './follow-run.ts'

const { root } = await openTestRegister()

type Run = { begun_at: Date; stop_asked_at: Date | null; ended_at: Date | null; done_count: number }
const runs = async () => (await root.query<Run>('select * from register.link_run order by begun_at')).rows
const jobs = async () =>
  (await root.query(`select key, locked_at from graphile_worker.jobs where key like 'matches.compare:%'`))
    .rows
const ADD_JOB = `select graphile_worker.add_job('matches.compare', '{}', job_key := 'matches.compare:' || $1)`
const begin = () =>
  root.query(
    `insert into register.link_run (link_run_id, begun_by, least_weight, of_count) values (gen_random_uuid(), $1, 12000, 9)`,
    [NIGHT_WORK.officer_id],
  )
const change = (words: string) => root.query(`update register.link_run set ${words} where ended_at is null`)
const hold = (is_held: boolean) =>
  root.query(
    `update graphile_worker._private_jobs set locked_at = ${is_held ? 'now()' : 'null'}, locked_by = ${is_held ? "'a worker'" : 'null'}`,
  )
const finish = () => root.query('delete from graphile_worker._private_jobs')

/** Follows while the register does one of these each second; what it said, and how it ended. */
async function follow(...seconds: (() => Promise<unknown>)[]) {
  const said: string[] = []
  const work = seconds.values()
  const ended = await followRun(root, {
    say: (line) => void said.push(line),
    wait: async () => work.next().value?.(),
  })
  return { said, ended }
}
const nothing = async () => undefined

describe('a run that is followed', () => {
  beforeEach(async () => {
    await finish()
    await root.query('delete from register.link_run')
  })
  it('is told of until everybody was compared', async () => {
    const { said, ended } = await follow(begin, () => change('done_count = 9, ended_at = now()'))
    assert.deepEqual(said, ['0 of 9 records, 0 new pairs', '9 of 9 records, 0 new pairs'])
    assert.equal(ended, 'ended')
  })
  it('and was stopped before is followed to its end, twice, though it began before it was asked for', async () => {
    await begin()
    for (const done of [3, 6]) {
      await change(`done_count = ${done}`)
      assert.equal(await stopRun(root), done)
      // Nobody takes it up for longer than a stop takes.
      const waits = Array.from({ length: 9 }, () => nothing)
      const going_on = () => change('stop_asked_at = null')
      if (done === 3) {
        const { said, ended } = await follow(...waits, going_on, () => stopRun(root))
        const going_on_from = 'a run was broken off after 3 records: it is gone on with'
        assert.deepEqual([said, ended], [[going_on_from, '3 of 9 records, 0 new pairs'], 'stopped'])
      } else {
        const { said, ended } = await follow(...waits, going_on, () =>
          change('done_count = 9, ended_at = now()'),
        )
        assert.deepEqual(
          [said, ended],
          [
            [
              'a run was broken off after 6 records: it is gone on with',
              ...['6 of 9 records, 0 new pairs', '9 of 9 records, 0 new pairs'],
            ],
            'ended',
          ],
        )
      }
    }
    assert.equal((await runs()).length, 1)
  })
  it('is one run also where another follows it: while it is worked on nothing more is asked for', async () => {
    const another = async () => {
      const other = await follow(() => change('done_count = 9, ended_at = now()'))
      assert.equal(other.ended, 'ended')
      assert.deepEqual(other.said, [
        'a run is under way: no second one is begun, this one is followed',
        ...['0 of 9 records, 0 new pairs', '9 of 9 records, 0 new pairs'],
      ])
      await finish()
    }
    const { ended } = await follow(begin, () => hold(true), another)
    assert.equal(ended, 'ended')
    assert.deepEqual([await jobs(), (await runs()).length], [[], 1])
  })
  it('is not asked for a second time while it is worked on without its key', async () => {
    await root.query(ADD_JOB, [NIGHT_WORK.officer_id])
    await hold(true)
    // As the clock asks: what is held loses its key, and another waits behind it; that one was taken away.
    await root.query(ADD_JOB, [NIGHT_WORK.officer_id])
    await root.query('delete from graphile_worker._private_jobs where locked_at is null')
    await begin()
    await follow(nothing, () => change('done_count = 9, ended_at = clock_timestamp()'))
    assert.deepEqual(await jobs(), [])
  })
  it('is not asked for again where it ended between two looks', async () => {
    await begin()
    const query = async (text: string, values?: unknown[]) => {
      if (text.includes('add_job')) await change('done_count = 9, ended_at = clock_timestamp()')
      return root.query(text, values)
    }
    const client = { query } as Pick<typeof root, 'query'> as typeof root
    const ended = await followRun(client, { say: () => undefined, wait: nothing })
    assert.deepEqual([ended, await jobs()], ['ended', []])
  })
  it('is asked for again where the work that was there had just been stopped', async () => {
    await begin()
    await root.query(ADD_JOB, [NIGHT_WORK.officer_id])
    await hold(true)
    await stopRun(root)
    const taken = async () => {
      assert.deepEqual(
        (await jobs()).map(({ locked_at }) => locked_at),
        [null],
      )
      await change('stop_asked_at = null, ended_at = now()')
    }
    assert.equal((await follow(finish, taken)).ended, 'ended')
  })
  it('is begun at once where it waits for a later attempt', async () => {
    await root.query(
      `select graphile_worker.add_job('matches.compare', '{}', job_key := 'matches.compare:' || $1, run_at := now() + interval '1 hour')`,
      [NIGHT_WORK.officer_id],
    )
    await follow(begin, () => change('ended_at = now()'))
    const { rows } = await root.query('select run_at <= now() as is_ready from graphile_worker.jobs')
    assert.deepEqual(rows, [{ is_ready: true }])
  })
  it('stands alone: of two begun at once one is', async () => {
    const both = await Promise.allSettled([begin(), begin()])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    assert.equal((await runs()).length, 1)
  })
  it('is given up where no register runs', async () => {
    await assert.rejects(follow(), { message: 'nobody takes up the work: is the register running?' })
    assert.equal(await stopRun(root), undefined)
  })
})
