import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Value } from 'typebox/value'
import { CivilEvents } from '../../../contract/identities.ts'
import { inventPeople } from '../../../domain/invented/person.ts'
import { worldOf } from '../../invented/world.ts'
import { inventEvents } from './events-file.ts'

describe('the civil register of the demonstration', () => {
  it('tells one event of each kind, each of another person of the station who is on the list', () => {
    const people = [...inventPeople(1, 0, 3000, worldOf('2026-11-26'))]
    const events = inventEvents(people, '2026-11-26')
    assert.ok(Value.Check(CivilEvents, { events }))
    assert.deepEqual(
      events.map(({ kind, happened_on }) => [kind, happened_on]),
      [
        ['name_change', '2026-10-17'],
        ['new_cnic', '2026-11-14'],
        ['death', '2026-11-17'],
      ],
    )
    assert.equal(new Set(events.map(({ cnic }) => cnic)).size, 3)
    const held = people.filter(({ station_id }) => station_id === 'pb_multan_saddar')
    const numbers = held.flatMap(({ documents }) => documents.map(({ number }) => number.replaceAll('-', '')))
    assert.ok(
      events.every(({ cnic, new_cnic }) => numbers.includes(cnic) && !numbers.includes(new_cnic ?? '')),
    )
  })
})
