// How a name is put together: no surname rule; titles before, caste or tribe after, or neither.
import { type Draw, drawWeighted, type Weighted, weigh } from './draw.ts'
import type { Sex } from './invented-person.ts'
import { COMMUNITIES, type Community, type CommunityName } from './words-community.ts'
import {
  AFTER_ABDUL,
  GHULAM,
  MEN,
  MUHAMMAD,
  type NameWord,
  SHAH,
  SYED,
  WOMEN,
  WOMEN_ENDING,
} from './words-given.ts'
import type { HomeDistrict } from './world.ts'

/** A name as its bearer means it, before anybody spells it. */
export interface NameParts {
  readonly title: NameWord | null
  readonly given: readonly NameWord[]
  /** Caste, tribe or place. */
  readonly group: NameWord | null
}

/** A few words name most people and many words name few: weight falls with rank as in Zipf's law. */
const skewed = (words: readonly NameWord[], exponent = 0.95): Weighted<NameWord> =>
  weigh(words, (_, rank) => 1 / (rank + 1.5) ** exponent)

const men = skewed(MEN)
const women = skewed(WOMEN)
const women_endings = skewed(WOMEN_ENDING)
const after_abdul = skewed(AFTER_ABDUL)

interface PreparedCommunity extends Community {
  readonly honorific_words: Weighted<NameWord>
  readonly group_words: Weighted<NameWord>
  readonly compound_words: Weighted<NameWord>
}

const prepare = (community: Community): PreparedCommunity => ({
  ...community,
  honorific_words: skewed(community.honorifics),
  group_words: skewed(community.groups),
  // Two words that belong together are many and none is very common.
  compound_words: skewed(community.compounds, 0.4),
})

const prepared: Readonly<Record<CommunityName, PreparedCommunity>> = {
  punjabi: prepare(COMMUNITIES.punjabi),
  sindhi: prepare(COMMUNITIES.sindhi),
  pashtun: prepare(COMMUNITIES.pashtun),
  baloch: prepare(COMMUNITIES.baloch),
  urduSpeaking: prepare(COMMUNITIES.urduSpeaking),
  kashmiri: prepare(COMMUNITIES.kashmiri),
  gilgiti: prepare(COMMUNITIES.gilgiti),
}

type Shares = Partial<Record<CommunityName, number>>

/** Who lives where, in rough shares that sum to 1; a guess for variety, no statistic. */
const SHARES: Readonly<Record<string, Shares>> = {
  'PK-PB': { punjabi: 0.86, urduSpeaking: 0.06, pashtun: 0.04, baloch: 0.04 },
  'PK-SD': { sindhi: 0.86, urduSpeaking: 0.06, baloch: 0.05, punjabi: 0.03 },
  'PK-KP': { pashtun: 0.93, punjabi: 0.07 },
  'PK-BA': { baloch: 0.85, pashtun: 0.1, sindhi: 0.05 },
  'PK-IS': { punjabi: 0.55, pashtun: 0.2, kashmiri: 0.12, urduSpeaking: 0.13 },
  'PK-JK': { kashmiri: 0.9, punjabi: 0.1 },
  'PK-GB': { gilgiti: 0.94, pashtun: 0.06 },
  Karachi: { urduSpeaking: 0.44, sindhi: 0.16, pashtun: 0.2, punjabi: 0.11, baloch: 0.09 },
  Hyderabad: { sindhi: 0.66, urduSpeaking: 0.34 },
  Hazara: { punjabi: 0.5, pashtun: 0.5 },
  'Dera Ghazi Khan': { punjabi: 0.66, baloch: 0.34 },
  Quetta: { pashtun: 0.55, baloch: 0.4, urduSpeaking: 0.05 },
  Zhob: { pashtun: 0.95, baloch: 0.05 },
  Loralai: { pashtun: 0.7, baloch: 0.3 },
}

const shares = new Map(
  Object.entries(SHARES).map(([place, share]) => [
    place,
    weigh(Object.entries(share) as [CommunityName, number][], ([, part]) => part),
  ]),
)

/** The community a person of this district belongs to; a division may differ from its province. */
export function drawCommunity(draw: Draw, home: HomeDistrict): CommunityName {
  const weighted = shares.get(home.division_en) ?? shares.get(home.province_iso)
  if (!weighted) throw new RangeError(`no communities for ${home.province_iso}`)
  return drawWeighted(draw, weighted)[0]
}

/** The name of one person of a community. */
export function drawName(draw: Draw, name: CommunityName, sex: Sex): NameParts {
  return sex === 'female' ? womanName(draw, prepared[name]) : manName(draw, prepared[name])
}

/** The name of the father or husband, who mostly carries the same caste or tribe. */
export function drawKinName(draw: Draw, name: CommunityName, kin: NameParts): NameParts {
  const own = drawName(draw, name, 'male')
  return kin.group && draw.chance(0.8) ? { ...own, group: draw.chance(0.6) ? kin.group : null } : own
}

/** A title that others may put before a name. */
export const drawTitle = (draw: Draw, name: CommunityName): NameWord =>
  drawWeighted(draw, prepared[name].honorific_words)

function womanName(draw: Draw, community: PreparedCommunity): NameParts {
  const given = [drawWeighted(draw, women)]
  if (draw.chance(0.72)) given.push(drawWeighted(draw, women_endings))
  const group = draw.chance(community.group_chance / 3) ? drawWeighted(draw, community.group_words) : null
  return { title: null, given, group }
}

function manName(draw: Draw, community: PreparedCommunity): NameParts {
  if (draw.chance(0.05)) return { title: SYED, given: openedName(draw, community), group: SHAH }
  const title = draw.chance(community.honorific_chance) ? drawWeighted(draw, community.honorific_words) : null
  const group = draw.chance(community.group_chance) ? drawWeighted(draw, community.group_words) : null
  if (draw.chance(community.compound_chance)) {
    return { title, given: [drawWeighted(draw, community.compound_words)], group }
  }
  return { title, given: openedName(draw, community), group }
}

/** 'Muhammad Aslam', 'Ghulam Abbas', 'Abdul Rehman', 'Nadeem Akram', 'Sher Khan'. */
function openedName(draw: Draw, community: PreparedCommunity): NameWord[] {
  const main = drawWeighted(draw, men)
  if (draw.chance(community.muhammad_chance)) return [MUHAMMAD, main]
  if (draw.chance(0.07)) return [GHULAM, main]
  if (draw.chance(0.1)) return [abdul(drawWeighted(draw, after_abdul))]
  const second = draw.chance(community.ending_chance) ? draw.pick(community.endings) : drawWeighted(draw, men)
  return draw.chance(0.7) && second.ur !== main.ur ? [main, second] : [main]
}

const abdul = ({ ur, latin: [usual, ...others] }: NameWord): NameWord => ({
  ur: `عبدال${ur}`,
  latin: [
    `Abdul ${usual}`,
    ...others.map((spelling) => `Abdul ${spelling}`),
    `Abdul${usual.toLowerCase()}`,
    `Abdal ${usual}`,
  ],
})
