// A typed name read into its parts, in either script or both.
import { joinCompounds, type Word } from './compounds.ts'
import { commonKey, consonantKeys } from './key.ts'
import type { NamePart, ParsedName } from './parsed-name.ts'
import { lettersOf } from './signs.ts'
import { SPOKEN } from './spoken.ts'
import { cutLine, wordsOf } from './tokens.ts'
import * as vocabulary from './vocabulary.ts'

/** Muhammad written to the end of a word: غلاممحمد. */
const joined_muhammad = /(?<=.{3})m[uo]h+a+m+[ae]+d$|(?<=\p{Script=Arabic}{2})محمد$/u
const muhammad_joined = /^(?:محمد(?=.{3})|m[uo]h+a+m+[aeu]+d(?=[a-z]{3}))(?!ی$|i$)/u
/** Attributes of God that follow Abdul: behind a single A they are read as that compound. */
const DIVINE = new Set(
  'RHMN RHM STR GFR AZZ MJD HMD RZK KYM KLK JBR LTF RF VHD KRM SLM KDR GN HKM HLM VHB GFRE SMD SKR'.split(
    ' ',
  ),
)

/** God written to the beginning of a word: اللہدتہ, Allahditta; Alladin is Ala ud Din. */
const god_joined =
  /^(?:اللہ(?=\p{L}{2})|al+a+h?(?=(?:d[ia]t+|bakh|baksh|bu[kx]|rakh|yar|was|dad$|di+n+o|deeno|nawaz|d[ei]*wa|ji?wa))(?=[a-z]{3}))/u

/** A word joined to Muhammad is cut from it; names of letters become initials; short forms are written out. */
function plainWords(name: string): string[] {
  const words = wordsOf(name).flatMap((word) => {
    const before = (muhammad_joined.exec(word) ?? god_joined.exec(word))?.[0].length
    const at = before ?? joined_muhammad.exec(word)?.index
    return at === undefined ? [word] : [word.slice(0, at), word.slice(at)]
  })
  const many = words.length > 1
  return words.map(vocabulary.listedSpelling).map((word) => {
    const letter = many ? vocabulary.LETTER_NAMES.get(word) : undefined
    return letter ?? vocabulary.SHORT_FORMS.get(word) ?? vocabulary.fullSpelling(word)
  })
}

/** Hafiz is a title, and a name with God behind it. */
const makes_compounds = /^hafi?z$|^حافظ$/u

const full = vocabulary.fullSpelling

function partOf(word: Word, kind: NamePart['kind']): NamePart {
  const text = full(word.text)
  const attribute = word.attribute === undefined ? undefined : full(word.attribute)
  const spoken = SPOKEN.get(text)
  if (attribute === undefined)
    return {
      ...{ kind, text, letters: lettersOf(text), core: null, attribute: null },
      spoken: spoken === undefined ? null : lettersOf(spoken),
      common_key: kind === 'clan' ? `clan:${vocabulary.CLANS.get(text) ?? text}` : commonKey(text),
    }
  const is_servant = attribute === 'abd' || attribute === 'عبد'
  const in_order = is_servant ? [attribute, text] : [text, attribute]
  return {
    kind,
    text: in_order.join(' '),
    letters: lettersOf(in_order.join('')),
    spoken: null,
    core: lettersOf(text),
    attribute: lettersOf(attribute),
    common_key: in_order.map(commonKey).join('+'),
  }
}

type Kind = 'muhammad' | 'syed' | 'honorific' | 'style' | 'clan' | 'initial' | 'part'

function kindOf({ text, attribute }: Word): Kind {
  if (attribute !== undefined) return 'part'
  if (vocabulary.isMuhammad(text)) return 'muhammad'
  if (vocabulary.isSyed(text)) return 'syed'
  if (vocabulary.CLANS.has(text)) return 'clan'
  if (vocabulary.STYLES.has(text)) return 'style'
  if (vocabulary.HONORIFICS.has(text)) return 'honorific'
  return [...text].length === 1 ? 'initial' : 'part'
}

type Sorted = { readonly word: Word; readonly kind: Kind }

const BEFORE_NAMES: ReadonlySet<Kind> = new Set(['honorific', 'style', 'clan', 'syed'])

