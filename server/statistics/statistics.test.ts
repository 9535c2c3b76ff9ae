// Figures from the count to the page: what is counted, that it is published once, and that nobody gets behind it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { StatisticReply, StatisticsReply } from '../../contract/statistics.ts'
import { closedQuarters } from '../../domain/statistics/quarters.ts'
import { STATISTIC_NAMES, STATISTICS, type StatisticName } from '../../domain/statistics/tables.ts'
import { CHECKS } from '../../law/checks.ts'
import { attempt, attemptWithout } from '../../tests/attacks/attempt.ts'
import { given } from '../../tests/support/given.ts'
import { givenLink } from '../../tests/support/given-match.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { pakistanDay } from '../platform/clock.ts'
import { asActor, asGate, send } from '../platform/database.ts'
import type { AsJob } from '../platform/jobs.ts'
import { NIGHT_WORK } from '../platform/night-work.ts'
import { OPEN_SESSION } from '../platform/session-statements.ts'
import { hashOf, newToken } from '../platform/tokens.ts'
import { publishOne, publishStatistics } from './publish-job.ts'

const register = await openTestRegister()
const { as, root, program, clock } = register
const quarters = closedQuarters(pakistanDay(clock.now()))
const quarter = quarters.at(-1) ?? ''
const [year, month] = quarter.split('-').map(Number)
/** A time in the quarter: month 1 to 3, day, hour in Pakistan. */
const at = (month_of: number, day: number, hour = 12) =>
  `${year}-${String((month ?? 1) + month_of - 1).padStart(2, '0')}-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+05:00`

const night_token = newToken()
await asGate(program.database, (tx) =>
  send(tx, OPEN_SESSION, [hashOf(night_token), randomUUID(), NIGHT_WORK.posting_id, 'job', 'en', false]),
)
const asHolder =
  (token: string): AsJob =>
  (work) =>
    asActor(program.database, token, (tx, session) => {
      assert.ok(session)
      return work(tx, session)
    })
const asNight = asHolder(night_token)
/** The job, as the queue runs it in the name of a posting. */
const publish = (token = night_token) => {
  const { officer_id, posting_id } = NIGHT_WORK
  const signal = new AbortController().signal
  return publishStatistics({
    program,
    payload: { id: officer_id, posting_id },
    as: asHolder(token),
    attempt: 1,
    signal,
  })
}

const bashir = await given.person(register)
const { rows: firsts } = await root.query(
  `select p.district_id, r.conviction_id, r.approval_id from register.person p join register.registration r using (person_id)
    where person_id = $1`,
  [bashir.person_id],
)
const { district_id, conviction_id, approval_id } = firsts[0]

/** Check requests: each a list of its steps. */
async function givenChecks(steps: readonly (readonly [act: string, happened_at: string])[][]) {
  const { officer_id, posting_id } = as.investigatorMultan
  for (const list of steps) {
    const check_id = randomUUID()
    await root.query(
      `insert into register.check_request (check_id, district_id, asked_by, posting_id, stage, kek_id, body_enc)
       values ($1, $2, $3, $4, 'drafting', 'k', '')`,
      [check_id, district_id, officer_id, posting_id],
    )
    for (const [act, happened_at] of list)
      await root.query(
        'insert into register.check_step (step_id, check_id, act, happened_at, done_by) values ($1, $2, $3, $4, $5)',
        [randomUUID(), check_id, act, happened_at, officer_id],
      )
  }
}
const many = <V>(count: number, make: (n: number) => V): V[] =>
  Array.from({ length: count }, (_, n) => make(n))

