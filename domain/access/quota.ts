// Which limit is used up, in words: whose it is, until when, and who can raise it.

export const QUOTA_ACTS = [
  'search',
  'view_person',
  'show_number',
  'view_photo',
  'ask_check',
  'print',
  'emergency',
] as const
export type QuotaAct = (typeof QUOTA_ACTS)[number]
export const QUOTA_LEVELS = ['officer', 'unit', 'nation'] as const
export type QuotaLevel = (typeof QUOTA_LEVELS)[number]

const WHOSE = {
  en: {
    officer: 'Your own limit',
    unit: 'The limit of your office',
    nation: 'The limit of the whole country',
  },
  ur: { officer: 'آپ کی اپنی حد', unit: 'آپ کے دفتر کی حد', nation: 'پورے ملک کی حد' },
} as const satisfies Record<'en' | 'ur', Record<QuotaLevel, string>>

const WHAT = {
  en: {
    ...{ search: 'searches', view_person: 'views of people', show_number: 'full numbers shown' },
    ...{ view_photo: 'photographs shown', ask_check: 'check requests', print: 'prints' },
    emergency: 'emergency accesses',
  },
  ur: {
    ...{ search: 'تلاش', view_person: 'ریکارڈ دیکھنے', show_number: 'مکمل نمبر دیکھنے' },
    ...{ view_photo: 'تصویر دیکھنے', ask_check: 'استفسار بھیجنے', print: 'کاغذ چھاپنے' },
    emergency: 'ہنگامی رسائی',
  },
} as const satisfies Record<'en' | 'ur', Record<QuotaAct, string>>

/** An instant as the hour and day of Pakistan, the same in both languages but for the words around it. */
const pakistanHour = (at: string): { day: string; hour: string } => {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Karachi')
  return { day: local.toPlainDate().toString(), hour: local.toPlainTime().toString().slice(0, 5) }
}

/**
 * What is said to who has used up a limit: which, how much it is a day, until when, and who can raise it.
 * @param most acts a day
 * @param until_at instant at which counting begins anew
 * @example quotaGloss('officer', 'search', 60, '2026-11-26T19:00:00Z').en.startsWith('Your own limit of 60 searches a day') // true
 */
export function quotaGloss(
  level: QuotaLevel,
  act: QuotaAct,
  most: number,
  until_at: string,
): { en: string; ur: string } {
  const { day, hour } = pakistanHour(until_at)
  return {
    en: `${WHOSE.en[level]} of ${most} ${WHAT.en[act]} a day is used up until ${hour} on ${day}. If the work cannot wait, a supervisor of the Bureau can propose to raise it, and a second one decides.`,
    ur: `${WHOSE.ur[level]} (روزانہ ${most} بار ${WHAT.ur[act]} کی) ${day} کو ${hour} بجے تک پوری ہو چکی ہے۔ اگر کام انتظار نہیں کر سکتا تو بیورو کا نگران افسر حد بڑھانے کی تجویز دے سکتا ہے، فیصلہ دوسرا نگران افسر کرے گا۔`,
  }
}
