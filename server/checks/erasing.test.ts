// Nothing of a suspect who is not on the register is left to find: not in the clear, not by any key that is left, not by hash.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { given } from '../../tests/support/given.ts'
import {
  type GivenAnswer,
  givenAskedCheck,
  givenDraftedCheck,
  givenForwardedCheck,
  givenProposedAnswer,
  givenReleasedAnswer,
} from '../../tests/support/given-check.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { asActor, asGate, send } from '../platform/database.ts'
import { blindIndex, open, openDataKey } from '../platform/keys.ts'
import { NIGHT_WORK } from '../platform/night-work.ts'
import { OPEN_SESSION } from '../platform/session-statements.ts'
import { hashOf, newToken } from '../platform/tokens.ts'
import { eraseChecks } from './erase-job.ts'

const register = await openTestRegister()
const { as, root, program, clock } = register
const me = as.investigatorMultan
const bashir = await given.person(register, { custody: [{ from_on: '2025-02-11', to_on: null }] })

/** Runs the night work so many days from now. */
async function nightAfter(days: number) {
  const token = newToken()
  const values = [hashOf(token), randomUUID(), NIGHT_WORK.posting_id, 'job', 'en', false]
  await asGate(program.database, (tx) => send(tx, OPEN_SESSION, values))
  clock.tick(days * 86_400_000)
  try {
    await eraseChecks({
      program,
      payload: { id: NIGHT_WORK.officer_id, posting_id: NIGHT_WORK.posting_id },
      as: (work) =>
        asActor(program.database, token, (tx, session) => {
          if (!session) throw new Error('no session')
          return work(tx, session)
        }),
      attempt: 1,
      signal: new AbortController().signal,
    })
  } finally {
    clock.tick(-days * 86_400_000)
  }
}

type Sealed = { table: string; key: string; columns: string[] }

/** Tables whose rows bear a key of their own, with the column that names the key and the sealed columns. */
async function sealedTables(): Promise<Sealed[]> {
  const { rows } = await root.query(
    `select c.relname as table, array_agg(a.attname::text) filter (where a.attname ~ '_enc$') as columns,
            (select k.attname::text from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = i.indkey[0]
              where i.indrelid = c.oid and i.indisprimary) as key
       from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'register'::regnamespace and c.relkind = 'r' and not a.attisdropped
      group by c.oid, c.relname having bool_or(a.attname = 'wrapped_key')`,
  )
  return rows.filter((row) => row.columns && row.key)
}

const MOST_VERSIONS = 12

