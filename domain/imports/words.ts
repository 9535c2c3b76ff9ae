// Closed lists in the words people type, in both languages.
import type { Cells, Column } from './columns.ts'
import type { Note } from './note.ts'
import { folded, squeezed } from './text.ts'

export type Sex = 'male' | 'female' | 'transgender'
export type Victim = 'woman' | 'child' | 'other'
export type Disposal = 'imprisonment' | 'fine' | 'probation' | 'conditional_discharge'
export type District = { readonly district_id: string; readonly name_en: string; readonly name_ur: string }

const wordList = <Value extends string>(
  words: Record<Value, readonly string[]>,
): ReadonlyMap<string, Value> =>
  new Map(
    (Object.keys(words) as Value[]).flatMap((value) =>
      [value, ...words[value]].map((word) => [squeezed(word), value] as const),
    ),
  )

const sexes = wordList<Sex>({
  male: ['m', 'man', 'مرد', 'مذکر'],
  female: ['f', 'woman', 'عورت', 'خاتون', 'مؤنث'],
  transgender: [
    't',
    'x',
    'trans',
    'khawaja sira',
    'khwaja sira',
    'eunuch',
    'خواجہ سرا',
    'ٹرانس جینڈر',
    'مخنث',
  ],
})
const victims = wordList<Victim>({
  woman: ['w', 'women', 'female', 'adult woman', 'lady', 'خاتون', 'عورت', 'بالغ خاتون'],
  child: [
    'c',
    'minor',
    'girl',
    'boy',
    'minor girl',
    'minor boy',
    'بچہ',
    'بچی',
    'نابالغ',
    'لڑکی',
    'لڑکا',
    'نابالغہ',
    'کمسن',
  ],
  other: [
    'o',
    'man',
    'male',
    'adult man',
    'transgender',
    'none',
    'state',
    'دیگر',
    'مرد',
    'خواجہ سرا',
    'کوئی نہیں',
  ],
})
/** Death and life are imprisonment until they end; the sentence says which. */
const disposals = wordList<Disposal>({
  imprisonment: [
    ...[
      'prison',
      'jail',
      'imprisoned',
      'rigorous imprisonment',
      'simple imprisonment',
      'ri',
      'si',
      'imprisonment and fine',
    ],
    ...[
      'imprisonment with fine',
      'life imprisonment',
      'imprisonment for life',
      'life',
      'death',
      'death sentence',
      'convicted',
    ],
    ...[
      'قید',
      'قید بامشقت',
      'قید محض',
      'قید و جرمانہ',
      'قید اور جرمانہ',
      'عمر قید',
      'سزائے موت',
      'سزا',
      'سزا یافتہ',
    ],
  ],
  fine: ['fined', 'fine only', 'جرمانہ', 'صرف جرمانہ'],
  probation: [
    'on probation',
    'released on probation',
    'probation order',
    'پروبیشن',
    'پروبیشن پر رہا',
    'آزمائشی رہائی',
  ],
  conditional_discharge: [
    'conditionally discharged',
    'discharge on conditions',
    'مشروط رہائی',
    'مشروط طور پر رہا',
  ],
})
const no_conviction =
  /acquit|not guilty|under ?trial|pending|on bail|bailed|discharged?$|compromise|withdrawn|cancelled|challan|accused|بری|زیر سماعت|زیر تفتیش|ضمانت|راضی نامہ|خارج|ملزم/

function readWord<Value extends string>(
  column: Column,
  words: ReadonlyMap<string, Value>,
  cells: Cells,
): Value | null {
  return words.get(squeezed(cells[column] ?? '')) ?? null
}

/**
 * The sex, as the register records it; noted when the word is not one of the list.
 * @example readSex({ sex: 'مرد' }, () => {}) // 'male'
 */
export function readSex(cells: Cells, note: Note): Sex | null {
  const sex = readWord('sex', sexes, cells)
  if (sex === null && cells.sex !== undefined) note('sex_unknown', 'sex', cells.sex)
  return sex
}

/**
 * The survivor's category. What was typed instead is never repeated: it may be a name.
 * @example readVictim({ victim: 'minor girl' }, () => {}) // 'child'
 */
export function readVictim(cells: Cells, note: Note): Victim | null {
  const victim = readWord('victim', victims, cells)
  if (victim === null && cells.victim !== undefined) note('victim_unknown', 'victim')
  return victim
}

/**
 * The disposal; an acquittal or a pending trial is refused, because only the convicted are returned.
 * @law ARITA s.24 Explanation: "a person convicted of a scheduled offence"
 * @example readDisposal({ disposal: 'عمر قید' }, () => {}) // 'imprisonment'
 */
export function readDisposal(cells: Cells, note: Note): Disposal | null {
  const disposal = readWord('disposal', disposals, cells)
  if (disposal !== null || cells.disposal === undefined) return disposal
  const code = no_conviction.test(folded(cells.disposal)) ? 'disposal_not_conviction' : 'disposal_unknown'
  note(code, 'disposal', cells.disposal)
  return null
}

const withoutPrefix = (name: string) =>
  squeezed(folded(name).replace(/^(?:district|distt\.?|dist\.?|ضلع)\s+|\s+(?:district|distt\.?)$/u, ''))

/**
 * Districts by every way they are named: id, English, Urdu, with or without "District" or "ضلع".
 * @example indexDistricts([{ district_id: 'pb_multan', name_en: 'Multan', name_ur: 'ملتان' }]).size // 3
 */
export function indexDistricts(districts: readonly District[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, readonly string[]>()
  for (const { district_id, name_en, name_ur } of districts) {
    for (const name of new Set([district_id, name_en, name_ur].map(withoutPrefix))) {
      index.set(name, [...(index.get(name) ?? []), district_id])
    }
  }
  return index
}

type DistrictIndex = ReadonlyMap<string, readonly string[]>

/**
 * The districts in which somebody was held, one for each time in custody and in its order; null where a dash stands,
 * where no one district is called that, or where they are not as many. What cannot be told is noted and left out.
 * @param count times in custody
 * @example readHeldIn({ held_in: 'Multan; -' }, 2, new Map([['multan', ['pb_multan']]]), () => {}) // ['pb_multan', null]
 */
export function readHeldIn(
  { held_in }: Cells,
  count: number,
  districts: DistrictIndex,
  note: Note,
): (string | null)[] {
  const typed = held_in?.split(/[;؛\n]/).map((part) => part.trim()) ?? []
  if (typed.length > 0 && typed.length !== count) note('held_in_unmatched', 'held_in')
  return Array.from({ length: count }, (_, at) => {
    const part = typed.length === count ? (typed[at] ?? '') : ''
    if (/^[-–—]?$/.test(part)) return null
    const [district_id = null, another] = districts.get(withoutPrefix(part)) ?? []
    if (district_id !== null && another === undefined) return district_id
    note('held_in_unknown', 'held_in', part)
    return null
  })
}

/**
 * The district named; noted when none or more than one is called that.
 * @example readDistrict({ district: 'ضلع ملتان' }, new Map([['ملتان', ['pb_multan']]]), () => {}) // 'pb_multan'
 */
export function readDistrict({ district }: Cells, districts: DistrictIndex, note: Note): string | null {
  if (district === undefined) return null
  const [district_id = null, another] = districts.get(withoutPrefix(district)) ?? []
  if (another === undefined && district_id !== null) return district_id
  note(another === undefined ? 'district_unknown' : 'district_ambiguous', 'district', district)
  return null
}
