// Papers as they leave the press: our fonts alone, one page, the same bytes, and nothing at all from faulty data.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import scanner from 'jsqr'
import { extractImages, extractText, getDocumentProxy } from 'unpdf'
import type { PaperHead, ReceiptPaper } from '../../contract/papers.ts'
import { groupsOf } from '../../domain/receipt/token.ts'
import { codeFor, STATEMENT } from '../../tests/support/given-code.ts'
import { EXAMPLE } from '../../tests/support/given-paper.ts'
import { openPress, PaperRefused, RECEIPT } from './paper.ts'

const folder = mkdtempSync(join(tmpdir(), 'amanat-paper-'))
after(() => rmSync(folder, { recursive: true }))
const press = openPress()
const code = await codeFor()

const receipt = (content: Partial<ReceiptPaper> = {}, head: Partial<PaperHead> = {}) =>
  press.print(RECEIPT, {
    ...{ ...EXAMPLE, token: code },
    ...{ content: { ...EXAMPLE.content, ...content }, head: { ...EXAMPLE.head, ...head } },
  })

/** What stands on a page outside its margins, in points. */
async function outside(pdf: Buffer): Promise<string[]> {
  const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1)
  const { items } = await page.getTextContent()
  const [margin, width] = [42, page.view[2] ?? 0]
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [from = 0, to = from + item.width] = [item.transform[4] as number]
    return from >= margin && to <= width - margin ? [] : [item.str]
  })
}

// The package is a function, whatever its types say.
const readSquare = scanner as unknown as typeof scanner.default

/** Pixels to one of the image, as a scanner sees a square that fills its view. */
const ZOOM = 4

/** What a scanner reads from the image on the paper. */
async function scanned(pdf: Buffer): Promise<string | undefined> {
  const [image, ...more] = await extractImages(await getDocumentProxy(new Uint8Array(pdf)), 1)
  assert.ok(image && more.length === 0 && image.width === image.height)
  const side = image.width * ZOOM
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let at = 0; at < side * side; at++) {
    const [x, y] = [Math.floor((at % side) / ZOOM), Math.floor(at / side / ZOOM)]
    pixels.fill(image.data[(y * image.width + x) * image.channels] ?? 255, at * 4, at * 4 + 3)
  }
  return readSquare(pixels, side, side)?.data
}

async function read(pdf: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { totalPages, text } = await extractText(document, { mergePages: true })
  return { pages: totalPages, text: text.replace(/\s+/g, ' ') }
}

const fontsOf = (pdf: Buffer) =>
  [
    ...new Set([...pdf.toString('latin1').matchAll(/\/BaseFont \/[A-Z]{6}\+([A-Za-z]+)/g)].map((m) => m[1])),
  ].sort()

const { content } = EXAMPLE
const long =
  'House 12-B, Street 4, Mohalla Qila Kohna, near the old fort, Tehsil and District Toba Tek Singh, Punjab'
const long_ur = 'مکان نمبر ۱۲۔ب، گلی نمبر ۴، محلہ قلعہ کہنہ، نزد پرانا قلعہ، تحصیل و ضلع ٹوبہ ٹیک سنگھ، پنجاب'

const longFacts = (count: number, times = 1): ReceiptPaper['facts'] =>
  Array.from({ length: count }, () => ({
    label: { en: 'New address', ur: 'نیا پتہ' },
    value: { en: long.repeat(times), ur: long_ur.repeat(times) },
  }))

const SHAPES: Record<string, ReceiptPaper> = {
  'in time': content,
  'late, with nothing further due': {
    ...content,
    ...{
      next_due: null,
      state: { code: 'overdue', words: { en: 'Given 3 days late', ur: 'تین دن تاخیر سے' } },
    },
  },
  'of a man whose name is known in one script': {
    ...content,
    father: { latin: null, urdu: null },
    name: { latin: null, urdu: 'فرضی نام' },
  },
  'with five facts, all long': { ...content, facts: longFacts(5) },
  'with eight facts, all long': { ...content, facts: longFacts(8) },
  'while paused': {
    ...content,
    state: { code: 'paused', words: { en: 'In custody', ur: 'زیرِ حراست' } },
    facts: [],
  },
  'of one who was not found': {
    ...content,
    state: { code: 'unknown', words: { en: 'Whereabouts unknown', ur: 'لاپتہ' } },
  },
  'before it is due': {
    ...content,
    state: { code: 'due', words: { en: 'Due in 4 days', ur: 'چار دن میں واجب' } },
  },
}

