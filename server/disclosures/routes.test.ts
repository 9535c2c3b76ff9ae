import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { DayReply } from '../../contract/day.ts'
import type { AccessReportPaper, DisclosureList, RecallList } from '../../contract/disclosures.ts'
import type { PersonLookers } from '../../contract/people.ts'
import { CHECKS } from '../../law/checks.ts'
import { type Given, given } from '../../tests/support/given.ts'
import { givenReleasedAnswer } from '../../tests/support/given-check.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'
import { openPrint } from '../prints/make.ts'

const register = await openTestRegister()
const { as, root } = register
const { investigatorMultan: asker, bureauOfficer: me, bureauOfficerTwo: second, bureauSupervisor } = as

const person = (): Promise<Given> =>
  given.person(register, { custody: [{ from_on: '2025-02-11', to_on: null }] })
/** A person of whom the investigator was told, and the request. */
async function told() {
  const about = await person()
  const said = { outcome: 'record_exists', person_id: about.person_id }
  const check_id = await givenReleasedAnswer(register, said, { cnic: about.cnic ?? '' })
  return { about, check_id }
}
const recallsOf = async (who: As) => ((await who.api.get('/recalls')).body as RecallList).recalls
const openOf = async (who: As) => (await recallsOf(who)).filter((one) => one.confirmed_at === null)
const lookFor = (who: As, about: Given) =>
  who.api.post('/searches', { query: about.record_number, purpose: 'correction', case_reference: 'L 7' })

async function correct(about: Given, more: object) {
  await lookFor(as.prosecutorMultan, about)
  const { body, text } = await as.prosecutorMultan.api.post(`/people/${about.person_id}/corrections`, {
    ...{ source_kind: 'identity_card', source_on: '2026-01-05', source_ref: 'NADRA 77', asked_by: 'person' },
    ...more,
  })
  const { approval_id } = body as { approval_id: string }
  assert.ok(approval_id, text)
  const { shown_hash } = (await second.api.get(`/approvals/${approval_id}`)).body as { shown_hash: string }
  const approved = await second.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
  assert.equal(approved.status, 200, approved.text)
  return approval_id
}

const { about: bashir, check_id: told_id } = await told()
const renamed = (about: Given) =>
  correct(about, { field: 'name', target_id: about.name_ids[0], after: 'Muhammad Basheer' })
await renamed(bashir)
const [first] = await openOf(asker)
await lookFor(me, bashir)

describe('the register of disclosures', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => '/disclosures', event: 'disclosure.listed' },
      ...{ allowed: me, elsewhere: asker },
    }),
  )
  it('says who received what about whom, by which authority, and who let it out', async () => {
    const { disclosures } = (await me.api.get('/disclosures')).body as DisclosureList
    const one = disclosures.find(({ person_id }) => person_id === bashir.person_id)
    assert.deepEqual(
      [one?.kind, one?.recipient, one?.basis, one?.fields.includes('name'), one?.record_number],
      ['answer', 'investigator', 'ARITA-2021', true, bashir.record_number],
    )
    assert.ok(one?.given_to?.en && one.given_by?.en && one.until_at)
  })
  it('stands beside who has looked, for those who answer for him', async () => {
    await as.shoSaddar.api.post('/searches', {
      ...{ query: bashir.record_number, purpose: 'supervision', case_reference: 'S 1' },
    })
    const reply = await as.shoSaddar.api.get(`/people/${bashir.person_id}/lookers`)
    const { disclosures } = reply.body as PersonLookers
    assert.deepEqual(
      disclosures.map(({ recipient, recall }) => [recipient, recall?.cause]),
      [['investigator', 'correction']],
    )
  })
  it('cannot be written for what was not let out', async () => {
    const { rows } = await root.query('select count(*)::int as n from register.disclosure')
    await assert.rejects(
      root.query(
        `insert into register.disclosure (disclosure_id, person_id, kind, recipient, fields, basis)
         values (gen_random_uuid(), $1, 'paper', 'person', '{}', 'ARITA-2021')`,
        [bashir.person_id],
      ),
      { constraint: 'disclosure_is_of_its_kind' },
    )
    assert.ok(rows[0].n > 0)
  })
})

describe('the files that were taken out', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => '/exports', event: 'export.listed' },
      ...{ allowed: me, elsewhere: asker },
    }),
  )
})

