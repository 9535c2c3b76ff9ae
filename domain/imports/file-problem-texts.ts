// Why a whole file is refused or warned, in both languages; {column} and {value} as in problems.ts.
import type { ProblemText } from './problems.ts'

export const file_problem_texts = {
  // headings: any of these refuses the file
  heading_unknown: [
    'refused',
    '"{value}" is not a column of a return.',
    '"{value}" گوشوارے کا کالم نہیں ہے۔',
  ],
  heading_duplicate: [
    'refused',
    '{column} appears twice ("{value}").',
    'کالم {column} دو بار آیا ہے ("{value}")۔',
  ],
  heading_missing: ['refused', 'The column {column} is missing.', 'کالم {column} موجود نہیں۔'],
  heading_survivor: [
    'refused',
    'The column "{value}" would hold the identity of the survivor or the family. The law forbids it: remove the column from the file.',
    'کالم "{value}" میں متاثرہ فرد یا خاندان کی شناخت آتی ہے۔ قانون اس کی اجازت نہیں دیتا: یہ کالم فائل سے نکال دیں۔',
  ],
  // the file
  count_differs: [
    'warned',
    'The file states {value} rows, and another number was read.',
    'فائل میں {value} سطریں بتائی گئی ہیں مگر پڑھی گئی تعداد مختلف ہے۔',
  ],
  file_empty: ['refused', 'The file is empty.', 'فائل خالی ہے۔'],
  file_kind_unknown: ['refused', 'The file is neither CSV nor XLSX.', 'فائل نہ CSV ہے نہ XLSX۔'],
  file_is_xls: [
    'refused',
    'This is an old Excel file (.xls). Save it as XLSX or as CSV.',
    'یہ ایکسل کی پرانی فائل (.xls) ہے۔ اسے XLSX یا CSV میں محفوظ کریں۔',
  ],
  file_encrypted: [
    'refused',
    'The file has a password. Save it without one.',
    'فائل پر پاس ورڈ ہے۔ پاس ورڈ کے بغیر محفوظ کریں۔',
  ],
  file_has_macros: [
    'refused',
    'The workbook has macros. Save it as XLSX or as CSV.',
    'ورک بک میں میکرو ہیں۔ اسے XLSX یا CSV میں محفوظ کریں۔',
  ],
  file_too_many_rows: [
    'refused',
    'The workbook has more than {value} rows. Save it as CSV and upload that.',
    'ورک بک میں {value} سے زیادہ سطریں ہیں۔ اسے CSV میں محفوظ کر کے اپ لوڈ کریں۔',
  ],
  file_inflates_too_far: [
    'refused',
    'The workbook unpacks to far more than a return needs. Save it as CSV.',
    'ورک بک کھل کر گوشوارے کی ضرورت سے کہیں بڑی ہو جاتی ہے۔ اسے CSV میں محفوظ کریں۔',
  ],
  file_damaged: ['refused', 'The file is damaged: {value}.', 'فائل خراب ہے: {value}۔'],
  encoding_utf16: [
    'refused',
    'Save the file as "CSV UTF-8", not as "Unicode text".',
    'فائل "Unicode text" کے بجائے "CSV UTF-8" میں محفوظ کریں۔',
  ],
  encoding_broken: [
    'refused',
    'The letters of the file are damaged (it mixes encodings). Save it again as "CSV UTF-8".',
    'فائل کے حروف خراب ہیں (انکوڈنگ ملی جلی ہے)۔ دوبارہ "CSV UTF-8" میں محفوظ کریں۔',
  ],
  quote_never_closed: [
    'refused',
    'A quotation mark opened on line {value} is never closed.',
    'سطر {value} پر کھلنے والا واوین کا نشان بند نہیں ہوا۔',
  ],
} as const satisfies Record<string, ProblemText>
