// What would move a score, and which one question tells the best candidates apart.
import type { Frequencies } from '../names/frequencies.ts'
import type { Field, PersonFacts } from './evidence.ts'
import type { Model } from './weights.ts'

export interface Change {
  readonly field: Field
  /** The score's change if the answer agrees as well as it can, and if it differs, in thousandths of a bit. */
  readonly if_same: number
  readonly if_different: number
}

function isKnown(facts: PersonFacts, field: Field): boolean {
  const known: Record<Field, boolean> = {
    name: facts.names.length > 0,
    father: facts.fathers.length > 0,
    sex: facts.sex !== null,
    birth: facts.birth !== null,
    cnic: facts.cnics.length > 0,
    district: facts.district_id !== null,
  }
  return known[field]
}

const ASKABLE: readonly Field[] = ['father', 'birth', 'district', 'cnic']

function changeOf(field: Field, candidate: PersonFacts, model: Model, frequencies: Frequencies): Change {
  const weigh = (code: Parameters<Model['weigh']>[1]) => model.weigh(field, code)
  if (field === 'father') {
    const parts = candidate.fathers[0]?.parts ?? []
    const rare = parts.map(({ common_key }) =>
      Math.log2(frequencies.typical / frequencies.perMillion(common_key)),
    )
    const if_same = rare.reduce((sum, bits) => sum + weigh('part_same') + Math.round(1000 * bits), 0)
    return { field, if_same, if_different: parts.length * weigh('part_differs') }
  }
  if (field === 'birth')
    return { field, if_same: weigh('birth_year_same'), if_different: weigh('birth_year_apart') }
  if (field === 'district')
    return { field, if_same: weigh('district_same'), if_different: weigh('district_differs') }
  return { field, if_same: weigh('cnic_same'), if_different: weigh('cnic_differs') }
}

const width = ({ if_same, if_different }: Change) => if_same - if_different

/**
 * Facts of the candidate that the query does not give, and what asking for each could change; the widest first.
 * @example whatWouldChange(name_alone, candidate, model, model.frequencies)[0]?.field // 'cnic'
 */
export function whatWouldChange(
  query: PersonFacts,
  candidate: PersonFacts,
  model: Model,
  frequencies: Frequencies,
): Change[] {
  return ASKABLE.filter((field) => !isKnown(query, field) && isKnown(candidate, field))
    .map((field) => changeOf(field, candidate, model, frequencies))
    .sort((one, other) => width(other) - width(one))
}

/** A value by which candidates fall into groups when the field is asked; null where it is not known. */
function answerOf(facts: PersonFacts, field: Field): string | null {
  if (field === 'father') return facts.fathers[0]?.parts.map(({ common_key }) => common_key).join(' ') ?? null
  if (field === 'district') return facts.district_id
  if (field === 'cnic') return facts.cnics[0] ?? null
  const { birth } = facts
  if (!birth) return null
  if (birth.kind === 'year') return `${birth.year}`
  const year = Number(birth.on.slice(0, 4))
  return birth.kind === 'day' ? `${year}` : `${year - birth.years}`
}

export interface Question {
  readonly field: Field
  /** Candidates that an answer leaves, on the average over the answers. */
  readonly left: number
}

/**
 * The one question that leaves the fewest of the candidates that fit about as well; undefined when none tells them apart.
 * @example bestQuestion(name_alone, [of_akram, of_ashraf])?.field // 'father'
 */
export function bestQuestion(query: PersonFacts, candidates: readonly PersonFacts[]): Question | undefined {
  const questions = ASKABLE.filter((field) => !isKnown(query, field)).map((field) => {
    const groups = Map.groupBy(candidates, (facts) => answerOf(facts, field))
    const unknown = groups.get(null)?.length ?? 0
    let left = 0
    for (const [answer, group] of groups) {
      const stays = answer === null ? candidates.length : group.length + unknown
      left += (group.length / candidates.length) * stays
    }
    return { field, left: Math.round(left * 100) / 100 }
  })
  return questions
    .filter(({ left }) => left < candidates.length)
    .sort((one, other) => one.left - other.left)[0]
}
