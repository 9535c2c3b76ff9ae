import assert from 'node:assert/strict'
import test from 'node:test'
import { checkpointText, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import { parseSigner, signerText, signNote } from './signed-note.ts'

const signer = parseSigner(signerText('example.com/behind-the-sofa', Buffer.alloc(32, 1)))
const ROOT = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='
const TEXT = `example.com/behind-the-sofa\n20852163\n${ROOT}\n`
const root_hash = Buffer.from(ROOT, 'base64')

test('the published example is read and written as published', () => {
  const checkpoint = { origin: 'example.com/behind-the-sofa', tree_size: 20_852_163, root_hash }
  assert.deepEqual(parseCheckpoint(TEXT), checkpoint)
  assert.equal(checkpointText(checkpoint), TEXT)
})

test('extension lines are ignored, as the format demands', () => {
  assert.equal(parseCheckpoint(`${TEXT}more\n`)?.tree_size, 20_852_163)
})

for (const [what, text] of [
  ['a leading zero', TEXT.replace('20852163', '020852163')],
  ['a size with a sign', TEXT.replace('20852163', '+20852163')],
  ['a size above what can be counted', TEXT.replace('20852163', '9007199254740993')],
  ['a short root', TEXT.replace(ROOT, 'CsUYapGG')],
  ['a root in another spelling', TEXT.replace('q2I=', 'q2J=')],
  ['no origin', TEXT.replace(/^[^\n]+/, '')],
  ['no root', 'example.com/behind-the-sofa\n20852163\n'],
  ['no last line feed', TEXT.slice(0, -1)],
  ['an empty extension line', `${TEXT}\nmore\n`],
] as const) {
  test(`a text with ${what} is not a checkpoint`, () => {
    assert.notEqual(text, TEXT)
    assert.equal(parseCheckpoint(text), undefined)
  })
}

test('a checkpoint counts only when the log signed it, for itself', () => {
  const note = signCheckpoint(3, root_hash, signer)
  assert.deepEqual(openCheckpoint(note, signer), { origin: signer.name, tree_size: 3, root_hash })
  assert.equal(openCheckpoint(note.replace('\n3\n', '\n4\n'), signer), undefined)
  const for_another = signNote(
    checkpointText({ origin: 'example.com/other', tree_size: 3, root_hash }),
    signer,
  )
  assert.equal(openCheckpoint(for_another, signer), undefined)
  assert.equal(openCheckpoint(signNote('not a checkpoint\n', signer), signer), undefined)
})
