import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { CheckDesk } from '../../contract/check-answers.ts'
import type { CheckShown } from '../../contract/checks.ts'
import { knownCnic } from '../../tests/support/agency.ts'
import { type Given, type GivenPerson, given } from '../../tests/support/given.ts'
import {
  ageCheck,
  givenAskedCheck,
  givenForwardedCheck,
  givenProposedAnswer,
  givenReleasedAnswer,
} from '../../tests/support/given-check.ts'
import { givenSubmitted } from '../../tests/support/given-draft.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister, type Reply } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, root } = register
const { bureauOfficer: me, bureauOfficerTwo: second, investigatorMultan: asker } = as

const titleOf = (reply: Reply) => (reply.body as { title: string }).title
const fieldsOf = (reply: Reply) => (reply.body as { fields: { field: string; code: string }[] }).fields
const deskOf = async (check_id: string, who: As = me, query = '') =>
  (await who.api.get(`/checks/${check_id}/answer${query}`)).body as CheckDesk
const answer = (check_id: string, body: object, who: As = me) =>
  who.api.post(`/checks/${check_id}/answers`, { needs: [], ...body })

/** On the register, active, unless said otherwise. */
const person = (more: GivenPerson = {}): Promise<Given> =>
  given.person(register, { custody: [{ from_on: '2025-02-11', to_on: null }], ...more })
const bashir = await person()
const asking = { name_latin: 'M. Basheer', cnic: bashir.cnic ?? '', born_year: 1989 }
const forwarded_id = await givenForwardedCheck(register, asking)

describe('the Bureau’s desk', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => `/checks/${forwarded_id}/answer`, event: 'check.compared' },
      ...{ allowed: me, elsewhere: asker },
    }),
  )
  it('shows whoever bears the CNIC beside the request, field by field', async () => {
    const { candidates, asked, granted } = await deskOf(forwarded_id)
    assert.deepEqual(
      candidates.map(({ person_id, found_by, is_active }) => [person_id, found_by, is_active]),
      [[bashir.person_id, 'cnic', true]],
    )
    const compared = Object.fromEntries(
      (candidates[0]?.compared ?? []).map(({ field, agreement }) => [field, agreement]),
    )
    assert.deepEqual([compared['cnic'], compared['name'], compared['sex']], ['same', 'near', 'same'])
    assert.equal(asked.suspect?.cnic, bashir.cnic)
    assert.ok(granted.includes('court'))
  })
  it('is a look at each of them, with the purpose of a check', async () => {
    await deskOf(forwarded_id)
    const { rows } = await root.query(
      `select purpose, second_id from audit.event where action = 'check.compared' and subject_kind = 'person'
          and subject_id = $1 and outcome = 'done' order by event_no desc limit 1`,
      [bashir.person_id],
    )
    assert.deepEqual(rows, [{ purpose: 'check', second_id: forwarded_id }])
  })
  it('finds him by a number that was corrected since, and says so', async () => {
    const old = await person()
    await root.query('update register.person_document set superseded_at = now() where person_id = $1', [
      old.person_id,
    ])
    const check_id = await givenForwardedCheck(register, { cnic: old.cnic ?? '' })
    assert.equal((await deskOf(check_id)).candidates[0]?.found_by, 'old_cnic')
  })
  it('shows one more by his record number, where no CNIC is known', async () => {
    const check_id = await givenForwardedCheck(register, { name_latin: 'Zargul', name_urdu: 'زرگل' })
    assert.deepEqual((await deskOf(check_id)).candidates, [])
    const { candidates } = await deskOf(check_id, me, `?record=${bashir.record_number}`)
    assert.deepEqual(
      candidates.map(({ found_by }) => found_by),
      ['record_number'],
    )
  })
  it('finds him by another spelling in the other script, and says what agrees and how well he fits', async () => {
    const aslam = await person({
      names: [
        { kind: 'name', script: 'Latn', text: 'Ghulam Sarwar' },
        { kind: 'father', script: 'Latn', text: 'Khuda Bakhsh' },
      ],
    })
    const check_id = await givenForwardedCheck(register, {
      ...{ name_latin: 'Ghulam Sarver', name_urdu: 'غلام سرور', father_name_latin: 'Khuda Baksh' },
    })
    const one = (await deskOf(check_id)).candidates.find(({ person_id }) => person_id === aslam.person_id)
    const agreement = (field: string) => one?.compared.find((row) => row.field === field)?.agreement
    assert.deepEqual([one?.found_by, agreement('name'), agreement('father')], ['name', 'near', 'near'])
    assert.ok((one?.bits ?? 0) > 3)
  })
  it('does not open before the prosecutor sent it on: late or not, his key is not skipped', async () => {
    const check_id = await givenAskedCheck(asker)
    assert.equal((await me.api.get(`/checks/${check_id}/answer`)).status, 404)
    await ageCheck(register, check_id, 49)
    assert.equal((await me.api.get(`/checks/${check_id}`)).status, 404)
    const seen = (await as.bureauSupervisor.api.get(`/checks/${check_id}`)).body as CheckShown
    assert.deepEqual([seen.clock?.is_late, seen.asked.suspect, seen.may.compare], [true, null, false])
    const refused = await as.bureauSupervisor.api.get(`/checks/${check_id}/answer`)
    assert.deepEqual(
      [refused.status, (await lastEvent(register, 'check.compared', as.bureauSupervisor.officer_id))?.policy],
      [403, 'forbid-check-not-forwarded'],
    )
  })
})

