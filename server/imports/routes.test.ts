import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ImportList, ImportView } from '../../contract/imports.ts'
import type { Cells } from '../../domain/imports/columns.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { ORIGIN, openTestRegister } from '../../tests/support/register.ts'
import { csvOf, returnRow, runJob, sendFile } from '../../tests/support/uploads.ts'
import { confirmReturn } from './confirm-job.ts'
import { tellConfirmed } from './queries.ts'
import { readImport } from './read-job.ts'
import { verifyImport } from './verify-job.ts'

const r = await openTestRegister({ is_demo: true })
const { prosecutorMultan, prosecutorVehari, bureauOfficer, auditor } = r.as

const sendIn = async (rows: readonly Cells[], stated?: number) => {
  const reply = await sendFile(r, prosecutorMultan, csvOf(rows, stated))
  const { import_id } = reply.body as { import_id: string }
  await runJob(r, readImport, prosecutorMultan, import_id)
  return import_id
}
const view = async (import_id: string) =>
  (await prosecutorMultan.api.get(`/imports/${import_id}`)).body as ImportView
const confirm = (import_id: string, is_difference_seen = false) =>
  prosecutorMultan.api.post(`/imports/${import_id}/confirm`, { is_difference_seen })
/** Confirms a return and makes its drafts, as the queue would. */
const confirmed = async (import_id: string) => {
  const { status, body } = await confirm(import_id)
  assert.deepEqual([status, body], [200, { import_id, state: 'confirming' }])
  await runJob(r, confirmReturn, prosecutorMultan, import_id)
  const { draft_count, counts } = await view(import_id)
  return { draft_count, repeated_count: counts.repeated }
}
const count = async (table: string, import_id: string): Promise<number> =>
  Number(
    (await r.root.query(`select count(*) from register.${table} where import_id = $1`, [import_id])).rows[0]
      .count,
  )
const put = (import_id: string, state: string) =>
  r.root.query('update register.import set state = $2 where import_id = $1', [import_id, state])

const known = await sendIn([returnRow(1), returnRow(2, { sex: '?' })])

describe('who may see and move a return', () => {
  const gets: [path: string, event: string][] = [
    [`/imports/${known}`, 'import.viewed'],
    [`/imports/${known}/refused.csv`, 'import.refused_downloaded'],
    [`/imports/${known}/refused.xlsx`, 'import.refused_downloaded'],
  ]
  for (const [path, event] of gets) {
    describe(path.replace(known, ':import_id'), () =>
      provesAccess(
        () => r,
        () => ({
          ...({ method: 'GET', path: () => path, event } as const),
          ...{ allowed: prosecutorMultan, elsewhere: prosecutorVehari },
        }),
      ),
    )
  }
  const lists: [path: string, event: string][] = [
    ['/imports', 'import.listed'],
    ['/imports/guide', 'import.guide_viewed'],
    ['/imports/template.csv', 'import.template_downloaded'],
    ['/imports/template.xlsx', 'import.template_downloaded'],
  ]
  for (const [path, event] of lists) {
    describe(path, () =>
      provesAccess(
        () => r,
        () => ({
          ...({ method: 'GET', path: () => path, event } as const),
          ...{ allowed: prosecutorMultan, elsewhere: auditor },
        }),
      ),
    )
  }
  const acts: [act: string, from: string, event: string][] = [
    ['stop', 'reading', 'import.stopped'],
    ['resume', 'stopped', 'import.resumed'],
    ['confirm', 'read', 'import.confirming_begun'],
    ['cancel', 'read', 'import.cancelled'],
  ]
  for (const [at, [act, from, event]] of acts.entries()) {
    describe(act, async () => {
      const import_id = await sendIn([returnRow(10 + at)])
      provesAccess(
        () => r,
        () => ({
          method: 'POST',
          path: async () => {
            await put(import_id, from)
            return `/imports/${import_id}/${act}`
          },
          ...(act === 'confirm' ? { body: () => ({ is_difference_seen: false }) } : {}),
          ...{ allowed: prosecutorMultan, elsewhere: prosecutorVehari, event },
        }),
      )
    })
  }

  it('lets the Bureau read a return, and only read it', async () => {
    const reply = await bureauOfficer.api.get(`/imports/${known}`)
    assert.deepEqual([reply.status, (reply.body as ImportView).may_decide], [200, false])
    assert.equal((await bureauOfficer.api.post(`/imports/${known}/cancel`)).status, 404)
  })
})