describe('a copy', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => '/recalls', event: 'recall.listed' },
      ...{ allowed: asker, elsewhere: as.prosecutorMultan },
    }),
  )
  it('that tells what was corrected is called back from who holds it, who sees only his own request', async () => {
    assert.equal(first?.cause, 'correction')
    assert.ok(first?.fir && first.may_confirm)
    assert.equal(JSON.stringify(first).includes(bashir.record_number), false)
    const event = await lastEvent(register, 'approval.approved')
    assert.equal(event?.outcome, 'done')
    const { rows } = await root.query(
      `select row_after from audit.event where subject_kind = 'recall' and subject_id = $1`,
      [first?.recall_id],
    )
    assert.equal(rows[0]?.row_after.length, 32)
  })
  it('called back is not opened any more, though its days are not over', async () => {
    const reply = await asker.api.post(`/checks/${told_id}/openings`, {})
    assert.equal((reply.body as { title: string }).title, 'answer_over', reply.text)
  })
  it('that does not tell what was corrected stays where it is', async () => {
    const other = await told()
    const before = (await openOf(asker)).length
    await correct(other.about, { field: 'passport', after: 'AB1234567' })
    assert.equal((await openOf(asker)).length, before)
  })
  it('is called back from everybody when a court acquits, and the person’s own papers are not', async () => {
    const { about } = await told()
    await lookFor(as.prosecutorMultan, about)
    const path = `/people/${about.person_id}/appeals`
    const order = {
      ...{ conviction_id: about.conviction_ids[0], event: 'acquitted', happened_on: '2025-09-08' },
      ...{ court: 'Lahore High Court', order_number: 'Crl. A. 512/2025' },
    }
    const { effect_hash } = (await as.prosecutorMultan.api.post(`${path}/effects`, order)).body as {
      effect_hash: string
    }
    const { body } = await as.prosecutorMultan.api.post(path, { ...order, effect_hash })
    const { approval_id } = body as { approval_id: string }
    const { shown_hash } = (await second.api.get(`/approvals/${approval_id}`)).body as { shown_hash: string }
    assert.equal((await second.api.post(`/approvals/${approval_id}/approve`, { shown_hash })).status, 200)
    const { rows } = await root.query(
      `select d.recipient, c.cause from register.disclosure d left join register.recall c using (disclosure_id) where d.person_id = $1`,
      [about.person_id],
    )
    assert.deepEqual(rows, [{ recipient: 'investigator', cause: 'acquittal' }])
  })
  it('is gone when its holder says so, once, and nobody else says it for him but a supervisor', async () => {
    const path = `/recalls/${first?.recall_id}/confirmations`
    assert.equal((await me.api.post(path, { said: 'destroyed' })).status, 404)
    assert.equal((await asker.api.post(path, { said: 'lost' })).status, 400)
    assert.equal((await asker.api.post(path, { said: 'destroyed' })).status, 201)
    assert.equal((await bureauSupervisor.api.post(path, { said: 'returned' })).status, 409)
    const gone = (await asker.api.get('/recalls?list=gone')).body as RecallList
    assert.ok(gone.counts.gone > 0)
    const done = gone.recalls.find((one) => one.recall_id === first?.recall_id)
    assert.deepEqual([done?.said, done?.may_confirm], ['destroyed', false])
  })
})