describe('an answer proposed', () => {
  let check_id: string | undefined
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', event: 'check.answer_proposed', status: 201 },
      path: async () => {
        check_id ??= await givenForwardedCheck(register, {})
        return `/checks/${check_id}/answers`
      },
      body: () => ({ outcome: 'no_record', needs: [] }),
      ...{ allowed: me, elsewhere: as.investigatorMultan },
    }),
  )
  it('that a record exists holds the minimum and nothing else of him', async () => {
    const id = await givenForwardedCheck(register, asking)
    await givenProposedAnswer(register, id, { outcome: 'record_exists', person_id: bashir.person_id })
    const { proposed } = await deskOf(id, second)
    assert.equal(proposed?.district?.en, 'Multan', 'the second officer reads all that will be told')
    assert.deepEqual(proposed?.content, {
      ...{ outcome: 'record_exists', needs: [] },
      record: {
        record_number: bashir.record_number,
        name: { latin: 'Muhammad Bashir', ur: 'محمد بشیر' },
        father: { latin: 'Allah Ditta', ur: 'اللہ دتہ' },
        ...{ born_year: proposed?.content.record?.born_year, cnic_tail: bashir.cnic?.slice(-3) },
        district_id: 'pb_multan',
        convictions: [
          { offences: ['PPC-376'], convicted_on: '2025-02-11', court: 'Special Court (Anti-Rape), Multan' },
        ],
      },
    })
  })
  it('for an offence of the schedules alone leaves out court and day', async () => {
    const id = await givenForwardedCheck(register, asking, {
      fir: {
        ...{ station_id: 'pb_multan_saddar', fir_number: 31, fir_year: 2026, transfer_order: null },
        ...{ offences: ['PPC-354'], other_sections: null },
      },
    })
    await givenProposedAnswer(register, id, { outcome: 'record_exists', person_id: bashir.person_id })
    const { proposed } = await deskOf(id, second)
    assert.deepEqual(proposed?.content.record?.convictions, [
      { offences: ['PPC-376'], convicted_on: null, court: null },
    ])
  })
  it('is not “no record” while somebody active bears the very number', async () => {
    const refused = await answer(forwarded_id, { outcome: 'no_record' })
    assert.deepEqual(fieldsOf(refused), [{ field: 'outcome', code: 'checks.fault.same_cnic' }])
  })
  it('names somebody only who was compared, and says what is needed where it is unclear', async () => {
    const faults = async (body: object) => fieldsOf(await answer(forwarded_id, body))[0]?.code
    assert.equal(await faults({ outcome: 'record_exists' }), 'checks.fault.person_needed')
    assert.equal(
      await faults({ outcome: 'record_exists', person_id: randomUUID() }),
      'checks.fault.not_a_candidate',
    )
    assert.equal(await faults({ outcome: 'unclear' }), 'checks.fault.needs_needed')
  })
  it('is proposed once; a second proposal is told', async () => {
    const id = await givenForwardedCheck(register, {})
    const replies = await Promise.all([
      answer(id, { outcome: 'no_record' }),
      answer(id, { outcome: 'no_record' }, second),
    ])
    assert.deepEqual(replies.map(({ status }) => status).sort(), [201, 409])
  })
})

