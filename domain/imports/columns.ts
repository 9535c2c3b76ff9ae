// The closed list of columns of a return of convictions. The on-screen guide and the template are this list.
// No column is about the survivor but the coded category (law: ARITA s.26, PPC 376A).

import type { ColumnInfo } from './column-info.ts'
import { conviction_columns } from './conviction-columns.ts'

export const columns = [
  {
    column: 'name_latin',
    required: 'either',
    heading: { en: 'Name (English)', ur: 'نام (انگریزی)' },
    also: ['name', 'full name', 'name of convict', 'convict name', 'name of accused', 'accused name'],
    about: {
      en: "The convicted person's name in English letters, as in the judgment.",
      ur: 'سزا یافتہ شخص کا نام انگریزی حروف میں، جیسا فیصلے میں درج ہے۔',
    },
    example: 'Ghulam Rasool',
  },
  {
    column: 'name_urdu',
    required: 'either',
    heading: { en: 'Name (Urdu)', ur: 'نام (اردو)' },
    also: ['urdu name', 'name in urdu', 'نام', 'نام مجرم', 'نام ملزم', 'مجرم کا نام', 'سزا یافتہ کا نام'],
    about: {
      en: "The convicted person's name in Urdu. One of the two scripts is enough; both are better.",
      ur: 'سزا یافتہ شخص کا نام اردو میں۔ ایک رسم الخط کافی ہے، دونوں بہتر ہیں۔',
    },
    example: 'غلام رسول',
  },
  {
    column: 'father_name_latin',
    required: 'no',
    heading: { en: "Father's name (English)", ur: 'ولدیت (انگریزی)' },
    also: [
      'father name',
      "father's name",
      'father',
      'parentage',
      's/o',
      'father/husband name',
      'father or husband name',
    ],
    about: {
      en: "The father's name (or the husband's) in English letters.",
      ur: 'والد (یا شوہر) کا نام انگریزی حروف میں۔',
    },
    example: 'Allah Ditta',
  },
  {
    column: 'father_name_urdu',
    required: 'no',
    heading: { en: "Father's name (Urdu)", ur: 'ولدیت (اردو)' },
    also: [
      'father name in urdu',
      'urdu father name',
      'ولدیت',
      'ولد',
      'والد کا نام',
      'والد',
      'ولدیت زوجیت',
      'والد/شوہر کا نام',
    ],
    about: { en: "The father's name (or the husband's) in Urdu.", ur: 'والد (یا شوہر) کا نام اردو میں۔' },
    example: 'اللہ دتہ',
  },
  {
    column: 'aliases',
    required: 'no',
    heading: { en: 'Aliases', ur: 'عرفیت' },
    also: ['alias', 'a.k.a.', 'aka', 'known as', 'other names', 'عرف', 'دیگر نام', 'عرفی نام'],
    about: {
      en: 'Other names the person is known by, each after an @ sign.',
      ur: 'وہ دیگر نام جن سے یہ شخص پہچانا جاتا ہے، ہر ایک سے پہلے @ یا عرف لکھیں۔',
    },
    example: '@ Sheeda @ Pehlwan',
  },
  {
    column: 'cnic',
    required: 'no',
    heading: { en: 'CNIC No.', ur: 'شناختی کارڈ نمبر' },
    also: [
      'cnic',
      'cnic number',
      'nic',
      'nic no',
      'nicop',
      'id card no',
      'identity card number',
      'شناختی کارڈ',
      'قومی شناختی کارڈ نمبر',
      'سی این آئی سی',
      'سی این آئی سی نمبر',
    ],
    about: {
      en: 'The 13 digits of the identity card, with or without dashes; leave empty if there is none.',
      ur: 'شناختی کارڈ کے تیرہ ہندسے، ڈیش کے ساتھ یا بغیر؛ کارڈ نہ ہو تو خالی چھوڑ دیں۔',
    },
    example: '91234-5678901-3',
  },
  {
    column: 'passport',
    required: 'no',
    heading: { en: 'Passport No.', ur: 'پاسپورٹ نمبر' },
    also: ['passport', 'passport number', 'پاسپورٹ'],
    about: {
      en: 'The passport number: two letters and seven digits.',
      ur: 'پاسپورٹ نمبر: دو حروف اور سات ہندسے۔',
    },
    example: 'ZZ0000123',
  },
  {
    column: 'other_document',
    required: 'no',
    heading: { en: 'Other document', ur: 'دیگر دستاویز' },
    also: [
      'other id',
      'other document no',
      'document',
      'document number',
      'دیگر شناختی دستاویز',
      'دستاویز نمبر',
    ],
    about: {
      en: 'Any other identity document, its kind and number, for a person without a CNIC.',
      ur: 'شناختی کارڈ نہ ہونے کی صورت میں کوئی اور شناختی دستاویز، قسم اور نمبر کے ساتھ۔',
    },
    example: 'Afghan Citizen Card AC-00017',
  },
  {
    column: 'born_on',
    required: 'no',
    heading: { en: 'Date of birth', ur: 'تاریخ پیدائش' },
    also: ['dob', 'd.o.b.', 'birth date', 'born on'],
    about: {
      en: 'The date of birth, day first: 11/02/1988.',
      ur: 'تاریخ پیدائش، پہلے دن پھر مہینہ: ۱۱/۰۲/۱۹۸۸۔',
    },
    example: '11/02/1988',
  },
  {
    column: 'age_years',
    required: 'no',
    heading: { en: 'Age (years)', ur: 'عمر (سال)' },
    also: ['age', 'age in years', 'عمر', 'عمر سالوں میں'],
    about: {
      en: 'The age in years on the day of the judgment, if the date of birth is not known.',
      ur: 'فیصلے کے دن عمر سالوں میں، اگر تاریخ پیدائش معلوم نہ ہو۔',
    },
    example: '36',
  },
  {
    column: 'sex',
    required: 'yes',
    heading: { en: 'Sex', ur: 'جنس' },
    also: ['gender', 'sex of convict', 'صنف'],
    about: { en: 'Male, female or transgender.', ur: 'مرد، عورت یا خواجہ سرا۔' },
    example: 'male',
  },
  {
    column: 'address',
    required: 'no',
    heading: { en: 'Address', ur: 'پتہ' },
    also: [
      'home address',
      'permanent address',
      'residence',
      'r/o',
      'سکونت',
      'رہائش',
      'ساکن',
      'مستقل پتہ',
      'رہائشی پتہ',
    ],
    about: {
      en: "The convicted person's own address; nobody else's.",
      ur: 'سزا یافتہ شخص کا اپنا پتہ؛ کسی اور کا نہیں۔',
    },
    example: 'Chak 112, near Grain Market',
  },
  {
    column: 'district',
    required: 'yes',
    heading: { en: 'District', ur: 'ضلع' },
    also: ['district of residence', 'home district', 'رہائشی ضلع', 'ضلع رہائش'],
    about: {
      en: 'The district where the person lives; the supervising station is proposed from it.',
      ur: 'وہ ضلع جہاں یہ شخص رہتا ہے؛ نگران تھانہ اسی سے تجویز ہوتا ہے۔',
    },
    example: 'Multan',
  },
  ...conviction_columns,
] as const satisfies readonly ColumnInfo[]

export type Column = (typeof columns)[number]['column']

/** A row's cells by column, as typed; a column that the file lacks is absent. */
export type Cells = Partial<Record<Column, string>>

/**
 * The heading that the template carries: both languages in one cell, which the reader takes back.
 * @example templateHeading(columns[12]) // 'District / ضلع'
 */
export const templateHeading = ({ heading }: ColumnInfo) => `${heading.en} / ${heading.ur}`

/** The template: its headings, and one row of examples that a return may not contain (an invented person). */
export const template_rows: readonly (readonly string[])[] = [
  columns.map(templateHeading),
  columns.map(({ example }) => example),
]
