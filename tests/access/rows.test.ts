/**
 * Wall two against wall three. What the policies would allow with full knowledge of a record (the product's own facts, found with
 * row-level security out of the way) is compared with what a select shows the same officer. Where place is the only condition
 * the two are equal; elsewhere what is allowed is shown, and `hidden` says what row-level security keeps back besides.
 */
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Action, Facts } from '../../domain/access/actions.ts'
import type { Actor, Role } from '../../domain/access/actor.ts'
import { approvalFacts } from '../../server/approvals/routes.ts'
import { breachFacts } from '../../server/breaches/facts.ts'
import { factsOfCheck } from '../../server/checks/facts.ts'
import { factsOfRecall } from '../../server/disclosures/routes.ts'
import { factsForDraft } from '../../server/drafts/queries.ts'
import { factsOfReview } from '../../server/emergencies/facts.ts'
import { exitFacts } from '../../server/exits/routes.ts'
import { factsForImport } from '../../server/imports/queries.ts'
import { factsOfPerson } from '../../server/people/facts.ts'
import { actorOf } from '../../server/platform/actor.ts'
import { decide } from '../../server/platform/authorize.ts'
import { asActor, openDatabase, type RegisterTx } from '../../server/platform/database.ts'
import { factsForPrint } from '../../server/prints/routes.ts'
import { transferFacts } from '../../server/transfers/routes.ts'
import { openSession, openTestRegister } from '../support/register.ts'
import { given, lookAs } from './cast.ts'
import { givenRows, type Known, type Posted } from './rows-world.ts'

const register = await openTestRegister()
const { program, root } = register
const { places } = program
await register.as.auditor.api.get('/day') // an event for the auditor
const { officers, known } = await givenRows(register)
/** The same database with row-level security out of the way: a superuser's transaction that knows the officer all the same. */
const unwalled = openDatabase({ app: register.url('postgres'), gate: register.url('amanat_gate') }, 2)
after(() => unwalled.end())

type Asked = { tx: RegisterTx; actor: Actor; id: string; row: Known['row'] }
type Seen = { role: Role; officer_id: string }
type Noun = {
  table: string
  act: Action
  facts: (asked: Asked) => Promise<Facts | undefined> | Facts
  /** `equal`: place is the only condition besides the role. `within`: what is allowed is shown. */
  claim: 'equal' | 'within'
  /** Roles without the act to which rows are shown all the same, for other work. */
  wider?: readonly Role[]
  /** Rows that row-level security keeps back though the policies alone would not. */
  hidden?: (row: Known['row'], to: Seen) => boolean
}

const byId = (name: string, { id, ...asked }: Asked) => ({ ...asked, params: { [name]: id } as never })

/** Not yet on this officer's desk: the database knows the stage, the policies only whether it was sent on. */
function isNotOnHisDesk({ stage, asked_at }: Known['row'], { role }: Seen): boolean {
  if (role === 'investigator') return false
  if (role === 'bureau_officer') return !['forwarded', 'proposed', 'released'].includes(String(stage))
  if (role === 'bureau_supervisor' && stage === 'asked') return asked_at === 'now' // late ones escalate to him
  if (role === 'bureau_supervisor') return !['forwarded', 'proposed', 'released'].includes(String(stage))
  return stage === 'drafting' || stage === 'discarded'
}

const isOfClosedPerson = (breach_id: unknown) => {
  const breach = known.find(({ id }) => id === breach_id)
  return known.find(({ id }) => id === breach?.row['person_id'])?.row['closed_at'] !== null
}

