import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import { IDENTITY_PATH, type IdentityQuestion } from '../../contract/identities.ts'
import { knownCnic, startAgency } from '../../tests/support/agency.ts'
import { askAgency } from './client.ts'

const question: IdentityQuestion = {
  cnic: knownCnic(1),
  name: { latin: 'MUHAMMAD  bashir', urdu: null },
  father_name: { latin: null, urdu: 'اللہ دتہ' },
  ...{ born_on: '1988-03-14', born_year: null, sex: 'male' },
}
const { signal } = new AbortController()
const asking = () => ({ now: Temporal.Now.instant(), signal })
const agency = await startAgency()
after(() => agency.stop())

/** Another server in the agency's place. */
async function impostor(answer: (response: ServerResponse, request_id: string) => void) {
  const server = createServer((request, response) =>
    answer(response, String(request.headers['identity-request-id'])),
  )
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  after(() => server.closeAllConnections())
  after(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const sign = (status: number, request_id: string, body: string) =>
  createHmac('sha256', agency.identity.secret).update(`${status}\n${request_id}\n${body}`).digest('hex')
const VERIFIED = '{"outcome":"verified","fields_differ":[]}'

describe('asking the agency', () => {
  it('takes either spelling of a name, in any case and spacing', async () => {
    const { answer } = await askAgency(agency.identity, question, asking())
    assert.deepEqual(answer, { outcome: 'verified', fields_differ: [] })
  })
  it('learns every field that differs, and only their names', async () => {
    const other = { ...question, born_on: '1980-03-14', sex: 'female' as const }
    const { answer } = await askAgency(agency.identity, other, asking())
    assert.deepEqual(answer, { outcome: 'mismatch', fields_differ: ['birth', 'sex'] })
  })
  it('allows a year that came from an age to be one off', async () => {
    const asked = async (born_year: number) =>
      (await askAgency(agency.identity, { ...question, born_on: null, born_year }, asking())).answer.outcome
    assert.deepEqual(
      [await asked(1987), await asked(1989), await asked(1986)],
      ['verified', 'verified', 'mismatch'],
    )
  })
  it('is refused with another secret, or a clock far off', async () => {
    const foreign = { ...agency.identity, secret: 'x'.repeat(43) }
    assert.equal((await askAgency(foreign, question, asking())).because, 'signature')
    const late = { now: Temporal.Now.instant().subtract({ minutes: 10 }), signal }
    assert.equal((await askAgency(agency.identity, question, late)).because, 'status_401')
  })
})

describe('an answer that cannot be trusted is none', () => {
  const reply = (status: number, body: string, signature: (request_id: string) => string) =>
    impostor((response, request_id) =>
      response.writeHead(status, { 'identity-signature': signature(request_id) }).end(body),
    )
  const cases: readonly (readonly [string, string, () => Promise<string>])[] = [
    ['nobody listens', 'no_answer', async () => 'http://127.0.0.1:9'],
    ['nobody signed it', 'signature', () => reply(200, VERIFIED, () => '')],
    [
      'it answers another question',
      'signature',
      () => reply(200, VERIFIED, () => sign(200, 'other', VERIFIED)),
    ],
    ['it is a fault', 'status_500', () => reply(500, '{}', (id) => sign(500, id, '{}'))],
    ['it says more than the contract', 'not_understood', () => reply(200, MORE, (id) => sign(200, id, MORE))],
    ['it differs in nothing', 'not_understood', () => reply(200, EMPTY, (id) => sign(200, id, EMPTY))],
    ['it is longer than any answer', 'signature', () => reply(200, LONG, (id) => sign(200, id, LONG))],
    ['it comes too late', 'time_out', () => impostor(() => undefined)],
  ]
  const MORE = '{"outcome":"verified","fields_differ":[],"name":"Muhammad Bashir"}'
  const EMPTY = '{"outcome":"mismatch","fields_differ":[]}'
  const LONG = `${VERIFIED}${' '.repeat(10_000)}`
  for (const [what, because, open] of cases)
    it(`when ${what}`, async () => {
      const given = { ...agency.identity, url: await open() }
      const asked = await askAgency(given, question, { ...asking(), time_out_ms: 300 })
      assert.deepEqual([asked.answer.outcome, asked.because], ['unavailable', because])
    })
})

describe('the agency’s service', () => {
  it('takes no question twice', async () => {
    const body = JSON.stringify(question)
    const signed_at = String(Math.floor(Date.now() / 1000))
    const signature = createHmac('sha256', agency.identity.secret)
      .update(`POST\n${IDENTITY_PATH}\n${signed_at}\nonce\n${body}`)
      .digest('hex')
    const ask = () =>
      fetch(`${agency.identity.url}${IDENTITY_PATH}`, {
        ...{ method: 'POST', body },
        headers: {
          ...{ 'identity-request-id': 'once', 'identity-timestamp': signed_at },
          'identity-signature': signature,
        },
      })
    assert.deepEqual([(await ask()).status, (await ask()).status], [200, 401])
  })
})