describe('a receipt', () => {
  for (const [name, shape] of Object.entries(SHAPES))
    it(`${name} is one page, with its numbers and code, within its margins`, async () => {
      const pdf = receipt(shape)
      const { pages, text } = await read(pdf)
      assert.equal(pages, 1)
      assert.deepEqual(await outside(pdf), [])
      for (const part of [
        'P-2026-000123',
        'N-2026-004711',
        'NSOR-2026-000123',
        'Page 1 of 1',
        'Receipt of a notice',
      ])
        assert.ok(text.includes(part), part)
      for (const group of groupsOf(code)) assert.ok(text.includes(group), group)
    })
  it('bears a square that a scanner reads as its code', async () => {
    for (const token of [code, await codeFor({ ...STATEMENT, token: new Uint8Array(16).fill(200) })])
      assert.equal(await scanned(press.print(RECEIPT, { ...EXAMPLE, token })), token)
  })
  it('tells programs its code among the keywords of the file', () =>
    assert.ok(receipt().includes(`<pdf:Keywords>${code}</pdf:Keywords>`)))
  it('says of which print it is a copy', async () => {
    const { text } = await read(receipt({}, { reprint_of: 'P-2026-000100' }))
    assert.ok(text.includes('Reprint of P-2026-000100'))
    assert.ok(!(await read(receipt())).text.includes('Reprint'))
  })
  it('prints what looks like markup as the letters it is', async () => {
    const { text } = await read(receipt({ notice_kind: { en: '#panic("x") *b* $1$ @a', ur: '#read("a")' } }))
    assert.ok(text.includes('#panic("x") *b* $1$ @a'))
  })
  it('has the same bytes from the same input, also from another press', () => {
    const bytes = receipt()
    assert.deepEqual(receipt(), bytes)
    receipt({ notice_number: 'N-2' })
    assert.deepEqual(openPress().print(RECEIPT, { ...EXAMPLE, token: code }), bytes)
  })
})

describe('nothing is printed', () => {
  const refuses = (what: string, print: () => Buffer, why: RegExp) =>
    it(`when ${what}`, () =>
      assert.throws(print, (fault: Error) => fault instanceof PaperRefused && why.test(fault.message)))
  refuses('a field is missing', () => receipt({ station: undefined as never }), /^content.*station/)
  refuses('a field is not of the contract', () => receipt({ cnic: '9' } as never), /^content/)
  refuses('a language is left out', () => receipt({ station: { en: 'City' } as never }), /^content/)
  refuses(
    'a letter is in no font',
    () => receipt({ notice_kind: { en: '漢', ur: 'خبر' } }),
    /cannot be printed/,
  )
  refuses(
    'a receipt would go over to a second page',
    () => receipt({ facts: longFacts(8, 5) }),
    /would have \d pages/,
  )
  refuses('the frame lacks its number', () => receipt({}, { print_number: '' }), /^head/)
  it('and the next paper is right again', async () => assert.equal((await read(receipt())).pages, 1))
})

describe('the fonts of a paper', () => {
  const OURS = ['NotoNastaliqUrdu', 'NotoSans']
  // A process of its own: the system's fonts are found once, by the setting it starts with.
  const script = `
    import { openPress, RECEIPT } from './server/platform/paper.ts'
    import { EXAMPLE } from './tests/support/given-paper.ts'
    process.stdout.write(openPress().print(RECEIPT, EXAMPLE))`
  const printedWhere = (fonts: string) => {
    const config = join(folder, 'fonts.conf')
    writeFileSync(config, `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir></fontconfig>`)
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('../../', import.meta.url)),
      env: { ...process.env, FONTCONFIG_FILE: config, HOME: folder },
      maxBuffer: 10_000_000,
    })
    assert.equal(status, 0, stderr.toString())
    return stdout
  }
  it('are ours, embedded, with the system’s fonts at hand or hidden, and the bytes are the same', () => {
    mkdirSync(join(folder, 'empty'))
    const here = press.print(RECEIPT, EXAMPLE)
    const hidden = printedWhere(join(folder, 'empty'))
    assert.deepEqual(fontsOf(here), OURS)
    assert.deepEqual(fontsOf(hidden), OURS)
    assert.deepEqual(hidden, here)
  })
  it('are ours, too, where the system has others of the same names', () => {
    const others = join(folder, 'others')
    mkdirSync(others)
    for (const [face, name] of [
      ['noto-sans', 'NotoSans'],
      ['noto-nastaliq-urdu', 'NotoNastaliqUrdu'],
      ['noto-naskh-arabic', 'NotoNaskhArabic'],
    ] as const)
      for (const weight of ['400Regular', '700Bold']) {
        const whole = import.meta.resolve(`@expo-google-fonts/${face}/${weight}/${name}_${weight}.ttf`)
        copyFileSync(fileURLToPath(whole), join(others, `${name}_${weight}.ttf`))
      }
    assert.deepEqual(printedWhere(others), press.print(RECEIPT, EXAMPLE))
  })
})