describe('sending a return in', () => {
  const file = csvOf([returnRow(31)])

  it('answers 401 to someone not signed in, without reading on, and records it', async () => {
    const data = new Response(
      (() => {
        const form = new FormData()
        form.append('file', new Blob([file]), 'a.csv')
        return form
      })(),
    )
    const reply = await r.app.inject({
      ...({ method: 'POST', url: '/api/v1/imports' } as const),
      headers: { origin: ORIGIN, 'content-type': data.headers.get('content-type') ?? '' },
      payload: Buffer.from(await data.arrayBuffer()),
    })
    assert.equal(reply.statusCode, 401)
    assert.equal((await lastEvent(r, 'import.uploaded'))?.outcome, 'refused')
  })

  it('does not exist for a role that sends none in, and records it', async () => {
    assert.equal((await sendFile(r, bureauOfficer, file)).status, 404)
    const event = await lastEvent(r, 'import.uploaded')
    assert.deepEqual([event?.outcome, event?.officer_id], ['refused', bureauOfficer.officer_id])
  })

  it('answers 201 to a prosecutor, and records whose return it is', async () => {
    const reply = await sendFile(r, prosecutorMultan, file)
    assert.equal(reply.status, 201)
    const event = await lastEvent(r, 'import.uploaded')
    const { import_id } = reply.body as { import_id: string }
    assert.deepEqual([event?.outcome, event?.subject_id], ['done', import_id])
  })

  it('without a file says so beside its field', async () => {
    const reply = await sendFile(r, prosecutorMultan, '', { name: '', is_form: true })
    assert.equal(reply.status, 303)
    assert.match((await prosecutorMultan.page(reply.location ?? '')).text, /Choose a file/)
  })

  it('takes no message that only speaks of a file', async () => {
    assert.equal((await prosecutorMultan.api.post('/imports', { file: known })).status, 415)
  })

  it('asks the browser to come back while the file is read, and then no more', async () => {
    const { import_id } = (await sendFile(r, prosecutorMultan, csvOf([returnRow(32)]))).body as {
      import_id: string
    }
    assert.equal((await prosecutorMultan.page(`/imports/${import_id}`)).headers['refresh'], '2')
    await runJob(r, readImport, prosecutorMultan, import_id)
    assert.equal((await prosecutorMultan.page(`/imports/${import_id}`)).headers['refresh'], undefined)
  })
})

