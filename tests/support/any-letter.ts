import fc from 'fast-check'

/** Any code point that is one by itself, for `fc.string`; the library's own list of all of them takes seconds to make. */
export const anyLetter = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((point) => String.fromCodePoint(point))
