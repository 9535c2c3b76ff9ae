// `f`: dates, numbers and identifiers as people read them. Urdu pages use Urdu digits, except inside identifiers.
import { asciiDigits, urduDigits } from '../../domain/text/digits.ts'
import type { Language } from './language.ts'

const MONTHS: Record<Language, readonly string[]> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  ur: 'جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر'.split(' '),
}
const WEEKDAYS: Record<Language, readonly string[]> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ur: 'پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار'.split(' '),
}
const ZONE = 'Asia/Karachi'
/** Digits of a CNIC that are left to see when it is masked. */
const CNIC_TAIL = 3

export interface F {
  readonly language: Language
  /** The months as dates name them. */
  readonly months: readonly string[]
  /** `2026-11-20` → 20 Nov 2026, ۲۰ نومبر ۲۰۲۶ء. */
  date(on: string): string
  /** The same with the day of the week before it. */
  weekday(on: string): string
  /** The day of the week alone. */
  weekdayName(on: string): string
  /** The month and year of a day. */
  monthOf(on: string): string
  /** A UTC instant as Pakistan's date and 24-hour time. */
  dateTime(at: string): string
  /** The 24-hour time alone. */
  time(at: string): string
  year(year: number): string
  number(n: number): string
  /** 0.14 → 14%. */
  percent(share: number): string
  days(count: number): string
  hours(count: number): string
  list(items: readonly string[]): string
  /** Thirteen digits in any spelling → `90000-0000000-1`; put it in an `<Identifier>`. */
  cnic(digits: string): string
  /** The same with all but the last three digits hidden; needs no more than those three. */
  maskedCnic(digits: string): string
  /** A text with its ASCII digits in the digits of the language. */
  digits(text: string): string
}

const FORMATTERS: Record<Language, F> = { en: create('en'), ur: create('ur') }

/** The `f` of a language. */
export const formatter = (language: Language): F => FORMATTERS[language]

function create(language: Language): F {
  // The style of Pakistan's English papers: 1,234,567 and "20 Nov 2026"; ur-PK by itself would give Latin digits.
  const locale = language === 'ur' ? 'ur-PK-u-nu-arabext' : 'en-GB'
  const digits = language === 'ur' ? urduDigits : (text: string) => text
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const list = new Intl.ListFormat(locale)
  const unit = (name: 'day' | 'hour') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' })
  const [days, hours] = [unit('day'), unit('hour')]
  const sign = language === 'ur' ? 'ء' : ''
  const day = (d: Temporal.PlainDate) => digits(`${d.day} ${MONTHS[language][d.month - 1]} ${d.year}`) + sign
  const local = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(ZONE)
  const clock = (z: Temporal.ZonedDateTime) => digits(z.toPlainTime().toString({ smallestUnit: 'minute' }))
  const named = (d: Temporal.PlainDate) => WEEKDAYS[language][d.dayOfWeek - 1]
  const between = language === 'ur' ? '، ' : ' at '

  return {
    language,
    months: MONTHS[language],
    digits,
    date: (on) => day(Temporal.PlainDate.from(on)),
    weekday: (on) => `${named(Temporal.PlainDate.from(on))} ${day(Temporal.PlainDate.from(on))}`,
    weekdayName: (on) => named(Temporal.PlainDate.from(on)) ?? '',
    monthOf: (on) => {
      const d = Temporal.PlainDate.from(on)
      return digits(`${MONTHS[language][d.month - 1]} ${d.year}`) + sign
    },
    dateTime: (at) => `${day(local(at).toPlainDate())}${between}${clock(local(at))}`,
    time: (at) => clock(local(at)),
    year: (year) => digits(String(year)) + sign,
    number: (n) => number.format(n),
    percent: (share) => percent.format(share),
    days: (count) => days.format(count),
    hours: (count) => hours.format(count),
    list: (items) => list.format(items),
    cnic,
    maskedCnic: (typed) => cnic(plain(typed).slice(-CNIC_TAIL).padStart(13, '•')),
  }
}

const plain = (typed: string) => asciiDigits(typed).replace(/\D/g, '')

/** Writes 13 digits with the two dashes of the card; anything else is shown as it is. */
function cnic(typed: string): string {
  const found = /^(.{5})-?(.{7})-?(.)$/.exec(asciiDigits(typed))
  return found ? found.slice(1).join('-') : typed
}
