import type { instruments as english } from '../en/instruments.ts'
import type { Translation } from '../message.ts'

export const instruments: Translation<typeof english> = {
  'instruments.title': 'دفتر کھولنے والی قانونی دستاویز',
  'instruments.lead':
    'رجسٹر سے باہر کا دفتر اس وقت تک بند رہتا ہے جب تک کوئی نافذ قانونی دستاویز اسے نہ کھولے۔ فیصلہ بیورو کا نگران افسر کرتا ہے۔',
  'instruments.desk': 'دفتر',
  'instruments.desk.court': 'عدالت',
  'instruments.desk.prison': 'جیل',
  'instruments.desk.border': 'سرحدی نگرانی',
  'instruments.number': 'دستاویز کا نمبر',
  'instruments.dated_on': 'دستاویز کی تاریخ',
  'instruments.from_on': 'نفاذ کی تاریخ',
  'instruments.hash': 'متن کا SHA-256',
  'instruments.hash.hint': 'شائع شدہ متن کا، 64 حروف۔',
  'instruments.propose': 'تجویز پیش کریں',
  'instruments.open': 'یہ دفتر نیچے درج قانونی دستاویز کے تحت کھلا ہے۔',
}
