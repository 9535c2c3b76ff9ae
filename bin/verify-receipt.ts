/** Checks the code of a paper, without network and without the register. Exit 0: sound, 1: forged, 2: not checked. */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Verdict } from '../domain/receipt/verify.ts'
import { type PublishedKey, verifyCode } from '../domain/receipt/verify.ts'

const HELP = `Tells whether the register signed a paper, by its code and the published keys. Needs no network.

  npm run verify-receipt -- --keys amanat-keys.json <code, or a file with it: text or PDF>

  --keys <file>   the published keys: a copy of /.well-known/amanat-keys, fetched once and kept
  <code>          the 208 characters printed beside the square, or what a scanner reads from it;
                  gaps, hyphens and small letters do not matter. Or a file: with the code as text, or the PDF
                  itself, which holds it among its keywords (what counts is the code on the paper)

Exit codes: 0 sound; 1 forged: no key of the register made this signature; 2 not checked: unknown key, or not read right.
`

const EXITS: Record<Verdict['verdict'], number> = { sound: 0, forged: 1, unknown_key: 2, unreadable: 2 }

const KEYWORDS = /<pdf:Keywords>([0-9A-Z]+)<\/pdf:Keywords>/g

function readKeys(file: string): PublishedKey[] {
  const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys?: PublishedKey[] }
  const is_key = (key: PublishedKey) => typeof key?.key_id === 'string' && typeof key.public_key === 'string'
  if (!Array.isArray(keys) || !keys.every(is_key)) throw new Error(`${file} holds no published keys`)
  return keys
}

/** The code in a file: of a PDF its keywords, which the archival form leaves in plain text; else the whole text. */
function codeIn(file: string): string {
  const text = readFileSync(file, 'latin1')
  if (!text.startsWith('%PDF-')) return readFileSync(file, 'utf8')
  const [found, ...more] = new Set([...text.matchAll(KEYWORDS)].map(([, code = '']) => code))
  if (!found || more.length > 0)
    throw new Error(`${file} names ${found ? 'several codes' : 'no code'}; give the code on the paper`)
  return found
}

function linesOf(verdict: Verdict): string[] {
  switch (verdict.verdict) {
    case 'sound': {
      const { kind, print_number, issued_at, content_hash } = verdict.statement
      const issued = new Date(issued_at * 1000).toISOString()
      return [
        `sound: the register signed print ${print_number}`,
        `  kind       ${kind}`,
        `  issued     ${issued}`,
        `  key        ${verdict.key_id}`,
        `  content    ${Buffer.from(content_hash).toString('hex')}`,
        'The code says that this print was made. That the words around it are those of the print, its number tells',
        'at the register.',
      ]
    }
    case 'forged':
      return [`forged: the code names key ${verdict.key_id}, which did not sign it`]
    case 'unknown_key':
      return [`unknown key: ${verdict.key_id} is not among the published keys; fetch them anew`]
    case 'unreadable':
      return ['not read right: the code must have 208 characters, and its check sum must fit']
  }
}

async function verify(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { keys: { type: 'string' }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  if (!values.keys || positionals.length === 0) throw new Error('give --keys <file> and a code; see --help')
  const given = positionals.join('')
  const code = existsSync(given) ? codeIn(given) : given
  const verdict = await verifyCode(code, readKeys(values.keys))
  process.stdout.write(`${linesOf(verdict).join('\n')}\n`)
  return EXITS[verdict.verdict]
}

process.exitCode = await verify().catch((fault) => {
  process.stderr.write(`not checked: ${fault instanceof Error ? fault.message : fault}\n`)
  return 2
})
