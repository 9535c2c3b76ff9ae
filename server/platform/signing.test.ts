// The register's key for papers: what it signs is sound for ever, and nothing else is.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PAPER_KINDS } from '../../domain/receipt/statement.ts'
import { verifyCode } from '../../domain/receipt/verify.ts'
import { newKeyringText, parseKeyring } from './keys.ts'
import { contentHash, newPaperKeyText, type PaperSigner, parsePaperSigner, signPrint } from './signing.ts'

const at = Temporal.Instant.from('2026-11-25T09:06:00.750Z')
const content_hash = Buffer.alloc(32, 1)
const print = { kind: 'receipt', print_number: 'P-2026-000123', content_hash, at } as const
const signer = parsePaperSigner(newPaperKeyText())
const publicLine = (of: PaperSigner) => `PUBLISHED ${of.published[0]?.public_key}`

describe('a signed print', () => {
  it('is sound under the published keys, and says what was signed, to the second', async () => {
    const { code, token } = await signPrint(signer, print)
    const verdict = await verifyCode(code, signer.published)
    assert.equal(verdict.verdict, 'sound')
    if (verdict.verdict !== 'sound') return
    const { statement } = verdict
    assert.deepEqual(
      [statement.kind, statement.print_number, statement.issued_at],
      ['receipt', 'P-2026-000123', Math.floor(at.epochMilliseconds / 1000)],
    )
    assert.deepEqual(Buffer.from(statement.content_hash), content_hash)
    assert.deepEqual(Buffer.from(statement.token), token)
  })
  it('has another token each time, so that no code tells of another', async () => {
    const [one, two] = await Promise.all([signPrint(signer, print), signPrint(signer, print)])
    assert.notDeepEqual(one.token, two.token)
    assert.notEqual(one.code, two.code)
  })
  it('is not sound under the key of another register', async () => {
    const { code } = await signPrint(signer, print)
    const other = parsePaperSigner(newPaperKeyText())
    assert.equal((await verifyCode(code, other.published)).verdict, 'unknown_key')
  })
})

describe('a key out of use', () => {
  it('keeps its papers sound, and signs no more', async () => {
    const { code } = await signPrint(signer, print)
    const next = parsePaperSigner(`${newPaperKeyText()}${publicLine(signer)}\n`)
    assert.equal((await verifyCode(code, next.published)).verdict, 'sound')
    const { code: newer } = await signPrint(next, print)
    const verdict = await verifyCode(newer, next.published)
    assert.equal(verdict.verdict === 'sound' && verdict.key_id, next.key_id)
    assert.notEqual(next.key_id, signer.key_id)
    assert.equal((await verifyCode(newer, signer.published)).verdict, 'unknown_key')
  })
  it('is published after the one in use, each once', () => {
    const second = parsePaperSigner(newPaperKeyText())
    const next = parsePaperSigner(`${newPaperKeyText()}${publicLine(signer)}\n${publicLine(second)}`)
    assert.deepEqual(
      next.published.map(({ key_id }) => key_id),
      [next.key_id, signer.key_id, second.key_id],
    )
  })
  it('that was stolen is left out, and its papers are not judged any more', async () => {
    const { code } = await signPrint(signer, print)
    const next = parsePaperSigner(newPaperKeyText())
    assert.equal((await verifyCode(code, next.published)).verdict, 'unknown_key')
  })
})

describe('the key file', () => {
  const key = newPaperKeyText()
  const own = publicLine(parsePaperSigner(key))
  for (const [what, text, why] of [
    ['is empty', '', /not a paper key/],
    ['holds a short key', 'PAPER-KEY AAAA', /not a paper key/],
    ['holds a public key alone', own, /not a paper key/],
    ['holds two secret keys', `${key}${newPaperKeyText()}`, /not a paper key/],
    ['holds a line of something else', `${key}# old`, /not a paper key/],
    ['publishes its own key again', `${key}${own}`, /twice/],
  ] as const)
    it(`is refused when it ${what}, without repeating it`, () =>
      assert.throws(
        () => parsePaperSigner(text),
        (fault: Error) => why.test(fault.message) && !fault.message.includes(key.slice(10, 30)),
      ))
  it('is read with the line ends of another system', () =>
    assert.equal(parsePaperSigner(`${key.trim()}\r\n${publicLine(signer)}\r\n`).published.length, 2))
})

describe('the hash of what is printed', () => {
  const keyring = parseKeyring(newKeyringText())
  const content = { name: { latin: 'Farzi', urdu: null }, facts: [1, 2] }
  const hash = contentHash(keyring, 'receipt', content)
  it('is the same for the same content, however its fields are ordered', () => {
    assert.equal(hash.length, 32)
    const turned = { facts: [1, 2], name: { urdu: null, latin: 'Farzi' } }
    assert.deepEqual(contentHash(keyring, 'receipt', turned), hash)
  })
  it('is another for another content, kind or register', () => {
    const others = [
      contentHash(keyring, 'receipt', { ...content, facts: [2, 1] }),
      ...PAPER_KINDS.filter((kind) => kind !== 'receipt').map((kind) => contentHash(keyring, kind, content)),
      contentHash(parseKeyring(newKeyringText()), 'receipt', content), // so that nobody can confirm a guess
    ].map((one) => one.toString('hex'))
    assert.equal(new Set([hash.toString('hex'), ...others]).size, others.length + 1)
  })
})
