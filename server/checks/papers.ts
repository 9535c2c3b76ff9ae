/** What the papers of a check say, in both languages at once. */
import type { AnswerContent } from '../../contract/check-answers.ts'
import { CheckPaper } from '../../contract/check-papers.ts'
import type { CheckBody } from '../../contract/checks.ts'
import { formatter } from '../../pages/language/formatter.ts'
import { offenceWords } from '../../pages/ui/offence-words.ts'
import type { Template } from '../platform/paper.ts'
import { type Both, type Fact, identifier, inBoth, label, paperName, said } from '../platform/paper-words.ts'
import type { Places } from '../platform/places.ts'

export const ANNEXURE: Template<typeof CheckPaper, 'annexure_a'> = {
  ...{ kind: 'annexure_a', file: 'annexure-a.typ', content: CheckPaper },
}
export const ANSWER: Template<typeof CheckPaper, 'check_answer'> = {
  ...{ kind: 'check_answer', file: 'check-answer.typ', content: CheckPaper },
}

const typed = (text: string): Both => ({ en: text, ur: text })

const districtOf = ({ districts }: Places, id: string | null): Both | null => {
  const district = id === null ? undefined : districts.get(id)
  return district ? { en: district.name_en, ur: district.name_ur } : null
}
const sections = (offences: readonly string[]) =>
  inBoth((t, f) => f.list(offences.map((key) => offenceWords(key, t))))

function firFacts(body: CheckBody, { stations }: Places): Fact[] {
  const station = stations.get(body.station_id ?? '')
  return [
    ...(station ? [said('drafts.fir_station', { en: station.name_en, ur: station.name_ur })] : []),
    ...(body.fir_number ? [identifier('checks.fir', `${body.fir_number}/${body.fir_year}`)] : []),
    ...(body.transfer_order ? [said('checks.transfer_order', typed(body.transfer_order))] : []),
    ...(body.offences.length > 0 ? [said('checks.sections', sections(body.offences))] : []),
  ]
}

function suspectFacts({ suspect }: CheckBody, places: Places): Fact[] {
  const { names, sex, born_year, cnic, district_id } = suspect
  const aliases = names.flatMap(({ kind, text }) => (kind === 'alias' ? [`@ ${text}`] : []))
  const district = districtOf(places, district_id)
  return [
    ...(aliases.length > 0 ? [said('drafts.aliases', typed(aliases.join(' ')))] : []),
    ...(sex
      ? [
          said(
            'drafts.sex',
            inBoth((t) => t(`drafts.sex.${sex}`)),
          ),
        ]
      : []),
    ...(born_year
      ? [
          said(
            'checks.born',
            inBoth((_, f) => f.year(born_year)),
          ),
        ]
      : []),
    ...(cnic ? [identifier('drafts.cnic', formatter('en').cnic(cnic))] : []),
    ...(district ? [said('checks.district', district)] : []),
  ]
}

/** Annexure A, as it is signed. */
export function annexurePaper(body: CheckBody, places: Places, asked_by: Both): CheckPaper {
  const { relevance, reasons, suspect } = body
  return {
    statement: label('paper.annexure.statement'),
    ...{
      name: paperName(suspect, 'name'),
      father: paperName(suspect, 'father'),
      state: null,
    },
    facts: [
      ...suspectFacts(body, places),
      ...firFacts(body, places),
      ...(relevance
        ? [
            said(
              'checks.relevance',
              inBoth((t) => t(`checks.relevance.${relevance}`)),
            ),
          ]
        : []),
      ...(reasons ? [said('checks.reasons', typed(reasons))] : []),
      said('checks.asked_by', asked_by),
    ],
    closing: [label('paper.annexure.declares'), label('paper.annexure.survivor')],
  }
}

const STATE_OF = { no_record: 'met', record_exists: 'due', unclear: 'paused' } as const

/** What the answer says of somebody. */
function recordFacts(record: NonNullable<AnswerContent['record']>, places: Places): Fact[] {
  const { record_number, born_year, cnic_tail, district_id, convictions } = record
  const district = districtOf(places, district_id)
  return [
    ...(record_number ? [identifier('checks.record', record_number)] : []),
    ...(born_year
      ? [
          said(
            'checks.born',
            inBoth((_, f) => f.year(born_year)),
          ),
        ]
      : []),
    ...(cnic_tail ? [identifier('checks.cnic_tail', cnic_tail)] : []),
    ...(district ? [said('checks.record.district', district)] : []),
    ...convictions.flatMap(({ offences, convicted_on, court }) => [
      said('checks.convicted', sections(offences)),
      ...(convicted_on
        ? [
            said(
              'drafts.convicted_on',
              inBoth((_, f) => f.date(convicted_on)),
            ),
          ]
        : []),
      ...(court ? [said('drafts.court', typed(court))] : []),
    ]),
  ]
}

/** The answer on paper: what stands on the screen, and no more. */
export function answerPaper(content: AnswerContent, body: CheckBody, places: Places): CheckPaper {
  const { outcome, needs, record } = content
  return {
    statement: inBoth((t) => t(`checks.outcome.${outcome}.what`)),
    name: record?.name ? { latin: record.name.latin, urdu: record.name.ur } : null,
    father: record?.father ? { latin: record.father.latin, urdu: record.father.ur } : null,
    state: { code: STATE_OF[outcome], words: inBoth((t) => t(`checks.outcome.${outcome}`)) },
    facts: [
      ...needs.map((need) =>
        said(
          'checks.needs',
          inBoth((t) => t(`checks.need.${need}`)),
        ),
      ),
      ...(record ? recordFacts(record, places) : []),
      ...firFacts(body, places),
    ],
    closing: [label('paper.answer.only'), ...(record ? [label('checks.confirm.what')] : [])],
  }
}