async function givenRegister() {
  // Entries: 10 in the first month, 11 in the second, 12 in the third, each so many days after its judgment.
  const entered = [...many(10, () => at(1, 1, 0)), ...many(11, () => at(2, 20)), ...many(12, () => at(3, 28))]
  for (const entered_at of entered) {
    await root.query(
      `insert into register.registration (registration_id, person_id, conviction_id, approval_id, pack, basis, entered_at, entered_by)
       values ($1, $2, $3, $4, 'pk-assumed', '{}', $5, $6)`,
      [randomUUID(), bashir.person_id, conviction_id, approval_id, entered_at, as.bureauOfficer.officer_id],
    )
  }
  // Asked 24 times in the first month, once more a second time; 12 sent on in two days, 11 later, one refused.
  await givenChecks([
    ...many(12, (): [string, string][] => [
      ['asked', at(1, 2)],
      ['forwarded', at(1, 4)],
    ]),
    ...many(11, (): [string, string][] => [
      ['asked', at(1, 2)],
      ['returned', at(1, 4, 13)],
    ]),
    [
      ['asked', at(1, 2)],
      ['refused', at(1, 3)],
      ['asked', at(2, 1)],
    ],
  ])
  await root.query(
    `insert into register.expectation (expectation_id, district_id, convicted_on, created_at)
     select gen_random_uuid(), $1, $2::date - 10, $3 from generate_series(1, 14)`,
    [district_id, quarter, at(1, 5)],
  )
  // Duties: 30 kept, 11 kept late, 12 missed; one is due on the first day of the next quarter.
  await root.query(
    `insert into register.duty_due (person_id, duty, key, due_on, met)
     select $1, 'confirm_in_person', '9.' || n, case when n = 54 then ($2::date + interval '3 months')::date else $2::date + n end,
            case when n <= 30 then 'met' when n <= 41 then 'met_late' end from generate_series(1, 54) n`,
    [bashir.person_id, quarter],
  )
}
await givenRegister()
await publish()

const tables = async () => ((await as.analyst.api.get('/statistics')).body as StatisticsReply).tables
const figures = async (name: StatisticName, quarter_on = quarter) => {
  const table = (await tables()).find((one) => one.name === name)
  const found = table?.quarters.find((one) => one.quarter_on === quarter_on)
  return Object.fromEntries(found?.figures.map(({ cell, figure }) => [cell, figure]) ?? [])
}

describe('the figures of a closed quarter', () => {
  const cases: [StatisticName, Record<string, number | null>][] = [
    ['entries_expected', { all: 15, settled: null, entered: null, not_registrable: null, waiting: null }],
    ['entries_made', { all: 35, month_1: 10, month_2: 10, month_3: 10 }],
    ['checks_asked', { all: 25, month_1: null, month_2: null, month_3: null }],
    ['checks_screened', { all: 25, in_time: 15, late: 10 }],
    ['checks_answered', { all: null, month_1: null, month_2: null, month_3: null }],
    ['checks_refused', { all: null, month_1: null, month_2: null, month_3: null }],
    [
      'duties_due',
      {
        ...{ all: 55, kept: 40, kept_in_time: 30, kept_late: 10 },
        ...{ missed: 10, decided: null, undecided: null },
      },
    ],
  ]
  for (const [name, wanted] of cases)
    it(`${name}: counts what it says, of that quarter alone, protected`, async () => {
      assert.deepEqual(await figures(name), wanted)
    })
  it('give the days that half of the entries took, and not those of nine in ten while they are few', async () => {
    const { rows } = await root.query(
      'select convicted_on::text from register.conviction where conviction_id = $1',
      [conviction_id],
    )
    const since = Temporal.PlainDate.from(rows[0].convicted_on)
    const days = since.until(at(2, 20).slice(0, 10), { largestUnit: 'days' }).days
    assert.deepEqual(await figures('entry_days'), { median: Math.round(days / 5) * 5, nine_tenths: null })
  })
  it('have a total of the figures shown, which says how far it may be off and that some are missing', async () => {
    const made = (await tables()).find(({ name }) => name === 'entries_made')
    assert.deepEqual(made?.totals, [{ cell: 'all', figure: 35, most_off: 2, is_whole: false }])
  })
  it('open what they count, and when', async () => {
    const reply = (await as.analyst.api.get('/statistics/checks_screened')).body as StatisticReply
    assert.deepEqual(reply.definition.sources, ['register.check_step'])
    assert.deepEqual(
      reply.versions.map(({ quarter_on, revision }) => [quarter_on, revision]),
      quarters.toReversed().map((quarter_on) => [quarter_on, 1]),
    )
    assert.equal((await as.analyst.api.get('/statistics/people')).status, 400)
  })
  it('are the same in the file, a line a figure', async () => {
    const { text, headers } = await as.analyst.api.get('/statistics/figures.csv')
    assert.match(String(headers['content-type']), /text\/csv/)
    const lines = text.trim().split('\r\n')
    assert.equal(lines[0], 'table,cell,quarter_on,figure,unit,revision,counted_on')
    const today = pakistanDay(clock.now())
    assert.ok(lines.includes(`checks_screened,late,${quarter},10,count,1,${today}`), text)
    assert.ok(lines.includes(`checks_refused,all,${quarter},,count,1,${today}`), text)
  })
})

