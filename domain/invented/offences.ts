// What the histories draw on: offences with the punishments a court may give (rounded), and courts.
// For invented judgments only. Which offences count, and when, is told by the catalogue in law/.
import type { Draw } from './draw.ts'
import type { Victim } from './invented-person.ts'
import type { HomeDistrict } from './world.ts'

interface Punishment {
  /** Imprisonment in months, least and most. */
  readonly months: readonly [number, number]
  readonly victims: readonly Victim[]
}

const ANYONE: readonly Victim[] = ['woman', 'child', 'woman', 'other']
const WOMAN: readonly Victim[] = ['woman']
const CHILD: readonly Victim[] = ['child']
const WOMAN_OR_CHILD: readonly Victim[] = ['woman', 'woman', 'child']

const PUNISHMENTS: Readonly<Record<string, Punishment>> = {
  'PPC-292A': { months: [12, 84], victims: CHILD },
  'PPC-292B': { months: [24, 84], victims: CHILD },
  'PPC-292C': { months: [24, 84], victims: CHILD },
  'PPC-302': { months: [120, 300], victims: ANYONE },
  'PPC-336A': { months: [84, 168], victims: WOMAN },
  'PPC-336B': { months: [168, 300], victims: WOMAN },
  'PPC-354': { months: [6, 24], victims: WOMAN },
  'PPC-354A': { months: [84, 300], victims: WOMAN },
  'PPC-365B': { months: [60, 300], victims: WOMAN },
  'PPC-366A': { months: [24, 120], victims: CHILD },
  'PPC-366B': { months: [24, 120], victims: WOMAN_OR_CHILD },
  'PPC-367A': { months: [84, 300], victims: WOMAN_OR_CHILD },
  'PPC-371A': { months: [24, 300], victims: WOMAN_OR_CHILD },
  'PPC-371B': { months: [24, 300], victims: WOMAN_OR_CHILD },
  'PPC-375': { months: [120, 300], victims: WOMAN_OR_CHILD },
  'PPC-375A': { months: [180, 300], victims: WOMAN_OR_CHILD },
  'PPC-376': { months: [120, 300], victims: WOMAN_OR_CHILD },
  'PPC-377': { months: [24, 120], victims: ['child', 'child', 'woman'] },
  'PPC-377A': { months: [84, 168], victims: CHILD },
  'PPC-377B': { months: [168, 240], victims: CHILD },
  'PPC-379': { months: [6, 36], victims: ANYONE },
  'PPC-420': { months: [12, 84], victims: ANYONE },
  'PECA-21': { months: [12, 60], victims: WOMAN_OR_CHILD },
  'PECA-22': { months: [84, 168], victims: CHILD },
  'PECA-22A': { months: [60, 120], victims: CHILD },
}

/**
 * The punishment of an offence this generator knows.
 * @example punishmentOf('PPC-354').months // [6, 24], months
 */
export function punishmentOf(offence: string): Punishment {
  const punishment = PUNISHMENTS[offence]
  if (!punishment) throw new RangeError(`no punishment listed for ${offence}`)
  return punishment
}

export interface CourtName {
  readonly name_en: string
  readonly name_ur: string
}

const COURTS: readonly CourtName[] = [
  { name_en: 'Special Court (Anti-Rape)', name_ur: 'خصوصی عدالت (انسدادِ زنا بالجبر)' },
  { name_en: 'Court of Sessions', name_ur: 'عدالت سیشن جج' },
  { name_en: 'Additional Sessions Judge', name_ur: 'عدالت ایڈیشنل سیشن جج' },
  { name_en: 'Gender Based Violence Court', name_ur: 'عدالت برائے صنفی تشدد' },
]

/** A court that sits in the district. */
export function drawCourt(draw: Draw, home: HomeDistrict): CourtName {
  const court = draw.pick(COURTS)
  return { name_en: `${court.name_en}, ${home.name_en}`, name_ur: `${court.name_ur}، ${home.name_ur}` }
}

interface Abroad extends CourtName {
  readonly country: string
}

const COURTS_ABROAD: readonly Abroad[] = [
  { country: 'AE', name_en: 'Criminal Court, Dubai', name_ur: 'فوجداری عدالت، دبئی' },
  { country: 'SA', name_en: 'Criminal Court, Riyadh', name_ur: 'فوجداری عدالت، ریاض' },
  { country: 'GB', name_en: 'Crown Court, Birmingham', name_ur: 'کراؤن کورٹ، برمنگھم' },
  { country: 'OM', name_en: 'Criminal Court, Muscat', name_ur: 'فوجداری عدالت، مسقط' },
  { country: 'MY', name_en: 'Sessions Court, Kuala Lumpur', name_ur: 'سیشن عدالت، کوالالمپور' },
]

export const drawCourtAbroad = (draw: Draw): Abroad => draw.pick(COURTS_ABROAD)
