import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { stripImage } from './strip-image.ts'

const MARK = 'GPS 31.5204 N'
const segment = (marker: number, body: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
const SCAN = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])
const TABLE = segment(0xdb, Buffer.alloc(65, 1))
const jpeg = (...metadata: Buffer[]) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...[segment(0xe0, Buffer.from('JFIF\0')), ...metadata, TABLE, segment(0xda, Buffer.alloc(8)), SCAN],
    // A second scan, as progressive pictures have.
    ...[segment(0xda, Buffer.alloc(8)), SCAN, Buffer.from([0xff, 0xd9])],
  ])
const chunk = (type: string, body: Buffer) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body, Buffer.alloc(4)])
}
const png = (...metadata: Buffer[]) =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[chunk('IHDR', Buffer.alloc(13)), ...metadata, chunk('IDAT', SCAN), chunk('IEND', Buffer.alloc(0))],
  ])
const riff = (type: string, body: Buffer) => {
  const head = Buffer.from(`${type}0000`, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}
const webp = (flags: number, ...metadata: Buffer[]) => {
  const extended = Buffer.alloc(10)
  extended.writeUInt8(flags)
  const body = Buffer.concat([riff('VP8X', extended), riff('VP8 ', SCAN), ...metadata])
  const head = Buffer.from('RIFF0000WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

describe('a photograph', () => {
  const told = Buffer.from(MARK)
  const cases = [
    ['JPEG', 'image/jpeg', jpeg(segment(0xe1, told), segment(0xed, told), segment(0xfe, told)), jpeg()],
    ['PNG', 'image/png', png(chunk('tEXt', told), chunk('eXIf', told)), png()],
    ['WebP', 'image/webp', webp(0x1c, riff('EXIF', told), riff('XMP ', told)), webp(0x10)],
  ] as const
  for (const [what, media_type, given, expected] of cases) {
    it(`loses what a ${what} tells besides the picture, and nothing of the picture`, () => {
      assert.ok(given.includes(MARK))
      assert.deepEqual(stripImage(given), { media_type, bytes: expected })
      assert.deepEqual(stripImage(expected)?.bytes, expected)
    })
    it(`loses what hangs behind the end of a ${what}`, () => {
      assert.deepEqual(stripImage(Buffer.concat([given, told]))?.bytes, expected)
    })
    it(`is refused when a ${what} is cut off`, () => {
      assert.equal(stripImage(given.subarray(0, given.length - 9)), undefined)
    })
  }
  it('is told by its bytes, never by its name', () => {
    for (const text of ['GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'MZ', ''])
      assert.equal(stripImage(Buffer.from(text)), undefined)
  })
  it('of any bytes is read to an end and never grows', () => {
    const heads = cases.map(([, , bytes]) => bytes.subarray(0, 12))
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), (head, tail) => {
        const given = Buffer.concat([head, tail])
        assert.ok((stripImage(given)?.bytes.length ?? 0) <= given.length)
      }),
    )
  })
})