describe('confirming a return', () => {
  it('makes one expectation and one draft of each conviction, and asks for their identity checks', async () => {
    const import_id = await sendIn([returnRow(41), returnRow(42), returnRow(42), returnRow(43, { sex: '?' })])
    assert.deepEqual(await confirmed(import_id), { draft_count: 2, repeated_count: 1 })
    assert.deepEqual([await count('draft', import_id), await count('expectation', import_id)], [2, 2])
    await runJob(r, verifyImport, prosecutorMultan, import_id)
    const { rows } = await r.root.query(
      `select d.draft_id, j.key from register.draft d left join graphile_worker._private_jobs j on j.key = 'identity.verify:' || d.draft_id
        where d.import_id = $1 and d.stage = 'identity'`,
      [import_id],
    )
    assert.deepEqual(
      rows.map(({ draft_id, key }) => key === `identity.verify:${draft_id}`),
      [true, true],
    )
  })

  it('makes nothing at all when one row of it fails', async () => {
    const import_id = await sendIn([returnRow(44), returnRow(45), returnRow(46)])
    await r.root.query(`update register.import_row set row_enc = '\\x00' where import_id = $1 and line = 4`, [
      import_id,
    ])
    await confirm(import_id)
    await assert.rejects(runJob(r, confirmReturn, prosecutorMultan, import_id))
    assert.deepEqual([await count('draft', import_id), await count('expectation', import_id)], [0, 0])
    const { rows } = await r.root.query('select state from register.import where import_id = $1', [import_id])
    assert.equal(rows[0].state, 'confirming', 'the queue tries again')
  })

  it('tells how far it has come, and made nothing when it was killed on the way; begun again it is done', async () => {
    const import_id = await sendIn(Array.from({ length: 5 }, (_, at) => returnRow(500 + at)))
    await confirm(import_id)
    const page = await prosecutorMultan.page(`/imports/${import_id}`)
    assert.equal(page.headers['refresh'], '2')
    assert.match(page.text, /<progress/)
    const stopped = AbortSignal.abort()
    await assert.rejects(runJob(r, confirmReturn, prosecutorMultan, import_id, { signal: stopped }))
    assert.deepEqual([await count('draft', import_id), (await view(import_id)).state], [0, 'confirming'])
    await runJob(r, confirmReturn, prosecutorMultan, import_id)
    assert.deepEqual([await count('draft', import_id), (await view(import_id)).state], [5, 'confirmed'])
    assert.equal((await prosecutorMultan.page(`/imports/${import_id}`)).headers['refresh'], undefined)
  })

  it('tells its progress beside the transaction that makes the drafts', async () => {
    const import_id = await sendIn([returnRow(520)])
    await confirm(import_id)
    // Another transaction holds drafts of this return, as the job does half-way; the count can be told meanwhile.
    await r.root.query('begin')
    await r.root.query('select from register.import where import_id = $1 for key share', [import_id])
    await runJob(
      r,
      async ({ as, payload }) => void (await as((tx) => tellConfirmed(tx, payload.id, 1))),
      prosecutorMultan,
      import_id,
    )
    assert.equal((await view(import_id)).confirmed_count, 1)
    await r.root.query('commit')
  })

  it('goes on in the name of a colleague who presses again, and its event bears the return’s hash', async () => {
    const import_id = await sendIn([returnRow(530)])
    await confirm(import_id)
    const { deputyMultan } = r.as
    const again = await deputyMultan.api.post(`/imports/${import_id}/confirm`, { is_difference_seen: false })
    assert.equal(again.status, 200)
    const { rows: queued } = await r.root.query(
      "select payload ->> 'posting_id' as posting_id from graphile_worker._private_jobs where key = 'import.confirm:' || $1",
      [import_id],
    )
    assert.deepEqual(queued, [{ posting_id: deputyMultan.posting_id }])
    await runJob(r, confirmReturn, deputyMultan, import_id)
    const { rows } = await r.root.query(
      "select officer_id, row_before <> row_after as is_changed from audit.event where action = 'import.confirmed' and subject_id = $1",
      [import_id],
    )
    assert.deepEqual(rows, [{ officer_id: deputyMultan.officer_id, is_changed: true }])
  })

  it('waits for its prosecutor again when another return has told of all its rows meanwhile', async () => {
    const first = await sendIn([returnRow(540)])
    const second = await sendIn([returnRow(540), returnRow(541, { sex: '?' })])
    await confirmed(first)
    await confirm(second)
    await runJob(r, confirmReturn, prosecutorMultan, second)
    const { state, counts } = await view(second)
    assert.deepEqual([state, counts.accepted, counts.repeated], ['read', 0, 1])
    assert.equal((await lastEvent(r, 'import.confirmed'))?.policy, 'nothing_to_confirm')
  })

  it('leaves out what another return told of since this one was read, and says how many', async () => {
    const first = await sendIn([returnRow(47)])
    const second = await sendIn([returnRow(47), returnRow(48)])
    await confirmed(first)
    assert.deepEqual(await confirmed(second), { draft_count: 1, repeated_count: 1 })
    assert.deepEqual((await view(second)).counts, { accepted: 1, warned: 0, refused: 0, repeated: 1 })
  })

  it('asks that a count other than the file’s was seen', async () => {
    const import_id = await sendIn([returnRow(49)], 7)
    assert.equal((await confirm(import_id)).status, 400)
    assert.equal((await confirm(import_id, true)).status, 200)
  })

  it('is done once', async () => {
    const import_id = await sendIn([returnRow(50)])
    const replies = await Promise.all([confirm(import_id), confirm(import_id), confirm(import_id)])
    assert.deepEqual(
      replies.map(({ status }) => status),
      [200, 200, 200],
    )
    const run = () => runJob(r, confirmReturn, prosecutorMultan, import_id)
    await Promise.all([run(), run()])
    await run()
    assert.deepEqual((await confirm(import_id)).body, { import_id, state: 'confirmed' })
    assert.deepEqual([await count('draft', import_id), await count('expectation', import_id)], [1, 1])
    assert.equal((await prosecutorMultan.api.post(`/imports/${import_id}/cancel`)).status, 409)
  })

  it('refuses a return of which nothing is left', async () => {
    const import_id = await sendIn([returnRow(51, { sex: '?' })])
    const reply = await confirm(import_id)
    assert.deepEqual([reply.status, (reply.body as { title: string }).title], [409, 'nothing_to_confirm'])
    assert.equal((await view(import_id)).state, 'read')
  })

  const starts: [name: string, changes: Cells, stage: string][] = [
    ['that gives all there is to know goes on to its identity check', {}, 'identity'],
    ['of an offence the law does not name ends there', { sections: '379 PPC' }, 'not_registrable'],
    ['without custody dates waits for the prosecutor', { custody: '' }, 'collecting'],
    [
      'with a serial that the entry cannot hold waits for the prosecutor',
      { fir_number: '77-A/23' },
      'collecting',
    ],
    [
      'of a person who may have been a child waits for the prosecutor',
      { born_on: '', age_years: '17' },
      'collecting',
    ],
  ]
  for (const [at, [name, changes, stage]] of starts.entries()) {
    it(`begins a draft where its facts put it: one ${name}`, async () => {
      const import_id = await sendIn([returnRow(60 + at, changes)])
      await confirmed(import_id)
      const { rows } = await r.root.query(
        'select stage, eligibility, submitted_at from register.draft where import_id = $1',
        [import_id],
      )
      assert.equal(rows[0].stage, stage)
      assert.deepEqual(
        [rows[0].eligibility === null, rows[0].submitted_at === null],
        [stage === 'collecting', stage === 'collecting'],
      )
    })
  }
})