describe('who is not on the register today', () => {
  const states: [string, () => Promise<{ person_id: string; cnic: string | null }>][] = [
    [
      'whose conviction was undone',
      () => person({ convictions: [{ appeal: [{ event: 'acquitted', on: '2025-06-01' }] }] }),
    ],
    ['whose conviction is for review', () => person({ convictions: [{ jurisdiction: 'PK-JK' }] })],
    [
      'whose period is over',
      async () => {
        const ended = await person({
          convictions: [{ convicted_on: '2024-02-01', disposal: 'fine' }],
          custody: [],
        })
        register.clock.set('2036-01-10T05:00:00Z')
        return ended
      },
    ],
    [
      'whose record was closed',
      async () => {
        const closed = await person()
        await root.query('update register.person set closed_at = now() where person_id = $1', [
          closed.person_id,
        ])
        return closed
      },
    ],
  ]
  for (const [state, make] of states)
    it(`${state}, is answered as no record and cannot be answered otherwise`, async (context) => {
      const id = await givenForwardedCheck(register, {})
      const one = await make()
      context.after(() => register.clock.set(new Date().toISOString()))
      const { record_number } = (
        await root.query('select record_number from register.person where person_id = $1', [one.person_id])
      ).rows[0]
      const { candidates } = await deskOf(id, me, `?record=${record_number}`)
      assert.deepEqual(
        candidates.map(({ is_active }) => is_active),
        [false],
      )
      const refused = await answer(id, { outcome: 'record_exists', person_id: one.person_id })
      assert.deepEqual(fieldsOf(refused), [{ field: 'person_id', code: 'checks.fault.not_active' }])
      assert.equal((await answer(id, { outcome: 'no_record' })).status, 201)
    })
  it('is a draft: nobody is found by the number in it', async () => {
    const cnic = knownCnic(7)
    await givenSubmitted(register, { cnic })
    const id = await givenForwardedCheck(register, { cnic })
    assert.deepEqual((await deskOf(id)).candidates, [])
    assert.equal((await answer(id, { outcome: 'no_record' })).status, 201)
  })
})

describe('releasing', () => {
  const proposed = async (outcome = 'no_record') => {
    const check_id = await givenForwardedCheck(register, outcome === 'record_exists' ? asking : {})
    const more = outcome === 'record_exists' ? { person_id: bashir.person_id } : { needs: ['father'] }
    return { check_id, shown_hash: await givenProposedAnswer(register, check_id, { outcome, ...more }) }
  }
  let one: Awaited<ReturnType<typeof proposed>> | undefined
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', event: 'check.answer_released', allowed: second, elsewhere: as.legalOfficer },
      path: async () => {
        one ??= await proposed()
        return `/checks/${one.check_id}/releases`
      },
      body: () => ({ shown_hash: one?.shown_hash ?? '0'.repeat(64) }),
    }),
  )
  it('is never done by who proposed it: the policy refuses, and with it out of the way the constraint', async () => {
    const { check_id, shown_hash } = await proposed()
    const refused = await me.api.post(`/checks/${check_id}/releases`, { shown_hash })
    assert.deepEqual(
      [refused.status, (await lastEvent(register, 'check.answer_released', me.officer_id))?.policy],
      [403, 'forbid-own-proposal'],
    )
    const jumping = asActor(register.program.database, await me.token(), (tx) =>
      tx
        .updateTable('register.check_request')
        .set({ stage: 'released' })
        .where('check_id', '=', check_id)
        .execute(),
    )
    await assert.rejects(jumping, /row-level security/)
  })
  it('takes the same steps and leaves the same shape, whatever the answer says', async () => {
    const shapes = []
    for (const outcome of ['no_record', 'record_exists', 'unclear']) {
      const { check_id, shown_hash } = await proposed(outcome)
      const reply = await second.api.post(`/checks/${check_id}/releases`, { shown_hash })
      const seen = (await as.dpoMultan.api.get(`/checks/${check_id}`)).body as CheckShown
      const { rows } = await root.query(
        'select opens_count, octet_length(content_enc) > 0 as is_sealed from register.check_answer where check_id = $1',
        [check_id],
      )
      shapes.push([reply.status, Object.keys(seen).join(), seen.steps.map(({ act }) => act).join(), rows])
      assert.equal(seen.asked.suspect, null)
    }
    assert.deepEqual(shapes[1], shapes[0])
    assert.deepEqual(shapes[2], shapes[0])
  })
  it('of a record that exists enters the register of disclosures: what, of whom, to whom, until when', async () => {
    const { check_id, shown_hash } = await proposed('record_exists')
    await second.api.post(`/checks/${check_id}/releases`, { shown_hash })
    const { rows } = await root.query(
      'select person_id, given_to, basis, cardinality(fields) as fields from register.disclosure where check_id = $1',
      [check_id],
    )
    assert.deepEqual(rows, [
      { person_id: bashir.person_id, given_to: asker.officer_id, basis: 'ARITA-2021', fields: 9 },
    ])
    const event = await root.query(
      `select row_after from audit.event where action = 'check.answer_released' and subject_kind = 'person' and second_id = $1`,
      [check_id],
    )
    assert.equal(event.rows[0]?.row_after.length, 32)
  })
  it('is refused when he left the register, or his record changed, after it was proposed', async () => {
    const leaving = await person()
    const id = await givenForwardedCheck(register, { cnic: leaving.cnic ?? '' })
    const what = { outcome: 'record_exists', person_id: leaving.person_id }
    const shown_hash = await givenProposedAnswer(register, id, what)
    await root.query(`update register.conviction set court = 'Another court' where person_id = $1`, [
      leaving.person_id,
    ])
    assert.equal(titleOf(await second.api.post(`/checks/${id}/releases`, { shown_hash })), 'approval_changed')
    await root.query(
      `update register.conviction set court = 'Special Court (Anti-Rape), Multan' where person_id = $1`,
      [leaving.person_id],
    )
    await root.query('update register.person set closed_at = now() where person_id = $1', [leaving.person_id])
    assert.equal(titleOf(await second.api.post(`/checks/${id}/releases`, { shown_hash })), 'approval_changed')
  })
  it('needs a passkey used within five minutes', async () => {
    const { check_id, shown_hash } = await proposed()
    await root.query(
      `update access.session set step_up_at = now() - interval '6 minutes' where officer_id = $1`,
      [second.officer_id],
    )
    const refused = await second.api.post(`/checks/${check_id}/releases`, { shown_hash })
    await root.query('update access.session set step_up_at = now() where officer_id = $1', [
      second.officer_id,
    ])
    assert.equal(titleOf(refused), 'step_up_needed')
  })
  it('is not done by an officer who screened it in another posting, nor by one who asked', async () => {
    for (const column of ['screened_by', 'asked_by']) {
      const { check_id, shown_hash } = await proposed()
      await root.query(`update register.check_request set ${column} = $1 where check_id = $2`, [
        ...[second.officer_id, check_id],
      ])
      const refused = await second.api.post(`/checks/${check_id}/releases`, { shown_hash })
      assert.equal(refused.status, 403, column)
    }
  })
})

