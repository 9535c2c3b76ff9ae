import assert from 'node:assert/strict'
import test from 'node:test'
import { openNote, parseNoteKey, parseSigner, signerText, signNote } from './signed-note.ts'

// The published example of the note format: its key pair, text and signature.
const PUBLIC = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const SECRET = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`

const signer = parseSigner(SECRET)
const key = parseNoteKey(PUBLIC)
const other = parseSigner(signerText('witness.example/w1', Buffer.alloc(32, 7)))
const cosigned = NOTE + signNote(TEXT, other).slice(TEXT.length + 1)

test('the published example is signed and read as published', () => {
  assert.equal(signer.public_text, PUBLIC)
  assert.equal(signNote(TEXT, signer), NOTE)
  assert.deepEqual(openNote(NOTE, [key]), { text: TEXT, signed_by: ['PeterNeumann'] })
})

test('a note with a second signature names who signed of those we know', () => {
  assert.deepEqual(openNote(cosigned, [key])?.signed_by, ['PeterNeumann'])
  assert.deepEqual(openNote(cosigned, [key, other])?.signed_by, ['PeterNeumann', 'witness.example/w1'])
  assert.equal(openNote(cosigned, []), undefined)
})

test('a key of the same name but another id signs nothing for us', () => {
  const namesake = parseSigner(signerText('PeterNeumann', Buffer.alloc(32, 9)))
  assert.equal(openNote(signNote(TEXT, namesake), [key]), undefined)
})

for (const [what, note] of [
  ['another text', NOTE.replace('answer', 'Answer')],
  ['a changed signature', NOTE.replace('/SffcvIAQ', '/SffcvIAR')],
  ['a signature cut short', NOTE.replace(/ x08g\S+/, ' x08go/ZJ')],
  ['base 64 in another spelling', NOTE.replace('JnAM=', 'JnAN=')],
  ['no signature', `${TEXT}\n`],
  ['no empty line', NOTE.replace('\n\n', '\n')],
  ['no last line feed', NOTE.slice(0, -1)],
  ['a control character', NOTE.replace('you', 'y\tu')],
  ['a hyphen for the dash', NOTE.replace('— ', '- ')],
  ['a word too many', NOTE.replace('=\n', '= more\n')],
  ['a false signature beside a good one', cosigned.replace(/(w1 \S{20})./, (_, head) => `${head}~`)],
  ['a hundred and one signatures', NOTE + (NOTE.split('\n\n')[1] ?? '').repeat(100)],
] as const) {
  test(`a note with ${what} is not opened`, () => {
    assert.notEqual(note, NOTE)
    assert.equal(openNote(note, [key, other]), undefined)
  })
}

test('one false signature of a known key spoils the note', () => {
  const false_line = signNote('another text\n', other).split('\n\n')[1]
  assert.equal(openNote(NOTE + false_line, [key, other]), undefined)
  assert.ok(openNote(NOTE + false_line, [key]))
})

test('what could not be read back is not signed', () => {
  for (const text of ['no line feed', 'tab\t\n', '\ud800\n']) assert.throws(() => signNote(text, signer))
})

for (const text of [
  ...['', 'x', PUBLIC, SECRET.slice(0, -4), SECRET.replace('+c74f', '+c74e'), `${SECRET}AA`],
  SECRET.replace('PeterNeumann', 'Peter Neumann'),
]) {
  test(`«${text.slice(0, 44)}…» is not a signing key, and the refusal does not repeat it`, () => {
    const secret_part = text.split('+').at(-1) || 'nothing'
    assert.throws(
      () => parseSigner(text),
      (fault: Error) => !fault.message.includes(secret_part) || secret_part === 'x',
    )
  })
}

for (const text of ['', SECRET, PUBLIC.replace('+c74f', '+c74e'), PUBLIC.replace('+AR', '+BB')]) {
  test(`«${text.slice(0, 40)}…» is not a published key`, () => assert.throws(() => parseNoteKey(text)))
}

test('a key name has no space and no plus, and a seed has 32 bytes', () => {
  for (const name of ['', 'a b', 'a+b', 'a\u00a0b', 'a\nb'])
    assert.throws(() => signerText(name, Buffer.alloc(32)))
  assert.throws(() => signerText('a', Buffer.alloc(31)))
})
