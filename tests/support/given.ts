/**
 * Arranges what a test begins with: people already on the register, inserted past row security with the
 * encryption of the real thing. For arranging only; what is under test goes through the site.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { cardOf } from '../../domain/person/card.ts'
import { sealCard } from '../../server/people/card.ts'
import { INDEX_COLUMNS, indexRows, matchCardOf } from '../../server/people/name-index.ts'
import { blindIndex, type DataKey, newDataKey, seal, sealBytes } from '../../server/platform/keys.ts'
import type { PersonaName } from './personas.ts'
import type { TestRegister } from './register.ts'

export type GivenName = {
  kind: 'name' | 'father' | 'alias'
  script: 'Latn' | 'Arab'
  text: string
  superseded_at?: string
}
export type GivenConviction = {
  fir_station: string
  fir_year: number
  fir_number: number
  court: string
  case_number: string | null
  offences: string[]
  offence_on: string
  convicted_on: string
  country: string
  jurisdiction: string
  victim: 'woman' | 'child' | 'other'
  disposal: 'imprisonment' | 'fine' | 'probation' | 'conditional_discharge'
  juvenile: boolean
  sentence_months: number | null
  is_life: boolean
  fine_pkr: number | null
  appeal: {
    event: 'filed' | 'dismissed' | 'withdrawn' | 'acquitted' | 'set_aside' | 'restored'
    on: string
  }[]
}
export type GivenPerson = {
  /** Supervising station, e.g. pb_multan_saddar; its district owns the record. */
  station_id?: string
  names?: GivenName[]
  /** Thirteen digits; null for a person without a CNIC; a fresh one of the reserved range unless said. */
  cnic?: string | null
  passport?: string
  sex?: 'male' | 'female' | 'x'
  born_on?: string | null
  address?: string | null
  convictions?: Partial<GivenConviction>[]
  custody?: { from_on: string; to_on: string | null }[]
  photo?: Buffer
  /** Whose proposal put the person on the register, and who approved it. */
  proposed_by?: PersonaName
  approved_by?: PersonaName
}
export type Given = {
  person_id: string
  record_number: string
  cnic: string | null
  district_id: string
  station_id: string
  name_ids: string[]
  document_ids: string[]
  detail_id: string
  address_id: string | null
  conviction_ids: string[]
}

const NAMES: GivenName[] = [
  { kind: 'name', script: 'Latn', text: 'Muhammad Bashir' },
  { kind: 'name', script: 'Arab', text: 'محمد بشیر' },
  { kind: 'father', script: 'Latn', text: 'Allah Ditta' },
  { kind: 'father', script: 'Arab', text: 'اللہ دتہ' },
]

const CONVICTION: GivenConviction = {
  fir_station: 'Saddar Multan',
  fir_year: 2024,
  fir_number: 117,
  court: 'Special Court (Anti-Rape), Multan',
  case_number: 'SC 41/2024',
  offences: ['PPC-376'],
  offence_on: '2024-01-20',
  convicted_on: '2025-02-11',
  country: 'PK',
  jurisdiction: 'PK-PB',
  victim: 'woman',
  disposal: 'imprisonment',
  juvenile: false,
  sentence_months: 120,
  is_life: false,
  fine_pkr: 100_000,
  appeal: [],
}

type Row = Record<string, unknown>

/** Inserts a row of a register table; columns are the keys. */
async function insert(register: TestRegister, table: string, row: Row, otherwise = ''): Promise<void> {
  const columns = Object.keys(row)
  await register.root.query(
    `insert into register.${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')}) ${otherwise}`,
    Object.values(row),
  )
}

/** A CNIC of the reserved range (first digit 9), odd at the end as a man's is. */
export const freshCnic = (): string =>
  `9${Array.from(randomBytes(11), (b) => b % 10).join('')}${1 + 2 * ((randomBytes(1)[0] ?? 0) % 5)}`

type Made = { register: TestRegister; key: DataKey; person_id: string; added_by: string }

