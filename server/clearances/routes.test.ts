import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Clearance, ClearanceList } from '../../contract/clearances.ts'
import type { DayReply } from '../../contract/day.ts'
import type { Match } from '../../contract/matches.ts'
import { paths } from '../../contract/paths.ts'
import type { SearchMade } from '../../contract/searches.ts'
import { freshCnic, type GivenPerson, given } from '../../tests/support/given.ts'
import { givenForwardedCheck } from '../../tests/support/given-check.ts'
import { givenPair } from '../../tests/support/given-match.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister, type Reply } from '../../tests/support/register.ts'
import { pakistanDay } from '../platform/clock.ts'

const register = await openTestRegister()
const { as, clock, root } = register
const [BUREAU, SECOND] = [as.bureauOfficer, as.bureauOfficerTwo]
const named = (more: GivenPerson) =>
  given.person(register, {
    names: [
      { kind: 'name', script: 'Latn', text: 'Rashid Minhas Gondal' },
      { kind: 'name', script: 'Arab', text: 'راشد منہاس گوندل' },
      { kind: 'father', script: 'Latn', text: 'Rahim Dad Gondal' },
    ],
    custody: [{ from_on: '2025-02-11', to_on: null }],
    ...more,
  })

/** Two records of one name that an officer said are not of one person; `own` bears the number. */
async function toldApart(decision = 'different') {
  const cnic = freshCnic()
  const [own, against] = [await named({ cnic }), await named({ cnic: null })]
  const { match_pair_id } = await givenPair(register, own, against)
  const said = { decision, reason_code: 'family', reason: 'Other villages, other brothers' }
  assert.equal((await BUREAU.api.post(paths.matchDecisions(match_pair_id), said)).status, 201)
  const { one } = (await BUREAU.api.get(paths.match(match_pair_id))).body as Match
  return { cnic, own, against, match_pair_id, side: one.id === own.person_id ? 'one' : 'other' }
}
type Apart = Awaited<ReturnType<typeof toldApart>>
const formOf = ({ cnic, side }: Apart, more: object = {}) => ({
  ...{ side, cnic, asked_on: pakistanDay(clock.now()), asked_himself: true },
  ...more,
})
const ask = (who: As, apart: Apart, more: object = {}) =>
  who.api.post(paths.matchClearances(apart.match_pair_id), formOf(apart, more))
const idOf = (reply: Reply) => {
  assert.equal(reply.status, 201, reply.text)
  return (reply.body as { clearance_id: string }).clearance_id
}
const faultsOf = (reply: Reply) =>
  (reply.body as { fields: { code: string }[] }).fields.map(({ code }) => code)
const open = async (who: As, clearance_id: string) =>
  (await who.api.get(paths.clearance(clearance_id))).body as Clearance

const apart = await toldApart()
const waiting = await toldApart()
const waiting_id = idOf(await ask(BUREAU, waiting))

describe('a man’s own request, after a comparison', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => paths.matchClearances(apart.match_pair_id), status: 201 },
      ...{ body: () => formOf(apart), event: 'match.clearance_asked' },
      ...{ allowed: BUREAU, elsewhere: as.shoSaddar },
    }),
  )
  it('is kept only where the two were said to be different, from his own card, at his own wish', async () => {
    const unsure = await toldApart('unclear')
    assert.equal((await ask(BUREAU, unsure)).status, 409)
    const fresh = await toldApart()
    const refused: [object, string[]][] = [
      [{ asked_himself: false }, ['clearances.fault.not_asked']],
      [{ cnic: '12' }, ['not_a_cnic']],
      [{ cnic: freshCnic() }, ['clearances.fault.another_card']],
      [{ asked_on: '2099-01-01' }, ['in_future']],
    ]
    for (const [form, codes] of refused) assert.deepEqual(faultsOf(await ask(BUREAU, fresh, form)), codes)
    // The other record holds no number: there is no card of his to look at.
    const other = fresh.side === 'one' ? 'other' : 'one'
    assert.deepEqual(faultsOf(await ask(BUREAU, fresh, { side: other })), ['clearances.fault.another_card'])
    idOf(await ask(BUREAU, fresh))
    assert.equal((await ask(BUREAU, fresh)).status, 409, 'it is asked once')
  })
})

