import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { AnswerRead } from '../../contract/check-openings.ts'
import type { CheckDraft, CheckShown } from '../../contract/checks.ts'
import { given } from '../../tests/support/given.ts'
import { type GivenAnswer, givenReleasedAnswer } from '../../tests/support/given-check.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister, type Reply } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, root, clock } = register
const me = as.investigatorMultan
const bashir = await given.person(register, { custody: [{ from_on: '2025-02-11', to_on: null }] })

const titleOf = (reply: Reply) => (reply.body as { title: string }).title
const EXISTS = { outcome: 'record_exists', person_id: bashir.person_id }
const released = (answer: GivenAnswer = EXISTS) =>
  givenReleasedAnswer(register, answer, answer.outcome === 'record_exists' ? { cnic: bashir.cnic ?? '' } : {})
const open = (check_id: string) => me.api.post(`/checks/${check_id}/openings`)
const opened = async (check_id: string) => {
  const reply = await open(check_id)
  assert.equal(reply.status, 201, reply.text)
  return `/checks/${check_id}/openings/${(reply.body as { print_id: string }).print_id}`
}
const read = async (path: string) => (await me.api.get(path)).body as AnswerRead
const see = async (check_id: string) => (await me.api.get(`/checks/${check_id}`)).body as CheckShown
const say = (path: string, said: string, identifiers: string[]) =>
  me.api.post(`${path}/confirmations`, { said, identifiers })

describe('opening an answer', () => {
  let check_id: string | undefined
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', event: 'check.answer_opened', status: 201, allowed: me },
      path: async () => {
        check_id ??= await released()
        return `/checks/${check_id}/openings`
      },
      elsewhere: as.prosecutorMultan,
    }),
  )
  it('is told beforehand of its being there, and of nothing that it says', async () => {
    const pages = []
    for (const answer of [EXISTS, { outcome: 'no_record' }, { outcome: 'unclear', needs: ['father'] }]) {
      const id = await released(answer)
      const { answer: told, asked: _asked, ...seen } = await see(id)
      assert.deepEqual([told?.opened_count, told?.opens_count, told?.may_open], [0, 3, true])
      pages.push(JSON.stringify(seen).replace(/[0-9a-f-]{36}|\d[\dT:.Z-]*/g, '·'))
    }
    assert.deepEqual(new Set(pages).size, 1)
  })
  it('needs a passkey used within five minutes', async () => {
    const id = await released()
    await root.query(
      `update access.session set step_up_at = now() - interval '6 minutes' where officer_id = $1`,
      [me.officer_id],
    )
    const refused = await open(id)
    await root.query('update access.session set step_up_at = now() where officer_id = $1', [me.officer_id])
    assert.equal(titleOf(refused), 'step_up_needed')
  })
  it('gives each opening a number of its own, with who and when, over the whole page', async () => {
    const id = await released()
    const [first, second] = [await opened(id), await opened(id)]
    const [one, two] = [await read(first), await read(second)]
    assert.match(one.print_number, /^P-\d{4}-\d{6}$/)
    assert.notEqual(one.print_number, two.print_number)
    const page = (await me.page(first)).text
    const marks = page.split(`Bushra Naz · investigatorMultan`).length - 1
    assert.ok(marks >= 20, `${marks} marks`)
    assert.ok(page.includes(one.print_number))
  })
  it('happens three times and no more, also of ten at once', async () => {
    const id = await released()
    const replies = await Promise.all(Array.from({ length: 10 }, () => open(id)))
    const statuses = replies.map(({ status }) => status).sort()
    assert.deepEqual(statuses, [201, 201, 201, ...Array(7).fill(410)])
    assert.equal((await see(id)).answer?.may_open, false)
    const bypassing = asActor(register.program.database, await me.token(), async (tx) => {
      const answer = await tx
        .selectFrom('register.check_answer')
        .select('answer_id')
        .where('check_id', '=', id)
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('register.check_print')
        .values({
          ...{ print_id: randomUUID(), check_id: id, kind: 'check_answer', answer_id: answer.answer_id },
          ...{ print_number: 'P-1999-000001', content_hash: Buffer.alloc(32), code: 'x' },
          printed_by: me.officer_id,
        })
        .execute()
    })
    await assert.rejects(bypassing, /answer_over/)
  })
  it('happens until its day and not after', async () => {
    const id = await released()
    clock.tick(14 * 86_400_000 + 1000)
    const late = await open(id)
    clock.tick(-14 * 86_400_000 - 1000)
    assert.equal(titleOf(late), 'answer_over')
    assert.equal((await open(id)).status, 201)
  })
})

