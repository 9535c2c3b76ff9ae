import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { translator } from './translator.ts'

const [en, ur] = [translator('en'), translator('ur')]

describe('saying a text', () => {
  it('isolates a name, so that it does not turn its neighbours round', () => {
    assert.equal(en('ui.by', { who: 'تھانہ صدر' }), 'by \u2068تھانہ صدر\u2069')
    assert.equal(ur('ui.by', { who: 'PS Saddar' }), 'از \u2068PS Saddar\u2069')
  })

  it('chooses the plural form and writes the number in the digits of the language', () => {
    assert.equal(en('ui.light.overdue', { count: 1 }), '1 day overdue')
    assert.equal(en('ui.light.overdue', { count: 3 }), '3 days overdue')
    assert.equal(en('ui.light.overdue', { count: 1234 }), '1,234 days overdue')
    assert.equal(ur('ui.light.overdue', { count: 3 }), '۳ دن تاخیر')
  })

  it('keeps braces that stand in a value', () => {
    assert.equal(en('ui.remove.what', { what: '{who}' }), 'Remove: \u2068{who}\u2069')
  })

  it('finds a text by a key known only while running, and nothing by an unknown one', () => {
    assert.equal(en.find('errors.field.maxLength', { limit: 20 }), 'Use at most 20 characters.')
    assert.equal(en.find('errors.field.no_such_fault'), undefined)
    assert.equal(en.find('toString'), undefined)
  })

  it('does not compile without the values a text names, nor with a key that does not exist', () => {
    // @ts-expect-error the text names who
    en('ui.by')
    // @ts-expect-error no such key
    assert.throws(() => en('ui.no_such_key'))
  })
})
