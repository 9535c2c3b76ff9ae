import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { emptyDraftBody } from '../../contract/draft-body.ts'
import type { DraftList, DraftView } from '../../contract/drafts.ts'
import { CONVICTION, fillDraft } from '../../tests/support/drafts.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import {
  type As,
  asReply,
  ORIGIN,
  openTestRegister,
  type Reply,
  type TestRegister,
} from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'
import { createDrafts } from './queries.ts'

const r = await openTestRegister()
const register = () => r
const pm = () => r.as.prosecutorMultan
const problem = (reply: Reply) => reply.body as { title: string; fields?: { field: string; code: string }[] }
const viewOf = async (draft_id: string) => (await pm().api.get(`/drafts/${draft_id}`)).body as DraftView

/** A draft made by the one who is allowed; its id for the path, its version for the body. */
function proofOf(act: string, body: () => object, until?: Parameters<typeof fillDraft>[1]) {
  let made = { draft_id: '', body_version: 0 }
  return {
    path: async () => {
      made = await fillDraft(pm(), until ?? { until: 'source' })
      return `/drafts/${made.draft_id}${act}`
    },
    body: () => ({ body_version: made.body_version || 1, ...body() }),
  }
}
const as_prosecutor = (given: TestRegister) => ({
  allowed: given.as.prosecutorMultan,
  elsewhere: given.as.prosecutorVehari,
})

describe('the list of drafts', () => {
  provesAccess(register, ({ as }) => ({
    ...{ method: 'GET', path: () => '/drafts', event: 'draft.listed' },
    ...{ allowed: as.prosecutorMultan, elsewhere: as.shoSaddar },
  }))

  it('shows a draft of the district with its age, its stage and its clock', async () => {
    const { draft_id } = await fillDraft(pm())
    const { drafts, counts } = (await pm().api.get('/drafts')).body as DraftList
    const shown = drafts.find((draft) => draft.draft_id === draft_id)
    assert.deepEqual([shown?.stage, shown?.age_days, shown?.clock?.due_on], ['collecting', 0, '2025-02-14'])
    assert.ok((shown?.clock?.days_left ?? 0) < 0)
    assert.deepEqual(shown?.name, { latin: 'Ghulam Rasool', ur: 'غلام رسول' })
    assert.ok(counts.some(({ stage, count }) => stage === 'collecting' && count > 0))
  })

  it('goes on after the 50th, though a return made all of them at one instant', async () => {
    const list = Array.from({ length: 120 }, () => ({
      district_id: 'pb_vehari',
      body: emptyDraftBody(),
      from: { origin: 'screen' as const },
    }))
    await asActor(r.program.database, await r.as.prosecutorVehari.token(), async (tx, session) => {
      assert.ok(session)
      await createDrafts(tx, r.program, session, list)
    })
    const seen = new Set<string>()
    for (let path = '/drafts?stage=collecting', pages = 0; path !== ''; pages += 1) {
      assert.ok(pages < 4)
      const { drafts, next } = (await r.as.prosecutorVehari.api.get(path)).body as DraftList
      for (const { draft_id } of drafts) seen.add(draft_id)
      path = next ? `/drafts?stage=collecting&after=${next}` : ''
    }
    assert.equal(seen.size, 120)
  })
})

describe('beginning a draft', () => {
  provesAccess(register, ({ as }) => ({
    ...{ method: 'POST', path: () => '/drafts', body: () => ({}), event: 'draft.created', status: 201 },
    ...{ allowed: as.prosecutorMultan, elsewhere: as.shoSaddar },
  }))

  it('makes many in one transaction', async () => {
    const list = Array.from({ length: 20_000 }, (_, line) => ({
      district_id: 'pb_multan',
      body: { ...emptyDraftBody(), station_id: `s${line}` },
      from: { origin: 'screen' as const },
    }))
    await asActor(r.program.database, await r.as.deputyMultan.token(), async (tx, session) => {
      assert.ok(session)
      const ids = await createDrafts(tx, r.program, session, list)
      assert.equal(new Set(ids).size, list.length)
      await tx.deleteFrom('register.form_state').execute()
    })
    await r.root.query('delete from register.draft where author_id = $1', [r.as.deputyMultan.officer_id])
  })
})

describe('reading a draft', () => {
  provesAccess(register, (given) => ({
    ...{ method: 'GET', event: 'draft.viewed', ...as_prosecutor(given) },
    path: proofOf('', () => ({})).path,
  }))

  it('gives both tests with their reasons, the period, and nothing of who else is held', async () => {
    const { draft_id } = await fillDraft(pm())
    const view = await viewOf(draft_id)
    assert.deepEqual([view.ruling?.tests.s2h, view.ruling?.tests.s24, view.missing], [true, true, []])
    assert.equal(view.ruling?.registration.ends_on, null)
    assert.deepEqual(
      view.body.person.names.map(({ kind, script, text }) => `${kind} ${script} ${text}`),
      [
        'name Latn Ghulam Rasool',
        'name Arab غلام رسول',
        'father Latn Allah Ditta',
        'alias Latn Sheeda',
        'alias Latn Kalu',
      ],
    )
    assert.ok(!('held_person_id' in view))
  })
})

