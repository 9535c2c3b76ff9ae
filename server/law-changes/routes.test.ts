import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Approval } from '../../contract/approvals.ts'
import type { DayReply } from '../../contract/day.ts'
import type { DraftView } from '../../contract/drafts.ts'
import type { ExitList } from '../../contract/exits.ts'
import type { LawChange } from '../../contract/law-changes.ts'
import type { Pack } from '../../contract/packs.ts'
import { fillDraft } from '../../tests/support/drafts.ts'
import { given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { givenLink } from '../../tests/support/given-match.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { applyLawChangeOf, givenPack, givenSimulation } from '../../tests/support/simulating.ts'
import { refreshDuties } from '../duties/project.ts'
import { asActor } from '../platform/database.ts'
import { secondsUntil } from './job.ts'

const r = await openTestRegister()
const { legalOfficer, bureauSupervisor, bureauOfficer, officerSaddar } = r.as
const [BEFORE, FROM] = ['2027-03-01', '2027-03-02']
const noon = (on: string) => `${on}T07:00:00Z`
r.clock.set(noon(BEFORE))

async function released(what: Parameters<typeof given.person>[1] = {}) {
  const person = await given.person(r, { custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }], ...what })
  await givenFacts(r, person.person_id, { served_at: '2025-03-03T05:00:00Z' })
  return person
}
const bashir = await released()
const of_man = await released({ convictions: [{ victim: 'other' }] })
const early = await released({ convictions: [{ convicted_on: '2023-11-01', offence_on: '2023-01-01' }] })
const again = await released({ convictions: [{ victim: 'other' }], station_id: 'pb_vehari_city' })
await givenLink(r, again, of_man)
await givenLink(
  r,
  await released({ convictions: [{ convicted_on: '2023-12-01', offence_on: '2023-01-01' }] }),
  early,
)

const work = (id: string, most?: number) => applyLawChangeOf(r, id, most)
async function approve(approval_id: string) {
  const { shown_hash } = (await bureauSupervisor.api.get(`/approvals/${approval_id}`)).body as Approval
  const reply = await bureauSupervisor.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
  assert.equal(reply.status, 200, reply.text)
}
const post = async (who: As, path: string, body: object) => {
  const reply = await who.api.post(path, body)
  assert.equal(reply.status, 201, reply.text)
  return (reply.body as { approval_id: string }).approval_id
}
const read = async (id: string, who = bureauOfficer) =>
  (await who.api.get(`/law-changes/${id}`)).body as LawChange

/** Drafted, simulated, proposed and approved: both tests, and entries from 2023 on. */
async function approved() {
  const pack_id = await givenPack(r, {
    eligibility_policy: 'both',
    entries_from: '2023-01-01',
    period_years: '12',
  })
  await givenSimulation(r, pack_id, FROM)
  await approve(
    await post(legalOfficer, `/packs/${pack_id}/proposals`, { from_on: FROM, reason: 'The law.' }),
  )
  const { in_force } = (await legalOfficer.api.get(`/packs/${pack_id}`)).body as Pack
  const [one] = in_force
  return { pack_id, in_force_id: one?.in_force_id ?? '', id: one?.law_change_id ?? '' }
}
async function undo({ pack_id, in_force_id }: Awaited<ReturnType<typeof approved>>) {
  await approve(await post(legalOfficer, `/packs/${pack_id}/reversals`, { in_force_id, reason: 'A court.' }))
}
/** All that is said of everybody, but for the history of what was done and taken back. */
async function stands() {
  const { rows } = await r.root.query(
    `select p.person_id, p.closed_at is null as is_open, s.status, s.standing, s.starts_on::text, s.ends_on::text, s.next_due_on::text,
            (select json_agg(json_build_array(d.duty, d.key, d.due_on, d.met) order by d.duty, d.key) from register.duty_due d where d.person_id = p.person_id) as duties,
            (select count(*)::int from register.exit e where e.person_id = p.person_id and e.reversed_at is null) as exits
       from register.person p left join register.duty_standing s using (person_id) order by p.person_id`,
  )
  return rows
}

const first = await approved()

