import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { defaultPack } from '../../law/packs.ts'
import { dayOf } from '../calendar/dates.ts'
import { deskOf } from '../calendar/desk.ts'
import { evaluate } from '../duty/evaluate.ts'
import { exampleConviction, exampleFacts } from '../duty/example-facts.ts'
import { type Regime, regimesOf, timelineOf } from '../duty/timeline.ts'

const pack = defaultPack()
const [regime] = regimesOf([pack], [{ ...exampleFacts, from_on: null }]) as [Regime]
const timeline = timelineOf(exampleFacts, [exampleConviction], regime)
/** What the examples may speak of besides the functions of their own file. */
const known = {
  defaultPack,
  dayOf,
  pack,
  rape: exampleConviction,
  facts: exampleFacts,
  timeline,
  regime,
  evaluate,
  trip: timeline.trips[0],
  on_register: { released: dayOf('2025-03-03'), ends: dayOf('2035-03-03') },
  plainDesk: deskOf(pack, [], []),
}
const folders = ['calendar', 'duty', 'eligibility', 'law', 'registration'] as const
const example = /@example (.+?) \/\/ (.+)/g

const value = (source: string, names: Record<string, unknown>): unknown =>
  new Function(...Object.keys(names), `return (${source})`)(...Object.values(names))

for (const folder of folders) {
  const url = new URL(`../${folder}/`, import.meta.url)
  for (const file of readdirSync(url).filter((name) => /(?<!\.test)\.ts$/.test(name))) {
    const examples = [...readFileSync(new URL(file, url), 'utf8').matchAll(example)]
    if (examples.length === 0) continue
    describe(`the examples of ${folder}/${file}`, () => {
      for (const [, call = '', expected = ''] of examples) {
        it(call, async () => {
          const names = { ...known, ...(await import(new URL(file, url).href)) }
          assert.deepEqual(value(call, names), value(expected, names))
        })
      }
    })
  }
}