describe('saving a step', () => {
  const source = () => ({ judgment_hash: 'ab'.repeat(32), judgment_reference: null })
  provesAccess(register, (given) => ({
    ...{ method: 'POST', event: 'draft.source_saved', ...as_prosecutor(given) },
    ...proofOf('/source', source),
  }))

  it('is refused when another tab saved first, and loses nothing that was typed', async () => {
    const { draft_id, body_version } = await fillDraft(pm(), { until: 'source' })
    const sent = { judgment_reference: 'typed in the second tab', judgment_hash: '' }
    const fields = { ...sent, body_version: String(body_version - 1) }
    const refused = await pm().form(`/drafts/${draft_id}/source`, fields)
    assert.equal(refused.status, 303)
    assert.match(refused.location ?? '', /\?form=/)
    const page = await pm().page(refused.location ?? '')
    assert.ok(page.text.includes('typed in the second tab'))
    assert.ok(page.text.includes(`name="body_version" value="${body_version}"`))
    assert.equal((await viewOf(draft_id)).body.judgment_reference, 'CC 12 of 2025')
    const json = await pm().api.post(`/drafts/${draft_id}/source`, {
      ...source(),
      body_version: body_version - 1,
    })
    assert.deepEqual([json.status, problem(json).title], [409, 'draft_changed'])
  })

  it('lets one of two saves win that come at the same moment', async () => {
    const { draft_id, body_version } = await fillDraft(pm(), { until: 'source' })
    const save = () => pm().api.post(`/drafts/${draft_id}/source`, { ...source(), body_version })
    const statuses = (await Promise.all([save(), save(), save()])).map(({ status }) => status)
    assert.deepEqual(statuses.sort(), [200, 409, 409])
  })

  it('asks for the look-up before the person', async () => {
    const { draft_id, body_version } = await fillDraft(pm(), { until: 'source' })
    const person = { name_latin: 'A', name_urdu: null, father_name_latin: null, father_name_urdu: null }
    const more = {
      aliases: null,
      other_document: null,
      sex: null,
      born_on: null,
      born_year: null,
      address: null,
    }
    const reply = await pm().api.post(`/drafts/${draft_id}/person`, { ...person, ...more, body_version })
    assert.equal(problem(reply).title, 'draft_not_searched')
  })

  it('reads Urdu digits in every number', async () => {
    const { draft_id, body_version } = await fillDraft(pm(), { until: 'person' })
    const form = { ...CONVICTION, fir_year: '۲۰۲۴', fir_number: '۱۱۷', body_version: String(body_version) }
    const { juvenile: _, offences, ...texts } = { ...form, other_sections: '' }
    const reply = await pm().form(`/drafts/${draft_id}/conviction`, { ...texts, offences: offences[0] ?? '' })
    assert.equal(reply.location, `/drafts/${draft_id}/sentence`)
    const { conviction } = (await viewOf(draft_id)).body
    assert.deepEqual([conviction.fir_year, conviction.fir_number], [2024, 117])
  })

  it('takes typed sections of the catalogue as theirs, and keeps others as typed', async () => {
    const other_sections = '377 PPC; section 9 of the Fisheries Act'
    const { draft_id } = await fillDraft(pm(), { conviction: { other_sections }, until: 'conviction' })
    const { offences } = (await viewOf(draft_id)).body.conviction
    assert.deepEqual(offences.slice(0, 2), ['PPC-376', 'PPC-377'])
    assert.equal(offences.length, 3)
  })

  it('adds a row of custody without a script and stays on the step', async () => {
    const { draft_id, body_version } = await fillDraft(pm(), { until: 'conviction' })
    const rows = { 'custody.0.from_on': '2024-02-01', 'custody.0.to_on': '', 'custody.1.from_on': '' }
    const held = { 'custody.0.held_district_id': 'pb_multan', 'custody.1.held_district_id': '' }
    const fields = {
      ...{ ...rows, ...held, disposal: 'imprisonment', years: '۱۰', months: '', fine_pkr: '' },
      stay: 'on',
      body_version: String(body_version),
    }
    const reply = await pm().form(`/drafts/${draft_id}/sentence`, fields)
    assert.equal(reply.location, `/drafts/${draft_id}/sentence`)
    const page = await pm().page(reply.location ?? '')
    assert.ok(page.text.includes('name="custody.1.from_on"'))
    const { conviction } = (await viewOf(draft_id)).body
    assert.deepEqual([conviction.custody.length, conviction.sentence.months], [1, 120])
    assert.equal(conviction.custody[0]?.held_district_id, 'pb_multan')
    assert.match(page.text, /value="pb_multan" selected/)
    assert.match((await pm().page(`/drafts/${draft_id}/check`)).text, /held in the district of \u2068?Multan/)
  })

  it('refuses a release before the first day, and a station of another district', async () => {
    const { draft_id, body_version } = await fillDraft(pm(), { until: 'sentence' })
    const custody = [{ from_on: '2024-02-01', to_on: '2024-01-01' }]
    const sentence = {
      disposal: 'imprisonment',
      years: 1,
      months: null,
      is_life: false,
      fine_pkr: null,
      custody,
    }
    const late = await pm().api.post(`/drafts/${draft_id}/sentence`, { ...sentence, body_version })
    assert.equal(problem(late).fields?.[0]?.field, 'custody.0.to_on')
    const station = { station_id: 'pb_vehari_city', body_version }
    const other = await pm().api.post(`/drafts/${draft_id}/station`, station)
    assert.deepEqual(problem(other).fields, [{ field: 'station_id', code: 'not_a_choice' }])
  })

  it('refuses a text that tells who the survivor is, and keeps it nowhere', async () => {
    const { draft_id, body_version } = await fillDraft(pm(), { until: 'person' })
    const planted = 'Zarmeena Plantedname'
    const { offences, juvenile: _, ...texts } = { ...CONVICTION, other_sections: '' }
    const fields = { ...texts, offences: offences[0] ?? '', court: `Court, victim ${planted}` }
    const form = Object.fromEntries(
      Object.entries({ ...fields, body_version }).map(([k, v]) => [k, String(v)]),
    )
    const refused = await pm().form(`/drafts/${draft_id}/conviction`, form)
    const page = await pm().page(refused.location ?? '')
    assert.ok(page.text.includes('The law forbids it'))
    assert.ok(!page.text.includes('Plantedname'))
    assert.ok(page.text.includes('SC 41/2024'), 'the rest of the form is still there')
    assert.equal((await viewOf(draft_id)).body.conviction.court, null)
  })
})

