// docs/agencies/checks.md, run as it stands: against a listening register, a real identity provider, and a real receiver.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, describe, it } from 'node:test'
import {
  CLIENT,
  givenAgency,
  givenConsent,
  givenSecret,
  openReceiver,
  openTokenProvider,
  runJob,
} from '../../tests/support/agency-system.ts'
import { given } from '../../tests/support/given.ts'
import { givenProposedAnswer, TICKED } from '../../tests/support/given-check.ts'
import { blocksOf, compare, sendBlock, type Variables } from '../../tests/support/guide.ts'
import { openTestRegister, type Reply } from '../../tests/support/register.ts'
import { createApp } from '../app.ts'
import { sendAgencyEvent } from './tell-job.ts'

const register = await openTestRegister({ is_demo: true })
const { as, root } = register
const officer = as.investigatorMultan
const provider = await openTokenProvider()
const program = { ...register.program, agencies: provider.door }
const app = await createApp(program, {
  requests_per_minute: 1_000_000,
  onFault: (fault) => console.error(fault),
})
after(() => app.close())
const address = await app.listen({ port: 0, host: '127.0.0.1' })
const receiver = await openReceiver()
const agency_id = await givenAgency(register, { webhook_url: receiver.url })
const link_id = await givenConsent(officer, agency_id)
const secret = await givenSecret(register, agency_id)
const bashir = await given.person(register, { custody: [{ from_on: '2025-02-11', to_on: null }] })

const variables: Variables = {
  ...{ register: address, issuer: provider.issuer, officer: officer.name, cnic: bashir.cnic ?? '' },
  basic: Buffer.from([CLIENT.client_id, CLIENT.client_secret].map(encodeURIComponent).join(':')).toString(
    'base64',
  ),
}
const id = (name: string) => variables[name] ?? ''
const ok = <R = { approval_id: string; shown_hash: string }>(reply: Reply) => {
  assert.ok(reply.status < 300, reply.text)
  return reply.body as R
}

/** What others do while the agency's system waits. */
const MEANWHILE: Record<string, () => Promise<void>> = {
  async released() {
    ok(await as.prosecutorMultan.api.post(`/checks/${id('check_id')}/forwardings`, TICKED))
    const answer = { outcome: 'record_exists', person_id: bashir.person_id }
    const shown_hash = await givenProposedAnswer(register, id('check_id'), answer)
    ok(await as.bureauOfficerTwo.api.post(`/checks/${id('check_id')}/releases`, { shown_hash }))
  },
  async told() {
    const { rows } = await root.query('select event_id from register.agency_event')
    assert.equal(rows.length, 1)
    await runJob(program, sendAgencyEvent, rows[0].event_id)
  },
  async lent() {
    ok(await officer.api.post(`/agency-links/${link_id}/loans`))
  },
  async corrected() {
    const looked = { query: bashir.record_number, purpose: 'correction', case_reference: 'L 7' }
    ok(await as.prosecutorMultan.api.post('/searches', looked))
    const { approval_id } = ok(
      await as.prosecutorMultan.api.post(`/people/${bashir.person_id}/corrections`, {
        ...{ field: 'name', target_id: bashir.name_ids[0], after: 'Muhammad Basheer' },
        ...{
          source_kind: 'identity_card',
          source_on: '2026-01-05',
          source_ref: 'NADRA 77',
          asked_by: 'person',
        },
      }),
    )
    const { shown_hash } = ok(await as.bureauOfficerTwo.api.get(`/approvals/${approval_id}`))
    ok(await as.bureauOfficerTwo.api.post(`/approvals/${approval_id}/approve`, { shown_hash }))
  },
}

type Verifier = {
  isFromRegister: (secret: string, headers: Record<string, string>, body: string) => boolean
}
const messageSent = () => receiver.received.at(-1) ?? { headers: {}, body: '{}' }

const blocks = blocksOf(readFileSync(new URL('../../docs/agencies/checks.md', import.meta.url), 'utf8'))

describe('the guide for agencies', () => {
  it('shows the whole way', () => {
    const count = (kind: string) => blocks.filter((block) => block.kind === kind).length
    assert.deepEqual([count('http') >= 16, count('json'), count('js'), count('meanwhile')], [true, 1, 1, 4])
  })
  it('is as it says: every request is sent, every reply is the one shown', async () => {
    for (const { kind, text } of blocks) {
      if (kind === 'meanwhile') await MEANWHILE[text]?.()
      else if (kind === 'http') await sendBlock(text, variables)
      else if (kind === 'json')
        compare(JSON.parse(messageSent().body), JSON.parse(text), variables, 'message')
    }
    const { rows } = await root.query('select kind from register.agency_event order by event_number')
    assert.deepEqual(
      rows.map((row) => row.kind),
      ['answered', 'corrected'],
    )
  })
  it('verifies a message in ten lines', async () => {
    const code = blocks.find((block) => block.kind === 'js')?.text ?? ''
    assert.ok(code.trim().split('\n').length <= 10)
    const { isFromRegister }: Verifier = await import(`data:text/javascript,${encodeURIComponent(code)}`)
    const { headers, body } = messageSent()
    assert.equal(isFromRegister(secret, headers, body), true)
    assert.equal(isFromRegister(secret, headers, `${body} `), false)
    assert.equal(isFromRegister(`whsec_${Buffer.alloc(32).toString('base64')}`, headers, body), false)
    const at = String(Number(headers['webhook-timestamp']) - 301)
    assert.equal(isFromRegister(secret, { ...headers, 'webhook-timestamp': at }, body), false)
  })
})
