/**
 * A register in which every noun lies in several places, for comparing what the policies allow with what row-level security
 * shows. Rows are made from the catalogue: what a policy may look at (place, officer, stage, closed or not) is given, the rest is
 * filler, past constraints and row security, in this test's own database.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { ABOUTS } from '../../domain/access/actions.ts'
import type { Role } from '../../domain/access/actor.ts'
import type { ApprovalNouns } from '../../server/platform/program.ts'
import type { TestRegister } from '../support/register.ts'

type Row = Record<string, unknown>
export type Known = { table: string; key: string; id: string; row: Row }

const STATIONS = ['pb_multan_saddar', 'pb_multan_cantt', 'pb_vehari_city'] as const
const districtOf = (station_id: string) => station_id.split('_').slice(0, 2).join('_')

/** Officers beyond the personas, so that each role stands in more than one place. */
const MORE: [badge: string, role: Role, unit_id: string][] = [
  ['shoCantt', 'station_head', 'ps_pb_multan_cantt'],
  ['officerVehari', 'station_officer', 'ps_pb_vehari_city'],
  ['dpoVehari', 'district_police_officer', 'dpo_pb_vehari'],
  ['investigatorVehari', 'investigator', 'ssoiu_pb_vehari'],
  ['investigatorMultanTwo', 'investigator', 'ssoiu_pb_multan'],
]

export type Posted = { name: string; officer_id: string; posting_id: string }

async function appointMore({ root }: TestRegister): Promise<Posted[]> {
  const made: Posted[] = []
  for (const [badge, role, unit_id] of MORE) {
    const [officer_id, posting_id] = [randomUUID(), randomUUID()]
    await root.query(
      `insert into access.officer (officer_id, badge, name_en, name_ur, vetted_until, trained_until)
       values ($1, $2, 'Farzi', 'فرضی', '2099-01-01', '2099-01-01')`,
      [officer_id, badge],
    )
    await root.query(
      `insert into access.posting (posting_id, officer_id, unit_id, role, from_on) values ($1, $2, $3, $4, '2024-01-01')`,
      [posting_id, officer_id, unit_id, role],
    )
    made.push({ name: badge, officer_id, posting_id })
  }
  return made
}

/** What a column holds that nobody looks at, by its type. */
const FILLER: Record<string, () => unknown> = {
  uuid: randomUUID,
  bytea: () => randomBytes(32),
  text: () => randomBytes(6).toString('hex'),
  bool: () => false,
  int4: () => 1,
  int8: () => Math.floor(Math.random() * 1e12),
  date: () => '2026-01-05',
  timestamptz: () => '2026-01-05T06:00:00Z',
  jsonb: () => '{}',
}
const fillerOf = (type: string) => FILLER[type] ?? (() => '{}') // arrays

type Column = { table: string; column: string; type: string; is_needed: boolean; is_key: boolean }

