// What surrounds the cells of a workbook: which sheet is first, the shared strings, which styles are dates.
import { SaxesParser } from 'saxes'
import { FileRefused } from './file-refused.ts'
import type { Source } from './source.ts'
import { listEntries, unpack, type ZipEntry } from './zip-entries.ts'

export type Workbook = {
  readonly sheet: ZipEntry
  readonly shared: readonly string[]
  /** By index of cell style: whether its numbers are dates. */
  readonly is_date: readonly boolean[]
  /** Whether days are counted from 1904, as old Macintosh workbooks do. */
  readonly is_1904: boolean
}

/** The most text all shared strings may hold, in characters. */
export const shared_characters = 32 * 1024 * 1024

export type Handlers = {
  open?: (name: string, attributes: Record<string, string>) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/** Names without their namespace prefix: some writers put one before every element. */
const local = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * A parser of the XML of a workbook. A document type is refused: no workbook has one, attacks do.
 * @throws FileRefused when the XML is damaged
 */
export function xmlParser({ open, close, text }: Handlers) {
  const parser = new SaxesParser({ xmlns: false })
  const refuse = (): never => {
    throw new FileRefused('file_damaged', 'XML')
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  if (open) parser.on('opentag', ({ name, attributes }) => open(local(name), attributes))
  if (close) parser.on('closetag', ({ name }) => close(local(name)))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return parser
}

async function parsePart(source: Source, entry: ZipEntry | undefined, handlers: Handlers): Promise<void> {
  if (!entry) return
  const parser = xmlParser(handlers)
  for await (const piece of unpack(source, entry)) parser.write(piece)
  parser.close()
}

async function readSharedStrings(source: Source, entry: ZipEntry | undefined): Promise<string[]> {
  const shared: string[] = []
  let [current, characters, in_text, in_phonetic] = ['', 0, false, false]
  await parsePart(source, entry, {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') in_phonetic = true
      in_text = name === 't' && !in_phonetic
    },
    text(text) {
      if (!in_text) return
      current += text
      characters += text.length
      if (characters > shared_characters) throw new FileRefused('file_inflates_too_far')
    },
    close(name) {
      in_text = false
      if (name === 'rPh') in_phonetic = false
      if (name === 'si') shared.push(current)
    },
  })
  return shared
}

/** The formats that every workbook has without saying so, and that are dates (ECMA-376 §18.8.30). */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/**
 * Whether a number format shows a date: day, month or year outside quotes, brackets and escapes.
 * @example isDateFormat('[$-420]dd/mm/yyyy') // true
 */
export const isDateFormat = (code: string) =>
  !/^general$/i.test(code) && /[dmy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, ''))

async function readDateStyles(source: Source, entry: ZipEntry | undefined): Promise<boolean[]> {
  const custom = new Map<number, boolean>()
  const is_date: boolean[] = []
  let in_cell_formats = false
  await parsePart(source, entry, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt') custom.set(Number(numFmtId), isDateFormat(formatCode ?? ''))
      if (name === 'cellXfs') in_cell_formats = true
      const id = Number(numFmtId ?? 0)
      if (name === 'xf' && in_cell_formats) is_date.push(custom.get(id) ?? isBuiltInDate(id))
    },
    close(name) {
      if (name === 'cellXfs') in_cell_formats = false
    },
  })
  return is_date
}

async function readSheetList(source: Source, entries: ReadonlyMap<string, ZipEntry>) {
  let is_1904 = false
  const sheets: (string | undefined)[] = []
  await parsePart(source, entries.get('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') is_1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      if (name === 'sheet' && (attributes.state ?? 'visible') === 'visible') {
        // The prefix of the relationship id is the writer's choice.
        sheets.push(Object.entries(attributes).find(([key]) => local(key) === 'id' && key !== 'id')?.[1])
      }
    },
  })
  return { is_1904, first_id: sheets[0] }
}

/** Where the parts stand that the workbook points to: the first sheet by its id, the others by their kind. */
async function readTargets(
  source: Source,
  entries: ReadonlyMap<string, ZipEntry>,
  sheet_id: string | undefined,
) {
  const targets = new Map<string, ZipEntry | undefined>()
  await parsePart(source, entries.get('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Type, Target = '' }) {
      if (name !== 'Relationship') return
      const entry = entries.get(Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
      targets.set(Id === sheet_id ? 'first sheet' : (Type?.split('/').at(-1) ?? ''), entry)
    },
  })
  return targets
}

/**
 * Opens a workbook at its first visible sheet.
 * @throws FileRefused when it is no workbook, has macros or a password, is damaged, or unpacks too far
 */
export async function openWorkbook(source: Source): Promise<Workbook> {
  const entries = await listEntries(source)
  if (entries.has('xl/vbaProject.bin')) throw new FileRefused('file_has_macros')
  if (!entries.has('xl/workbook.xml')) throw new FileRefused('file_kind_unknown')
  const { is_1904, first_id } = await readSheetList(source, entries)
  const targets = await readTargets(source, entries, first_id)
  const sheet = targets.get('first sheet')
  if (!sheet) throw new FileRefused('file_damaged', 'no sheet')
  return {
    sheet,
    shared: await readSharedStrings(source, targets.get('sharedStrings')),
    is_date: await readDateStyles(source, targets.get('styles')),
    is_1904,
  }
}