/** Sends a scan as a program would. */
async function sendScan(who: As, draft_id: string, version: number, bytes: string): Promise<Reply> {
  const data = new FormData()
  data.append('body_version', String(version))
  if (bytes !== '') data.append('file', new Blob([bytes]), 'judgment.pdf')
  const message = new Response(data)
  return asReply(
    await r.app.inject({
      method: 'POST',
      url: `/api/v1/drafts/${draft_id}/judgment-files`,
      headers: {
        origin: ORIGIN,
        cookie: `__Host-amanat=${await who.token()}`,
        'content-type': message.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await message.arrayBuffer()),
    }),
  )
}

describe('the certified judgment as a file', () => {
  const scan = 'a scan that must not be kept '.repeat(50_000)

  it('is hashed on the server and kept nowhere', async () => {
    const { draft_id, body_version } = await fillDraft(pm(), { until: 'source' })
    const reply = await sendScan(pm(), draft_id, body_version, scan)
    assert.equal(reply.status, 200, reply.text)
    assert.equal((await viewOf(draft_id)).body.judgment_hash, createHash('sha256').update(scan).digest('hex'))
    assert.equal((await lastEvent(r, 'draft.judgment_hashed'))?.outcome, 'done')
  })

  it('is refused where there is none, on another version, too large, and to others', async () => {
    const { draft_id, body_version } = await fillDraft(pm(), { until: 'source' })
    assert.deepEqual(problem(await sendScan(pm(), draft_id, body_version, '')).fields, [
      { field: 'file', code: 'file_missing' },
    ])
    assert.equal(problem(await sendScan(pm(), draft_id, body_version - 1, scan)).title, 'draft_changed')
    const large = 'x'.repeat(64 * 1024 ** 2 + 1)
    assert.equal((await sendScan(pm(), draft_id, body_version, large)).status, 413)
    assert.equal((await sendScan(r.as.prosecutorVehari, draft_id, body_version, scan)).status, 404)
    assert.equal((await sendScan(r.as.shoSaddar, draft_id, body_version, scan)).status, 404)
    const stranger = await r.app.inject({
      method: 'POST',
      url: `/api/v1/drafts/${draft_id}/judgment-files`,
      headers: { origin: ORIGIN },
    })
    assert.ok(stranger.statusCode >= 400)
  })
})