describe('reading an opened answer', () => {
  let path: string | undefined
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', event: 'check.answer_read', allowed: me, elsewhere: as.bureauOfficer },
      path: async () => {
        path ??= await opened(await released())
        return path
      },
    }),
  )
  it('says the least, beside what was asked', async () => {
    const { content, district, suspect, identifiers } = await read(await opened(await released()))
    assert.equal(content.record?.record_number, bashir.record_number)
    assert.deepEqual([district?.en, suspect?.cnic], ['Multan', bashir.cnic])
    assert.deepEqual(identifiers, ['cnic_tail', 'father', 'born_year', 'district'])
  })
  it('has one shape, whatever it says', async () => {
    const shapes = []
    for (const answer of [EXISTS, { outcome: 'no_record' }, { outcome: 'unclear', needs: ['father'] }]) {
      const seen = await read(await opened(await released(answer)))
      shapes.push(`${Object.keys(seen)} ${Object.keys(seen.content)}`)
    }
    assert.equal(new Set(shapes).size, 1)
  })
  it('ends ten minutes after it was opened; reading on counts no second time', async () => {
    const id = await released()
    const at = await opened(id)
    for (let times = 0; times < 4; times += 1) assert.equal((await me.api.get(at)).status, 200)
    assert.equal((await see(id)).answer?.opened_count, 1)
    clock.tick(10 * 60_000 + 1000)
    const late = await me.api.get(at)
    clock.tick(-10 * 60_000 - 1000)
    assert.equal(titleOf(late), 'answer_over')
  })
  it('is not another investigator’s, not the prosecutor’s and not the Bureau’s', async () => {
    const at = await opened(await released())
    for (const who of [as.prosecutorMultan, as.dpoMultan, as.bureauOfficer, as.bureauSupervisor, as.auditor])
      assert.equal((await who.api.get(at)).status, 404, who.name)
  })
})

describe('saying whether it is he', () => {
  let path: string | undefined
  provesAccess(
    () => register,
    () => ({
      ...{
        method: 'POST',
        event: 'check.confirmed',
        status: 201,
        allowed: me,
        elsewhere: as.prosecutorMultan,
      },
      path: async () => {
        path ??= `${await opened(await released())}/confirmations`
        return path
      },
      body: () => ({ said: 'him', identifiers: ['father', 'cnic_tail'] }),
    }),
  )
  it('takes two identifiers for him, one for not him, of those that the answer gave', async () => {
    const at = await opened(await released())
    assert.equal((await say(at, 'him', ['father'])).status, 400)
    assert.equal((await say(at, 'not_him', [])).status, 400)
    assert.equal((await say(at, 'not_him', ['father'])).status, 201)
    const { rows } = await root.query(
      `select said, identifiers from register.check_confirmation order by said_at desc limit 1`,
    )
    assert.deepEqual(rows, [{ said: 'not_him', identifiers: ['father'] }])
  })
  it('is said once, and only of a record that exists', async () => {
    const at = await opened(await released())
    assert.equal((await say(at, 'him', ['father', 'district'])).status, 201)
    assert.equal(titleOf(await say(at, 'not_him', ['father'])), 'check_closed')
    const none = await opened(await released({ outcome: 'no_record' }))
    assert.equal((await say(none, 'not_him', ['father'])).status, 409)
  })
  it('tells the prosecutor and the district nothing: they cannot see that there was somebody', async () => {
    const id = await released()
    const before = (await as.prosecutorMultan.api.get(`/checks/${id}`)).text
    await say(await opened(id), 'him', ['father', 'district'])
    assert.equal((await as.prosecutorMultan.api.get(`/checks/${id}`)).text, before)
    const event = await lastEvent(register, 'check.confirmed', me.officer_id)
    assert.deepEqual([event?.subject_kind, event?.outcome], ['check', 'done'])
  })
})

describe('an unclear answer', () => {
  it('is taken up again by who asked, once he has read it, completed, and screened anew', async () => {
    const id = await released({ outcome: 'unclear', needs: ['father'] })
    assert.equal((await me.api.post(`/checks/${id}/reopenings`)).status, 409)
    const { may, content } = await read(await opened(id))
    assert.deepEqual([may.reopen, content.needs], [true, ['father']])
    assert.equal((await me.api.post(`/checks/${id}/reopenings`)).status, 200)
    const draft = (await me.api.get(`/checks/${id}/send`)).body as CheckDraft
    assert.equal(draft.is_open, true)
    const { body_version } = draft
    assert.equal((await me.api.post(`/checks/${id}/sendings`, { body_version })).status, 200)
    assert.equal((await see(id)).stage, 'asked')
  })
  it('alone is taken up again', async () => {
    const id = await released()
    await opened(id)
    assert.equal((await me.api.post(`/checks/${id}/reopenings`)).status, 409)
  })
  let id: string | undefined
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', event: 'check.reopened', allowed: me, elsewhere: as.deputyMultan },
      path: async () => {
        if (!id) {
          id = await released({ outcome: 'unclear', needs: ['age'] })
          await opened(id)
        }
        return `/checks/${id}/reopenings`
      },
    }),
  )
})
