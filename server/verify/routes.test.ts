// Anybody verifies a paper: without a session, without a database, and without a trace in an address.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fromToken, groupsOf } from '../../domain/receipt/token.ts'
import { codeOf } from '../../domain/receipt/verify.ts'
import { codeFor, SIGNER, STATEMENT } from '../../tests/support/given-code.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { visitor } from '../../tests/support/visitor.ts'
import { createApp } from '../app.ts'
import { parsePaperSigner } from '../platform/signing.ts'

const r = await openTestRegister()
const code = await codeFor()
const signature = (fromToken(code) ?? new Uint8Array()).slice(64, 128)
const forged = await codeOf(SIGNER.key_id, { ...STATEMENT, issued_at: 1 }, signature)
const of_other_key = await codeOf('00000000', STATEMENT, signature)

/** What the page says to a code that was sent without JavaScript. */
async function verify(typed: string, browser = visitor(r)) {
  await browser.form('/language', { language: 'en', back_to: '/verify' })
  const sent = await browser.form('/verify', { code: typed })
  assert.deepEqual([sent.status, sent.location], [303, '/verify'])
  const page = await browser.get('/verify')
  assert.equal(page.status, 200)
  const shown = /<div id="answer"[^>]*>(.*?)<\/div><form/s.exec(page.text)?.[1] ?? ''
  const box = /<textarea[^>]*>(.*?)<\/textarea>/s.exec(page.text)?.[1] ?? ''
  return { answer: shown.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '), box, page }
}

describe('a paper', () => {
  const CASES: [string, string, RegExp][] = [
    [
      'as it is printed',
      groupsOf(code).join(' '),
      /Sound: .*P-2026-000123 .*Receipt of a notice .*at \d\d:\d\d/,
    ],
    ['as a square is read', code, /It does not prove the words on your paper/],
    ['in small letters with hyphens', groupsOf(code).join('-').toLowerCase(), /Sound/],
    ['that is forged', forged, new RegExp(`Forged: .*${SIGNER.key_id}`)],
    ['of a key that is not published', of_other_key, /the key is not known here .*00000000/],
    [
      'with a letter mistyped',
      code.replace(/.$/, (z) => (z === 'Z' ? 'Y' : 'Z')),
      /Not read right .*208.* of .*208/,
    ],
    ['that is half there', code.slice(8), /Not read right .*200.* of .*208/],
    ['that is nothing', '', /Not read right .*0.* of .*208/],
    ['that is far too long', code.repeat(100), /Not read right .*416.* of .*208/],
  ]
  for (const [what, typed, says] of CASES)
    it(`${what} is answered`, async () => {
      const { answer, page } = await verify(typed)
      assert.match(answer, says)
      assert.equal(page.headers['cache-control'], 'no-store')
    })
  it('that was not read right comes back in groups, to be put right; a sound one does not', async () => {
    const wrong = code.slice(8)
    assert.equal((await verify(wrong)).box, groupsOf(wrong).join(' '))
    assert.equal((await verify(code)).box, '')
  })
  it('is answered once: the next look is at an empty form', async () => {
    const browser = visitor(r)
    await verify(code, browser)
    assert.equal(browser.cookies.has('__Host-code'), false)
    assert.match((await browser.get('/verify')).text, /<div id="answer"[^>]*><\/div>/)
  })
  it('leaves nothing in a cookie but letters and digits of Latin', async () => {
    const browser = visitor(r)
    await browser.form('/verify', { code: 'نام; <b>Bashir</b>=9' })
    assert.equal(browser.cookies.get('__Host-code'), 'BBASH1RB9')
  })
  it('is not verified for another site', async () => {
    const reply = await r.app.inject({
      ...{ method: 'POST', url: '/verify', payload: `code=${code}` },
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
    })
    assert.equal(reply.statusCode, 403)
  })
})

describe('verifying', () => {
  it('asks no database: without one it answers all the same', async () => {
    const unreachable = async () => assert.fail('the database was asked')
    const database = { app: { connect: unreachable }, gate: { connect: unreachable } } as never
    const app = await createApp(
      { ...r.program, database },
      { requests_per_minute: 9, onFault: console.error },
    )
    const browser = visitor({ ...r, app })
    browser.cookies.set('__Host-amanat', 'x'.repeat(43))
    assert.equal((await browser.form('/verify', { code })).status, 303)
    assert.match((await browser.get('/verify')).text, /P-2026-000123/)
    for (const path of ['/verify/offline.html', '/.well-known/amanat-keys'])
      assert.equal((await browser.get(path)).status, 200, path)
    await app.close()
  })
  it('is limited like everything else', async () => {
    const app = await createApp(r.program, { requests_per_minute: 2, onFault: () => undefined })
    const browser = visitor({ ...r, app })
    const ask = async () => (await browser.form('/verify', { code })).status
    assert.deepEqual([await ask(), await ask(), await ask()], [303, 303, 429])
    await app.close()
  })
  it('offers all published keys, those out of use as well', async () => {
    const retired = Buffer.alloc(32, 5).toString('base64url')
    const paper_signer = parsePaperSigner(
      `PAPER-KEY ${retired}\nPUBLISHED ${SIGNER.published[0]?.public_key}`,
    )
    const app = await createApp(
      { ...r.program, paper_signer },
      { requests_per_minute: 9, onFault: console.error },
    )
    const browser = visitor({ ...r, app })
    const keys = await browser.get('/.well-known/amanat-keys')
    assert.deepEqual(keys.body, { keys: paper_signer.published })
    await browser.form('/verify', { code })
    assert.match((await browser.get('/verify')).text, /P-2026-000123/)
    await app.close()
  })
})

describe('the page saved as a file', () => {
  for (const language of ['en', 'ur'] as const)
    it(`is whole by itself in ${language}, and names nothing that would have to be fetched`, async () => {
      const browser = visitor(r)
      await browser.form('/language', { language, back_to: '/verify' })
      const { text, headers } = await browser.get('/verify/offline.html')
      assert.equal(headers['content-disposition'], `attachment; filename="amanat-verify-${language}.html"`)
      assert.match(text, /^<!doctype html><html lang="(en|ur)" dir="(ltr|rtl)">/)
      assert.doesNotMatch(text, /\/assets\/|\ssrc=|<link rel="(?!icon)|<a /)
      assert.ok(text.includes(SIGNER.key_id))
      const { length } = Buffer.from(text)
      assert.ok(length < 80_000, `${length} bytes`)
    })
})
