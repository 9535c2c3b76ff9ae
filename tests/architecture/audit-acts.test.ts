// The acts that the log may name: each has words in both languages by its type, and each is one that the program does.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { AUDIT_ACTIONS } from '../../domain/audit/actions.ts'
import { LANGUAGES } from '../../pages/language/language.ts'
import { translator } from '../../pages/language/translator.ts'
import { programs } from './source.ts'

const server = programs
  .filter(({ path, is_test }) => path.startsWith('server/') && !is_test)
  .map(({ text }) => text)
  .join('\n')

/** Acts named by a pattern in the code: the steps of a draft, the decisions on a proposal, the answers to a transfer. */
const BY_PATTERN = [
  ...[/^(draft|check)\.\w+_saved$/, /^approval\.(approved|returned|refused|withdrawn)$/],
  /^transfer\.(accepted|refused|withdrawn|assigned)$/,
]

it('every act has words in both languages, and no two acts the same', () => {
  for (const language of LANGUAGES) {
    const words = AUDIT_ACTIONS.map((action) => translator(language).find(`audit.act.${action}`))
    assert.ok(words.every((text) => text !== undefined && !text.includes('.')))
    assert.equal(new Set(words).size, words.length)
  }
})

it('every act is one that the program does', () => {
  const unused = AUDIT_ACTIONS.filter(
    (action) => !server.includes(`'${action}'`) && !BY_PATTERN.some((pattern) => pattern.test(action)),
  )
  assert.deepEqual(unused, [])
})

it('every kind of record that an event may be about has words in both languages', () => {
  const kinds = new Set([...server.matchAll(/subject_kind: '(\w+)'/g)].map(([, kind]) => kind))
  assert.ok(kinds.has('person'))
  for (const language of LANGUAGES) {
    const wordless = [...kinds].filter((kind) => !translator(language).find(`audit.kind.${kind}`))
    assert.deepEqual(wordless, [], language)
  }
})
