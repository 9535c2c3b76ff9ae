import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ImportView } from '../../contract/imports.ts'
import { type Cells, columns } from '../../domain/imports/columns.ts'
import { urduDigits } from '../../domain/text/digits.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { csvOf, returnRow, runJob, sendFile } from '../../tests/support/uploads.ts'
import { confirmReturn } from './confirm-job.ts'
import { readImport } from './read-job.ts'
import { writeWorkbook } from './reading/write-xlsx.ts'

// Nobody takes jobs here: each test runs the reading itself, and may end it where it likes.
const r = await openTestRegister({ is_demo: true })
const { prosecutorMultan, prosecutorVehari } = r.as

const upload = async (bytes: string | Uint8Array, who = prosecutorMultan) =>
  (await sendFile(r, who, bytes)).body as { import_id: string; is_known: boolean }
const view = async (import_id: string, outcome = '', who = prosecutorMultan) =>
  (await who.api.get(`/imports/${import_id}${outcome && `?outcome=${outcome}`}`)).body as ImportView
const sendIn = async (bytes: string | Uint8Array, who = prosecutorMultan) => {
  const { import_id } = await upload(bytes, who)
  await runJob(r, readImport, who, import_id)
  return view(import_id, '', who)
}
const codes = ({ rows }: ImportView) => rows.map(({ problems }) => problems.map(({ code }) => code))
const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await r.root.query(sql, values)).rows[0].count)

/** Rows enough for three batches and two pieces of the file; every tenth is refused. */
const many = (from: number) =>
  csvOf(Array.from({ length: 4_500 }, (_, n) => returnRow(from + n, n % 10 === 0 ? { sex: '?' } : {})))

/** Runs `act` once, after the first batch is in. */
const afterFirstBatch = (import_id: string, act: () => unknown) => {
  let is_done = false
  return async <T>(go: () => Promise<T>): Promise<T> => {
    const value = await go()
    if (
      !is_done &&
      (await count('select last_row as count from register.import where import_id = $1', [import_id])) > 0
    ) {
      is_done = true
      await act()
    }
    return value
  }
}

/** Bytes of Windows-1256, which Node can read but not write; it has the Arabic yeh only. */
function windows1256(text: string): Buffer {
  const decoder = new TextDecoder('windows-1256')
  const byte_of = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  )
  return Buffer.from(Array.from(text.replaceAll('ی', 'ي'), (letter) => byte_of.get(letter) ?? 0x3f))
}

