/** The referral bundle: everything a missed duty rests on, as one signed paper. It says of itself that it finds no offence. */
import type { BreachShown } from '../../contract/breaches.ts'
import type { PrintMade } from '../../contract/prints.ts'
import type { ReferralPaper } from '../../contract/referrals.ts'
import { findSource } from '../../law/sources.ts'
import { lapseWords, reasonOf } from '../../pages/breaches/words.ts'
import type { F } from '../../pages/language/formatter.ts'
import type { T } from '../../pages/language/translator.ts'
import { explained } from '../../pages/ui/explained.ts'
import { lawName } from '../../pages/ui/law-words.ts'
import type { DataKey } from '../platform/keys.ts'
import { REFERRAL } from '../platform/paper.ts'
import { Problem } from '../platform/problem.ts'
import { type Making, makePrint } from '../prints/make.ts'
import { type Both, inBoth as sayInBoth } from '../prints/words.ts'

// Marks that keep a text apart on a screen; paper sets each language by itself, and no font draws them.
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
const inBoth = (say: (t: T, f: F) => string): Both => sayInBoth((t, f) => plain(say(t, f)))

const nameOf = (law: string): Both => inBoth((t) => lawName(law, t))

const typed = (text: string) => ({ text, is_urdu: /[\u0600-\u06ff]/.test(text) })

/** What is printed of a breach as it stands. */
export function referralPaper(shown: BreachShown): ReferralPaper {
  const { person, missed, steps, gate, contacts, duty_state, days_late } = shown
  const { name, father } = person
  const laws = [...new Set([...steps, ...gate.checks].map(({ law }) => law))]
  return {
    record_number: person.record_number,
    name: { latin: name.latin, urdu: name.ur },
    father: { latin: father.latin, urdu: father.ur },
    station: shown.station,
    duty: inBoth((t) => t(`breaches.duty.${missed.duty}`)),
    due_on: inBoth((_, f) => (missed.due_at ? f.dateTime(missed.due_at) : f.date(missed.due_on))),
    state: inBoth((t, f) => lapseWords(duty_state, days_late, t, f)),
    steps: steps.map((step) => ({
      because: inBoth((t, f) => String(explained([step], t, f)[0]?.because)),
      to: step.to === null ? null : inBoth((t, f) => explained([step], t, f)[0]?.to ?? ''),
      ...{ law: nameOf(step.law), status: inBoth((t) => t(`ui.basis.${step.status}`)) },
    })),
    checks: gate.checks.map((check) => ({
      check: inBoth((t) => t(`breaches.check.${check.check}`)),
      because: inBoth((t, f) => reasonOf(check, t, f)),
      ...{ law: nameOf(check.law), status: inBoth((t) => t(`ui.basis.${check.status}`)) },
    })),
    contacts: contacts.map(({ kind, made_on, outcome, note, by }) => ({
      on: inBoth((_, f) => f.date(made_on)),
      how: inBoth((t) => t(`breaches.contact.kind.${kind}`)),
      outcome: inBoth((t) => t(`breaches.contact.outcome.${outcome}`)),
      ...{ by, note: note === null ? null : typed(note) },
    })),
    decision: decisionPaper(shown),
    laws: laws.map((key) => ({
      key: nameOf(key),
      title: { en: findSource(key)?.title_en ?? key, ur: findSource(key)?.title_ur ?? key },
      state: inBoth((t) => t(`breaches.source.${findSource(key)?.state ?? 'not_available'}`)),
    })),
  }
}

function decisionPaper({ decisions }: BreachShown): ReferralPaper['decision'] {
  const signed = decisions.find(({ decision, said }) => decision === 'refer' && said === 'approved')
  if (!signed?.said_by || !signed.said_at) throw new Problem('breach_closed')
  const { ground, reason, decided_by, decided_at, said_by, said_at } = signed
  return {
    ground: inBoth((t) => t(`approvals.ground.${ground}`)),
    reason: typed(reason),
    ...{ proposed_by: decided_by, proposed_at: inBoth((_, f) => f.dateTime(decided_at)) },
    ...{ signed_by: said_by, signed_at: inBoth((_, f) => f.dateTime(said_at)) },
  }
}

/** Prints the bundle of a breach that was referred. The person's key seals it, so that it is erased with him. */
export function printReferral(making: Making, key: DataKey, shown: BreachShown): Promise<PrintMade> {
  const { person_id } = shown.person
  return makePrint(making, REFERRAL, { person_id, key, about_id: shown.breach_id }, referralPaper(shown))
}
