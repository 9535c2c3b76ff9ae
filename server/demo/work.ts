/**
 * Fills the demo's queues by doing the work: every act goes through the site as its officer would do it, so each
 * record has its history and its events. What cannot be done in time is left for the reader to find under way.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { columns, templateHeading } from '../../domain/imports/columns.ts'
import { inventPerson, recordAgain } from '../../domain/invented/person.ts'
import { asReturnRow, type InventedRow } from '../../domain/invented/return-row.ts'
import { type Ask, actAs, type Working } from './acting.ts'
import { fillChecks } from './checks.ts'
import { BACK_DATED_PART, DESK_PARTS } from './desk-work.ts'
import { useEmergencyAccess } from './emergencies.ts'

const DISTRICT = 'pb_multan'
const CONFIRMED_ROWS = 26
const WAITING_ROWS = 8
/** Rows of the first return that tell of somebody again who is on the register, and the index they are invented from. */
const REPEATED_ROWS = 6
const REPEATED_FROM = 3_000_000

/** Rows of a return of the demo's district, of its people whom nobody has entered; about one person in fifty is. */
function* rowsOf({ seed, from_index, world, today }: Working): Generator<InventedRow> {
  for (let index = from_index; ; index++) {
    const person = inventPerson(seed, index, world)
    if (person.district_id !== DISTRICT) continue
    for (const conviction of person.convictions) {
      const row = asReturnRow(person, conviction, world)
      if (row) yield { ...row, ...judgedLately(row, today, index) }
    }
  }
}

/** Further records of people of the district who are on the register, as another clerk spelt them, without a number. */
function* repeatsOf({ seed, from_index, world, today }: Working): Generator<InventedRow> {
  for (let original = 0; original < from_index; original++) {
    if (inventPerson(seed, original, world).district_id !== DISTRICT) continue
    const person = recordAgain(seed, REPEATED_FROM + original, original, world)
    const [conviction] = person.convictions
    const row = conviction && asReturnRow(person, conviction, world)
    if (row) yield { ...row, ...judgedLately(row, today, 1), cnic: '' }
  }
}

/** Most judgments are of these days, so that clocks are near or just passed; some are the backlog of years. */
function judgedLately(row: InventedRow, today: string, index: number): Partial<InventedRow> {
  if (index % 5 === 0) return {}
  const day = Temporal.PlainDate.from(today).subtract({ days: index % 9 })
  const case_number = `${row.case_number.split('/')[0]}/${day.year}`
  return {
    judgment_on: day.toString(),
    case_number,
    custody: row.custody === '' ? '' : `${day.toString()}..`,
  }
}

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csvOf = (rows: readonly Partial<InventedRow>[]) =>
  [
    columns.map((c) => cell(templateHeading(c))),
    ...rows.map((row) => columns.map((c) => cell(row[c.column] ?? ''))),
  ]
    .map((line) => line.join(','))
    .join('\n')

const take = <T>(from: Iterator<T>, count: number): T[] =>
  Array.from({ length: count }, () => from.next()).flatMap((step) => (step.done ? [] : [step.value]))

/** Asks until an answer satisfies, at most some seconds; whether it did. */
async function until(satisfied: () => Promise<boolean>, seconds: number): Promise<boolean> {
  for (let i = 0; i < seconds * 20; i++) {
    if (await satisfied()) return true
    await wait(50)
  }
  return false
}

const stateOf = async (ask: Ask, import_id: string) =>
  ((await ask('GET', `/imports/${import_id}`)).body as { state: string }).state

/** Two returns: one confirmed, whose drafts go their ways; one read, with refused rows, that waits to be confirmed. */
async function sendReturns(working: Working): Promise<void> {
  const rows = rowsOf(working)
  await actAs(working, 'prosecutor', async (ask, upload) => {
    const told = [...take(repeatsOf(working), REPEATED_ROWS), ...take(rows, CONFIRMED_ROWS)]
    const first = await upload(csvOf(told), 'multan-return-1.csv')
    const second = await upload(
      csvOf([...take(rows, WAITING_ROWS), ...spoilt(take(rows, 3))]),
      'multan-return-2.csv',
    )
    await until(async () => (await stateOf(ask, first)) === 'read', 10)
    await ask('POST', `/imports/${first}/confirm`, { is_difference_seen: false })
    await until(async () => (await stateOf(ask, second)) === 'read', 10)
    await ask('POST', '/drafts', {})
  })
}

