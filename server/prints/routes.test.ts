import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ReceiptPaper } from '../../contract/papers.ts'
import { verifyCode } from '../../domain/receipt/verify.ts'
import { given } from '../../tests/support/given.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'
import { openDataKey } from '../platform/keys.ts'
import { RECEIPT } from '../platform/paper.ts'
import { recordHash } from '../platform/record-hash.ts'
import { makePrint, openPrint } from './make.ts'

const both = (text: string) => ({ en: text, ur: text })
const content: ReceiptPaper = {
  ...{ notice_number: 'N-2026-000007', notice_kind: both('Address'), received_at: both('1 Nov 2026') },
  ...{ station: both('Saddar Multan'), name: { latin: 'Muhammad Bashir', urdu: 'محمد بشیر' } },
  ...{ father: { latin: 'Allah Ditta', urdu: 'اللہ دتہ' }, record_number: 'NSOR-2026-000001', facts: [] },
  ...{
    state: { code: 'met', words: both('In time') },
    next_due: null,
    how_to_object: both('Write to the Bureau.'),
  },
}

const r = await openTestRegister()
let person_id = (await given.person(r)).person_id
const print_id = await printReceipt()

/** What a noun's own act does: prints a receipt about a person, in the station's name. */
async function printReceipt(): Promise<string> {
  const { program, as, root, clock } = r
  const { rows } = await root.query('select wrapped_key, kek_id from register.person where person_id = $1', [
    person_id,
  ])
  const key = openDataKey(program.keyring, person_id, rows[0])
  return asActor(program.database, await as.officerSaddar.token(), async (tx, session) => {
    if (!session || !key) throw new Error('no session')
    const making = { tx, program, session, now: clock.now() }
    return (await makePrint(making, RECEIPT, { person_id, key, about_id: person_id }, content)).print_id
  })
}

const rowOf = async (id: string) =>
  (await r.root.query('select * from register.print where print_id = $1', [id])).rows[0]

describe('a print', () => {
  it('has a number, a sound code, and says nothing readable in the database', async () => {
    const row = await rowOf(print_id)
    assert.match(row.print_number, /^P-\d{4}-\d{6}$/)
    const verdict = await verifyCode(row.code, r.program.paper_signer.published)
    assert.equal(verdict.verdict, 'sound')
    const text = JSON.stringify({ ...row, content_enc: row.content_enc.toString('latin1') })
    for (const word of ['Bashir', 'بشیر', 'Ditta', 'NSOR-']) assert.ok(!text.includes(word), word)
  })
  it('is a PDF, the same bytes whenever it is opened, and each opening is recorded as a look', async () => {
    const open = () =>
      r.app.inject({ method: 'GET', url: `/prints/${print_id}/file`, headers: { cookie: cookie } })
    const cookie = `__Host-amanat=${await r.as.officerSaddar.token()}`
    const [one, two] = [await open(), await open()]
    assert.equal(one.statusCode, 200)
    assert.equal(one.rawPayload.subarray(0, 5).toString(), '%PDF-')
    assert.ok(one.rawPayload.equals(two.rawPayload))
    assert.match(String(one.headers['content-disposition']), /filename="P-\d{4}-\d{6}\.pdf"$/)
    assert.match(String(one.headers['cache-control']), /no-store/)
    const event = await lastEvent(r, 'print.opened')
    assert.deepEqual(
      [event?.subject_kind, event?.subject_id, event?.purpose],
      ['person', person_id, 'supervision'],
    )
  })
  it('printed again has a number of its own, the same content, and names the first, however often', async () => {
    const again = await r.as.shoSaddar.api.post(`/prints/${print_id}/reprints`)
    assert.equal(again.status, 201)
    const second = await rowOf((again.body as { print_id: string }).print_id)
    const third = await rowOf(
      ((await r.as.shoSaddar.api.post(`/prints/${second.print_id}/reprints`)).body as { print_id: string })
        .print_id,
    )
    const first = await rowOf(print_id)
    assert.notEqual(second.print_number, first.print_number)
    assert.ok(second.content_hash.equals(first.content_hash))
    assert.deepEqual([second.reprint_of, third.reprint_of], [first.print_number, first.print_number])
  })
  it('is found by its event on a connection that has read the prints of a person before, and the other way round', async () =>
    asActor(r.program.database, await r.as.officerSaddar.token(), async (tx) => {
      for (const [kind, id] of [
        ['person', person_id],
        ['print', print_id],
        ['person', person_id],
      ] as const)
        assert.ok(await recordHash(tx, kind, id), kind)
    }))
  it('of an erased person cannot be opened any more', async () => {
    await r.root.query('begin')
    await r.root.query('update register.person set wrapped_key = null where person_id = $1', [person_id])
    await r.root.query('commit')
    const opened = await asActor(r.program.database, await r.as.bureauOfficer.token(), (tx) =>
      openPrint(tx, r.program, print_id),
    )
    assert.equal(opened, undefined)
  })
})

describe('who may open and repeat a print', () => {
  const proof = { allowed: 'officerSaddar', elsewhere: 'shoVehari' } as const
  for (const [method, path, event, status] of [
    ['GET', '', 'print.seen', 200],
    ['POST', '/reprints', 'print.reprinted', 201],
  ] as const)
    describe(`${method} ${path}`, () => {
      provesAccess(
        () => r,
        ({ as }) => ({
          ...{ method, event, status, allowed: as[proof.allowed], elsewhere: as[proof.elsewhere] },
          async path() {
            person_id = (await given.person(r)).person_id
            return `/prints/${await printReceipt()}${path}`
          },
        }),
      )
    })
})
