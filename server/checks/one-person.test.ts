// A person whose records are two at the desk for checks: one who may be meant, and an answer that tells of one.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AnswerContent, CheckDesk } from '../../contract/check-answers.ts'
import { type Given, type GivenPerson, given } from '../../tests/support/given.ts'
import { givenForwardedCheck } from '../../tests/support/given-check.ts'
import { givenLink } from '../../tests/support/given-match.ts'
import { openTestRegister, type Reply } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as, root } = register
const { bureauOfficer: me, bureauOfficerTwo: second, investigatorMultan: asker } = as

const custody = [{ from_on: '2025-02-11', to_on: null }]
const names = (name: string) => [
  { kind: 'name', script: 'Latn', text: name } as const,
  { kind: 'father', script: 'Latn', text: 'Sher Zaman' } as const,
]
const person = (name: string, more: GivenPerson = {}): Promise<Given> =>
  given.person(register, { custody, names: names(name), ...more })
const deskOf = async (check_id: string) => (await me.api.get(`/checks/${check_id}/answer`)).body as CheckDesk
const propose = (check_id: string, body: object): Promise<Reply> =>
  me.api.post(`/checks/${check_id}/answers`, { needs: [], ...body })

/** Two records of Waryam Khan; the older without a number. */
async function two(one: GivenPerson = {}, other: GivenPerson = {}) {
  const both = [
    await person('Waryam Khan', { cnic: null, ...one }),
    await person('Waryam Khan', { station_id: 'pb_vehari_city', ...other }),
  ] as const
  await givenLink(register, both[1], both[0])
  return both
}

describe('a person whose records are two', () => {
  it('is one who may be meant, his other record beneath, each looked at', async () => {
    const [one, other] = await two()
    const check_id = await givenForwardedCheck(register, {
      name_latin: 'Waryam Khan',
      cnic: other.cnic ?? '',
    })
    const { candidates } = await deskOf(check_id)
    const of = ({ person_id, found_by }: { person_id: string; found_by: string }) => [person_id, found_by]
    assert.deepEqual(
      candidates.map((each) => [of(each), each.records.map(of)]),
      [[[other.person_id, 'cnic'], [[one.person_id, 'name']]]],
    )
    const { rows } = await root.query(
      `select count(distinct subject_id)::int as count from audit.event
        where action = 'check.compared' and second_id = $1 and subject_kind = 'person'`,
      [check_id],
    )
    assert.deepEqual(rows, [{ count: 2 }])
    const { text } = await me.page(`/checks/${check_id}/answer`)
    assert.equal(text.match(/name="person_id"/g)?.length, 1, 'one choice')
    assert.ok(text.includes('His other records') && text.includes(one.record_number))
  })
  it('takes one place of ten, whatever the number of his records', async () => {
    const alike: Given[] = []
    for (let n = 0; n < 11; n++) alike.push(await person('Lal Badshah', { cnic: null }))
    await givenLink(register, alike[10] as Given, alike[0] as Given)
    const check_id = await givenForwardedCheck(register, {
      ...{ name_latin: 'Lal Badshah', father_name_latin: 'Sher Zaman' },
    })
    const { candidates } = await deskOf(check_id)
    assert.deepEqual([candidates.length, candidates.flatMap(({ records }) => records).length], [10, 1])
  })
  it('is found by his number whichever record holds it, and answered by the one that is open', async () => {
    const [one, other] = await two()
    await root.query('update register.person set closed_at = now() where person_id = $1', [other.person_id])
    const check_id = await givenForwardedCheck(register, { name_latin: 'W. Khan', cnic: other.cnic ?? '' })
    const { candidates } = await deskOf(check_id)
    assert.deepEqual(
      candidates.map(({ person_id, found_by, is_active }) => [person_id, found_by, is_active]),
      [[one.person_id, 'cnic', true]],
    )
    const refused = await propose(check_id, { outcome: 'no_record' })
    assert.equal((refused.body as { fields: { code: string }[] }).fields[0]?.code, 'checks.fault.same_cnic')
  })
  it('is answered with one number and every conviction once: nothing says that he has two records', async () => {
    const same = { convicted_on: '2025-02-11', offence_on: '2023-05-01' }
    const further = { convicted_on: '2025-03-20', offence_on: '2024-01-09' }
    const [one, other] = await two({ convictions: [same] }, { convictions: [same, further] })
    const check_id = await givenForwardedCheck(register, {
      name_latin: 'Waryam Khan',
      cnic: other.cnic ?? '',
    })
    const sent = await propose(check_id, { outcome: 'record_exists', person_id: other.person_id })
    assert.equal(sent.status, 201, sent.text)
    const { proposed } = (await second.api.get(`/checks/${check_id}/answer`)).body as CheckDesk
    const released = await second.api.post(`/checks/${check_id}/releases`, {
      shown_hash: proposed?.shown_hash,
    })
    assert.equal(released.status, 200, released.text)
    const { print_id } = (await asker.api.post(`/checks/${check_id}/openings`)).body as { print_id: string }
    const { text } = await asker.api.get(`/checks/${check_id}/openings/${print_id}`)
    assert.ok(text.includes(other.record_number))
    const content = proposed?.content as AnswerContent
    assert.equal(content.record?.record_number, other.record_number)
    assert.deepEqual(
      content.record?.convictions.map(({ convicted_on }) => convicted_on),
      ['2025-03-20', '2025-02-11'],
    )
    for (const hidden of [one.record_number, one.person_id]) assert.ok(!text.includes(hidden), hidden)
  })
})
