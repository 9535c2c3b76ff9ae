// Who acts: the closed list of roles, the tree of places, and what the walls must know of an officer.

export const ROLES = [
  'prosecutor',
  'deputy_prosecutor',
  'bureau_officer',
  'bureau_supervisor',
  'legal_officer',
  'investigator',
  'station_officer',
  'station_head',
  'district_police_officer',
  'committee_analyst',
  'administrator',
  'auditor',
  'night_work',
] as const
export type Role = (typeof ROLES)[number]

/** The roles that people hold; the register's night work is no person. */
export const POSTABLE_ROLES = ROLES.filter((role) => role !== 'night_work')

/** Roles that the policies treat alike; a role outside every group is named by itself. */
export const GROUPS = {
  prosecution: ['prosecutor', 'deputy_prosecutor'],
  bureau: ['bureau_officer', 'bureau_supervisor'],
  station: ['station_officer', 'station_head'],
  oversight: ['administrator', 'auditor', 'committee_analyst'],
} as const satisfies Record<string, readonly Role[]>
export type Group = keyof typeof GROUPS

/** Why a person is looked at; taken from the task opened, asked only where there is none. */
export const PURPOSES = [
  'registration',
  'supervision',
  'correction',
  'legal_review',
  'check',
  'court_order',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** Purposes that stand beside a look: those that can be given, and danger to life, which only its own act has. */
export const LOOK_PURPOSES = [...PURPOSES, 'danger_to_life'] as const

/** Whether a text is one of the purposes; anything else counts as no purpose at all. */
export const isPurpose = (text: string): text is Purpose => PURPOSES.some((purpose) => purpose === text)

/** A place in the tree nation → province → division → district → station; all null is the nation. */
export type Place = {
  province: string | null
  division: string | null
  district: string | null
  station: string | null
}

export const NATION: Place = { province: null, division: null, district: null, station: null }

export type Actor = {
  officer_id: string
  session_id: string
  posting_id: string
  role: Role
  unit_id: string
  place: Place
  /** Cleared by vetting, and the clearance has not run out. */
  is_vetted: boolean
  /** Trained, and the training has not run out. */
  is_trained: boolean
  /** The passkey was used in the last 5 minutes. */
  fresh_auth: boolean
  /** The session is locked after 15 idle minutes. */
  is_locked: boolean
  /** Present: an agency's system acts for him. */
  through_agency?: true
}
