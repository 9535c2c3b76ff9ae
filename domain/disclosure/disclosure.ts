// What left the register: who holds it, by which authority, and which copies a change calls back.
import type { DisclosedField } from '../../law/checks.ts'
import type { PrintKind } from '../receipt/statement.ts'

export const RECIPIENTS = ['investigator', 'prosecution', 'person', 'officer'] as const
export const DISCLOSURE_KINDS = ['answer', 'paper', 'emergency'] as const
export type Recipient = (typeof RECIPIENTS)[number]

/** Why a copy is called back. */
export const RECALL_CAUSES = ['correction', 'acquittal', 'set_aside', 'ended', 'law_change'] as const
/** What a recipient may say of his copy. */
export const RECALL_SAID = ['destroyed', 'returned', 'never_kept'] as const

export type PaperDisclosure = {
  recipient: Recipient
  /** Names of the fields on the paper. */
  fields: readonly DisclosedField[]
  /** Key of the law that opens it. */
  basis: string
}

const NAMED: readonly DisclosedField[] = ['record_number', 'name', 'father']
const TO_THE_PERSON: PaperDisclosure = { recipient: 'person', fields: NAMED, basis: 'SOR-RULES-2023' }

const PAPERS: Record<PrintKind, PaperDisclosure | null> = {
  receipt: TO_THE_PERSON,
  duties: TO_THE_PERSON,
  certificate: TO_THE_PERSON,
  referral: { recipient: 'prosecution', fields: NAMED, basis: 'ARITA-2021' },
  access_report: { recipient: 'person', fields: NAMED, basis: 'CONSTITUTION-1973' },
  // A list of the desk: it names nobody, and stays where it is.
  week_list: null,
}

/**
 * Who receives a paper about a person, what it tells of him, and why; null for a paper that stays at the desk.
 * @law LAW 3
 * @example disclosureOfPaper('receipt')?.recipient // 'person'
 */
export const disclosureOfPaper = (kind: PrintKind): PaperDisclosure | null => PAPERS[kind]

/** By which law a file of many people is taken out: to see whom a draft of the rules touches; back to the office that sent it. */
export const EXPORT_BASIS = { simulation: 'ARITA-2021', refused_rows: 'SOR-RULES-2023' } as const

const TOUCHED: Readonly<Record<string, readonly DisclosedField[]>> = {
  name: ['name'],
  alias: ['name'],
  father: ['father'],
  cnic: ['cnic_tail'],
  born_on: ['born_year'],
  address: ['district'],
}

/**
 * The disclosed fields that a correction of one field makes wrong; none where no answer and no paper gives it.
 * @example fieldsTouched('alias') // ['name']
 */
export const fieldsTouched = (field: string): readonly DisclosedField[] => TOUCHED[field] ?? []
