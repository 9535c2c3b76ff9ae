import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { blindIndex, newDataKey, newKeyringText, open, openDataKey, parseKeyring, seal } from './keys.ts'

const keyring = parseKeyring(newKeyringText())
const place = { table: 'person_name', row: 'a', column: 'text_enc' }

describe('secrets at rest', () => {
  it('opens what was sealed for the same place', () => {
    const key = newDataKey(keyring, 'p1')
    assert.equal(open(key, place, seal(key, place, 'محمد اسلم')), 'محمد اسلم')
  })
  for (const [what, other] of [
    ['table', { ...place, table: 'person_document' }],
    ['row', { ...place, row: 'b' }],
    ['column', { ...place, column: 'number_enc' }],
    ['version', { ...place, version: 2 }],
  ] as const) {
    it(`does not open a value moved to another ${what}`, () => {
      const key = newDataKey(keyring, 'p1')
      const sealed = seal(key, place, 'x')
      assert.throws(() => open(key, other, sealed))
    })
  }
  it('does not unwrap a key carried to another row', () => {
    const key = newDataKey(keyring, 'p1')
    assert.throws(() => openDataKey(keyring, 'p2', key))
    assert.deepEqual(openDataKey(keyring, 'p1', key)?.key, key.key)
  })
  it('has nothing to open once the key is destroyed', () => {
    assert.equal(openDataKey(keyring, 'p1', { wrapped_key: null, kek_id: keyring.kek_id }), undefined)
  })
  it('indexes the same number alike and another differently, by kind', () => {
    assert.deepEqual(blindIndex(keyring, 'cnic', '1'), blindIndex(keyring, 'cnic', '1'))
    assert.notDeepEqual(blindIndex(keyring, 'cnic', '1'), blindIndex(keyring, 'passport', '1'))
  })
  for (const bad of [
    '',
    'a:b',
    'a:b:c',
    `a:${Buffer.alloc(32).toString('base64')}:${Buffer.alloc(32).toString('base64')}`,
  ]) {
    it(`refuses the key file ${JSON.stringify(bad.slice(0, 12))}`, () =>
      assert.throws(() => parseKeyring(bad)))
  }
})
