/** What the receipt of a notice says: what was told and when, whether it came in time, and what is due next. */
import type { NoticeShown } from '../../contract/notices.ts'
import type { ReceiptPaper } from '../../contract/papers.ts'
import { dayOf } from '../../domain/calendar/dates.ts'
import type { Duty } from '../../domain/duty/evaluate.ts'
import type { Key } from '../../pages/language/dictionary.ts'
import type { F } from '../../pages/language/formatter.ts'
import type { T } from '../../pages/language/translator.ts'
import { computeDuties } from '../duties/compute.ts'
import { dateOf } from '../duties/project.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type Both, inBoth as said } from '../prints/words.ts'

/** The same said in both languages. */
const inBoth = (say: (t: T, f: F) => string): Both => said((t, f) => plain(say(t, f)))
const words = (key: Key) => inBoth((t) => t.find(key) ?? '')
/** Paper knows the direction of each text itself; the marks of a page are letters that no font has. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
const same = (text: string): Both => ({ en: text, ur: text })

/** The receipt's content, from the notice as its page shows it. */
export async function receiptOf(
  tx: RegisterTx,
  notice: NoticeShown,
  now: Temporal.Instant,
): Promise<ReceiptPaper> {
  const { person, duty, station, received_at } = notice
  const computed = (await computeDuties(tx, [person.person_id], pakistanDay(now))).get(person.person_id)
  const next = computed?.result.duties.find((one) => isOpen(one) && dateOf(one) !== null)
  return {
    notice_number: notice.notice_number,
    notice_kind: words(`notices.duty.${duty}`),
    received_at: inBoth((_, f) => f.dateTime(received_at)),
    station: station ?? words('notices.station.bureau'),
    name: { latin: person.name.latin, urdu: person.name.ur },
    father: { latin: person.father.latin, urdu: person.father.ur },
    record_number: person.record_number,
    facts: [...factsOf(notice), ...languageOf(notice)],
    state: stateOf(notice),
    next_due: next ? nextOf(next) : null,
    how_to_object: words('servings.told.object'),
  }
}

const isOpen = ({ state }: Duty) => state === 'not_due' || state === 'due' || state === 'overdue'

const nextOf = (duty: Duty) => ({
  what: words(`notices.duty.${duty.duty}`),
  on: inBoth((t, f) => {
    const day = duty.due_at ? f.dateTime(duty.due_at) : f.date(dateOf(duty) ?? '')
    return t('notices.met.due', { day })
  }),
})

type PaperFacts = ReceiptPaper['facts']
const fact = (key: Key, value: Both | null | undefined): PaperFacts =>
  value ? [{ label: words(key), value }] : []
const day = (on: string | null | undefined) => (on ? inBoth((_, f) => f.date(on)) : null)
const moment = (at: string | null | undefined) => (at ? inBoth((_, f) => f.dateTime(at)) : null)

function factsOf({ told, document_seen }: NoticeShown): PaperFacts {
  const country = told.country
  return [
    ...fact('notices.address_text', told.text ? same(told.text) : null),
    ...fact('notices.address_from_on', told.kind === 'address' ? day(told.changed_on) : null),
    ...fact('notices.of.name', told.latin && told.ur ? { en: told.latin, ur: told.ur } : null),
    ...fact('notices.name_changed_on', told.kind === 'name' ? day(told.changed_on) : null),
    ...fact(
      'notices.country',
      country ? inBoth((t) => t.find(`notices.country.${country}`) ?? country) : null,
    ),
    ...fact('notices.destination', told.destination ? same(told.destination) : null),
    ...fact('notices.trip.departs_at', moment(told.departs_at)),
    ...fact('notices.trip.returns_at', moment(told.returns_at)),
    ...fact('notices.document_seen', words(`notices.document_seen.${document_seen}`)),
  ]
}

/** In which language it is read out to him; left out while nobody asked. */
const languageOf = ({ person: { language } }: NoticeShown): PaperFacts =>
  language ? fact('people.language', words(`people.language.${language}`)) : []

/** In time, late by so many days, or nothing was owed. */
function stateOf({ met, received_at }: NoticeShown): ReceiptPaper['state'] {
  const late = met.find(({ state }) => state === 'met_late')
  if (late) return { code: 'overdue', words: lateWords(late, received_at) }
  return {
    code: 'met',
    words: words(met.length > 0 ? 'notices.receipt.in_time' : 'notices.receipt.nothing_owed'),
  }
}

function lateWords({ due_on }: NoticeShown['met'][number], received_at: string): Both {
  if (due_on === null) return words('notices.receipt.late')
  const count = dayOf(pakistanDay(Temporal.Instant.from(received_at))) - dayOf(due_on)
  return inBoth((t) => t('notices.receipt.late_days', { count }))
}
