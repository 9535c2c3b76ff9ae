import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../contract/paths.ts'
import { given } from '../../tests/support/given.ts'
import { lastEvent } from '../../tests/support/proofs.ts'
import { type As, ORIGIN, openTestRegister } from '../../tests/support/register.ts'
import { openBytes, openDataKey } from '../platform/keys.ts'

const register = await openTestRegister()
const { bureauOfficer, prosecutorMultan } = register.as
const bashir = await given.person(register)

const PICTURE = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x00, 0x0c]),
  Buffer.from('GPS 31.520'),
  Buffer.from([0xff, 0xda, 0x00, 0x04, 0, 0, 0x12, 0x34, 0xff, 0xd9]),
])
const STRIPPED = Buffer.concat([PICTURE.subarray(0, 2), PICTURE.subarray(16)])

async function send(who: As | undefined, file: Buffer, { is_page = false, taken_on = '2026-11-02' } = {}) {
  const form = new FormData()
  form.append('taken_on', taken_on)
  form.append('photo', new Blob([new Uint8Array(file)]), 'photo.jpg')
  const { headers, body } = new Response(form)
  const payload = Buffer.from(await new Response(body).arrayBuffer())
  return register.app.inject({
    ...{ method: 'POST', url: `${is_page ? '' : '/api/v1'}${paths.photos(bashir.person_id)}`, payload },
    headers: {
      ...{ origin: ORIGIN, 'content-type': headers.get('content-type') ?? '' },
      ...(who ? { cookie: `__Host-amanat=${await who.token()}` } : {}),
    },
  })
}

describe('adding a photograph', () => {
  it('keeps the picture alone, sealed under the person’s key', async () => {
    const reply = await send(bureauOfficer, PICTURE)
    assert.equal(reply.statusCode, 201, reply.body)
    const { rows } = await register.root.query(
      'select f.photo_id, f.image_enc, f.media_type, f.taken_on::text, p.wrapped_key, p.kek_id from register.person_photo f join register.person p using (person_id) where person_id = $1',
      [bashir.person_id],
    )
    const [row] = rows
    assert.deepEqual([rows.length, row.media_type, row.taken_on], [1, 'image/jpeg', '2026-11-02'])
    const key = openDataKey(register.program.keyring, bashir.person_id, row)
    assert.ok(key && !row.image_enc.includes('GPS'))
    const place = { table: 'person_photo', row: row.photo_id, column: 'image_enc' }
    assert.deepEqual(openBytes(key, place, row.image_enc), STRIPPED)
    const event = await lastEvent(register, 'photo.added')
    assert.deepEqual([event?.outcome, event?.subject_id], ['done', bashir.person_id])
  })
  it('is refused of anything else, of too much, and of nothing', async () => {
    assert.equal((await send(bureauOfficer, Buffer.from('<svg/>'))).statusCode, 400)
    assert.equal((await send(bureauOfficer, Buffer.alloc(2_000_001, 0xff))).statusCode, 413)
    assert.equal((await send(bureauOfficer, PICTURE, { taken_on: 'yesterday' })).statusCode, 400)
    const json = await bureauOfficer.api.post(paths.photos(bashir.person_id), { photo: 'x' })
    assert.equal(json.status, 415)
  })
  it('does not exist for other roles, and asks for a session', async () => {
    assert.equal((await send(prosecutorMultan, PICTURE)).statusCode, 404)
    assert.equal((await send(undefined, PICTURE)).statusCode, 401)
    assert.equal((await prosecutorMultan.page(paths.newPhoto(bashir.person_id))).status, 404)
  })
  it('from a form shows the fault beside the file', async () => {
    const reply = await send(bureauOfficer, Buffer.from('<svg/>'), { is_page: true })
    assert.equal(reply.statusCode, 303)
    const page = await bureauOfficer.page(String(reply.headers.location))
    assert.match(page.text, /This is no JPEG, PNG or WebP picture/)
  })
})