it('screened in time is what the law of checks calls so: the function has the hours written in', () => {
  assert.equal(CHECKS.screen_hours.value, 48)
})

describe('what is published', () => {
  const published = async () =>
    (await root.query('select * from register.statistic_figure order by 1, 2')).rows
  it('stays, whatever becomes of the register afterwards', async () => {
    const before = await published()
    assert.equal(
      before.length,
      quarters.length * STATISTIC_NAMES.flatMap((n) => Object.keys(cells(n))).length,
    )
    await givenChecks(many(40, () => [['asked', at(3, 3)]]))
    await publish()
    assert.deepEqual(await published(), before)
    assert.equal((await figures('checks_asked'))['all'], 25)
  })
  it('changes by a numbered revision alone, when what is counted has changed; it shows nothing withheld before', async () => {
    await asNight((tx, session) =>
      publishOne(tx, { program, session, name: 'checks_asked', quarter_on: quarter, version: 2 }),
    )
    // 64 asked by now, 40 of them in the third month: it is shown, and so is nothing of its months.
    assert.deepEqual(await figures('checks_asked'), { all: 65, month_1: null, month_2: null, month_3: null })
    const { versions } = (await as.analyst.api.get('/statistics/checks_asked')).body as StatisticReply
    assert.deepEqual(
      versions
        .filter(({ quarter_on }) => quarter_on === quarter)
        .map((one) => [one.revision, one.definition]),
      [
        [2, 2],
        [1, 1],
      ],
    )
  })
  it('is an event each, with the hash of what was published', async () => {
    const { rows } = await root.query(
      `select count(*)::int as events, count(row_after)::int as hashed from audit.event where action = 'statistic.published'`,
    )
    assert.deepEqual(rows[0], { events: 33, hashed: 33 })
  })
})

const cells = (name: StatisticName) => {
  const all: Record<string, true> = {}
  const walk = ({ cell, parts }: (typeof STATISTICS)[StatisticName]['cells']): void => {
    all[cell] = true
    parts?.forEach(walk)
  }
  walk(STATISTICS[name].cells)
  return all
}

describe('an analyst who has the application’s own login', () => {
  const statements = [
    'person',
    'conviction',
    'registration',
    'check_request',
    'check_step',
    'duty_due',
    'expectation',
  ]
  it('sees no row of what was counted', async () => {
    const token = await as.analyst.token()
    for (const table of statements)
      assert.deepEqual(
        await attempt(register, { token, statement: `select * from register.${table}` }),
        [],
        table,
      )
    const open = 'alter table register.person disable row level security'
    const statement = 'select person_id from register.person'
    assert.equal((await attemptWithout(register, open, { token, statement })).length, 1)
  })
  it('cannot count: no function answers him, nor an officer of the Bureau', async () => {
    for (const who of [as.analyst, as.bureauSupervisor, as.auditor])
      for (const name of STATISTIC_NAMES)
        await assert.rejects(
          attempt(register, {
            token: await who.token(),
            statement: `select * from register.count_statistic('${name}', '${quarter}')`,
          }),
          /night work only/,
          name,
        )
    await assert.rejects(publish(await as.analyst.token()), /only the night work publishes/)
  })
  it('cannot publish, nor change a figure', async () => {
    const token = await as.analyst.token()
    const add = `insert into register.statistic (statistic_id, name, quarter_on, revision, definition, counted_on)
                 values (gen_random_uuid(), 'checks_asked', '${quarter}', 3, 3, current_date) returning 1`
    await assert.rejects(attempt(register, { token, statement: add }), /row-level security/)
    const change = 'update register.statistic_figure set figure_count = 100 returning 1'
    await assert.rejects(attempt(register, { token, statement: change }), /permission denied/)
  })
})