describe('a change of the rules that was approved', () => {
  it('does nothing before its day', async () => {
    await work(first.id)
    assert.deepEqual([(await read(first.id)).state, (await read(first.id)).rows], ['waiting', []])
  })
  it('begins at midnight in Pakistan', () => {
    assert.equal(secondsUntil(FROM, Temporal.Instant.from('2027-03-01T18:59:00Z')), 60)
    assert.equal(secondsUntil(FROM, Temporal.Instant.from('2027-03-01T19:00:01Z')), 0)
  })
  it('on its day gives whoever leaves an exit, and makes one task of who would enter, however many his records; it enters nobody', async () => {
    r.clock.set(noon(FROM))
    await assert.rejects(work(first.id, 1), /killed/)
    await work(first.id)
    const { state, rows, exit_count, open_task_count, seen_count } = await read(first.id)
    assert.deepEqual([state, exit_count, open_task_count, seen_count], ['applied', 2, 1, 5])
    const by = new Map(rows.map((row) => [row.subject_id, row.effect]))
    assert.deepEqual(
      [by.get(of_man.person_id), by.get(early.person_id), by.get(bashir.person_id)],
      [...['exit', 'entry', undefined]],
    )
    const { exits } = (await bureauOfficer.api.get('/exits')).body as ExitList
    assert.deepEqual(
      exits.map(({ person_id, ground, left_on }) => [person_id, ground, left_on]).sort(),
      [of_man, again].map(({ person_id }) => [person_id, 'law_change', FROM]).sort(),
    )
  })
  it('is done once', async () => {
    const before = await stands()
    await work(first.id)
    assert.deepEqual(await stands(), before)
  })
  it('closes the record of whoever left to the station, which still hands over the certificate', async () => {
    const { rows } = await r.root.query('select closed_at from register.person where person_id = $1', [
      of_man.person_id,
    ])
    assert.ok(rows[0].closed_at)
    const exit_id = (await read(first.id)).rows.find(
      ({ subject_id }) => subject_id === of_man.person_id,
    )?.exit_id
    const printed = await officerSaddar.api.post(`/exits/${exit_id}/certificates`)
    assert.equal(printed.status, 201, printed.text)
  })
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'GET', path: () => `/law-changes/${first.id}`, allowed: legalOfficer },
      ...{ elsewhere: officerSaddar, event: 'law_change.viewed' },
    }),
  )
  let taken = false
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'POST', allowed: bureauOfficer, elsewhere: officerSaddar, event: 'law_change.taken_up' },
      async path() {
        if (taken)
          await r.root.query('update register.law_change_effect set taken_up_at = null, taken_up_by = null')
        taken = true
        return `/law-changes/${first.id}/tasks/${early.person_id}/takings`
      },
    }),
  )
  it('opens the closed entry again that is taken up, and tells its office why; My day leads the Bureau there', async () => {
    const tasks = async () => {
      const { sections } = (await bureauOfficer.api.get('/')).body as DayReply
      return sections.find(({ key }) => key === 'law_tasks')
    }
    const before = (await tasks())?.count ?? 0
    const conviction = { convicted_on: '2023-11-01', offence_on: '2023-01-20' }
    const { draft_id } = await fillDraft(r.as.prosecutorMultan, { conviction, until: 'sentence' })
    await r.root.query(
      `update register.draft set stage = 'not_registrable', submitted_at = now() where draft_id = $1`,
      [draft_id],
    )
    await r.root.query(
      `insert into register.law_change_effect (law_change_id, subject_id, subject_kind, effect) values ($1, $2, 'draft', 'entry')`,
      [first.id, draft_id],
    )
    const waiting = await tasks()
    assert.deepEqual([waiting?.count, waiting?.rows[0]?.href], [before + 1, `/law-changes/${first.id}`])
    const at = `/law-changes/${first.id}/tasks/${draft_id}/takings`
    const { location } = await bureauOfficer.form(at, {})
    assert.equal(location, `/drafts/${draft_id}`)
    const view = (await r.as.prosecutorMultan.api.get(`/drafts/${draft_id}`)).body as DraftView
    assert.equal(view.stage, 'collecting')
    assert.match(view.return_reason ?? '', /it may count: check it and submit it again/)
    const event = await lastEvent(r, 'draft.reopened')
    assert.equal(event?.subject_id, draft_id)
    assert.equal((await bureauOfficer.api.post(at, {})).status, 409)
    assert.equal((await tasks())?.count ?? 0, before)
  })
  it('is taken back by two, batch and all: everybody stands as before', async () => {
    await undo(first)
    assert.equal((await read(first.id)).state, 'undoing')
    await work(first.id)
    const { state, exit_count, rows } = await read(first.id)
    assert.deepEqual(
      [state, exit_count, rows.every(({ undone_at }) => undone_at !== null)],
      ['undone', 0, true],
    )
    assert.deepEqual(((await bureauOfficer.api.get('/exits')).body as ExitList).exits, [])
  })
  it('and its undoing leave every date, standing and exit as they were', async () => {
    r.clock.set(noon(BEFORE))
    const change = await approved()
    r.clock.set(noon(FROM))
    const ids = [bashir, of_man, early].map(({ person_id }) => person_id)
    const computed = async () => {
      await r.root.query('delete from register.duty_standing')
      await asActor(r.program.database, await bureauSupervisor.token(), (tx) =>
        refreshDuties(tx, ids, r.clock.now()),
      )
      return stands()
    }
    await undo(change) // once without ever having been applied
    await work(change.id)
    const before = await computed()
    r.clock.set(noon(BEFORE))
    const again = await approved()
    r.clock.set(noon(FROM))
    await work(again.id)
    assert.notDeepEqual(await computed(), before)
    await undo(again)
    await work(again.id)
    assert.deepEqual(await computed(), before)
  })
})

describe('an entry in the making', () => {
  it('is judged by the rules of its day', async () => {
    r.clock.set(noon(BEFORE))
    const conviction = { convicted_on: '2023-11-01', offence_on: '2023-01-20' }
    const { draft_id } = await fillDraft(r.as.prosecutorMultan, { conviction, until: 'sentence' })
    const outcome = async () => {
      const { ruling } = (await r.as.prosecutorMultan.api.get(`/drafts/${draft_id}`)).body as DraftView
      return [ruling?.tests.outcome, ruling?.tests.reason]
    }
    assert.deepEqual(await outcome(), ['no', 'before_start'])
    const change = await approved()
    r.clock.set(noon(FROM))
    assert.deepEqual(await outcome(), ['yes', 'tests_met'])
    await undo(change)
    assert.deepEqual(await outcome(), ['no', 'before_start'])
  })
})
