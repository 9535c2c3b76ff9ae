// npm run verify-receipt as anybody who holds a paper uses it.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { fromToken } from '../domain/receipt/token.ts'
import { codeOf } from '../domain/receipt/verify.ts'
import { openPress, RECEIPT } from '../server/platform/paper.ts'
import { codeFor, SIGNER, STATEMENT } from '../tests/support/given-code.ts'
import { EXAMPLE } from '../tests/support/given-paper.ts'

const folder = mkdtempSync(join(tmpdir(), 'amanat-verify-'))
after(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const press = openPress()
const pdf = (name: string, token: string) => {
  writeFileSync(join(folder, `${name}.pdf`), press.print(RECEIPT, { ...EXAMPLE, token }))
  return join(folder, `${name}.pdf`)
}
const keys = file('keys.json', JSON.stringify({ keys: SIGNER.published }))
const no_keys = file('none.json', JSON.stringify({ keys: [] }))
const code = await codeFor()
const signature = (fromToken(code) ?? new Uint8Array()).slice(64, 128)
const forged = await codeOf(SIGNER.key_id, { ...STATEMENT, issued_at: 1 }, signature)

function verify(...args: string[]) {
  const command = fileURLToPath(new URL('./verify-receipt.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

const CASES: [string, string[], number, RegExp][] = [
  ['a code', ['--keys', keys, code], 0, /^sound: .* P-2026-000123\n {2}kind {7}receipt\n/],
  ['a file with it', ['--keys', keys, file('code', `${code}\n`)], 0, /^sound/],
  ['the PDF', ['--keys', keys, pdf('paper', code)], 0, /^sound: .* P-2026-000123\n/],
  ['a PDF with a forged code', ['--keys', keys, pdf('forged', forged)], 1, /^forged/],
  ['a PDF of another kind', ['--keys', keys, file('other.pdf', '%PDF-1.7\n')], 2, /^not checked: .*no code/],
  [
    'two PDFs in one file',
    [
      '--keys',
      keys,
      file('two.pdf', `${readFileSync(pdf('one', code), 'latin1')}<pdf:Keywords>0</pdf:Keywords>`),
    ],
    2,
    /^not checked: .*several codes/,
  ],
  ['a forged one', ['--keys', keys, forged], 1, /^forged/],
  ['a key that is not published', ['--keys', no_keys, code], 2, /^unknown key/],
  ['half a code', ['--keys', keys, code.slice(100)], 2, /^not read right/],
  [
    'a file that holds no keys',
    ['--keys', file('text', '{}'), code],
    2,
    /^not checked: .* no published keys/,
  ],
  ['no keys', [code], 2, /^not checked: give --keys/],
  ['a question for help', ['--help'], 0, /--keys <file>/],
]
for (const [what, args, status, says] of CASES)
  it(`given ${what} ends with ${status}`, () => {
    const ended = verify(...args)
    assert.match(ended.said, says)
    assert.equal(ended.status, status)
  })
