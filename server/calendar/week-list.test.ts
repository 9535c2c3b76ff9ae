import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { verifyCode } from '../../domain/receipt/verify.ts'
import { given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { refreshDuties } from '../duties/project.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, clock, program, root } = register
clock.set('2025-08-27T06:00:00Z')

/** Released on 3 March 2025 and told on that day: he confirms by 3 September. */
const bashir = await given.person(register, { custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }] })
await givenFacts(register, bashir.person_id, { served_at: '2025-03-03T05:00:00Z' })
await asActor(program.database, await as.bureauOfficer.token(), (tx) =>
  refreshDuties(tx, [bashir.person_id], clock.now()),
)

/** An outage of another desk that still lasts, so that it can be ended. */
async function lasting(): Promise<string> {
  const outage = { from_on: '2025-08-27', from_time: '09:00', cause: 'power' }
  const counted = await as.shoVehari.api.post('/outages/counts', outage)
  const { moved_count } = counted.body as { moved_count: number }
  const made = await as.shoVehari.api.post('/outages', { ...outage, moved_count })
  assert.equal(made.status, 201, made.text)
  return (made.body as { act_id: string }).act_id
}
const act_id = await lasting()

describe('the week list on paper', () => {
  const print = (who: As, more: object = {}) =>
    who.api.post('/calendar/prints', { on: '2025-09-03', ...more })
  it('has a number and a mark, tells who is due on which day by record number, and names nobody', async () => {
    const made = await print(as.officerSaddar)
    assert.equal(made.status, 201, made.text)
    const { print_id, print_number } = made.body as { print_id: string; print_number: string }
    const file = await register.app.inject({
      ...{ method: 'GET', url: `/prints/${print_id}/file` },
      headers: { cookie: `__Host-amanat=${await as.officerSaddar.token()}` },
    })
    assert.equal(file.statusCode, 200)
    const folder = process.env['PICTURES']
    if (folder) writeFileSync(`${folder}/week-list.pdf`, file.rawPayload)
    const pages = await getDocumentProxy(new Uint8Array(file.rawPayload))
    const { text } = await extractText(pages, { mergePages: true })
    assert.ok(text.includes(bashir.record_number), 'the record number')
    assert.doesNotMatch(text, /Bashir|بشیر/)
    assert.ok(text.split(print_number).length > 4, 'the mark across the page and the foot')
    const { rows } = await root.query(
      'select kind, station_id, person_id, code from register.print where print_id = $1',
      [print_id],
    )
    assert.deepEqual(
      [rows[0].kind, rows[0].station_id, rows[0].person_id],
      ['week_list', 'pb_multan_saddar', null],
    )
    const read = await verifyCode(rows[0].code, program.paper_signer.published)
    assert.equal(read.verdict === 'sound' && read.statement.kind, 'week_list')
    assert.equal(
      (await as.shoSaddar.api.get(`/prints/${print_id}`)).status,
      404,
      'its printer alone opens it',
    )
  })
  it('is of one station: the Bureau names it', async () => {
    assert.equal((await print(as.bureauOfficer)).status, 400)
    assert.equal((await print(as.bureauOfficer, { station_id: 'pb_multan_saddar' })).status, 201)
    assert.ok((await as.officerSaddar.page('/calendar')).text.includes('/calendar/prints'))
    assert.ok(!(await as.dpoMultan.page('/calendar')).text.includes('/calendar/prints'))
  })
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'POST', path: () => '/calendar/prints', allowed: r.as.officerSaddar, status: 201 },
      ...{ elsewhere: r.as.shoVehari, event: 'calendar.printed' },
      body: () => ({ on: '2025-09-03', station_id: 'pb_multan_saddar' }),
    }),
  )
})

describe('a closure, seen', () =>
  provesAccess(
    () => register,
    (r) => ({
      ...{
        method: 'GET',
        event: 'calendar.act_seen',
        allowed: r.as.shoVehari,
        elsewhere: r.as.officerSaddar,
      },
      path: () => `/closures/${act_id}`,
    }),
  ))

describe('a closure, ended', () =>
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'POST', event: 'outage.ended', allowed: r.as.shoVehari, elsewhere: r.as.officerSaddar },
      path: () => `/closures/${act_id}/ends`,
      body: () => ({ to_time: '10:00' }),
    }),
  ))