const NOUNS: readonly Noun[] = [
  {
    ...{ table: 'person', act: 'person.view', claim: 'equal' },
    facts: ({ tx, actor, id }) => factsOfPerson(tx, program, actor, id),
  },
  {
    ...{ table: 'breach', act: 'breach.view', claim: 'equal' },
    facts: (asked) => breachFacts(program)(byId('breach_id', asked)),
    wider: ['prosecutor', 'deputy_prosecutor'], // with the person, whom they see
  },
  {
    ...{ table: 'draft', act: 'draft.view', claim: 'equal' },
    facts: (asked) => factsForDraft(program, byId('draft_id', asked)),
  },
  {
    ...{ table: 'import', act: 'import.view', claim: 'equal' },
    facts: ({ tx, id }) => factsForImport(program, tx, id),
    wider: ['legal_officer'], // a simulation counts the rows that were refused
  },
  {
    ...{ table: 'expectation', act: 'expectation.view', claim: 'equal' },
    facts: ({ row }) => ({ kind: 'expectation', place: places.ofDistrict(String(row['district_id'])) }),
    wider: ['legal_officer'], // by the same key as the drafts he decides on
  },
  {
    ...{ table: 'transfer', act: 'transfer.view', claim: 'equal' },
    facts: (asked) => transferFacts(program)(byId('transfer_id', asked)),
    wider: ['legal_officer'], // with all people of the country
  },
  {
    ...{ table: 'print', act: 'print.view', claim: 'equal' },
    facts: (asked) => factsForPrint(program)(byId('print_id', asked)),
    // A week list names nobody and is its printer's.
    hidden: ({ person_id, printed_by }, { officer_id }) => person_id === null && printed_by !== officer_id,
  },
  {
    ...{ table: 'emergency', act: 'emergency.view', claim: 'equal' },
    facts: (asked) => factsOfReview(program)(byId('emergency_id', asked)),
    wider: ['investigator', 'station_head', 'bureau_officer'], // each his own uses, which he reads by another act
  },
  // An exit closes to the station when the certificate is handed over; who handed it over still finds it.
  {
    ...{ table: 'exit', act: 'exit.view', claim: 'within' },
    facts: (asked) => exitFacts(program)(byId('exit_id', asked)),
  },
  // One's own, a stage, a second officer: more than place.
  {
    ...{ table: 'check_request', act: 'check.view', claim: 'within', hidden: isNotOnHisDesk },
    facts: (asked) => factsOfCheck(program)(byId('check_id', asked)),
  },
  {
    ...{ table: 'approval', act: 'approval.view', claim: 'within' },
    facts: (asked) => approvalFacts(program)(byId('approval_id', asked)),
    hidden: ({ kind, subject_id, proposed_by }, { officer_id }) =>
      kind === 'breach' && proposed_by !== officer_id && isOfClosedPerson(subject_id),
  },
  {
    ...{ table: 'recall', act: 'recall.confirm', claim: 'within' },
    facts: (asked) => factsOfRecall(byId('recall_id', asked)),
  },
  {
    ...{ table: 'search', act: 'search.view', claim: 'within' },
    facts: ({ row, actor }) => ({
      kind: 'search',
      place: null,
      is_own: row['officer_id'] === actor.officer_id,
    }),
  },
]

/** Acts upon no single record, and the tables that whoever has them sees whole. */
const WHOLE: readonly { act: Action; facts: (actor: Actor) => Facts; tables: readonly string[] }[] = [
  {
    act: 'officer.view',
    facts: ({ place }) => given.officer({ place }),
    tables: ['access.officer', 'access.posting'],
  },
  {
    act: 'audit.view',
    facts: given.audit,
    tables: ['audit.event', 'audit.leaf', 'audit.tile', 'audit.checkpoint'],
  },
  { act: 'match.list', facts: () => given.match(), tables: ['match_pair', 'match_decision', 'clearance'] },
  { act: 'disclosure.list', facts: given.disclosure, tables: ['disclosure'] },
  { act: 'pack.view', facts: given.pack, tables: ['pack', 'pack_value', 'pack_in_force', 'pack_reversal'] },
  {
    act: 'simulation.view',
    facts: given.simulation,
    tables: ['simulation', 'simulation_row', 'simulation_count'],
  },
  { act: 'desk.view', facts: given.instrument, tables: ['legal_instrument'] },
  { act: 'quota.propose', facts: given.quota, tables: ['quota_raise', 'quota_limit', 'quota_pool_limit'] },
  {
    ...{ act: 'calendar.view', facts: ({ place }: Actor) => given.calendar({ place }) },
    tables: ['closed_desk', 'outage', 'duty_generation'],
  },
]

/** Tables whose rows belong to a person and are seen with him, by the one policy that says so. */
const { rows: withPerson } = await root.query<{ table: string }>(
  `select tablename as table from pg_policies p where schemaname = 'register' and cmd in ('SELECT', 'ALL') and roles @> '{amanat_app}'
      and exists (select from information_schema.columns c where c.table_schema = 'register' and c.table_name = p.tablename and c.column_name = 'person_id')
    group by 1 having array_agg(policyname::text) = '{with_the_person}' order by 1`,
)
const COUNT_BY_PERSON = withPerson
  .map(
    ({ table }) =>
      `select '${table}' as table, person_id, count(*)::int as n from register.${table} group by 2`,
  )
  .join(' union all ')
const inRegister = (table: string) => (table.includes('.') ? table : `register.${table}`)
const COUNT_WHOLE = WHOLE.flatMap(({ tables }) => tables)
  .map((table) => `select '${table}' as table, count(*)::int as n from ${inRegister(table)}`)
  .join(' union all ')

type OfPerson = { table: string; person_id: string; n: number }
type OfTable = { table: string; n: number }
type Meeting = {
  role: Role
  name: string
  noun: Noun
  record: Known
  is_allowed: boolean
  is_shown: boolean
  to: Seen
}

