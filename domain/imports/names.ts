// Names as typed, each in its script; aliases and the father's name taken out of the name where they stand in it.
import type { Cells, Column } from './columns.ts'
import type { Note } from './note.ts'
import { asciiDigits, folded, scriptOf } from './text.ts'

type NameColumn = 'name_latin' | 'name_urdu' | 'father_name_latin' | 'father_name_urdu'
export type Names = Readonly<Record<NameColumn, string | null>> & { readonly aliases: readonly string[] }

const alias_mark = /\s*(?:@|(?<!\p{L})(?:عرف|alias|a\.?k\.?a\.?)(?!\p{L}))\s*/iu
const father_mark = /\s+(?:[sdw]\/o|(?:son|daughter|wife) of|ولد|بنت|دختر|زوجہ)\s+/iu
const nobody = /^(?:unknown|not known|nil|n\/?a|none|-+|نامعلوم|ندارد)$/

type Found = { names: Record<NameColumn, string | null>; aliases: string[] }

/** Puts a name where its script belongs; the column it was typed in counts only when that place is taken. */
function place(found: Found, kind: 'name' | 'father_name', typed: string, column: Column, note: Note): void {
  const name = typed.replace(/^[\s,.،۔]+|[\s,،]+$/g, '')
  if (name === '' || nobody.test(folded(name))) return
  const script = scriptOf(name)
  if (script === 'none' || /\d/.test(asciiDigits(name)) || name.length > 120) {
    note('name_unreadable', column, name)
    return
  }
  const target: NameColumn = `${kind}_${script}`
  if (found.names[target] === null) found.names[target] = name
  else note('name_script', column, name)
}

function readName(
  found: Found,
  column: 'name_latin' | 'name_urdu',
  typed: string,
  has_father: boolean,
  note: Note,
): void {
  // Before any alias mark stands the name; behind each, an alias; either may go on with the father's name.
  const parts = typed.split(alias_mark).map((part) => {
    const [name = '', father] = part.split(father_mark)
    return { name, father }
  })
  const [own = { name: '' }, ...aliases] = parts
  const father = parts.find((part) => part.father !== undefined)?.father
  place(found, 'name', own.name, column, note)
  found.aliases.push(...aliases.map(({ name }) => name))
  if (father === undefined || has_father) return
  note('father_name_split', column, father)
  place(found, 'father_name', father, column, note)
}

/**
 * The names of the row. Nothing is respelt: spellings are evidence, and are normalised only to compare.
 * @returns the name and the father's name by script, and each alias once
 * @example readNames({ name_latin: 'Rashid @ Sheeda' }, () => {}).aliases // ['Sheeda']
 */
export function readNames(cells: Cells, note: Note): Names {
  const found: Found = {
    names: { name_latin: null, name_urdu: null, father_name_latin: null, father_name_urdu: null },
    aliases: [],
  }
  const has_father = cells.father_name_latin !== undefined || cells.father_name_urdu !== undefined
  for (const column of ['name_latin', 'name_urdu'] as const) {
    const typed = cells[column]
    if (typed !== undefined) readName(found, column, typed, has_father, note)
  }
  for (const column of ['father_name_latin', 'father_name_urdu'] as const) {
    place(found, 'father_name', cells[column] ?? '', column, note)
  }
  found.aliases.push(...(cells.aliases ?? '').split(alias_mark).flatMap((part) => part.split(/[,;،؛]/)))
  const { names } = found
  if (names.name_latin === null && names.name_urdu === null) note('name_missing', 'name_latin')
  if (names.father_name_latin === null && names.father_name_urdu === null)
    note('father_name_missing', 'father_name_latin')
  return { ...names, aliases: distinct(found.aliases) }
}

/** Each alias once, compared folded, kept as first typed. */
function distinct(aliases: readonly string[]): string[] {
  const by_folded = new Map<string, string>()
  for (const alias of aliases.map((one) => one.trim())) {
    if (alias !== '' && !by_folded.has(folded(alias))) by_folded.set(folded(alias), alias)
  }
  return [...by_folded.values()]
}
