// Copying every table out, and reading the data folder and the WAL as bytes, finds none of 500 planted identifiers.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { newDataKey, seal } from '../../server/platform/keys.ts'
import { freshCnic, given } from '../support/given.ts'
import { openTestRegister } from '../support/register.ts'

const register = await openTestRegister()
const { root, program, as } = register

/** Words nobody else plants: letters drawn for this run, in both scripts. */
const word = (letters: string, length: number) =>
  Array.from({ length }, () => letters[Math.floor(Math.random() * letters.length)]).join('')
const latin = () => `Q${word('bcdfghjklmnpqrstvwxz', 11)}`
const urdu = () => word('ابپتٹجچحخدڈرزژسشصضطعغفقکگلمنوہی', 12)

type Planted = { name: string; name_ur: string; cnic: string; address: string; phone: string }
const plant = (): Planted => ({
  ...{ name: latin(), name_ur: urdu(), cnic: freshCnic(), address: `House ${latin()}` },
  phone: `0399${freshCnic().slice(1, 8)}`,
})
const planted = Array.from({ length: 100 }, plant)
const words = planted.flatMap((p) => Object.values(p))

/** Sixty people, twenty searches, twenty rows of a return, as the program seals them. */
async function plantAll() {
  for (const p of planted.slice(0, 60))
    await given.person(register, {
      names: [
        { kind: 'name', script: 'Latn', text: p.name },
        { kind: 'name', script: 'Arab', text: p.name_ur },
      ],
      ...{ cnic: p.cnic, passport: p.phone, address: p.address },
    })
  for (const p of planted.slice(60, 80)) await plantByTheSite(p)
  const import_id = randomUUID()
  const key = newDataKey(program.keyring, import_id)
  const at = (row: string, column: string, table: string) => ({ table, row, column })
  await root.query(
    `insert into register.import (import_id, district_id, uploaded_by, posting_id, file_hash, format, byte_count, name_enc, wrapped_key, kek_id, state)
     values ($1, 'pb_multan', $2, $3, sha256('x'), 'csv', 1, $4, $5, $6, 'read')`,
    [
      ...[import_id, as.prosecutorMultan.officer_id, as.prosecutorMultan.posting_id],
      ...[seal(key, at(import_id, 'name_enc', 'import'), 'return.csv'), key.wrapped_key, key.kek_id],
    ],
  )
  for (const [line, p] of planted.slice(80).entries())
    await root.query(
      `insert into register.import_row (import_id, line, outcome, row_enc) values ($1, $2, 'accepted', $3)`,
      [import_id, line, seal(key, at(`${import_id}:${line}`, 'row_enc', 'import_row'), JSON.stringify(p))],
    )
}

/** Typed into the site: a search that finds nobody, and a form that is refused and kept. */
async function plantByTheSite(p: Planted) {
  const search = { query: p.cnic, purpose: 'registration', case_reference: `${p.name} ${p.address}` }
  const made = await as.bureauOfficer.api.post('/searches', search)
  assert.equal(made.status, 201, made.text)
  const refused = await as.bureauOfficer.form('/searches', {
    query: `${p.phone} ${p.name_ur}`,
    purpose: 'no such',
    case_reference: p.name,
  })
  assert.equal(refused.status, 303)
  assert.match(refused.location ?? '', /form=/)
}

/** The forms in which a word might lie on a disk. */
function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text)
  const base64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64')
    return whole.slice(shift === 0 ? 0 : shift + 1, Math.floor(((utf8.length + shift) * 8) / 6) - 1)
  })
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const texts = [
    utf8.toString('hex'),
    utf8.toString('hex').toUpperCase(),
    escaped,
    encodeURIComponent(text),
    ...base64,
  ]
  const utf16 = Buffer.from(text, 'utf16le')
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...texts.map((t) => Buffer.from(t))]
}