/** Everything that the program's own keys still open, with what hangs on a request's key; and every table in the clear. */
async function allThatCanBeRead(): Promise<string> {
  const read: string[] = []
  const tryOpen = (
    key: NonNullable<ReturnType<typeof openDataKey>>,
    place: { table: string; row: string; column: string },
    sealed: Buffer,
  ) => {
    for (let version = 1; version <= MOST_VERSIONS; version += 1)
      try {
        read.push(open(key, { ...place, version }, sealed))
        return
      } catch {}
  }
  for (const { table, key: by, columns } of await sealedTables()) {
    const { rows } = await root.query(`select * from register.${table} where wrapped_key is not null`)
    for (const row of rows) {
      const key = openDataKey(program.keyring, row[by], row)
      for (const column of key ? columns : [])
        if (key && row[column]) tryOpen(key, { table, row: row[by], column }, row[column])
      if (!key || table !== 'check_request') continue
      const steps = await root.query(
        'select step_id, note_enc from register.check_step where check_id = $1',
        [row[by]],
      )
      for (const { step_id, note_enc } of steps.rows)
        if (note_enc) tryOpen(key, { table: 'check_step', row: step_id, column: 'note_enc' }, note_enc)
    }
  }
  const { rows } = await root.query(
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace in ('register'::regnamespace, 'audit'::regnamespace, 'access'::regnamespace)`,
  )
  for (const { name } of rows) {
    const lines = await root.query(`select t::text as line from ${name} t`)
    read.push(...lines.rows.map(({ line }) => line))
  }
  return read.join('\n')
}

let planted = 0
/** A suspect of words that nobody else bears. */
function plant() {
  planted += 1
  const letters = 'abcdefghij'
  const tag = String(planted).replace(/\d/g, (d) => letters[Number(d)] ?? '')
  return {
    ...{
      name_latin: `Qwzx${tag} Vbnm`,
      name_urdu: `قژڑے${'ا'.repeat(planted)}ں`,
      father_name_latin: `Plmk${tag} Jhgf`,
    },
    cnic: `98765432${String(10_000 + planted)}`,
  }
}
const formsOf = (suspect: ReturnType<typeof plant>) => [
  ...Object.values(suspect),
  ...['cnic', 'slip', 'passport', 'suspect', 'check'].map((kind) =>
    blindIndex(program.keyring, kind, suspect.cnic).toString('hex'),
  ),
]
const foundOf = async (suspect: ReturnType<typeof plant>) => {
  const all = await allThatCanBeRead()
  return formsOf(suspect).filter((form) => all.includes(form))
}
const isKept = async (check_id: string) =>
  (await root.query('select wrapped_key from register.check_request where check_id = $1', [check_id])).rows[0]
    .wrapped_key !== null

const released = async (answer: GivenAnswer) => {
  const suspect = plant()
  return { suspect, check_id: await givenReleasedAnswer(register, answer, suspect) }
}

describe('ninety days after “no record”', () => {
  it('nothing of the suspect can be read any more, by any key or hash; before, all of it could', async () => {
    const suspect = plant()
    const check_id = await givenForwardedCheck(register, suspect)
    // What is typed in vain, and proposed in vain, lies under other keys.
    const draft = await givenDraftedCheck(me, suspect)
    await me.form(`/checks/${draft.check_id}/suspect`, {
      body_version: '1',
      name_latin: suspect.name_latin,
      cnic: '1',
    })
    const shown_hash = await givenProposedAnswer(register, check_id, { outcome: 'no_record' })
    await as.bureauOfficerTwo.api.post(`/checks/${check_id}/releases`, { shown_hash })
    const before = await foundOf(suspect)
    assert.deepEqual(
      before.sort(),
      Object.values(suspect).sort(),
      'the control: all of it is there to be found',
    )
    await nightAfter(89)
    assert.equal(await isKept(check_id), true)
    await nightAfter(91)
    assert.deepEqual(await foundOf(suspect), [])
  })
  it('the request, the officer, the FIR and the log stay', async () => {
    const { check_id } = await released({ outcome: 'no_record' })
    await nightAfter(91)
    const { rows } = await root.query(
      'select asked_by, fir_number > 0 as has_fir, octet_length(fir_hash) as hash, stage from register.check_request where check_id = $1',
      [check_id],
    )
    assert.deepEqual(rows, [{ asked_by: me.officer_id, has_fir: true, hash: 32, stage: 'released' }])
    const steps = await root.query('select act from register.check_step where check_id = $1', [check_id])
    assert.equal(steps.rowCount, 4)
    const events = await root.query(
      `select action, row_before is not null and row_after is not null as is_hashed, octet_length(body_commitment) as commitment
         from audit.event where subject_id = $1 and action in ('check.asked', 'check.erased') order by event_no`,
      [check_id],
    )
    assert.deepEqual(events.rows, [
      { action: 'check.asked', is_hashed: true, commitment: 32 },
      { action: 'check.erased', is_hashed: true, commitment: 32 },
    ])
    const page = await me.page(`/checks/${check_id}`)
    assert.equal(page.status, 200)
    assert.match(page.text, /destroyed/)
    const again = await me.api.post(`/checks/${check_id}/openings`)
    assert.equal((again.body as { title: string }).title, 'check_erased')
  })
})

describe('a suspect', () => {
  const confirmed = async (said: 'him' | 'not_him') => {
    const check_id = await givenReleasedAnswer(
      register,
      { outcome: 'record_exists', person_id: bashir.person_id },
      { cnic: bashir.cnic ?? '' },
    )
    const { print_id } = (await me.api.post(`/checks/${check_id}/openings`)).body as { print_id: string }
    const identifiers = ['father', 'district']
    const sent = await me.api.post(`/checks/${check_id}/openings/${print_id}/confirmations`, {
      said,
      identifiers,
    })
    assert.equal(sent.status, 201, sent.text)
    return check_id
  }
  it('who is not the one of the record is destroyed; who is, is kept with the disclosure', async () => {
    const [him, not_him] = [await confirmed('him'), await confirmed('not_him')]
    await nightAfter(91)
    assert.deepEqual([await isKept(him), await isKept(not_him)], [true, false])
  })
  it('of a request that a desk still has is kept, however old', async () => {
    const asked = await givenAskedCheck(me, plant())
    const forwarded = await givenForwardedCheck(register, plant())
    await nightAfter(400)
    assert.deepEqual([await isKept(asked), await isKept(forwarded)], [true, true])
  })
  it('of a request that was refused, or begun and left, is destroyed too', async () => {
    const refused = await givenAskedCheck(me, plant())
    await as.prosecutorMultan.api.post(`/checks/${refused}/refusals`, { refusal_reason: 'not_named' })
    const left = await givenDraftedCheck(me, plant())
    await nightAfter(91)
    assert.deepEqual([await isKept(refused), await isKept(left.check_id)], [false, false])
  })
  it('is destroyed by the night work alone, and nobody puts a key back', async () => {
    const { check_id } = await released({ outcome: 'no_record' })
    for (const who of [me, as.prosecutorMultan, as.bureauSupervisor]) {
      await asActor(program.database, await who.token(), (tx) =>
        tx.selectNoFrom((eb) => eb.fn('register.erase_check', [eb.val(check_id)]).as('done')).execute(),
      )
      assert.equal(await isKept(check_id), true, who.name)
    }
    await nightAfter(91)
    await assert.rejects(
      root.query(`update register.check_request set wrapped_key = '\\x00' where check_id = $1`, [check_id]),
      /never replaced/,
    )
  })
  it('was never a person, never a draft, never in an index of names or numbers', async () => {
    const before = await root.query(
      `select (select count(*) from register.person) + (select count(*) from register.draft) + (select count(*) from register.person_key)
            + (select count(*) from register.match_card) + (select count(*) from register.search) as count`,
    )
    const { suspect } = await released({ outcome: 'no_record' })
    const after = await root.query(
      `select (select count(*) from register.person) + (select count(*) from register.draft) + (select count(*) from register.person_key)
            + (select count(*) from register.match_card) + (select count(*) from register.search) as count`,
    )
    assert.deepEqual(after.rows, before.rows)
    const asked = { query: suspect.cnic, purpose: 'check', case_reference: 'Diary 1' }
    const found = await as.bureauOfficer.api.post('/searches', asked)
    assert.deepEqual((found.body as { results: object[] }).results, [])
  })
})
