// The twelve roles of people and the night work, and what each does here.
import type { Role } from '../../../domain/access/actor.ts'
import type { Messages } from '../message.ts'

export const roles = {
  'roles.prosecutor': 'District Public Prosecutor',
  'roles.prosecutor.work': 'Sends in the district’s convictions and follows them until they are entered.',
  'roles.deputy_prosecutor': 'Deputy District Public Prosecutor',
  'roles.deputy_prosecutor.work': 'Prepares returns and drafts for the prosecution.',
  'roles.bureau_officer': 'Register officer, National Police Bureau',
  'roles.bureau_officer.work':
    'Compares each draft with its return and the identity answer, and proposes the entry.',
  'roles.bureau_supervisor': 'Register supervisor, National Police Bureau',
  'roles.bureau_supervisor.work': 'Gives the second approval to entries, corrections and mergers.',
  'roles.legal_officer': 'Legal officer, National Police Bureau',
  'roles.legal_officer.work': 'Decides where the two legal tests differ or a conviction needs review.',
  'roles.investigator': 'Investigating officer, special investigation unit',
  'roles.investigator.work': 'Asks about a named suspect in an own case, through the prosecutor.',
  'roles.station_officer': 'Duty officer, police station',
  'roles.station_officer.work': 'Receives notices from the people the station supervises.',
  'roles.station_head': 'Station House Officer',
  'roles.station_head.work': 'Answers for the station’s people, their duties and visits.',
  'roles.district_police_officer': 'District Police Officer',
  'roles.district_police_officer.work': 'Oversees registration and monitoring in the district.',
  'roles.committee_analyst': 'Analyst, Special Committee',
  'roles.committee_analyst.work': 'Sees aggregate figures only, never a person.',
  'roles.administrator': 'Administrator',
  'roles.administrator.work': 'Adds officers and postings; never sees a person’s record.',
  'roles.auditor': 'Auditor',
  'roles.auditor.work': 'Reads who looked at what, when and why.',
  'roles.night_work': 'The register’s night work',
  'roles.night_work.work': 'Computes duties anew after midnight and sends reminders; no person.',
} as const satisfies Messages<'roles'> & Record<`roles.${Role}` | `roles.${Role}.work`, string>