/** Every form by its first four bytes, as a number, so that a byte of a file costs one look into a table. */
const forms = words.flatMap((text) =>
  formsOf(text).map((form) => ({ form, text, begins: form.readUInt32BE(0) })),
)
const byBeginning = Map.groupBy(forms, ({ begins }) => begins)
const HASH_BITS = 20
const hashOf = (begins: number) => Math.imul(begins, 0x9e3779b1) >>> (32 - HASH_BITS)
const maybe = new Uint8Array(1 << HASH_BITS)
for (const { begins } of forms) maybe[hashOf(begins)] = 1

function foundIn(bytes: Buffer, where: string): string[] {
  const hits: string[] = []
  let begins = 0
  for (let end = 0; end < bytes.length; end++) {
    begins = ((begins << 8) | (bytes[end] ?? 0)) >>> 0
    if (maybe[hashOf(begins)] === 0 || end < 3) continue
    for (const { form, text } of byBeginning.get(begins) ?? [])
      if (bytes.subarray(end - 3, end - 3 + form.length).equals(form)) hits.push(`${text} in ${where}`)
  }
  return hits
}

async function tablesAsText(): Promise<[string, Buffer][]> {
  const { rows } = await root.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
  )
  const all: [string, Buffer][] = []
  for (const { name } of rows) {
    const { rows: lines } = await root.query<{ line: string }>(`select t::text as line from ${name} t`)
    // Bytes show as hex; taken back too, in case something was put there unsealed.
    const text = lines.map((row) => row.line).join('\n')
    const raw = [...text.matchAll(/\\x([0-9a-f]+)/g)].map((m) => Buffer.from(m[1] ?? '', 'hex'))
    all.push([name, Buffer.concat([Buffer.from(text), ...raw])])
  }
  return all
}

/** The files of this database, and the WAL of the cluster. */
async function filesOnDisk(): Promise<string[]> {
  await root.query('checkpoint')
  const { rows } = await root.query(
    `select current_setting('data_directory') as folder, (select oid from pg_database where datname = current_database()) as base`,
  )
  const { folder, base } = rows[0]
  const under = (path: string) =>
    readdirSync(join(folder, path), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(folder, path, entry.name))
  return [...under(`base/${base}`), ...under('pg_wal'), ...under('global')]
}

describe('copying the register out', () => {
  it('finds none of 500 planted names, numbers, addresses and telephones in any table', async () => {
    await plantAll()
    assert.equal(new Set(words).size, 500)
    const found = (await tablesAsText()).flatMap(([name, bytes]) => foundIn(bytes, name))
    assert.deepEqual(found, [])
  })
  it('finds none of them in the data folder or the WAL, read as bytes', async () => {
    const files = await filesOnDisk()
    assert.ok(files.some((file) => file.includes('pg_wal')))
    assert.deepEqual(
      files.flatMap((file) => foundIn(readFileSync(file), file)),
      [],
    )
  })
  it('would find one written in the clear, in a table and on the disk', async () => {
    const name = planted[0]?.name ?? ''
    await root.query(
      'update register.conviction set court = $1 where conviction_id = (select min(conviction_id::text)::uuid from register.conviction)',
      [name],
    )
    const in_tables = (await tablesAsText()).flatMap(([table, bytes]) => foundIn(bytes, table))
    assert.deepEqual([...new Set(in_tables)], [`${name} in register.conviction`])
    const kinds = (await filesOnDisk()).filter((file) => foundIn(readFileSync(file), file).length > 0)
    assert.ok(
      kinds.some((file) => file.includes('/base/')) && kinds.some((file) => file.includes('/pg_wal/')),
    )
  })
  it('would find one in any of its forms', () => {
    for (const text of [planted[0]?.name ?? '', planted[0]?.name_ur ?? '', planted[0]?.cnic ?? ''])
      for (const form of [
        Buffer.from(text),
        Buffer.from(text, 'utf16le'),
        Buffer.from(Buffer.from(text).toString('hex')),
        ...[0, 1, 2].map((n) => Buffer.from(Buffer.from(`${'x'.repeat(n)}${text}tail`).toString('base64'))),
      ])
        assert.ok(foundIn(Buffer.concat([Buffer.from('before'), form]), '').length > 0, `${text} as ${form}`)
  })
})
