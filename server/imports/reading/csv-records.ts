// Text into records. A quote opens a cell only at its start; inside it, line breaks and delimiters are text.
// Written here and not left to a library because a return must go on after a bad row, say where each row
// starts, and be taken up again there: see bench/reading.ts for the speed of both.
import { FileRefused } from './file-refused.ts'

export type Delimiter = ',' | ';' | '\t'
export type LineBreak = '\n' | '\r'

export type CsvRecord = {
  readonly cells: string[]
  /** Where the next record starts in the text. */
  readonly next: number
  /** Line breaks inside the record and the one that ends it. */
  readonly line_count: number
  /** Whether text follows a closing quote. */
  readonly is_broken: boolean
}

/** Longest record, in characters: one that grows past this has a quote that nobody closed. */
export const record_characters = 262_144

const withoutReturn = (text: string) => (text.endsWith('\r') ? text.slice(0, -1) : text)

function countBreaks(text: string, from: number, to: number, line_break: LineBreak): number {
  let count = 0
  for (let at = text.indexOf(line_break, from); at !== -1 && at < to; at = text.indexOf(line_break, at + 1))
    count++
  return count
}

/** Where the quoted cell that opens at `open` closes; -1 when the text ends first. */
function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1)
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  return close
}

const endOf = (found: number, text: string) => (found === -1 ? text.length : found)

/** A record with a quote in it, cell by cell; undefined when the text ends inside it and more may come. */
function quotedRecord(
  text: string,
  start: number,
  delimiter: Delimiter,
  line_break: LineBreak,
  is_last: boolean,
): CsvRecord | undefined {
  const cells: string[] = []
  let is_broken = false
  for (let at = start; ; ) {
    let value_end = at
    if (text[at] === '"') {
      value_end = closingQuote(text, at) + 1
      if (value_end === 0) return undefined
    }
    const break_at = endOf(text.indexOf(line_break, value_end), text)
    const end = Math.min(endOf(text.indexOf(delimiter, value_end), text), break_at)
    // More may come: the cell may go on, and a closing quote at the end be the first half of a doubled one.
    if (end === text.length && !is_last) return undefined
    const tail = end === break_at ? withoutReturn(text.slice(value_end, end)) : text.slice(value_end, end)
    const quoted = value_end > at ? text.slice(at + 1, value_end - 1).replaceAll('""', '"') : ''
    is_broken ||= value_end > at && tail.trim() !== ''
    cells.push(value_end > at && tail.trim() === '' ? quoted : quoted + tail)
    if (end === break_at) {
      return { cells, next: end + 1, line_count: 1 + countBreaks(text, start, end, line_break), is_broken }
    }
    at = end + 1
  }
}

/**
 * Takes records from text that arrives in pieces.
 * @param line_break how lines end; a carriage return before '\n' is dropped
 * @param first_line the line of the file at which the text starts
 */
export function recordReader(delimiter: Delimiter, line_break: LineBreak, first_line = 1) {
  let text = ''
  let at = 0
  let next_quote = -1
  let line = first_line

  function nextRecord(is_last: boolean): CsvRecord | undefined {
    if (at >= text.length) return undefined
    const break_at = text.indexOf(line_break, at)
    const end = endOf(break_at, text)
    if (next_quote < at) next_quote = endOf(text.indexOf('"', at), text)
    if (next_quote < end) return quotedRecord(text, at, delimiter, line_break, is_last)
    if (break_at === -1 && !is_last) return undefined
    const cells = withoutReturn(text.slice(at, end)).split(delimiter)
    return { cells, next: end + 1, line_count: 1, is_broken: false }
  }

  return {
    /** Adds a piece of the file. */
    push(piece: string) {
      text = text.slice(at) + piece
      at = 0
      next_quote = -1
    },
    /** The next whole record and its text; undefined when more of the file is needed, or at its end. */
    take(is_last: boolean): (CsvRecord & { line: number; text: string }) | undefined {
      const record = nextRecord(is_last)
      if (record) {
        const taken = { ...record, line, text: text.slice(at, record.next) }
        at = record.next
        line += record.line_count
        return taken
      }
      const is_open = is_last ? at < text.length : text.length - at > record_characters
      if (is_open) throw new FileRefused('quote_never_closed', String(line))
      return undefined
    },
  }
}
