/** Loads places and offices from database/reference into the reference tables; a row already there is left alone. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { NIGHT_WORK } from './night-work.ts'

const FOLDER = new URL('../../database/reference/', import.meta.url)

type Row = Record<string, string | null>

/** A month without a day counts from its first. */
const firstDay = (text: string | null | undefined) =>
  text && /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : (text ?? null)

const TABLES: readonly { table: string; rows: () => Row[] }[] = [
  {
    table: 'reference.district',
    rows: () => readReference('districts.csv').map((d) => ({ ...d, valid_from: firstDay(d['created']) })),
  },
  { table: 'reference.station', rows: () => readReference('stations.csv') },
  {
    table: 'reference.unit',
    rows: () => [
      ...readReference('units.csv').map((u) => ({ ...u, division_en: u['division'] ?? null })),
      ...stationUnits(),
    ],
  },
]

/** Every police station is an office too: officers are posted to it. */
function stationUnits(): Row[] {
  const districts = new Map(readReference('districts.csv').map((d) => [d['district_id'], d]))
  return readReference('stations.csv').map((s) => {
    const district = districts.get(s['district_id'])
    return {
      ...s,
      unit_id: `ps_${s['station_id']}`,
      kind: 'police_station',
      name_en: `Police Station ${s['name_en']}`,
      name_ur: `تھانہ ${s['name_ur']}`,
      province_iso: district?.['province_iso'] ?? null,
      division_en: district?.['division_en'] ?? null,
    }
  })
}

/** The rows of a reference file, empty cells as null. */
export function readReference(file: string): Row[] {
  return parse(readFileSync(new URL(file, FOLDER), 'utf8'), {
    columns: true,
    bom: true,
    cast: (value) => (value === '' ? null : value),
  }) as Row[]
}

/** The night work acts in a posting's name like every job (decision 0005): it is appointed with the Bureau's office. */
async function appointNightWork(client: pg.Client) {
  const { officer_id, posting_id, unit_id } = NIGHT_WORK
  await client.query(
    `insert into access.officer (officer_id, badge, name_en, name_ur, vetted_until, trained_until, is_service)
     values ($1, 'NIGHT-WORK', 'The register’s night work', 'رجسٹر کا شبانہ کام', '2999-01-01', '2999-01-01', true) on conflict do nothing`,
    [officer_id],
  )
  await client.query(
    `insert into access.posting (posting_id, officer_id, unit_id, role, from_on)
     values ($1, $2, $3, 'night_work', '2024-01-01') on conflict do nothing`,
    [posting_id, officer_id, unit_id],
  )
}

/** Fills the reference tables; returns how many rows were new. `owner_url`: someone who may insert past row security. */
export async function loadReference(owner_url: string): Promise<number> {
  const client = new pg.Client({ connectionString: owner_url })
  await client.connect()
  let count = 0
  try {
    await client.query('begin')
    await client.query('set local role amanat_owner') // an operator who is no superuser may write only as the owner
    for (const { table, rows } of TABLES) {
      const result = await client.query(
        `insert into ${table} select r.* from jsonb_populate_recordset(null::${table}, $1::jsonb) r on conflict do nothing`,
        [JSON.stringify(rows())],
      )
      count += result.rowCount ?? 0
    }
    await appointNightWork(client)
    await client.query('commit')
  } finally {
    await client.end()
  }
  return count
}
