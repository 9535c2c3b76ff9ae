/**
 * Hash of a record as stored, with the rows that belong to it: stands before and after in the event of every act that
 * changes it, so that a row edited behind the application's back fits no event (DESIGN 6). Instants count to the millisecond.
 */
import { createHash } from 'node:crypto'
import { type AuditEvent, canonicalRow } from './audit.ts'
import { type RegisterTx, type Statement, send } from './database.ts'

/** What the desk keeps of a person: facts of his life, papers, missed duties, and how he leaves. */
const DESK = [
  ...(['supervision', 'serving', 'change', 'trip', 'notice', 'visit', 'stay', 'print', 'exit'] as const),
  ...(['breach', 'contact_step', 'person_contact', 'person_language', 'transfer'] as const),
].map((table) => [`register.${table}`, 'person_id'] as const)

const PERSON =
  'person_id, record_number, district_id, station_id, wrapped_key, kek_id, card_enc, entered_at, closed_at'

/** Who opens a record in an emergency does not see it: what he was shown stands in the hash of that emergency. */
const DISCLOSED = [`register.disclosure`, `kind <> 'emergency' and person_id`] as const

/** The tables of each kind of subject an event may name; each is read by the subject's id, in the order of its key. */
const TABLES: Record<string, readonly (readonly [table: string, by: string, columns?: string])[]> = {
  draft: [
    ['register.draft', 'draft_id'],
    ['register.identity_check', 'draft_id'],
    ['register.legal_decision', 'draft_id'],
  ],
  approval: [
    ['register.approval', 'approval_id'],
    ['register.approval_decision', 'approval_id'],
  ],
  import: [['register.import', 'import_id']],
  officer: [
    ['access.officer', 'officer_id'],
    ['access.posting', 'officer_id'],
  ],
  person: [
    // But is_linked, which follows from the links, also from those of another record.
    ['register.person', 'person_id', PERSON],
    ['register.person_detail', 'person_id'],
    ['register.person_name', 'person_id'],
    ['register.person_document', 'person_id'],
    ['register.person_address', 'person_id'],
    // A picture is megabytes: its own hash stands for it.
    ['register.person_photo', 'person_id', 'photo_id, media_type, taken_on, sha256(image_enc) as image'],
    ['register.conviction', 'person_id'],
    ['register.custody', 'person_id'],
    ['register.registration', 'person_id'],
    ['register.correction', 'person_id'],
    ['register.identity_link', 'person_id'],
    ['register.civil_event', 'person_id'],
    ...DESK,
    DISCLOSED,
  ],
  pack: [
    ['register.pack', 'pack_id'],
    ['register.pack_value', 'pack_id'],
  ],
  simulation: [
    ['register.simulation', 'simulation_id'],
    ['register.simulation_part', 'simulation_id'],
    ['register.simulation_count', 'simulation_id'],
  ],
  law_change: [
    ['register.law_change', 'law_change_id'],
    ['register.law_change_effect', 'law_change_id'],
  ],
  print: [['register.print', 'print_id']],
  calendar: [
    ['register.closed_desk', 'act_id'],
    ['register.outage', 'act_id'],
  ],
  check: [
    ['register.check_request', 'check_id'],
    ['register.check_step', 'check_id'],
    ['register.check_answer', 'check_id'],
    ['register.check_print', 'check_id'],
    ['register.check_confirmation', 'check_id'],
    ['register.clearance', 'check_id'],
  ],
  recall: [
    ['register.recall', 'recall_id'],
    ['register.recall_confirmation', 'recall_id'],
  ],
  agency: [
    ['access.agency', 'agency_id'],
    ['access.agency_secret', 'agency_id'],
  ],
  agency_link: [['access.agency_officer', 'link_id']],
  agency_event: [['register.agency_event', 'event_id']],
  check_cover: [['register.check_cover', 'cover_id']],
  emergency: [
    ['register.emergency', 'emergency_id'],
    ['register.emergency_review', 'emergency_id'],
  ],
  // An administrator follows up a finding, and does not see the use.
  emergency_finding: [
    ['register.emergency_review', 'emergency_id'],
    ['register.emergency_follow_up', 'emergency_id'],
  ],
  conflict: [['register.conflict', 'conflict_id']],
  statistic: [
    ['register.statistic', 'statistic_id'],
    ['register.statistic_figure', 'statistic_id'],
  ],
  match_pair: [
    ['register.match_pair', 'match_pair_id'],
    ['register.match_decision', 'match_pair_id'],
    ['register.clearance', 'match_pair_id'],
  ],
  clearance: [['register.clearance', 'clearance_id']],
  takeover: [['register.takeover', 'takeover_id']],
  expectation: [['register.expectation', 'expectation_id']],
}

const STATEMENTS = new Map<string, readonly Statement[]>(
  Object.entries(TABLES).map(([kind, tables]) => [
    kind,
    tables.map(([table, by, columns = '*']) => ({
      // By what it is read belongs to the name: the prints of a person and one print are two statements.
      name: `hash ${table} by ${by}`,
      text: `select ${columns} from ${table} where ${by} = $1 order by 1, 2`,
    })),
  ]),
)

/** 32 bytes; undefined when there is no such record for this officer, or events of its kind change none. */
export async function recordHash(
  tx: RegisterTx,
  kind: string | undefined,
  id: string | undefined,
): Promise<Buffer | undefined> {
  const statements = STATEMENTS.get(kind ?? '')
  if (!statements || id === undefined) return undefined
  const tables = await Promise.all(statements.map((one) => send<Record<string, unknown>>(tx, one, [id])))
  if (tables.every((rows) => rows.length === 0)) return undefined
  const canonical = tables.map((rows) => rows.map(canonicalRow))
  return createHash('sha256').update(JSON.stringify(canonical)).digest()
}

/** Hashes of the records that events name, by id; none for what there is none of. */
export async function recordHashes(
  tx: RegisterTx,
  events: readonly Pick<Partial<AuditEvent>, 'subject_kind' | 'subject_id'>[],
): Promise<Map<string, Buffer>> {
  const hashes = await Promise.all(
    events.map(async ({ subject_kind, subject_id }) => {
      const hash = await recordHash(tx, subject_kind, subject_id)
      return hash && subject_id ? ([[subject_id, hash]] as const) : []
    }),
  )
  return new Map(hashes.flat())
}
