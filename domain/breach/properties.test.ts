import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { dayOf, isoOf } from '../calendar/dates.ts'
import { exampleFacts } from '../duty/example-facts.ts'
import { at, type Given, gateOf, notice, serving } from './example-lapse.ts'

// What a fact may be that speaks for the person, or against the certainty of the register.
const window_day = fc.integer({ min: 0, max: 14 }).map((days) => isoOf(dayOf('2025-09-03') - days))
const working = window_day.filter((day) => new Date(`${day}T00:00:00Z`).getUTCDay() !== 0)
const AGAINST: Record<string, fc.Arbitrary<Given>> = {
  'a closed desk on any working day of the window': working.map((day) => ({
    desk: { closed_desks: [{ from_on: day, to_on: isoOf(dayOf(day) + 1) }] },
  })),
  'an outage of an hour or more in its desk hours': fc
    .tuple(working, fc.integer({ min: 8, max: 14 }), fc.integer({ min: 60, max: 120 }))
    .map(([day, hour, minutes]) => ({
      desk: {
        outages: [
          {
            from_at: at(day, `${String(hour).padStart(2, '0')}:00`),
            to_at: new Date(
              Date.parse(at(day, `${String(hour).padStart(2, '0')}:00`)) + minutes * 60_000,
            ).toISOString(),
          },
        ],
      },
    })),
  'custody over the day': fc.tuple(window_day, fc.integer({ min: 15, max: 40 })).map(([day, days]) => ({
    facts: { custody: [...exampleFacts.custody, { from_on: day, to_on: isoOf(dayOf(day) + days) }] },
  })),
  'hospital over the day': fc.tuple(window_day, fc.integer({ min: 15, max: 40 })).map(([day, days]) => ({
    facts: { hospital: [{ from_on: day, to_on: isoOf(dayOf(day) + days) }] },
  })),
  'days abroad over the day': fc.tuple(window_day, fc.integer({ min: 15, max: 40 })).map(([day, days]) => ({
    facts: { abroad: [{ from_on: day, to_on: isoOf(dayOf(day) + days) }] },
  })),
  'an attendance in the window': window_day.map((day) => ({ facts: { notices: notice(at(day)) } })),
  'a later serving in another language': window_day
    .filter((day) => day > '2025-08-20')
    .map((day) => ({
      servings: [
        serving,
        { ...serving, serving_id: 's2', language: 'en', served_at: at(day), recorded_at: at(day) },
      ],
    })),
  'a difference between the calculators': fc.constant({ is_disputed: true }),
}

describe('whatever else is true, the gate never passes', () => {
  for (const [what, added] of Object.entries(AGAINST))
    it(`with ${what}`, () => {
      fc.assert(
        fc.property(added, (given) => {
          assert.equal(gateOf(given).passes, false)
        }),
      )
    })
  it('and two such facts never make it pass again', () => {
    const any = fc.oneof(...Object.values(AGAINST))
    fc.assert(
      fc.property(any, any, (one, two) => {
        const facts = { ...one.facts, ...two.facts }
        assert.equal(gateOf({ ...one, ...two, facts }).passes, false)
      }),
    )
  })
})
