import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import type { CheckDesk } from '../../contract/check-answers.ts'
import type { CheckShown } from '../../contract/checks.ts'
import { freshCnic, given } from '../../tests/support/given.ts'
import {
  givenDraftedCheck,
  givenForwardedCheck,
  givenReleasedAnswer,
} from '../../tests/support/given-check.ts'
import { givenTakenFor, slipForm as slipFormOf } from '../../tests/support/given-clearance.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister, type Reply } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as } = register
const me = as.investigatorMultan
const bashir = await given.person(register, { custody: [{ from_on: '2025-02-11', to_on: null }] })
const EXISTS = { outcome: 'record_exists', person_id: bashir.person_id }

const titleOf = (reply: Reply) => (reply.body as { title: string }).title
const fieldsOf = (reply: Reply) =>
  (reply.body as { fields: { code: string }[] }).fields.map(({ code }) => code)

/** The file at a path, as its reader sees it; kept where a folder for pictures is named. */
async function textAt(who: As, path: string, name: string): Promise<string> {
  const reply = await register.app.inject({
    url: path,
    headers: { cookie: `__Host-amanat=${await who.token()}` },
  })
  assert.equal(reply.statusCode, 200, reply.body.slice(0, 300))
  const folder = process.env['PICTURES']
  if (folder) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/${name}.pdf`, reply.rawPayload)
  }
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(reply.rawPayload)), {
    mergePages: true,
  })
  return text
}

const opened = async (check_id: string) => {
  const reply = await me.api.post(`/checks/${check_id}/openings`)
  return `/checks/${check_id}/openings/${(reply.body as { print_id: string }).print_id}`
}
/** A man taken for Bashir, whom the investigator found not to be him. */
const takenFor = (cnic: string) =>
  givenTakenFor(register, bashir, {
    ...{ name_latin: 'Muhammad Bashir', name_urdu: 'محمد بشیر', father_name_latin: 'Rahim Bakhsh', cnic },
  })
const slipForm = (cnic: string, more: object = {}) => slipFormOf(register, cnic, more)

const drafted = await givenDraftedCheck(me, {
  ...{ father_name_latin: 'Rahim Bakhsh', cnic: '9123456789013', age: 30 },
})
const released_id = await givenReleasedAnswer(register, EXISTS, { cnic: bashir.cnic ?? '' })

describe('Annexure A', () => {
  let print_id: string | undefined
  describe('filled in', () => {
    provesAccess(
      () => register,
      () => ({
        ...{ method: 'POST', path: () => `/checks/${drafted.check_id}/annexures`, status: 201 },
        ...{ event: 'check.annexure_printed', allowed: me, elsewhere: as.prosecutorMultan },
      }),
    )
  })
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', event: 'check.annexure_fetched', allowed: me, elsewhere: as.bureauOfficer },
      path: async () => {
        const made = await me.api.post(`/checks/${drafted.check_id}/annexures`)
        print_id ??= (made.body as { print_id: string }).print_id
        return `/checks/${drafted.check_id}/annexures/${print_id}`
      },
    }),
  )
  it('holds what was entered, who asks, and a number with a code to check it', async () => {
    const text = await textAt(me, `/checks/${drafted.check_id}/annexures/${print_id}`, 'annexure-a')
    for (const words of ['Rashid Mehmood', 'Rahim Bakhsh', '91234-5678901-3', 'Saddar Multan', 'Bushra Naz'])
      assert.ok(text.includes(words), words)
    assert.match(text, /P-\d{4}-\d{6}/)
  })
  it('of an earlier version is not printed any more: its code would vouch for something else', async () => {
    const { body_version } = drafted
    await me.api.post(`/checks/${drafted.check_id}/reasons`, {
      ...{ body_version, relevance: 'arrested', reasons: 'Arrested today', names_confirmed: false },
    })
    const reply = await me.api.get(`/checks/${drafted.check_id}/annexures/${print_id}`)
    assert.equal(titleOf(reply), 'check_changed')
  })
})

describe('the answer on paper', () => {
  let path: string | undefined
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', event: 'check.answer_printed', allowed: me, elsewhere: as.prosecutorMultan },
      path: async () => {
        path ??= `${await opened(released_id)}/file`
        return path
      },
    }),
  )
  it('says the least, with who, when and which number across the page', async () => {
    const text = await textAt(me, `${await opened(released_id)}/file`, 'answer')
    for (const words of [bashir.record_number, 'Muhammad Bashir', 'Allah Ditta'])
      assert.ok(text.includes(words), words)
    assert.ok(text.split(/P-\d{4}-\d{6} · Bushra Naz/).length > 3, 'the watermark')
    assert.equal(text.includes(bashir.cnic ?? ''), false)
  })
})

describe('a clearance slip', () => {
  const cnic = freshCnic()
  let check_id: string | undefined
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', event: 'check.slip_asked', status: 201, allowed: me, elsewhere: as.bureauOfficer },
      path: async () => {
        check_id ??= await takenFor(cnic)
        return `/checks/${check_id}/slips`
      },
      body: () => slipForm(cnic),
    }),
  )
  it('is made only at the man’s own request, from his card, and only where it was said that it is not him', async () => {
    const id = await takenFor(freshCnic())
    const ask = (form: object) => me.api.post(`/checks/${id}/slips`, form)
    assert.deepEqual(fieldsOf(await ask(slipForm(cnic, { asked_himself: false }))), [
      'clearances.fault.not_asked',
    ])
    assert.deepEqual(fieldsOf(await ask(slipForm('123'))), ['not_a_cnic'])
    assert.deepEqual(fieldsOf(await ask(slipForm(cnic, { asked_on: '2099-01-01' }))), ['in_future'])
    const him = await givenReleasedAnswer(register, EXISTS, { cnic: bashir.cnic ?? '' })
    assert.equal(titleOf(await me.api.post(`/checks/${him}/slips`, slipForm(cnic))), 'check_closed')
  })
  it('is issued by the Bureau, who opens it from the desk', async () => {
    const { slip } = (await as.bureauOfficer.api.get(`/checks/${check_id}/answer`)).body as CheckDesk
    const issued = await as.bureauOfficer.api.post(`/clearances/${slip?.clearance_id}/issues`)
    assert.equal(issued.status, 201, issued.text)
  })
  describe('fetched by who passed it on', () => {
    provesAccess(
      () => register,
      () => ({
        ...{ method: 'GET', event: 'check.slip_fetched', allowed: me, elsewhere: as.prosecutorMultan },
        path: () => `/checks/${check_id}/slip`,
      }),
    )
  })
  it('names this man alone, and nobody of the register', async () => {
    const text = await textAt(me, `/checks/${check_id}/slip`, 'slip')
    assert.ok(text.includes('Rahim Bakhsh') && text.includes(cnic.slice(5, 12)))
    for (const words of [bashir.record_number, 'Allah Ditta'])
      assert.equal(text.includes(words), false, words)
    const { slip } = (await me.api.get(`/checks/${check_id}`)).body as CheckShown
    assert.match(slip?.slip_number ?? '', /^P-/)
  })
  it('is seen by the next check of the same man: he cannot be answered to be that person', async () => {
    const next = await givenForwardedCheck(register, { name_latin: 'Muhammad Bashir', cnic })
    const desk = (await as.bureauOfficer.api.get(`/checks/${next}/answer?record=${bashir.record_number}`))
      .body as CheckDesk
    assert.deepEqual(
      desk.slips.map((one) => [one.record_number, one.has_same_cnic]),
      [[bashir.record_number, true]],
    )
    const one = desk.candidates.find(({ person_id }) => person_id === bashir.person_id)
    assert.equal(one?.is_cleared, true)
    const refused = await as.bureauOfficer.api.post(`/checks/${next}/answers`, { ...EXISTS, needs: [] })
    assert.deepEqual(fieldsOf(refused), ['checks.fault.cleared'])
  })
  it('shown by its number alone is only pointed out: it may be another man’s', async () => {
    const { slip } = (await me.api.get(`/checks/${check_id}`)).body as CheckShown
    const next = await givenForwardedCheck(register, {
      ...{ name_latin: 'Muhammad Bashir', slip_number: slip?.slip_number ?? '' },
    })
    const desk = (await as.bureauOfficer.api.get(`/checks/${next}/answer`)).body as CheckDesk
    assert.deepEqual(
      desk.slips.map(({ has_same_cnic }) => has_same_cnic),
      [false],
    )
    assert.ok(desk.candidates.every(({ is_cleared }) => !is_cleared))
  })
})
