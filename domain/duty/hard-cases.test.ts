import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hard_cases } from './hard-cases.ts'
import { resultLine } from './line.ts'

type Duty = {
  duty: string
  key: string
  due_on: string | null
  due_at?: string
  state: string
  notice_id: string | null
}
const told = ({ duty, key, due_on, due_at, state, notice_id }: Duty) =>
  [duty, key, due_at ?? due_on ?? '-', state, ...(notice_id === null ? [] : [notice_id])].join(' ')

describe('by the sentences of RULES', () => {
  for (const { what, facts, duties, standing, registration } of hard_cases)
    it(what, () => {
      const result = JSON.parse(resultLine(JSON.stringify(facts)))
      assert.deepEqual([result.duties?.map(told), result.standing], [duties, standing])
      const { status, released_on, ends_on } = result.registration
      if (registration) assert.deepEqual([status, released_on, ends_on], registration)
    })
})
