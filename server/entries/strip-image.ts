/**
 * A photograph without what it tells besides the picture: place, time, device, thumbnails, texts, anything behind its
 * end. The picture itself is copied, never decoded, so a malformed one can do no harm here.
 */

export type StrippedImage = { media_type: 'image/jpeg' | 'image/png' | 'image/webp'; bytes: Buffer }

/** The format by its first bytes, whatever the file is called, and the picture stripped; undefined when it is none. */
export function stripImage(bytes: Buffer): StrippedImage | undefined {
  const stripped = (media_type: StrippedImage['media_type'], kept: Buffer | undefined) =>
    kept && { media_type, bytes: kept }
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])))
    return stripped('image/jpeg', stripJpeg(bytes))
  if (bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return stripped('image/png', stripPng(bytes))
  if (ascii(bytes, 0) === 'RIFF' && ascii(bytes, 8) === 'WEBP')
    return stripped('image/webp', stripWebp(bytes))
  return undefined
}

const ascii = (bytes: Buffer, at: number) => bytes.toString('latin1', at, at + 4)

const EOI = 0xd9
const SOS = 0xda
/** JFIF (APP0) and Adobe (APP14) say how colours are meant; every other APP segment and comment goes. */
const isKept = (marker: number) =>
  marker === 0xe0 || marker === 0xee || !((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe)

function stripJpeg(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const segment_end = at + 2 + bytes.readUInt16BE(at + 2)
    if (segment_end > bytes.length) return undefined
    const end = marker === SOS ? scanEnd(bytes, segment_end) : segment_end
    if (isKept(marker)) kept.push(bytes.subarray(at, end))
    at = end
    if (bytes[at] === 0xff && bytes[at + 1] === EOI)
      return Buffer.concat([...kept, bytes.subarray(at, at + 2)])
  }
  return undefined
}

/** Where the entropy-coded data ends: at the next marker that is neither stuffing (00) nor a restart (D0–D7). */
function scanEnd(bytes: Buffer, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at !== -1 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const PNG_KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB'])

function stripPng(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [PNG_SIGNATURE]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    const type = ascii(bytes, at + 4)
    if (PNG_KEPT.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}

const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])
/** Bits of VP8X that announce a colour profile, EXIF and XMP: none of them is there any more. */
const WEBP_METADATA = 0x20 | 0x08 | 0x04

function stripWebp(bytes: Buffer): Buffer | undefined {
  const end_of_file = 8 + bytes.readUInt32LE(4)
  if (end_of_file > bytes.length) return undefined
  const kept: Buffer[] = []
  for (let at = 12; at + 8 <= end_of_file; ) {
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (end > end_of_file) return undefined
    const type = ascii(bytes, at)
    if (type === 'VP8X' && size < 10) return undefined
    const chunk = Buffer.from(bytes.subarray(at, end))
    if (type === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~WEBP_METADATA, 8)
    if (WEBP_KEPT.has(type)) kept.push(chunk)
    at = end
  }
  if (kept.length === 0) return undefined
  const body = Buffer.concat(kept)
  const head = Buffer.from('RIFF0000WEBP', 'latin1')
  head.writeUInt32LE(4 + body.length, 4)
  return Buffer.concat([head, body])
}