describe('the files around a return', () => {
  it('give the refused rows back with the reason, in the reader’s language', async () => {
    const { text, headers } = await prosecutorMultan.api.get(`/imports/${known}/refused.csv`)
    const taken = await r.root.query(
      `select kind, row_count, taken_by from register.export where subject_id = $1 order by taken_at desc limit 1`,
      [known],
    )
    assert.deepEqual(
      [taken.rows[0]?.kind, taken.rows[0]?.taken_by],
      ['refused_rows', prosecutorMultan.officer_id],
    )
    assert.ok(taken.rows[0]?.row_count > 0)
    assert.match(text, /is not male, female or transgender/)
    assert.match(String(headers['content-disposition']), /attachment; filename="refused-rows.csv"/)
    const workbook = await prosecutorMultan.api.get(`/imports/${known}/refused.xlsx`)
    assert.equal(workbook.text.slice(0, 2), 'PK')
  })

  it('are no list of names: they are called alike for every return', async () => {
    const { headers } = await prosecutorMultan.api.get('/imports/template.xlsx')
    assert.match(String(headers['content-disposition']), /return-template.xlsx/)
  })

  it('list the newest return first, and only the district’s own', async () => {
    const newest = await sendIn([returnRow(70)])
    const list = (await prosecutorMultan.api.get('/imports')).body as ImportList
    assert.equal(list.imports[0]?.import_id, newest)
    assert.deepEqual(((await prosecutorVehari.api.get('/imports')).body as ImportList).imports, [])
    const after = (await prosecutorMultan.api.get(`/imports?after=${newest}`)).body as ImportList
    assert.equal(after.imports[0]?.import_id, list.imports[1]?.import_id)
  })
})