describe('sending an answer back', () => {
  const proposed = async () => {
    const check_id = await givenForwardedCheck(register, {})
    return { check_id, shown_hash: await givenProposedAnswer(register, check_id, { outcome: 'no_record' }) }
  }
  let one: Awaited<ReturnType<typeof proposed>> | undefined
  const reason = 'Look at the district again.'
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', event: 'check.answer_sent_back', allowed: second, elsewhere: as.shoSaddar },
      path: async () => {
        one ??= await proposed()
        return `/checks/${one.check_id}/send-backs`
      },
      body: () => ({ shown_hash: one?.shown_hash ?? '0'.repeat(64), reason }),
    }),
  )
  it('shows the reason at the desk, and never to who asked; then another answer is proposed', async () => {
    const { check_id, shown_hash } = await proposed()
    await second.api.post(`/checks/${check_id}/send-backs`, { shown_hash, reason })
    assert.equal((await deskOf(check_id)).sent_back, reason)
    assert.equal((await asker.api.get(`/checks/${check_id}`)).text.includes(reason), false)
    assert.equal((await answer(check_id, { outcome: 'unclear', needs: ['district'] })).status, 201)
  })
  it('is what withdrawing one’s own proposal does too', async () => {
    const { check_id, shown_hash } = await proposed()
    const { rows } = await root.query('select approval_id from register.check_request where check_id = $1', [
      check_id,
    ])
    const withdrawn = await me.api.post(`/approvals/${rows[0].approval_id}/withdraw`, { shown_hash })
    assert.equal(withdrawn.status, 200, withdrawn.text)
    assert.equal((await deskOf(check_id)).stage, 'forwarded')
  })
})

describe('an answer released', () => {
  it('is read by nobody of the Bureau’s other rooms, the district or another investigator, whatever is asked', async () => {
    const check_id = await givenReleasedAnswer(
      register,
      { outcome: 'record_exists', person_id: bashir.person_id },
      asking,
    )
    const read = (who: As) => async () =>
      asActor(register.program.database, await who.token(), (tx) =>
        tx.selectFrom('register.check_answer').select('answer_id').where('check_id', '=', check_id).execute(),
      )
    for (const who of [as.prosecutorMultan, as.dpoMultan, as.legalOfficer, as.auditor, as.shoSaddar])
      assert.deepEqual(await read(who)(), [], who.name)
    assert.equal((await read(asker)()).length, 1)
    const disclosures = await asActor(register.program.database, await asker.token(), (tx) =>
      tx.selectFrom('register.disclosure').select('person_id').execute(),
    )
    assert.deepEqual(disclosures, [])
  })
})