/** What a second officer said to the decision about the duty `key`, opened when it was due on that day of the quarter. */
async function givenOutcome(person_id: string, key: number, day: number, said: string) {
  const by = as.bureauOfficer.officer_id
  const breach_id = randomUUID()
  // Past the approval that such a row asks for.
  await root.query(`begin; set local session_replication_role = replica;
    insert into register.breach (breach_id, person_id, duty, key, due_on, station_id, gate, opened_by)
    values ('${breach_id}', '${person_id}', 'confirm_in_person', '9.${key}', '${quarter}'::date + ${day}, 'pb_multan_saddar', '{}', '${by}');
    insert into register.breach_outcome (breach_decision_id, breach_id, approval_id, said, said_by)
    values (gen_random_uuid(), '${breach_id}', gen_random_uuid(), '${said}', '${by}');
    commit`)
}

describe('the night work itself', () => {
  const asked = (statement: string) => attempt(register, { token: night_token, statement })
  it('counts a closed quarter and nothing else: no open one, no other day', async () => {
    assert.deepEqual(
      await asked(`select * from register.count_statistic('checks_screened', '${quarter}') order by 1`),
      [
        ['in_time', 13],
        ['late', 11],
      ],
    )
    const today = pakistanDay(clock.now())
    for (const on of [today, '2099-01-01', `${quarter.slice(0, 8)}02`])
      await assert.rejects(
        asked(`select * from register.count_statistic('checks_asked', '${on}')`),
        /night work only/,
        on,
      )
  })
  it('counts a missed duty as decided on by a decision about that very date, on whichever record of the person', async () => {
    const other = await given.person(register)
    await givenLink(register, other, bashir)
    await givenOutcome(other.person_id, 42, 42, 'approved')
    await givenOutcome(bashir.person_id, 43, 41, 'approved')
    await givenOutcome(bashir.person_id, 44, 44, 'returned')
    const counted = await asked(
      `select * from register.count_statistic('duties_due', '${quarter}') order by 1`,
    )
    assert.deepEqual(counted, [
      ['decided', 1],
      ['kept_in_time', 30],
      ['kept_late', 11],
      ['undecided', 11],
    ])
  })
  it('adds no figure to what was published, nor publishes a quarter again by the same definition', async () => {
    const to = `(select statistic_id from register.statistic where name = 'checks_refused' limit 1)`
    await assert.rejects(
      asked(
        `insert into register.statistic_figure (statistic_id, cell, figure_count) values (${to}, 'more', 10)`,
      ),
      /row-level security/,
    )
    await assert.rejects(
      asked(`insert into register.statistic (statistic_id, name, quarter_on, revision, definition, counted_on)
             values (gen_random_uuid(), 'checks_refused', '${quarter}', 2, 1, current_date)`),
      /published_once/,
    )
  })
  it('stores no count below ten, and none that is not rounded', async () => {
    for (const figure of [0, 5, 9, 11])
      await assert.rejects(
        root.query(
          `insert into register.statistic_figure (statistic_id, cell, figure_count)
           select statistic_id, 'more', $1 from register.statistic limit 1`,
          [figure],
        ),
        /figure_count/,
        String(figure),
      )
  })
})

for (const [what, path, event] of [
  ['the figures', '/statistics', 'statistic.seen'],
  ['what a figure counts', '/statistics/duties_due', 'statistic.definition_seen'],
  ['the file of figures', '/statistics/figures.csv', 'statistic.fetched'],
] as const)
  describe(what, () => {
    provesAccess(
      () => register,
      () => ({
        ...{ method: 'GET', path: () => path, event },
        ...{ allowed: as.analyst, elsewhere: as.bureauSupervisor },
      }),
    )
  })
