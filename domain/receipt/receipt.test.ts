// A paper's code: what it carries, and that nothing but the register's key makes a sound one.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { formatter } from '../../pages/language/formatter.ts'
import { codeFor, SIGNER, STATEMENT } from '../../tests/support/given-code.ts'
import { answerTo, pakistanTime } from './answer.ts'
import { packStatement, printNumber, unpackStatement } from './statement.ts'
import { fromToken, groupsOf, toToken } from './token.ts'
import { codeOf, verifyCode } from './verify.ts'

const code = await codeFor()
const keys = SIGNER.published

describe('the code of a paper', () => {
  it('is sound under the published key, and tells the print and no more', async () => {
    const verdict = await verifyCode(code, keys)
    assert.deepEqual(verdict, { verdict: 'sound', statement: STATEMENT, key_id: SIGNER.key_id })
    assert.equal(code.length, 208)
  })
  it('is read as people type it', async () => {
    const typed = groupsOf(code).join(' - ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
    assert.equal((await verifyCode(` ${typed}\n`, keys)).verdict, 'sound')
  })
  it('with one letter mistyped is not read right, wherever it is', async () => {
    for (let at = 0; at < code.length; at += 13) {
      const other = code[at] === 'Z' ? 'Y' : 'Z'
      const verdict = await verifyCode(code.slice(0, at) + other + code.slice(at + 1), keys)
      assert.equal(verdict.verdict, 'unreadable', `letter ${at}`)
    }
  })
  it('is forged when the statement, or the signature, is another', async () => {
    const other = { ...STATEMENT, print_number: 'P-2026-000124' }
    const bytes = fromToken(code) ?? new Uint8Array()
    const signature = bytes.slice(64, 128)
    assert.deepEqual(await verifyCode(await codeOf(SIGNER.key_id, other, signature), keys), {
      verdict: 'forged',
      key_id: SIGNER.key_id,
    })
    signature[5] = (signature[5] ?? 0) ^ 1
    assert.equal(
      (await verifyCode(await codeOf(SIGNER.key_id, STATEMENT, signature), keys)).verdict,
      'forged',
    )
  })
  it('of a key that is not published, or published falsely, is not judged', async () => {
    assert.equal((await verifyCode(code, [])).verdict, 'unknown_key')
    const [own] = keys
    const false_key = { key_id: own?.key_id ?? '', public_key: Buffer.alloc(32, 1).toString('base64url') }
    assert.equal((await verifyCode(code, [false_key])).verdict, 'unknown_key')
  })
  for (const text of ['', 'x', '!'.repeat(208), code.slice(8), `${code}00000000`, 'U'.repeat(208)])
    it(`does not read ${JSON.stringify(text.slice(0, 12))} of ${text.length}`, async () => {
      assert.equal((await verifyCode(text, keys)).verdict, 'unreadable')
    })
})

describe('the answer to a code', () => {
  const of = (typed: string, known = keys) => answerTo(typed, known)
  it('that is sound tells the print in plain values, and neither its hash nor its token', async () => {
    assert.deepEqual(await of(code), {
      ...{ verdict: 'sound', print_number: 'P-2026-000123', kind: 'receipt', key_id: SIGNER.key_id },
      issued_at: new Date(STATEMENT.issued_at * 1000).toISOString(),
    })
  })
  it('that is not says why', async () => {
    assert.deepEqual(await of('o1l -'), { verdict: 'unreadable', letters_count: 3 })
    assert.deepEqual(await of(code, []), { verdict: 'unknown_key', key_id: SIGNER.key_id })
  })
  it('names the day and time of Pakistan as the pages do', () => {
    const f = formatter('en')
    fc.assert(
      // From 2024, when the register began; Pakistan's last summer time was in 2009.
      fc.property(fc.integer({ min: 1_704_049_200, max: 0xffff_ffff }), (seconds) => {
        const at = new Date(seconds * 1000).toISOString()
        const { day, month, year, time } = pakistanTime(at)
        assert.equal(`${day} ${f.months[month - 1]} ${year} at ${time}`, f.dateTime(at))
      }),
    )
    assert.deepEqual(pakistanTime('2026-11-25T19:05:00Z'), { day: 26, month: 11, year: 2026, time: '00:05' })
  })
})

describe('a statement', () => {
  it('is read as it was packed', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
    const any = fc.record(
      {
        kind: fc.constantFrom('receipt' as const, 'referral' as const),
        print_number: fc
          .tuple(fc.integer({ min: 2024, max: 9999 }), fc.integer({ min: 0, max: 999_999_999 }))
          .map(([year, serial]) => printNumber(year, serial)),
        issued_at: fc.integer({ min: 0, max: 0xffff_ffff }),
        token: bytes(16),
        content_hash: bytes(32),
      },
      { noNullPrototype: true },
    )
    fc.assert(fc.property(any, (s) => assert.deepEqual(unpackStatement(packStatement(s)), s)))
  })
  for (const [what, change] of [
    ['a print number of another form', { print_number: 'N-1' }],
    ['a kind that is not listed', { kind: 'letter' as never }],
    ['a short token', { token: new Uint8Array(15) }],
    ['a short hash', { content_hash: new Uint8Array(31) }],
    ['half a second', { issued_at: 0.5 }],
    ['a time before 1970', { issued_at: -1 }],
    ['a time past 32 bits', { issued_at: 2 ** 32 }],
  ] as const)
    it(`with ${what} is not packed`, () =>
      assert.throws(() => packStatement({ ...STATEMENT, ...change }), /number|bytes|seconds/))
  it('of another version, kind or length is not read', () => {
    const packed = packStatement(STATEMENT)
    assert.equal(unpackStatement(packed.slice(1)), undefined)
    for (const at of [0, 1])
      assert.equal(unpackStatement(packed.map((b, i) => (i === at ? 99 : b))), undefined)
  })
})

describe('the letters of a code', () => {
  it('give back the bytes', () => {
    const bytes = fc
      .uint8Array({ minLength: 1, maxLength: 30 })
      .map((b) => Uint8Array.from([...b, ...b, ...b, ...b, ...b]))
    fc.assert(fc.property(bytes, (b) => assert.deepEqual(fromToken(toToken(b)), b)))
  })
  it('come in whole groups', () => {
    assert.throws(() => toToken(new Uint8Array(4)), /groups/)
    assert.deepEqual(groupsOf(''), [])
    assert.equal(fromToken('0'.repeat(7)), undefined)
  })
})