/** A person on the register, all that belongs to it, and the approved proposal that put it there. */
async function person(register: TestRegister, what: GivenPerson = {}): Promise<Given> {
  const { root, program, as } = register
  const person_id = randomUUID()
  const station_id = what.station_id ?? 'pb_multan_saddar'
  const district_id = program.places.ofStation(station_id).district ?? ''
  const key = newDataKey(program.keyring, person_id)
  const { rows } = await root.query("select nextval('register.record_number')::int as serial")
  const record_number = `NSOR-2026-${String(rows[0].serial).padStart(6, '0')}`
  const { wrapped_key, kek_id } = key
  const cnic = what.cnic === undefined ? freshCnic() : what.cnic
  await insert(register, 'person', {
    ...{ person_id, record_number, district_id, station_id, wrapped_key, kek_id },
    card_enc: sealCard(key, person_id, givenCard(what, cnic)),
  })
  const proposer = as[what.proposed_by ?? 'prosecutorMultan'].officer_id
  const approver = as[what.approved_by ?? 'bureauOfficer'].officer_id
  const made: Made = { register, key, person_id, added_by: proposer }
  const conviction_ids = await givenConvictions(made, what.convictions ?? [{}])
  await givenRegistrations(made, { approver, district_id, conviction_ids })
  for (const interval of what.custody ?? [{ from_on: '2024-02-01', to_on: null }])
    await insert(register, 'custody', {
      ...{ custody_id: randomUUID(), person_id, ...interval, source_kind: 'judgment', added_by: proposer },
    })
  if (what.photo) await givenPhoto(made, what.photo)
  return {
    ...{ person_id, record_number, cnic, district_id, station_id, conviction_ids },
    name_ids: await givenNames(made, what.names ?? NAMES),
    document_ids: await givenDocuments(made, cnic, what.passport),
    detail_id: await givenDetail(made, what),
    ...(await givenIndex(made, what, { cnic, district_id, station_id })),
    address_id: await givenAddress(made, what.address, district_id),
  }
}

const bornOn = (what: GivenPerson) => (what.born_on === undefined ? '1988-03-14' : what.born_on)

function givenCard(what: GivenPerson, cnic: string | null) {
  const born_on = bornOn(what)
  const names = (what.names ?? NAMES).filter((n) => !n.superseded_at)
  return cardOf({ names, cnic, born_year: born_on === null ? null : Number(born_on.slice(0, 4)) })
}

/** What the person is found by, as an entry would have left it. */
async function givenIndex(
  { register, key, person_id }: Made,
  what: GivenPerson,
  of: { cnic: string | null; district_id: string; station_id: string },
) {
  const { district_id, station_id } = of
  const born_on = bornOn(what)
  const names = what.names ?? NAMES
  const texts = (is_father: boolean) =>
    names.filter(({ kind }) => (kind === 'father') === is_father).map(({ text }) => text)
  const card = matchCardOf({
    ...{ names: texts(false), fathers: texts(true), sex: what.sex ?? 'male', district_ids: [district_id] },
    births: born_on === null ? [] : [{ kind: 'day', on: born_on }],
    cnics: of.cnic === null ? [] : [of.cnic],
  })
  const whose = { person_id, district_id, station_id, key, card }
  const rows = indexRows(register.program.keyring, whose, new Map())
  for (const [table, columns] of Object.entries(INDEX_COLUMNS))
    for (const values of rows[table as keyof typeof rows])
      await insert(
        register,
        table.replace('register.', ''),
        Object.fromEntries(columns.map((column, at) => [column, values[at]])),
        'on conflict do nothing', // a running job may have indexed him meanwhile
      )
  return {}
}

async function givenNames({ register, key, person_id, added_by }: Made, names: GivenName[]) {
  const ids: string[] = []
  for (const [ordinal, { text, superseded_at, kind, script }] of names.entries()) {
    const name_id = randomUUID()
    const text_enc = seal(key, { table: 'person_name', row: name_id, column: 'text_enc' }, text)
    const source = { source_kind: 'judgment', source_on: '2025-02-11', added_by }
    await insert(register, 'person_name', {
      ...{
        name_id,
        person_id,
        kind,
        script,
        ordinal,
        text_enc,
        ...source,
        superseded_at: superseded_at ?? null,
      },
    })
    ids.push(name_id)
  }
  return ids
}