describe('slips to issue', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: paths.clearances, event: 'clearance.listed' },
      ...{ allowed: SECOND, elsewhere: as.shoSaddar },
    }),
  )
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => paths.clearance(waiting_id), event: 'clearance.seen' },
      ...{ allowed: SECOND, elsewhere: as.investigatorMultan },
    }),
  )
  it('are listed without a name, and stand on the Bureau’s day', async () => {
    const { counts, clearances } = (await SECOND.api.get(paths.clearances())).body as ClearanceList
    assert.ok(counts.waiting > 0)
    const row = clearances.find(({ clearance_id }) => clearance_id === waiting_id)
    assert.deepEqual([row?.cause, row?.slip_number], ['match', null])
    assert.ok(!JSON.stringify(clearances).includes('Gondal'))
    const day = (await SECOND.api.get('/')).body as DayReply
    const section = day.sections.find(({ key }) => key === 'slips')
    assert.equal(section?.count, counts.waiting)
    assert.ok(section?.rows.some(({ id }) => id === waiting_id))
  })
  it('are not issued by who passed them on, in the application or past it', async () => {
    const reply = await BUREAU.api.post(paths.clearanceIssues(waiting_id))
    assert.equal(reply.status, 403)
    assert.equal(
      (await lastEvent(register, 'clearance.issued', BUREAU.officer_id))?.policy,
      'forbid-own-proposal',
    )
    assert.deepEqual((await open(BUREAU, waiting_id)).may_issue, false)
    await assert.rejects(
      root.query(
        `update register.clearance set issued_by = asked_by, issued_at = now(), slip_number = 'P-1', person_id = $2
          where clearance_id = $1`,
        [waiting_id, waiting.against.person_id],
      ),
      /nobody_issues_what_he_asked/,
    )
  })
})

describe('a slip issued', () => {
  let next = ''
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', event: 'clearance.issued', status: 201, allowed: SECOND, elsewhere: as.shoSaddar },
      path: async () => {
        if (next === '') next = idOf(await ask(BUREAU, await toldApart()))
        return paths.clearanceIssues(next)
      },
    }),
  )
  describe('on paper', () => {
    provesAccess(
      () => register,
      () => ({
        ...{ method: 'GET', path: () => paths.clearanceFile(next), event: 'clearance.fetched' },
        ...{ allowed: SECOND, elsewhere: as.investigatorMultan },
      }),
    )
  })
  it('shields him in the search, the next check and the queue, and nobody else', async () => {
    const issued = await SECOND.api.post(paths.clearanceIssues(waiting_id))
    assert.equal(issued.status, 201, issued.text)
    const { cnic, own, against, match_pair_id } = waiting
    const query = { query: `Rashid Minhas Gondal ${cnic}`, purpose: 'supervision', case_reference: 'Diary 3' }
    for (const who of [BUREAU, as.shoSaddar]) {
      const found = (await who.api.post('/searches', { ...query, ...whyOf(who) })).body as SearchMade
      assert.deepEqual(found.answer?.cleared_ids, [against.person_id], who.name_en)
      const page = await who.page(paths.search(found.search_id))
      assert.ok(page.text.includes('A clearance slip says'))
    }
    const check_id = await givenForwardedCheck(register, { name_latin: 'Rashid Minhas Gondal', cnic })
    const desk = (await SECOND.api.get(`/checks/${check_id}/answer`)).body as {
      candidates: { person_id: string; is_cleared: boolean }[]
      slips: { record_number: string }[]
    }
    const cleared = desk.candidates.filter(({ is_cleared }) => is_cleared).map(({ person_id }) => person_id)
    assert.deepEqual(cleared, [against.person_id])
    assert.ok(desk.candidates.some(({ person_id }) => person_id === own.person_id))
    assert.deepEqual(
      desk.slips.map(({ record_number }) => record_number),
      [against.record_number],
    )
    const match = (await BUREAU.api.get(paths.match(match_pair_id))).body as Match
    assert.deepEqual([match.is_cleared, match.may_clear], [true, []])
    assert.equal(match.clearances[0]?.slip_number, (issued.body as { slip_number: string }).slip_number)
  })
})

const whyOf = (who: As) => ({ purpose: who.role === 'bureau_officer' ? 'registration' : 'supervision' })
