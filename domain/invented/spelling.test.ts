import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { drawFor } from './draw.ts'
import { drawName } from './naming.ts'
import { heardAgain, inRoman, inUrdu, misheard, rekeyed } from './spelling.ts'
import { COMMUNITIES, type CommunityName } from './words-community.ts'

const community = fc.constantFrom(...(Object.keys(COMMUNITIES) as CommunityName[]))
const index = fc.integer({ min: 0, max: 1_000_000 })

describe('a name that another office writes', () => {
  it('keeps at least one given word of the bearer', () => {
    fc.assert(
      fc.property(community, index, (name, at) => {
        const draw = drawFor(1, at, 9)
        const bearer = drawName(draw, name, 'male')
        const heard = heardAgain(draw, name, bearer)
        assert.ok(heard.given.length > 0 && heard.given.every((word) => bearer.given.includes(word)))
      }),
    )
  })

  it('is spelt in several ways, the usual one most often when the clerk is careful', () => {
    const draw = drawFor(1, 1, 1)
    const name = {
      title: null,
      given: [{ ur: 'یوسف', latin: ['Yousaf', 'Yusuf', 'Yousif'] as const }],
      group: null,
    }
    const spelt = Array.from({ length: 600 }, () => inRoman(draw, name, 3))
    assert.equal(new Set(spelt).size, 3)
    assert.ok(spelt.filter((text) => text === 'Yousaf').length > 400)
    assert.equal(inUrdu(name), 'یوسف')
  })

  it('differs when misheard, but never loses its first letter nor becomes empty', () => {
    const draw = drawFor(3, 3, 3)
    const heard = Array.from({ length: 3_000 }, () => misheard(draw, 'Bashir Ahmed Siddique', 2))
    assert.ok(new Set(heard).size > 50)
    for (const text of heard) assert.match(text, /^B.{15,}$/)
  })

  it('stays as it was when nothing was misheard and it is too short to mistype', () => {
    const draw = drawFor(4, 4, 4)
    for (let time = 0; time < 200; time += 1) assert.equal(misheard(draw, 'Ali', 0), 'Ali')
  })

  it('comes from another keyboard: Arabic letters, words joined or parted', () => {
    const draw = drawFor(6, 6, 6)
    const keyed = new Set(Array.from({ length: 400 }, () => rekeyed(draw, 'عبدالرزاق ملک', 1)))
    for (const text of ['عبد الرزاق ملک', 'عبدالرزاق ملك', 'عبدالرزاقملک']) assert.ok(keyed.has(text), text)
    assert.equal(rekeyed(draw, 'عبدالرزاق ملک', 0), 'عبدالرزاق ملک')
  })
})