async function givenDocuments(
  { register, key, person_id, added_by }: Made,
  cnic: string | null,
  passport?: string,
) {
  const ids: string[] = []
  const held = [
    ...(cnic === null ? [] : [{ kind: 'cnic', number: cnic }]),
    ...(passport === undefined ? [] : [{ kind: 'passport', number: passport }]),
  ]
  for (const { kind, number } of held) {
    const document_id = randomUUID()
    await insert(register, 'person_document', {
      ...{ document_id, person_id, kind, source_kind: 'identity', source_on: '2025-02-11', added_by },
      number_enc: seal(key, { table: 'person_document', row: document_id, column: 'number_enc' }, number),
      number_index: blindIndex(register.program.keyring, kind, number),
    })
    ids.push(document_id)
  }
  return ids
}

async function givenDetail({ register, person_id, added_by }: Made, what: GivenPerson) {
  const detail_id = randomUUID()
  const born_on = bornOn(what)
  await insert(register, 'person_detail', {
    ...{ detail_id, person_id, sex: what.sex ?? 'male', born_on, added_by },
    born_year: born_on === null ? null : Number(born_on.slice(0, 4)),
    ...{ source_kind: 'identity', source_on: '2025-02-11' },
  })
  return detail_id
}

async function givenAddress(made: Made, address: string | null | undefined, district_id: string) {
  if (address === null) return null
  const { register, key, person_id, added_by } = made
  const address_id = randomUUID()
  const text = address ?? 'House 12-B, Mohalla Qadirabad, Multan'
  const text_enc = seal(key, { table: 'person_address', row: address_id, column: 'text_enc' }, text)
  await insert(register, 'person_address', {
    ...{ address_id, person_id, text_enc, district_id, from_on: '2025-03-03', to_on: null, added_by },
    ...{ source_kind: 'judgment', source_on: '2025-02-11' },
  })
  return address_id
}

async function givenConvictions({ register, person_id, added_by }: Made, list: Partial<GivenConviction>[]) {
  const ids: string[] = []
  for (const one of list) {
    const conviction_id = randomUUID()
    const { appeal, ...columns } = { ...CONVICTION, ...one }
    const judgment_hash = randomBytes(32)
    await insert(register, 'conviction', {
      ...{ conviction_id, person_id, ...columns, judgment_hash, source_kind: 'return', added_by },
    })
    for (const [ordinal, { event, on }] of appeal.entries())
      await insert(register, 'appeal_event', {
        ...{ appeal_event_id: randomUUID(), conviction_id, event, happened_on: on, ordinal },
        ...{ source_kind: 'judgment', added_by },
      })
    ids.push(conviction_id)
  }
  return ids
}

/** The approval behind each registration; its trigger asks for a signed-in officer, so it is passed over here. */
async function givenRegistrations(
  { register, person_id, added_by }: Made,
  by: { approver: string; district_id: string; conviction_ids: string[] },
) {
  await register.root.query('begin')
  await register.root.query('set local session_replication_role = replica')
  for (const conviction_id of by.conviction_ids) {
    const approval_id = randomUUID()
    const key = newDataKey(register.program.keyring, approval_id)
    const shown_hash = randomBytes(32)
    await insert(register, 'approval', {
      ...{ approval_id, kind: 'entry', subject_id: person_id, audience: 'bureau', proposed_by: added_by },
      ...{ district_id: by.district_id, expires_at: '2099-01-01', shown_hash, kek_id: key.kek_id },
      shown_enc: seal(key, { table: 'approval', row: approval_id, column: 'shown_enc' }, '{}'),
      wrapped_key: key.wrapped_key,
    })
    await insert(register, 'approval_decision', {
      ...{ approval_id, proposed_by: added_by, decision: 'approved', decided_by: by.approver, shown_hash },
    })
    await insert(register, 'registration', {
      ...{ registration_id: randomUUID(), person_id, conviction_id, approval_id, pack: 'pk-assumed' },
      ...{ basis: '{}', entered_by: by.approver },
    })
  }
  await register.root.query('commit')
}

async function givenPhoto({ register, key, person_id, added_by }: Made, image: Buffer) {
  const photo_id = randomUUID()
  await insert(register, 'person_photo', {
    ...{
      photo_id,
      person_id,
      media_type: 'image/png',
      taken_on: '2025-02-11',
      source_kind: 'identity',
      added_by,
    },
    image_enc: sealBytes(key, { table: 'person_photo', row: photo_id, column: 'image_enc' }, image),
  })
}

export const given = { person }
