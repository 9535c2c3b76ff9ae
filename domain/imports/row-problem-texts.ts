// Why a row is refused or warned, in both languages; {column} and {value} as in problems.ts.
import type { ProblemText } from './problems.ts'

export const row_problem_texts = {
  // the row as a whole
  row_is_example: ['refused', 'This is the example of the template.', 'یہ نمونے کی مثالی سطر ہے۔'],
  row_quotes: [
    'refused',
    'A quotation mark in this row is out of place.',
    'اس سطر میں واوین کا نشان غلط جگہ پر ہے۔',
  ],
  row_too_wide: [
    'refused',
    'A cell of this row has no heading above it.',
    'اس سطر کا ایک خانہ کسی عنوان کے نیچے نہیں ہے۔',
  ],
  // any cell
  missing: ['refused', '{column} is empty.', '{column} خالی ہے۔'],
  text_too_long: ['refused', '{column} is longer than 500 characters.', '{column} پانچ سو حروف سے لمبا ہے۔'],
  text_lost: [
    'refused',
    '{column} has lost its letters ("{value}"). Save the file again as "CSV UTF-8".',
    '{column} کے حروف ضائع ہو گئے ہیں ("{value}")۔ فائل دوبارہ "CSV UTF-8" میں محفوظ کریں۔',
  ],
  // names
  name_missing: ['refused', 'The name is missing in both scripts.', 'نام کسی رسم الخط میں نہیں لکھا گیا۔'],
  name_unreadable: ['refused', '{column}: "{value}" is not a name.', '{column}: "{value}" نام نہیں ہے۔'],
  name_script: [
    'warned',
    '{column}: "{value}" is in the other script and the place for that is taken.',
    '{column}: "{value}" دوسرے رسم الخط میں ہے اور اس کی جگہ پہلے سے پُر ہے۔',
  ],
  father_name_missing: ['warned', "The father's name is missing.", 'ولدیت درج نہیں۔'],
  father_name_split: [
    'warned',
    '"{value}" was taken from the name as the father\'s or husband\'s name.',
    '"{value}" کو نام میں سے ولدیت یا زوجیت کے طور پر لیا گیا۔',
  ],
  // documents
  cnic_shape: [
    'refused',
    '"{value}" is not a CNIC: 13 digits are needed.',
    '"{value}" شناختی کارڈ نمبر نہیں: تیرہ ہندسے درکار ہیں۔',
  ],
  cnic_shortened: [
    'refused',
    'The spreadsheet shortened the CNIC ("{value}"). Set the column to text and type it again.',
    'اسپریڈ شیٹ نے شناختی کارڈ نمبر مختصر کر دیا ("{value}")۔ کالم کو متن بنا کر نمبر دوبارہ لکھیں۔',
  ],
  cnic_first_digit: [
    'warned',
    'No province uses the first digit of this CNIC. Check it.',
    'اس شناختی کارڈ نمبر کا پہلا ہندسہ کسی صوبے کا نہیں۔ جانچ لیں۔',
  ],
  cnic_last_digit: [
    'warned',
    'The last digit of this CNIC does not usually go with the sex given. Check both.',
    'اس شناختی کارڈ نمبر کا آخری ہندسہ درج کی گئی جنس سے عموماً میل نہیں کھاتا۔ دونوں جانچ لیں۔',
  ],
  passport_shape: [
    'warned',
    '"{value}" does not look like a passport number.',
    '"{value}" پاسپورٹ نمبر معلوم نہیں ہوتا۔',
  ],
  // dates and age
  date_unreadable: ['refused', '{column}: "{value}" is not a date.', '{column}: "{value}" تاریخ نہیں ہے۔'],
  date_month_first: [
    'refused',
    '{column}: "{value}" has the month first. Write the day first.',
    '{column}: "{value}" میں مہینہ پہلے لکھا ہے۔ پہلے دن لکھیں۔',
  ],
  date_two_digit_year: [
    'refused',
    '{column}: write the year of "{value}" in four digits.',
    '{column}: "{value}" کا سال چار ہندسوں میں لکھیں۔',
  ],
  date_from_serial: [
    'warned',
    '{column}: the number {value} was read as a spreadsheet date.',
    '{column}: عدد {value} کو اسپریڈ شیٹ کی تاریخ کے طور پر پڑھا گیا۔',
  ],
  date_in_future: ['refused', '{column}: {value} has not come yet.', '{column}: {value} ابھی نہیں آئی۔'],
  date_too_early: [
    'refused',
    '{column}: {value} is before 1900.',
    '{column}: {value} سنہ 1900 سے پہلے کی ہے۔',
  ],
  born_after_offence: [
    'refused',
    'The date of birth is not before the offence.',
    'تاریخ پیدائش وقوعے سے پہلے کی نہیں۔',
  ],
  judged_before_offence: ['refused', 'The judgment is before the offence.', 'فیصلہ وقوعے سے پہلے کا ہے۔'],
  under_18: [
    'warned',
    'Under 18 on the day of the offence: not entered unless the legal officer says otherwise.',
    'وقوعے کے دن عمر 18 سال سے کم: قانونی افسر کی رائے کے بغیر اندراج نہیں ہوتا۔',
  ],
  age_unreadable: ['refused', '"{value}" is not an age in years.', '"{value}" سالوں میں عمر نہیں ہے۔'],
  age_disagrees: ['warned', 'The age and the date of birth disagree.', 'عمر اور تاریخ پیدائش میں فرق ہے۔'],
  // closed lists
  sex_unknown: [
    'refused',
    'Sex: "{value}" is not male, female or transgender.',
    'جنس: "{value}" مرد، عورت یا خواجہ سرا نہیں۔',
  ],
  victim_unknown: [
    'refused',
    'The victim category must be exactly one of: woman, child, other.',
    'متاثرہ کی قسم صرف ان میں سے ایک ہو: خاتون، بچہ، دیگر۔',
  ],
  disposal_unknown: [
    'refused',
    '"{value}" is not imprisonment, fine, probation or conditional discharge.',
    '"{value}" قید، جرمانہ، پروبیشن یا مشروط رہائی نہیں ہے۔',
  ],
  disposal_not_conviction: [
    'refused',
    '"{value}" is not a conviction. Only convicted persons are returned.',
    '"{value}" سزا نہیں ہے۔ گوشوارے میں صرف سزا یافتہ افراد درج ہوتے ہیں۔',
  ],
  district_unknown: [
    'refused',
    '"{value}" is not a district of the list.',
    '"{value}" فہرست کا ضلع نہیں ہے۔',
  ],
  district_ambiguous: [
    'refused',
    'More than one district is called "{value}".',
    '"{value}" نام کے ایک سے زیادہ اضلاع ہیں۔',
  ],
  // FIR
  fir_unreadable: [
    'refused',
    '{column}: "{value}" is not an FIR number or year.',
    '{column}: "{value}" ایف آئی آر کا نمبر یا سال نہیں۔',
  ],
  fir_became_date: [
    'refused',
    'The spreadsheet turned the FIR number into a date ("{value}"). Set the column to text and type it again.',
    'اسپریڈ شیٹ نے ایف آئی آر نمبر کو تاریخ بنا دیا ("{value}")۔ کالم کو متن بنا کر نمبر دوبارہ لکھیں۔',
  ],
  fir_year_missing: ['refused', 'The year of the FIR is missing.', 'ایف آئی آر کا سال درج نہیں۔'],
  fir_years_differ: [
    'refused',
    'The FIR number and the FIR year give different years ("{value}").',
    'ایف آئی آر نمبر اور سال کے خانوں میں مختلف سال ہیں ("{value}")۔',
  ],
  fir_after_judgment: [
    'refused',
    'The FIR is of a year after the judgment.',
    'ایف آئی آر فیصلے کے بعد کے سال کی ہے۔',
  ],
  fir_before_offence: [
    'warned',
    'The FIR is of a year before the offence.',
    'ایف آئی آر وقوعے سے پہلے کے سال کی ہے۔',
  ],
  // sections, sentence, custody
  sections_unreadable: [
    'refused',
    'No section of law can be read in "{value}".',
    '"{value}" میں کوئی دفعہ پڑھی نہیں جا سکی۔',
  ],
  section_not_in_catalogue: [
    'warned',
    '"{value}" is not in the catalogue of offences; kept as typed.',
    '"{value}" جرائم کی فہرست میں نہیں؛ جیسا لکھا تھا ویسا رکھا گیا۔',
  ],
  section_law_unclear: [
    'warned',
    '"{value}": the law is not named; kept as typed.',
    '"{value}": قانون کا نام درج نہیں؛ جیسا لکھا تھا ویسا رکھا گیا۔',
  ],
  sentence_missing: ['warned', 'Imprisonment without a sentence.', 'قید درج ہے مگر سزا کی مدت درج نہیں۔'],
  sentence_unreadable: [
    'warned',
    '"{value}" could not be read; kept as typed.',
    '"{value}" پڑھا نہیں جا سکا؛ جیسا لکھا تھا ویسا رکھا گیا۔',
  ],
  sentence_several: [
    'warned',
    'The sentence has several terms; say on the entry whether they run together.',
    'سزا میں کئی مدتیں ہیں؛ اندراج میں بتائیں کہ ایک ساتھ چلیں گی یا یکے بعد دیگرے۔',
  ],
  custody_unreadable: [
    'refused',
    'Custody: "{value}" is not first day..last day.',
    'حراست: "{value}" پہلا دن..آخری دن کی شکل میں نہیں۔',
  ],
  custody_backwards: [
    'refused',
    'Custody: "{value}" ends before it begins.',
    'حراست: "{value}" شروع ہونے سے پہلے ختم ہوتی ہے۔',
  ],
  custody_missing: [
    'warned',
    'Imprisonment without custody dates: the day of release cannot be computed.',
    'قید درج ہے مگر حراست کی تاریخیں نہیں: رہائی کا دن نہیں نکالا جا سکتا۔',
  ],
  held_in_unmatched: [
    'warned',
    'Held in district: give one for each time in custody, or a dash. What stands there is left out.',
    'ضلع حراست: حراست کے ہر عرصے کے لیے ایک ضلع یا ڈیش لکھیں۔ جو لکھا ہے وہ چھوڑ دیا جائے گا۔',
  ],
  held_in_unknown: [
    'warned',
    'Held in district: "{value}" is no single district of the list. It is left out.',
    'ضلع حراست: "{value}" فہرست کا کوئی ایک ضلع نہیں ہے۔ اسے چھوڑ دیا جائے گا۔',
  ],
  // rows told before: nothing happens with them
  row_known: [
    'warned',
    'This very row was sent in before. Nothing happens with it.',
    'یہی سطر پہلے بھیجی جا چکی ہے۔ اس پر کوئی کارروائی نہیں ہو گی۔',
  ],
  conviction_known: [
    'warned',
    'This conviction was sent in before, in other words. Nothing happens with it; change the entry itself if it is wrong.',
    'یہ سزا دوسرے الفاظ میں پہلے بھیجی جا چکی ہے۔ اس پر کوئی کارروائی نہیں ہو گی؛ غلطی ہو تو اندراج ہی درست کریں۔',
  ],
  conviction_entered: [
    'warned',
    'This conviction was already entered on the screen. That entry is what was expected; no second draft is made.',
    'یہ سزا پہلے ہی اسکرین پر درج کی جا چکی ہے۔ وہی اندراج متوقع اندراج شمار ہو گا؛ دوسرا مسودہ نہیں بنتا۔',
  ],
  // the survivor: these never repeat what was typed
  survivor_identity: [
    'refused',
    '{column} seems to name the survivor or the family. The law forbids it: remove it.',
    '{column} میں بظاہر متاثرہ فرد یا خاندان کی شناخت ہے۔ قانون اجازت نہیں دیتا: اسے نکال دیں۔',
  ],
  survivor_mentioned: [
    'warned',
    '{column} speaks of the survivor. Make sure that nothing tells who it is.',
    '{column} میں متاثرہ فرد کا ذکر ہے۔ یقینی بنائیں کہ اس سے شناخت ظاہر نہ ہو۔',
  ],
  free_text_number: [
    'refused',
    '{column} holds the number of an identity card. Remove it; the CNIC of the convicted person has its own column.',
    '{column} میں شناختی کارڈ نمبر ہے۔ اسے نکال دیں؛ سزا یافتہ شخص کے نمبر کا اپنا کالم ہے۔',
  ],
  free_text_kin: [
    'refused',
    "{column} names somebody's relation (such as d/o, w/o). Remove it: it may be the survivor's family.",
    '{column} میں کسی کی رشتہ داری درج ہے (جیسے دختر، زوجہ)۔ اسے نکال دیں: یہ متاثرہ فرد کا خاندان ہو سکتا ہے۔',
  ],
  address_kin: [
    'warned',
    "The address names somebody's relation. Make sure that it is not the survivor's family.",
    'پتے میں کسی کی رشتہ داری درج ہے۔ یقینی بنائیں کہ یہ متاثرہ فرد کا خاندان نہیں۔',
  ],
  free_text_phone: [
    'warned',
    '{column} holds a telephone number. Make sure whose it is.',
    '{column} میں ٹیلیفون نمبر ہے۔ یقینی بنائیں کہ کس کا ہے۔',
  ],
} as const satisfies Record<string, ProblemText>
