import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type pg from 'pg'
import { openTestRegister } from '../../tests/support/register.ts'
import { asGate, send } from './database.ts'
import { board } from './flight.ts'

const register = await openTestRegister()

async function withClient(work: (client: pg.PoolClient) => Promise<void>) {
  const client = await register.program.database.app.connect()
  try {
    await work(client)
  } finally {
    client.release()
  }
}

const one = { name: 'flight_one', text: 'select $1::text as value' }

describe('a flight', () => {
  it('answers each statement with its own rows, in order, also when they are prepared already', () =>
    withClient(async (client) => {
      for (const round of ['first', 'again']) {
        const [a, none, b] = await Promise.all([
          board(client, one, [`${round} a`]),
          board(client, { text: 'select where false' }),
          board(client, one, [null]),
        ])
        assert.deepEqual([a.rows, none.rows, b.rows], [[{ value: `${round} a` }], [], [{ value: null }]])
      }
    }))

  it('fails as a whole, and the connection goes on', () =>
    withClient(async (client) => {
      const broken = { name: 'flight_broken', text: 'select 1 / $1::integer as value' }
      const landed = await Promise.allSettled([
        board(client, one, ['before']),
        board(client, broken, [0]),
        board(client, one, ['behind']),
      ])
      assert.deepEqual(
        landed.map((l) => l.status),
        ['rejected', 'rejected', 'rejected'],
      )
      assert.deepEqual((await board(client, broken, [1])).rows, [{ value: 1 }])
    }))

  it('prepares a statement again whose first attempt did not get through', () =>
    withClient(async (client) => {
      const missing = { name: 'flight_missing', text: 'select $1::text as value' }
      await Promise.allSettled([board(client, missing, ['x']), board(client, { text: 'no statement' })])
      await assert.rejects(board(client, { text: 'no statement' }), /syntax error/)
      assert.deepEqual((await board(client, missing, ['y'])).rows, [{ value: 'y' }])
    }))

  it('refuses a second statement under a name, which would run the first where that is prepared already', () =>
    withClient(async (client) => {
      await board(client, one, ['known'])
      const another = { ...one, text: 'select $1::text || $1 as value' }
      await assert.rejects(board(client, another, ['x']), /two statements are named flight_one/)
    }))

  it('refuses a number that is not safe, and only the statements that travel with it', () =>
    withClient(async (client) => {
      await assert.rejects(board(client, { text: 'select 9007199254740993::int8 as value' }), /out of range/)
      assert.deepEqual((await board(client, one, ['on'])).rows, [{ value: 'on' }])
    }))

  it('does not commit when a statement before the commit fails', async () => {
    const write = asGate(register.program.database, async (tx) => {
      void send(tx, { name: 'flight_fault', text: 'select 1 / $1::integer' }, [0]).catch(() => undefined)
    })
    await assert.rejects(write, /division by zero/)
  })
})
