/** The demo's officers: one for each role, in Multan and at the Bureau, and a second where two people are needed. */
import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Role } from '../../domain/access/actor.ts'

export type DemoOfficer = {
  key: string
  role: Role
  unit_id: string
  name_en: string
  name_ur: string
  officer_id: string
  posting_id: string
}

/** An id that only the name decides, so that a link printed at one start still serves at the next. */
export function demoId(name: string): string {
  const h = createHash('sha256').update(`amanat demo ${name}`).digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`
}

const officer = (
  key: string,
  role: Role,
  unit_id: string,
  name_en: string,
  name_ur: string,
): DemoOfficer => ({
  ...{ key, role, unit_id, name_en, name_ur },
  officer_id: demoId(`officer ${key}`),
  posting_id: demoId(`posting ${key}`),
})

/** The first of each role has the link; those with a number are the second person. */
export const DEMO_OFFICERS: readonly DemoOfficer[] = [
  officer('prosecutor', 'prosecutor', 'dpp_pb_multan', 'Nadia Tariq', 'نادیہ طارق'),
  officer('deputy_prosecutor', 'deputy_prosecutor', 'dpp_pb_multan', 'Hamid Raza', 'حامد رضا'),
  officer('bureau_officer', 'bureau_officer', 'npb', 'Rabia Khalid', 'رابعہ خالد'),
  officer('bureau_officer_2', 'bureau_officer', 'npb', 'Imran Sethi', 'عمران سیٹھی'),
  officer('bureau_supervisor', 'bureau_supervisor', 'npb', 'Farhat Jabeen', 'فرحت جبین'),
  officer('bureau_supervisor_2', 'bureau_supervisor', 'npb', 'Shahid Rafiq', 'شاہد رفیق'),
  officer('legal_officer', 'legal_officer', 'npb', 'Adeel Mirza', 'عدیل مرزا'),
  officer('investigator', 'investigator', 'ssoiu_pb_multan', 'Bushra Naz', 'بشریٰ ناز'),
  officer('station_officer', 'station_officer', 'ps_pb_multan_saddar', 'Ghulam Abbas', 'غلام عباس'),
  officer('station_head', 'station_head', 'ps_pb_multan_saddar', 'Tahir Mehmood', 'طاہر محمود'),
  officer('district_police_officer', 'district_police_officer', 'dpo_pb_multan', 'Kashif Zaman', 'کاشف زمان'),
  officer('committee_analyst', 'committee_analyst', 'committee', 'Saima Qazi', 'صائمہ قاضی'),
  officer('administrator', 'administrator', 'admin', 'Lubna Shah', 'لبنیٰ شاہ'),
  officer('administrator_2', 'administrator', 'admin', 'Waqar Baig', 'وقار بیگ'),
  officer('auditor', 'auditor', 'audit', 'Zafar Iqbal', 'ظفر اقبال'),
]

/** The demo officer of a key; throws for one that does not exist. */
export function demoOfficer(key: string): DemoOfficer {
  const found = DEMO_OFFICERS.find((o) => o.key === key)
  if (!found) throw new Error(`no demo officer ${key}`)
  return found
}

/** Appoints them, vetted and trained for a year; those already there are left alone. */
export async function appointDemoOfficers(owner_url: string): Promise<void> {
  const client = new pg.Client({ connectionString: owner_url })
  await client.connect()
  try {
    for (const o of DEMO_OFFICERS) {
      await client.query(
        `insert into access.officer (officer_id, badge, name_en, name_ur, vetted_until, trained_until)
         values ($1, $2, $3, $4, current_date + 365, current_date + 365)
         on conflict (officer_id) do update set vetted_until = excluded.vetted_until, trained_until = excluded.trained_until`,
        [o.officer_id, `DEMO-${o.key}`, o.name_en, o.name_ur],
      )
      await client.query(
        `insert into access.posting (posting_id, officer_id, unit_id, role, from_on) values ($1, $2, $3, $4, '2024-01-01') on conflict do nothing`,
        [o.posting_id, o.officer_id, o.unit_id, o.role],
      )
    }
  } finally {
    await client.end()
  }
}
