/** The person's own report: who has looked at his record, from which office and why, and what was given out of it. */
import type { AccessReportPaper } from '../../contract/disclosures.ts'
import type { PersonHead, PersonLookers } from '../../contract/people.ts'
import type { PrintMade } from '../../contract/prints.ts'
import { findSource } from '../../law/sources.ts'
import { listLooks, PAGE_SIZE } from '../people/history.ts'
import type { DataKey } from '../platform/keys.ts'
import { ACCESS_REPORT } from '../platform/paper.ts'
import { printOnce } from '../prints/first.ts'
import type { Making } from '../prints/make.ts'
import { bothInstant, inBoth } from '../prints/words.ts'
import { listDisclosures } from './queries.ts'

type Look = PersonLookers['looks'][number]

/** Looks on one report, in lines; the rest is on the screen, and the paper says so. */
export const MOST_LOOKS = 300

async function newestLooks({ tx, program }: Making, person_id: string): Promise<Look[]> {
  const looks: Look[] = []
  for (let page: Look[] = [], after: string | undefined; looks.length <= MOST_LOOKS; ) {
    page = await listLooks(tx, program.places, person_id, after)
    looks.push(...page)
    after = page.at(-1)?.event_id
    if (page.length < PAGE_SIZE) break
  }
  return looks
}

const lookLine = ({
  occurred_at,
  unit,
  role,
  action,
  purpose,
}: Look): AccessReportPaper['looks'][number] => ({
  at: bothInstant(Temporal.Instant.from(occurred_at)),
  // The office answers for the look; which of its officers it was stands in the log, not on a paper that leaves.
  office: unit ?? inBoth((t) => (role ? t(`roles.${role}`) : t('ui.not_known'))),
  seen: inBoth((t) => t.find(`people.look.${action}`) ?? t('ui.not_known')),
  why: inBoth((t) => (purpose ? t(`searches.purpose.${purpose}`) : t('ui.not_given'))),
})

/** The law by its name: the report is read by the person himself. */
const lawOf = (key: string): AccessReportPaper['given'][number]['basis'] => {
  const source = findSource(key)
  return source ? { en: source.title_en, ur: source.title_ur } : key
}

/** What the report says today. */
export async function reportOf(making: Making, person: PersonHead): Promise<AccessReportPaper> {
  const { person_id, name, father, record_number, station } = person
  const looks = await newestLooks(making, person_id)
  const given = await listDisclosures(making.tx, person_id, undefined)
  return {
    name: { latin: name.latin, urdu: name.ur },
    father: { latin: father.latin, urdu: father.ur },
    ...{ record_number, station, is_cut: looks.length > MOST_LOOKS },
    looks: looks.slice(0, MOST_LOOKS).map(lookLine),
    given: given.map(({ disclosed_at, recipient, fields, basis }) => ({
      at: bothInstant(Temporal.Instant.from(disclosed_at)),
      to: inBoth((t) => t(`disclosures.recipient.${recipient}`)),
      told: inBoth((t) =>
        fields.map((field) => t(`disclosures.field.${field}`)).join(`${t('disclosures.comma')} `),
      ),
      basis: lawOf(basis),
    })),
  }
}

/** Prints the report of a person who asked for it. */
export async function printReport(making: Making, key: DataKey, person: PersonHead): Promise<PrintMade> {
  const { person_id } = person
  const content = await reportOf(making, person)
  const whose = { person_id, key, about_id: person_id }
  return printOnce(making, { template: ACCESS_REPORT, whose, content, before: undefined })
}
