import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { changesOf, fileOfKey, type TextRow, textRows, withText } from './review.ts'

const rowOf = (key: string): TextRow => {
  const row = textRows().find((one) => one.key === key)
  assert.ok(row, key)
  return row
}
const sourceOf = (key: string) => readFileSync(new URL(`./ur/${fileOfKey(key)}`, import.meta.url), 'utf8')

describe('the texts for a native reviewer', () => {
  it('come back unchanged when nothing was changed', () => {
    assert.deepEqual(changesOf(textRows()), { changes: [], refused: [] })
  })

  it('can each be changed in its source, and only there', () => {
    for (const row of textRows()) {
      const source = sourceOf(row.key)
      const changed = withText(source, { ...row, urdu: `${row.urdu}★` })
      assert.ok(changed, row.key)
      assert.equal(changed.replace('★', ''), source, row.key)
    }
  })

  it('keep a quotation mark as it was typed', () => {
    const changed = withText(sourceOf('ui.save'), { ...rowOf('ui.save'), urdu: "'محفوظ'" })
    assert.match(changed ?? '', /'ui\.save': '\\'محفوظ\\''/)
  })

  const refusals = [
    ['a key that does not exist', { key: 'ui.nothing', english: '', urdu: 'کچھ' }, 'unknown_key'],
    ['an empty text', { key: 'ui.save', english: 'Save', urdu: '  ' }, 'empty'],
    [
      'a text that lost its name in braces',
      { key: 'ui.by', english: 'by {who}', urdu: 'از' },
      'names_differ',
    ],
  ] as const
  for (const [what, row, problem] of refusals) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(changesOf([row]), { changes: [], refused: [{ key: row.key, problem }] })
    })
  }
})