/** Three rows as a hurried clerk writes them: no sections, a CNIC short of a digit, a judgment before its offence. */
function spoilt(rows: readonly InventedRow[]): Partial<InventedRow>[] {
  const faults: Partial<InventedRow>[] = [
    { sections: '' },
    { cnic: '91234-567890-1' },
    { judgment_on: '01/02/2019' },
  ]
  return rows.map((row, at) => ({ ...row, ...faults[at] }))
}

type Waiting = { entries: { draft_id: string }[] }

/** The Bureau gives one entry back, so that its author finds it on his day. */
const giveOneBack = (working: Working) =>
  actAs(working, 'bureau_officer', async (ask) => {
    const waiting = async () => ((await ask('GET', '/entries')).body as Waiting).entries
    if (!(await until(async () => (await waiting()).length > 2, 10))) return
    const draft_id = (await waiting())[0]?.draft_id
    const { body } = await ask('GET', `/entries/${draft_id}`)
    const { shown_hash } = body as { shown_hash: string }
    const reason = 'The age in the return does not agree with the judgment. Please check and send it again.'
    await ask('POST', `/entries/${draft_id}/returns`, { shown_hash, reason })
  })

type Comparing = {
  shown_hash: string
  held: { person_id: string }[]
  proposed_station_id: string | null
  stations: { station_id: string }[]
  shown: { identity: { outcome: string } }
}

/** The Bureau enters those without a number: what is like a record of the register then waits to be compared. */
const enterRepeats = (working: Working) =>
  actAs(working, 'bureau_officer', async (ask) => {
    const waiting = async () => ((await ask('GET', '/entries')).body as Waiting).entries
    // The identity agency is asked about one after the other.
    await until(async () => (await waiting()).length >= CONFIRMED_ROWS - WAITING_ROWS, 10)
    const entries = await waiting()
    for (const { draft_id } of entries) {
      const { body } = await ask('GET', `/entries/${draft_id}`)
      const { shown_hash, held, proposed_station_id, stations, shown } = body as Comparing
      if (shown?.identity.outcome !== 'no_document') continue
      await ask('POST', `/entries/${draft_id}/approvals`, {
        ...{ shown_hash, person_id: held[0]?.person_id ?? null },
        station_id: proposed_station_id ?? stations[0]?.station_id,
        ...{ basis_kind: 'certified_judgment', basis_reference: 'Copy with the seal of the court' },
      })
    }
  })

/** A second administrator's proposals, for the first to confirm. */
const proposeOfficers = (working: Working) =>
  actAs(working, 'administrator_2', async (ask) => {
    await ask('POST', '/officers', {
      ...{
        badge: 'PP-2291',
        name_en: 'Shazia Anwar',
        name_ur: 'شازیہ انور',
        unit_id: 'dpp_pb_vehari',
        role: 'prosecutor',
      },
      ...{
        from_on: working.today,
        vetted_until: nextYear(working.today),
        trained_until: nextYear(working.today),
      },
      reason: 'Posted as District Public Prosecutor, Vehari.',
    })
  })

const nextYear = (today: string) => Temporal.PlainDate.from(today).add({ years: 1 }).toString()

type Part = readonly [name: string, part: (working: Working) => Promise<void>]

const PARTS: readonly Part[] = [
  ['returns', sendReturns],
  ['an entry given back', giveOneBack],
  ['records to compare', enterRepeats],
  ['officers', proposeOfficers],
  ['check requests', fillChecks],
  ['a danger to life', useEmergencyAccess],
  ...DESK_PARTS,
]

/** Does the demo's work and tells how far it is; a part that fails is told and the others still run. */
export async function fillQueues(working: Working, say: (line: string) => void): Promise<void> {
  say('Until the links stand below, the officers of the demo do some work for you to find:')
  for (const [at, part] of PARTS.entries()) {
    say(`  ${at + 1} of ${PARTS.length}: ${part[0]}`)
    await doPart(part, working, say)
  }
  say('')
}

/** The part that must have waited some days: it sets the program's clock back, so it is done before the site opens. */
export const doBackDatedWork = (working: Working, say: (line: string) => void): Promise<void> =>
  doPart(BACK_DATED_PART, working, say)

async function doPart([name, part]: Part, working: Working, say: (line: string) => void): Promise<void> {
  try {
    await part(working)
  } catch (fault) {
    say(`the demo could not prepare ${name}: ${fault instanceof Error ? fault.message : fault}`)
  }
}