/** What an officer sees of every table, with row-level security as it stands. */
async function look(token: string) {
  const client = await program.database.app.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('amanat.sid', $1, true)`, [token])
    const shown = new Set<string>()
    for (const { table } of NOUNS) {
      const key = known.find((one) => one.table === table)?.key
      const { rows } = await client.query(`select ${key} as id from register.${table}`)
      for (const { id } of rows) shown.add(`${table} ${id}`)
    }
    const by_person = (await client.query<OfPerson>(COUNT_BY_PERSON)).rows
    const whole = (await client.query<OfTable>(COUNT_WHOLE)).rows
    return { shown, by_person, whole }
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function meet(posted: Posted) {
  const token = await openSession(program, posted.posting_id)
  const seen = await look(token)
  return asActor(unwalled, token, async (tx, session) => {
    if (!session) throw new Error(`${posted.name} may not act`)
    const actor = actorOf(session)
    const to = { role: actor.role, officer_id: actor.officer_id }
    const meetings = NOUNS.flatMap((noun) =>
      known
        .filter(({ table }) => table === noun.table)
        .map(async (record): Promise<Meeting> => {
          const facts = await noun.facts({ tx, actor, id: record.id, row: record.row })
          const is_allowed = !!facts && decide(actor, noun.act, facts, lookAs(actor.role)).allowed
          const is_shown = seen.shown.has(`${noun.table} ${record.id}`)
          return { role: actor.role, name: posted.name, noun, record, is_allowed, is_shown, to }
        }),
    )
    return { actor, name: posted.name, seen, meetings: await Promise.all(meetings) }
  })
}

const met: Awaited<ReturnType<typeof meet>>[] = []
for (const posted of officers) met.push(await meet(posted))
const all = {
  by_person: (await root.query<OfPerson>(COUNT_BY_PERSON)).rows,
  whole: (await root.query<OfTable>(COUNT_WHOLE)).rows,
}
const told = ({ name, noun, record }: Meeting) => `${name}: ${noun.table} ${JSON.stringify(record.row)}`

describe('a record that the policies allow', () => {
  for (const noun of NOUNS) {
    const meetings = met.flatMap((one) => one.meetings).filter((meeting) => meeting.noun === noun)
    const isHidden = ({ record, to }: Meeting) => noun.hidden?.(record.row, to) ?? false
    it(`${noun.act}: is shown`, () => {
      const unseen = meetings.filter((one) => one.is_allowed && !one.is_shown && !isHidden(one))
      assert.deepEqual(unseen.map(told), [])
      assert.ok(
        meetings.some((one) => one.is_allowed) && meetings.some((one) => !one.is_allowed && !one.is_shown),
      )
    })
    if (noun.hidden)
      it(`${noun.act}: but for what row-level security keeps back, and it does`, () => {
        const kept = meetings.filter((one) => one.is_allowed && isHidden(one))
        assert.ok(kept.length > 0)
        assert.deepEqual(kept.filter((one) => one.is_shown).map(told), [])
      })
    if (noun.claim === 'equal')
      it(`${noun.act}: and nothing else is, but to ${noun.wider?.join(', ') ?? 'nobody'}`, () => {
        const unallowed = meetings.filter((one) => one.is_shown && !one.is_allowed)
        const roles = new Set(unallowed.map(({ role }) => role))
        assert.deepEqual([...roles].sort(), [...(noun.wider ?? [])].sort(), unallowed.map(told).join('\n'))
      })
  }
})

describe('a person who is shown', () => {
  const whole = Object.groupBy(all.by_person, ({ person_id }) => person_id)
  it('is shown whole, in every table that is seen with him, and nobody else in any of them', () => {
    assert.ok(withPerson.length > 25, `${withPerson.length} tables`)
    assert.equal(new Set(all.by_person.map(({ table }) => table)).size, withPerson.length, 'each has rows')
    for (const { name, seen } of met) {
      const people = Object.keys(whole).filter((person_id) => seen.shown.has(`person ${person_id}`))
      const expected = people.flatMap((person_id) => whole[person_id] ?? [])
      assert.deepEqual(sorted(seen.by_person), sorted(expected), name)
    }
  })
})

const sorted = (rows: readonly OfPerson[]) =>
  rows.map(({ table, person_id, n }) => `${table} ${person_id} ${n}`).sort()

describe('what is read whole', () => {
  const count = (rows: readonly OfTable[], table: string) => rows.find((row) => row.table === table)?.n
  for (const { act, facts, tables } of WHOLE)
    it(`${act}: whoever may sees all of ${tables.join(', ')}`, () => {
      const allowed = met.filter(({ actor }) => decide(actor, act, facts(actor), lookAs(actor.role)).allowed)
      assert.ok(allowed.length > 0 && allowed.length < met.length)
      for (const { name, seen } of allowed)
        for (const table of tables)
          assert.equal(count(seen.whole, table), count(all.whole, table), `${name}: ${table}`)
    })
})