/** Fills tables of the register row by row, and remembers each. */
async function openFiller(root: TestRegister['root']) {
  const { rows } = await root.query<Column>(
    `select c.relname as table, a.attname as column, t.typname as type, a.attnotnull and not a.atthasdef and a.attidentity = '' as is_needed,
            coalesce(a.attnum = any (i.indkey::int2[]), false) as is_key
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       join pg_type t on t.oid = a.atttypid left join pg_index i on i.indrelid = c.oid and i.indisprimary
      where c.relnamespace = 'register'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by a.attnum`,
  )
  const columnsOf = Map.groupBy(rows, (column) => column.table)
  const known: Known[] = []
  async function fill(table: string, given: Row): Promise<string> {
    const columns = columnsOf.get(table) ?? []
    const key = columns.find(({ is_key, type }) => is_key && type === 'uuid')?.column ?? ''
    const row: Row = {}
    for (const { column, type, is_needed } of columns) {
      if (column in given) row[column] = given[column]
      else if (is_needed || column === key) row[column] = fillerOf(type)()
    }
    const names = Object.keys(row)
    await root.query(
      `insert into register.${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    )
    const id = String(row[key] ?? '')
    known.push({ table, key, id, row })
    return id
  }
  const has = (table: string, column: string) =>
    columnsOf.get(table)?.some((c) => c.column === column) ?? false
  return { fill, known, has, tables: [...columnsOf.keys()] }
}
type Filler = Awaited<ReturnType<typeof openFiller>>

/** Tables of a person that are filled by themselves below, or whose row is somebody's own. */
const APART = [
  'person',
  'breach',
  'transfer',
  'exit',
  'print',
  'disclosure',
  'showing',
  'clearance_slip',
  'identity_link',
  'emergency',
]

async function fillPeople({ fill, has, tables }: Filler, officer_id: string) {
  const people = [
    ...STATIONS.map((station_id) => ({ station_id, closed_at: null })),
    { station_id: STATIONS[0], closed_at: '2026-02-01' },
    { station_id: STATIONS[2], closed_at: '2026-02-01' },
  ]
  for (const { station_id, closed_at } of people) {
    const place = { station_id, district_id: districtOf(station_id) }
    const by = { printed_by: officer_id, given_to: null, begun_by: officer_id }
    const person_id = await fill('person', { ...place, closed_at })
    for (const table of tables.filter((one) => has(one, 'person_id') && !APART.includes(one)))
      await fill(table, { ...place, person_id })
    const breach_id = await fill('breach', { person_id, station_id })
    for (const table of ['breach_decision', 'breach_outcome']) await fill(table, { breach_id })
    const notice_id = await fill('notice', { person_id })
    for (const table of ['notice_row', 'notice_strike']) await fill(table, { notice_id })
    const conviction_id = await fill('conviction', { person_id })
    await fill('appeal_event', { conviction_id })
    await fill('print', { person_id, station_id, ...by })
    // Printed at another station than where he is supervised now.
    await fill('print', { person_id, station_id: STATIONS[1], ...by })
    const disclosure_id = await fill('disclosure', { person_id })
    for (const given_to of [null, officer_id]) await fill('recall', { disclosure_id, given_to })
    for (const handed of [
      {},
      { handed_by: officer_id, handed_at: '2026-03-01' },
      { reversed_at: '2026-03-01' },
    ])
      await fill('exit', { person_id, station_id, ...by, ...handed })
    for (const to_station_id of STATIONS)
      await fill('transfer', {
        ...{ person_id, from_station_id: station_id, from_district_id: place.district_id },
        ...{ to_station_id, to_district_id: districtOf(to_station_id), offered_by: officer_id },
      })
  }
}

const DISTRICTS = ['pb_multan', 'pb_vehari']

async function fillDistricts({ fill }: Filler, author: Posted) {
  for (const district_id of DISTRICTS) {
    const draft_id = await fill('draft', {
      district_id,
      author_id: author.officer_id,
      posting_id: author.posting_id,
    })
    for (const table of ['identity_check', 'legal_decision']) await fill(table, { draft_id })
    const import_id = await fill('import', { district_id })
    for (const table of ['import_chunk', 'import_key', 'import_row']) await fill(table, { import_id })
    const expectation_id = await fill('expectation', { district_id })
    await fill('expectation_key', { district_id, expectation_id })
    await fill('expectation_match', { district_id, expectation_id })
  }
}

const STAGES = ['drafting', 'discarded', 'asked', 'returned', 'refused', 'forwarded', 'proposed', 'released']

async function fillChecks({ fill }: Filler, askers: readonly Posted[]) {
  for (const [n, asker] of askers.entries())
    for (const stage of STAGES)
      for (const asked_at of stage === 'asked' ? ['now', '2026-01-05'] : ['now']) {
        const district_id = DISTRICTS[n % 2]
        const check_id = await fill('check_request', {
          district_id,
          stage,
          asked_by: asker.officer_id,
          asked_at,
        })
        await fill('check_step', { check_id })
        await fill('check_answer', { check_id })
      }
}

async function fillApprovals({ fill, known }: Filler, nouns: ApprovalNouns, proposers: readonly Posted[]) {
  const breaches = known.filter(({ table }) => table === 'breach')
  for (const [n, about] of ABOUTS.entries())
    for (const [m, { officer_id }] of proposers.entries()) {
      const subject_id = about === 'breach' ? breaches[m % breaches.length]?.id : randomUUID()
      const district_id = DISTRICTS[(n + m) % 2]
      const approval = {
        kind: about,
        audience: nouns.get(about)?.audience,
        proposed_by: officer_id,
        district_id,
        subject_id,
      }
      await fill('approval', approval)
    }
}

/** Takes away what would refuse filler: checks, and unique keys other than the primary. */
async function loosen(root: TestRegister['root']) {
  const { rows } = await root.query(
    `select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname) as drop from pg_constraint
      where connamespace = 'register'::regnamespace and conrelid <> 0 and contype in ('c', 'u', 'x') and coninhcount = 0
     union all
     select format('drop index if exists %s cascade', i.indexrelid::regclass) from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'register'::regnamespace and i.indisunique and not i.indisprimary
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
  )
  for (const { drop } of rows) await root.query(drop)
}

/** Everything, and everybody. */
export async function givenRows(register: TestRegister) {
  const { root, as } = register
  const officers: Posted[] = [...Object.values(as), ...(await appointMore(register))]
  await loosen(root)
  await root.query('set session_replication_role = replica')
  const filler = await openFiller(root)
  const { prosecutorMultan, shoSaddar, bureauOfficer, bureauSupervisor, legalOfficer, administrator } = as
  await fillPeople(filler, shoSaddar.officer_id)
  await fillDistricts(filler, prosecutorMultan)
  await fillChecks(filler, [
    as.investigatorMultan,
    ...officers.filter(({ name }) => name.startsWith('investigator') && name !== 'investigatorMultan'),
  ])
  await fillApprovals(filler, register.program.approvals, [
    ...[prosecutorMultan, shoSaddar, bureauOfficer, bureauSupervisor, legalOfficer, administrator],
  ])
  for (const { officer_id } of officers) {
    await filler.fill('search', { officer_id, kind: 'cnic', purpose: 'check' })
    await filler.fill('conflict', { officer_id, subject_id: randomUUID() })
  }
  // A week list, which names nobody.
  await filler.fill('print', { person_id: null, station_id: STATIONS[0], printed_by: shoSaddar.officer_id })
  for (const { officer_id, posting_id } of [as.investigatorMultan, shoSaddar, bureauOfficer])
    for (const district_id of [...DISTRICTS, null])
      await filler.fill('emergency', { used_by: officer_id, posting_id, district_id, until_at: '2099-01-01' })
  for (const table of [
    'match_pair',
    'match_decision',
    'pack',
    'simulation',
    'legal_instrument',
    'closed_desk',
    'outage',
    'quota_raise',
  ])
    await filler.fill(table, {})
  await root.query('set session_replication_role = origin')
  return { officers, known: filler.known }
}