describe('a copy that nobody says is gone', () => {
  const sectionOf = async (who: As, key: string) =>
    ((await who.api.get('/')).body as DayReply).sections.find((one) => one.key === key)
  let recall_id = ''
  const aged = (days: number) =>
    root.query(
      'update register.recall set opened_at = now() - make_interval(days => $2) where recall_id = $1',
      [recall_id, days],
    )
  it('has its last day on the day of its holder and of the Bureau, first far, then near', async () => {
    const { about } = await told()
    await renamed(about)
    recall_id = (await openOf(asker)).at(-1)?.recall_id ?? ''
    for (const [days, left, is_near] of [
      [1, 5, false],
      [6, 0, true],
    ] as const) {
      await aged(days)
      const one = (await openOf(asker)).find((found) => found.recall_id === recall_id)
      assert.deepEqual(
        [one?.clock?.days_left, one?.clock?.is_near, one?.clock?.is_late],
        [left, is_near, false],
      )
      for (const who of [asker, me, bureauSupervisor]) {
        const row = (await sectionOf(who, 'recalls'))?.rows.find(({ id }) => id === recall_id)
        assert.equal(row?.clock?.days_left, left, who.name_en)
      }
      for (const who of [bureauSupervisor, as.dpoMultan])
        assert.equal(await sectionOf(who, 'recalls_late'), undefined, who.name_en)
    }
  })
  it('is told to the supervisor and to the District Police Officer once it is late, to him without what it says', async () => {
    await aged(8)
    const late = await sectionOf(bureauSupervisor, 'recalls_late')
    assert.deepEqual([late?.count, late?.rows[0]?.id, late?.rows[0]?.note?.en], [1, recall_id, asker.name_en])
    const told_him = await sectionOf(as.dpoMultan, 'recalls_late')
    assert.deepEqual([told_him?.count, told_him?.rows[0]?.note?.en], [1, asker.name_en])
    assert.deepEqual([told_him?.rows[0]?.flags, (told_him?.rows[0]?.clock?.days_left ?? 0) < 0], [[], true])
    assert.equal((await as.dpoMultan.api.get('/recalls')).status, 404)
    const list = (await me.api.get('/recalls?list=late')).body as RecallList
    assert.deepEqual([list.counts.late, list.recalls[0]?.clock?.is_late], [1, true])
    const page = await me.page('/recalls?list=late')
    assert.ok(page.text.includes('Late: the last day was'))
  })
  it('is late no more once its holder says that it is gone', async () => {
    assert.equal(
      (await asker.api.post(`/recalls/${recall_id}/confirmations`, { said: 'returned' })).status,
      201,
    )
    for (const who of [bureauSupervisor, as.dpoMultan])
      assert.equal(await sectionOf(who, 'recalls_late'), undefined, who.name_en)
  })
  it('is called late after the days that the law’s data give, in the database too', async () => {
    const { rows } = await root.query(`select pg_get_functiondef('sec.late_recalls()'::regprocedure) as text`)
    assert.ok(rows[0].text.includes(`interval '${CHECKS.recall_days.value} days'`))
  })
})

async function fileOf(print_id: string): Promise<Buffer> {
  const headers = { cookie: `__Host-amanat=${await me.token()}` }
  const reply = await register.app.inject({ method: 'GET', url: `/prints/${print_id}/file`, headers })
  assert.equal(reply.statusCode, 200)
  return reply.rawPayload
}

describe('the access report of a person', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => `/people/${bashir.person_id}/access-reports`, status: 201 },
      ...{ event: 'access_report.printed', allowed: me, elsewhere: as.shoVehari },
    }),
  )
  it('tells him which offices looked and why, and what was given out; it names no officer', async () => {
    const reply = await me.api.post(`/people/${bashir.person_id}/access-reports`)
    const { print_id } = reply.body as { print_id: string }
    const file = await fileOf(print_id)
    assert.equal(file.subarray(0, 5).toString(), '%PDF-')
    if (process.env['PICTURES']) writeFileSync(`${process.env['PICTURES']}/access-report.pdf`, file)
    const { rows } = await root.query(
      `select d.recipient, d.basis from register.disclosure d where d.paper_id = $1`,
      [print_id],
    )
    assert.deepEqual(rows, [{ recipient: 'person', basis: 'CONSTITUTION-1973' }])
    const paper = await asActor(register.program.database, await me.token(), (tx) =>
      openPrint(tx, register.program, print_id),
    )
    assert.ok(paper)
    const { looks, given: told } = paper.content as AccessReportPaper
    assert.ok(looks.some(({ why }) => why.en !== '') && told.some(({ to }) => to.en !== ''))
    const { rows: officers } = await root.query('select name_en from access.officer')
    const text = JSON.stringify(paper.content)
    for (const { name_en } of officers) assert.ok(!text.includes(name_en), name_en)
  })
})

describe('the word that a copy is gone', () => {
  let recall_id = ''
  const path = async () => {
    if (recall_id === '') {
      const { about } = await told()
      await renamed(about)
      recall_id = (await openOf(asker)).at(-1)?.recall_id ?? ''
    }
    return `/recalls/${recall_id}/confirmations`
  }
  provesAccess(
    () => register,
    () => ({
      ...{
        method: 'POST',
        path,
        body: () => ({ said: 'never_kept' }),
        event: 'recall.confirmed',
        status: 201,
      },
      ...{ allowed: asker, elsewhere: as.officerSaddar },
    }),
  )
})