/** `A. Rehman` is Abdul Rehman; an M that begins a name, behind its titles, is Muhammad. */
function readInitials(sorted: readonly Sorted[]): Sorted[] {
  const at = sorted.findIndex(({ kind }) => !BEFORE_NAMES.has(kind))
  const [first, second] = sorted.slice(at)
  if (at < 0 || first?.kind !== 'initial' || !second) return [...sorted]
  const before = sorted.slice(0, at)
  if (first.word.text === 's' && second.word.text === 'm' && sorted.length > at + 2)
    return [
      ...before,
      { word: { text: 'syed' }, kind: 'syed' },
      { word: { text: 'muhammad' }, kind: 'muhammad' },
      ...sorted.slice(at + 2),
    ]
  if (/^[mم]$/u.test(first.word.text))
    return [...before, { word: { text: 'muhammad' }, kind: 'muhammad' }, ...sorted.slice(at + 1)]
  const is_bare = second.kind === 'part' && second.word.attribute === undefined
  if (/^[aا]$/u.test(first.word.text) && is_bare && DIVINE.has(commonKey(second.word.text)))
    return [...before, { word: { ...second.word, attribute: 'abd' }, kind: 'part' }, ...sorted.slice(at + 2)]
  return [...sorted]
}

/** Bakhsh and Dino stand behind another name: of Pir Bakhsh and Sain Dino the first word is no title. */
const isSecondHalf = (word: string) =>
  consonantKeys(word)[0] === 'BKS' || /^d(?:i|ee)n+o$|^[دڈ]ی?نو$/u.test(word)

/** Where nothing else names somebody, a title does; and a clan before a name is a courtesy. */
function settleTitles(sorted: readonly Sorted[]): Sorted[] {
  const has = (kind: Kind) => sorted.some((one) => one.kind === kind)
  const promoted = (from: Kind): Sorted[] => {
    const first = sorted.findIndex((one) => one.kind === from)
    return sorted.map((one, at) => (at === first ? { ...one, kind: 'part' } : one))
  }
  const first_part = sorted.findIndex((one) => one.kind === 'part' || one.kind === 'initial')
  if (has('part')) {
    const is_half = isSecondHalf(sorted[first_part]?.word.text ?? '')
    return sorted.map((one, at) => {
      if (is_half && at === first_part - 1 && (one.kind === 'clan' || one.kind === 'style'))
        return { ...one, kind: 'part' }
      return one.kind === 'clan' && at < first_part ? { ...one, kind: 'style' } : one
    })
  }
  if (has('clan')) return promoted('clan')
  if (has('style')) return promoted('style')
  return promoted('honorific')
}

const styleCode = (text: string) => vocabulary.STYLES.get(text) ?? vocabulary.CLANS.get(text) ?? text

function muhammadOf(sorted: readonly Sorted[]): ParsedName['muhammad'] {
  const at = sorted.findIndex((one) => one.kind === 'muhammad')
  if (at < 0) return 'none'
  return sorted.slice(0, at).some((one) => one.kind === 'part') ? 'after' : 'before'
}

/** The title right before the first part, as written. */
function titleOf(sorted: readonly Sorted[]): string | null {
  const before = sorted[sorted.findIndex(({ kind }) => kind === 'part') - 1]
  return before?.kind === 'honorific' || before?.kind === 'style' ? before.word.text : null
}

type Own = Pick<ParsedName, 'parts' | 'muhammad' | 'is_syed' | 'styles' | 'written_styles' | 'title' | 'sex'>

function readOwn(name: string): Own {
  const words = plainWords(name)
  const isTitle = (word: string) =>
    (vocabulary.isTitle(word) || vocabulary.CLANS.has(word)) && !makes_compounds.test(word)
  const isApart = (word: string) => vocabulary.isMuhammad(word) || vocabulary.isSyed(word)
  const sorted = settleTitles(
    readInitials(joinCompounds(words, isApart, isTitle).map((word) => ({ word, kind: kindOf(word) }))),
  )
  const parts = sorted.flatMap(({ word, kind }) =>
    kind === 'part' || kind === 'clan' || kind === 'initial' ? [partOf(word, kind)] : [],
  )
  const styles = sorted.filter(({ kind }) => kind === 'style').map(({ word }) => word.text)
  return {
    parts,
    muhammad: muhammadOf(sorted),
    is_syed: sorted.some(({ kind }) => kind === 'syed'),
    title: titleOf(sorted),
    styles: styles.map(styleCode),
    written_styles: styles,
    sex: words.map(vocabulary.sexOfWord).find((sex) => sex !== undefined) ?? null,
  }
}

const alone = { relation: null, father: null, aliases: [], rest: '' }

/**
 * A name as typed, read into parts, flags and styles, with the father's name and aliases that stood in it. Never
 * fails: what is no name has no parts.
 * @example parseName('Ch. Md Aslam @ Achoo s/o Akram').parts[0]?.text // 'aslam'
 */
export function parseName(typed: string): ParsedName {
  const line = cutLine(typed)
  const read = (name: string): ParsedName => ({ typed: name, ...readOwn(name), ...alone })
  const own = readOwn(line.own)
  return {
    typed,
    ...own,
    sex: own.sex ?? (line.relation === 'wife' ? 'female' : null),
    relation: line.relation,
    father: line.father === null ? null : read(line.father),
    aliases: line.aliases.map(read),
    rest: line.rest,
  }
}