describe('submitting a draft', () => {
  provesAccess(register, (given) => ({
    ...{ method: 'POST', event: 'draft.submitted', ...as_prosecutor(given) },
    ...proofOf('/submissions', () => ({}), {}),
  }))
  const submit = async (steps: Parameters<typeof fillDraft>[1]) => {
    const { draft_id, body_version } = await fillDraft(pm(), steps)
    return { draft_id, reply: await pm().api.post(`/drafts/${draft_id}/submissions`, { body_version }) }
  }

  it('goes on to NADRA when both tests are met, with the tests stored and the question queued', async () => {
    const { draft_id, reply } = await submit({})
    assert.equal((reply.body as { stage: string }).stage, 'identity')
    const { rows } = await r.root.query('select eligibility from register.draft where draft_id = $1', [
      draft_id,
    ])
    assert.deepEqual([rows[0].eligibility.outcome, rows[0].eligibility.reason], ['yes', 'tests_met'])
    const jobs = await r.root.query(
      "select 1 from graphile_worker.jobs where key = 'identity.verify:' || $1",
      [draft_id],
    )
    assert.equal(jobs.rowCount, 1)
  })

  it('names every missing field', async () => {
    const partly = await submit({ sentence: { custody: [] } })
    assert.deepEqual(problem(partly.reply).fields, [{ field: 'conviction.custody', code: 'required' }])
    const no_law_yet = await submit({ until: 'lookup' })
    const { title, fields } = problem(no_law_yet.reply)
    assert.equal(title, 'draft_not_ready')
    const view = await viewOf(no_law_yet.draft_id)
    assert.deepEqual(
      fields?.map(({ field }) => field),
      view.missing.map(({ field }) => field),
    )
    assert.ok(fields?.some(({ field }) => field === 'person.names'))
  })

  it('goes to the legal officer when the tests differ, or the court sits where the Act may not reach', async () => {
    const differ = await submit({ conviction: { victim: 'other' } })
    assert.equal((differ.reply.body as { stage: string }).stage, 'legal')
    const review = await submit({ conviction: { jurisdiction: 'PK-GB' } })
    assert.equal((review.reply.body as { stage: string }).stage, 'legal')
  })

  it('closes what is not registrable with its reasons, and lets no station be named for it', async () => {
    const steps = { conviction: { offences: [], other_sections: '34 PPC' }, until: 'sentence' } as const
    const { draft_id, body_version } = await fillDraft(pm(), steps)
    const station = { station_id: 'pb_multan_saddar', body_version }
    const refused = await pm().api.post(`/drafts/${draft_id}/station`, station)
    assert.equal(problem(refused).title, 'draft_not_registrable')
    const closed = await pm().api.post(`/drafts/${draft_id}/submissions`, { body_version })
    assert.equal((closed.body as { stage: string }).stage, 'not_registrable')
    assert.equal((await viewOf(draft_id)).ruling?.tests.reason, 'tests_not_met')
  })

  it('cannot be changed any more, nor submitted twice', async () => {
    const { draft_id, reply } = await submit({})
    assert.equal(reply.status, 200)
    const { body_version } = await viewOf(draft_id)
    for (const act of ['submissions', 'discards']) {
      const again = await pm().api.post(`/drafts/${draft_id}/${act}`, { body_version })
      assert.equal(problem(again).title, 'draft_closed')
    }
  })
})

describe('discarding a draft', () => {
  provesAccess(register, (given) => ({
    ...{ method: 'POST', event: 'draft.discarded', ...as_prosecutor(given) },
    ...proofOf('/discards', () => ({})),
  }))

  it('is confirmed first, and the draft leaves the list', async () => {
    const { draft_id, body_version } = await fillDraft(pm(), { until: 'source' })
    const page = await pm().page(`/drafts/${draft_id}/discard`)
    assert.ok(page.text.includes(`/drafts/${draft_id}/discards`))
    const done = await pm().form(`/drafts/${draft_id}/discards`, { body_version: String(body_version) })
    assert.equal(done.location, '/drafts')
    assert.equal(
      (await pm().api.get(`/drafts/${draft_id}`)).status,
      404,
      'nothing of it can be read any more',
    )
  })

  it('is not for a colleague of another office', async () => {
    const { draft_id, body_version } = await fillDraft(pm(), { until: 'source' })
    const reply = await r.as.bureauOfficer.api.post(`/drafts/${draft_id}/discards`, { body_version })
    assert.equal(reply.status, 403)
  })
})

describe('what is stored', () => {
  it('holds no name, number or address in the clear', async () => {
    await fillDraft(pm(), { cnic: '9123456789013' })
    const { rows } = await r.root.query('select d::text as row from register.draft d')
    const all = rows.map(({ row }) => row).join('\n')
    for (const planted of ['Ghulam', '9123456789013', 'Qadirabad', 'غلام'])
      assert.ok(!all.includes(planted) && !all.includes(Buffer.from(planted).toString('hex')), planted)
    assert.ok(!all.includes(createHash('sha256').update('9123456789013').digest('hex')))
  })
})