describe('reading a return', () => {
  const urdu = (cells: Cells): string => {
    const line = (cell: (info: (typeof columns)[number]) => string) =>
      columns.map((info) => `"${cell(info).replaceAll('"', '""')}"`).join(';')
    return `${line(({ heading }) => heading.ur)}\r\n${line(({ column }) => cells[column] ?? '')}\r\n`
  }

  it('reads Urdu headings in Windows-1256, cut by semicolons', async () => {
    const { counts, rows } = await sendIn(
      windows1256(urdu(returnRow(101, { name_urdu: 'محمد اسلم', father_name_urdu: '', name_latin: '' }))),
    )
    assert.equal(counts.accepted + counts.warned, 1)
    assert.equal(rows[0]?.name.ur, 'محمد اسلم')
  })

  it('reads Urdu digits, a line break in quotes, and a byte order mark', async () => {
    const row = returnRow(102, { cnic: urduDigits('9000000001021'), address: 'Chak 112,\nnear the mill' })
    const { counts } = await sendIn(`\ufeff${csvOf([row])}`)
    assert.deepEqual(counts, { accepted: 1, warned: 0, refused: 0, repeated: 0 })
  })

  it('reads a workbook', async () => {
    const cells = returnRow(103)
    const workbook = writeWorkbook('ur', [
      {
        name: 'x',
        rows: [columns.map(({ heading }) => heading.ur), columns.map(({ column }) => cells[column] ?? '')],
      },
    ])
    const { format, counts } = await sendIn(workbook)
    assert.deepEqual([format, counts.accepted], ['xlsx', 1])
  })

  it('says why a row was refused and what it is about, and holds its count against the file’s', async () => {
    const read = await sendIn(csvOf([returnRow(104), returnRow(105, { judgment_on: '31/02/2024' })], 3))
    assert.deepEqual([read.rows_read, read.stated_count, read.is_count_different], [2, 3, true])
    assert.deepEqual([read.outcome, read.rows[0]?.line], ['refused', 3])
    assert.equal(read.rows[0]?.problems[0]?.column, 'judgment_on')
  })

  const unreadable: [name: string, bytes: string | Uint8Array, code: string][] = [
    ['headings that are not understood', 'Ghulam Rasool,Multan\n1,2\n', 'heading_unknown'],
    ['a file that is something else', '%PDF-1.7 of a judgment', 'file_kind_unknown'],
    ['a quotation mark that nobody closed', `${csvOf([returnRow(106)])}"never closed`, 'quote_never_closed'],
    ['a damaged workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0), 'file_damaged'],
  ]
  for (const [name, bytes, code] of unreadable) {
    it(`ends as failed, with the reason, for ${name}`, async () => {
      const { state, problems } = await sendIn(bytes)
      assert.equal(state, 'failed')
      assert.ok(
        problems.some((one) => one.code === code),
        JSON.stringify(problems),
      )
    })
  }

  it('keeps no name of a file, a heading or a row in the clear', async () => {
    await sendFile(r, prosecutorMultan, 'Planted Heading,Multan\n1,2\n', { name: 'Planted Name.csv' })
    const { rows } = await r.root.query(
      'select * from register.import i left join register.import_row using (import_id)',
    )
    const bytes = JSON.stringify(rows, (_key, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    )
    for (const planted of ['Planted', 'Ghulam', '9000000001']) assert.ok(!bytes.includes(planted), planted)
  })
})

describe('what was sent in before', () => {
  it('is known again as a file, and changes nothing', async () => {
    const file = csvOf([returnRow(201)])
    const first = await upload(file)
    const again = await upload(file)
    assert.deepEqual(again, { import_id: first.import_id, is_known: true })
    const page = await sendFile(r, prosecutorMultan, file, { is_form: true })
    assert.deepEqual([page.status, page.location], [303, `/imports/${first.import_id}?known=yes`])
    assert.match((await prosecutorMultan.page(page.location ?? '')).text, /This very file was sent in before/)
  })

  it('may be sent in anew once it was cancelled, and is another district’s own matter', async () => {
    const file = csvOf([returnRow(202)])
    const { import_id } = await upload(file)
    assert.equal((await upload(file, prosecutorVehari)).is_known, false)
    await prosecutorMultan.api.post(`/imports/${import_id}/cancel`)
    assert.equal((await upload(file)).is_known, false)
  })

  it('is known again as a row of the same file, and as the same conviction in other words', async () => {
    const other_words = returnRow(203, { court: 'Sessions Court Multan', passport: '', name_urdu: '' })
    const { import_id, counts } = await sendIn(csvOf([returnRow(203), returnRow(203), other_words]))
    assert.deepEqual(counts, { accepted: 1, warned: 0, refused: 0, repeated: 2 })
    assert.deepEqual(codes(await view(import_id, 'repeated')), [['row_known'], ['conviction_known']])
  })

  it('is known again from a confirmed return by the name alone, where the first gave the CNIC too', async () => {
    const { import_id } = await sendIn(csvOf([returnRow(204)]))
    await prosecutorMultan.api.post(`/imports/${import_id}/confirm`, { is_difference_seen: false })
    await runJob(r, confirmReturn, prosecutorMultan, import_id)
    const later = await sendIn(csvOf([returnRow(204, { cnic: '' }), returnRow(204)]))
    assert.equal(later.counts.repeated, 2)
    assert.deepEqual(codes(await view(later.import_id, 'repeated')), [['conviction_known'], ['row_known']])
    const elsewhere = await sendIn(csvOf([returnRow(204)]), prosecutorVehari)
    assert.equal(elsewhere.counts.repeated, 0, 'a district learns nothing of another')
  })
})

describe('a reading that is interrupted', () => {
  const whole = { rows_read: 4_500, counts: { accepted: 4_050, warned: 0, refused: 450, repeated: 0 } }
  const assertWhole = async (import_id: string) => {
    const { state, rows_read, counts } = await view(import_id)
    assert.deepEqual({ state, rows_read, counts }, { state: 'read', ...whole })
    const rows = await count('select count(*) from register.import_row where import_id = $1', [import_id])
    assert.equal(rows, 4_500)
  }

  it('by the end of the program goes on after the last batch, and reads every row once', async () => {
    const { import_id } = await upload(many(10_000))
    const ending = new AbortController()
    const around = afterFirstBatch(import_id, () => ending.abort())
    await assert.rejects(
      runJob(r, readImport, prosecutorMultan, import_id, { around, signal: ending.signal }),
    )
    const { state, rows_read } = await view(import_id)
    assert.deepEqual([state, rows_read], ['reading', 2_000])
    await runJob(r, readImport, prosecutorMultan, import_id)
    await assertWhole(import_id)
  })

  it('in the middle of a batch leaves nothing of that batch', async () => {
    const { import_id } = await upload(many(20_000))
    let fails = false
    const around = afterFirstBatch(import_id, () => {
      fails = true
    })
    await assert.rejects(
      runJob(r, readImport, prosecutorMultan, import_id, {
        around: (go) => around(fails ? () => Promise.reject(new Error('killed')) : go),
      }),
      /killed/,
    )
    assert.equal(
      await count('select count(*) from register.import_row where import_id = $1', [import_id]),
      2_000,
    )
    await runJob(r, readImport, prosecutorMultan, import_id)
    await assertWhole(import_id)
  })

  it('by the officer keeps what was read, and goes on when he says so', async () => {
    const { import_id } = await upload(many(30_000))
    const around = afterFirstBatch(import_id, () => prosecutorMultan.api.post(`/imports/${import_id}/stop`))
    await runJob(r, readImport, prosecutorMultan, import_id, { around })
    const { state, rows_read } = await view(import_id)
    assert.deepEqual([state, rows_read], ['stopped', 2_000])
    assert.equal((await prosecutorMultan.api.post(`/imports/${import_id}/resume`)).status, 200)
    await runJob(r, readImport, prosecutorMultan, import_id)
    await assertWhole(import_id)
  })

  it('by cancelling leaves nothing that can be read', async () => {
    const { import_id } = await upload(many(40_000))
    const around = afterFirstBatch(import_id, () => prosecutorMultan.api.post(`/imports/${import_id}/cancel`))
    await runJob(r, readImport, prosecutorMultan, import_id, { around })
    const { state, rows, file_name } = await view(import_id, 'refused')
    assert.deepEqual([state, rows, file_name], ['cancelled', [], null])
    const { rows: kept } = await r.root.query(
      'select wrapped_key from register.import where import_id = $1',
      [import_id],
    )
    assert.equal(kept[0].wrapped_key, null)
  })

  it('read by two at once is read once', async () => {
    const { import_id } = await upload(many(50_000))
    await Promise.all([1, 2].map(() => runJob(r, readImport, prosecutorMultan, import_id)))
    await assertWhole(import_id)
  })
})
