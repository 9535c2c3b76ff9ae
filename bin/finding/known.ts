/** What a line says of somebody, as the register keeps and asks it. */
import type { PersonFacts } from '../../domain/matching/evidence.ts'
import { normaliseName } from '../../domain/names/normalise.ts'
import { parseName } from '../../domain/names/parse.ts'
import type { MatchCard } from '../../domain/search/match-card.ts'
import { asciiDigits } from '../../domain/text/digits.ts'
import { matchCardOf } from '../../server/people/name-index.ts'
import { readReference } from '../../server/platform/reference.ts'
import type { PersonLine, QueryLine } from './lines.ts'

const bare = (name: string) => normaliseName(name).replace(/[^\p{L}\p{N}]/gu, '')

/** Districts of Pakistan by their names in both scripts; another place is kept as its text. */
const districts = new Map(
  readReference('districts.csv').flatMap((d) =>
    [d['name_en'], d['name_ur']].flatMap((name) =>
      name ? [[bare(name), d['district_id'] ?? ''] as const] : [],
    ),
  ),
)
const districtOf = (text: string) => districts.get(bare(text)) ?? `text:${bare(text)}`
const digitsOf = (cnic: string) => asciiDigits(cnic).replace(/\D/g, '')

export function cardOf({ names, father, born_year, district, cnic, sex }: PersonLine): MatchCard {
  return matchCardOf({
    ...{ names, fathers: father, sex },
    births: born_year === null ? [] : [{ kind: 'year', year: born_year }],
    district_ids: district === null ? [] : [districtOf(district)],
    cnics: cnic === null ? [] : [digitsOf(cnic)].filter((digits) => digits !== ''),
  })
}

export function askedOf({ name, father, born_year, district, cnic }: QueryLine): PersonFacts {
  const parsed = parseName(name)
  return {
    names: [parsed],
    fathers: father.length > 0 ? father.map(parseName) : parsed.father ? [parsed.father] : [],
    sex: parsed.sex,
    birth: born_year === null ? null : { kind: 'year', year: born_year },
    district_id: district === null ? null : districtOf(district),
    cnics: cnic === null ? [] : [digitsOf(cnic)].filter((digits) => digits !== ''),
    custody: [],
  }
}
