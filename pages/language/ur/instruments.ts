import type { instruments as english } from '../en/instruments.ts'
import type { Translation } from '../message.ts'

export const instruments: Translation<typeof english> = {
  'instruments.title': 'بند دفتر سے متعلق قانونی دستاویز',
  'instruments.lead':
    'رجسٹر سے باہر کا دفتر اس وقت تک بند رہتا ہے جب تک کوئی نافذ قانونی دستاویز اسے نہ کھولے۔ بیورو کے دو نگران افسر باری باری منظوری دیتے ہیں؛ منسوخی بھی اسی طرح ہوتی ہے۔',
  'instruments.act': 'یہ کیا کرتی ہے',
  'instruments.act.open': 'دفتر کھولتی ہے',
  'instruments.act.repeal': 'دفتر دوبارہ بند کرتی ہے',
  'instruments.fault.not_open': 'اس دن یہ دفتر کھلا نہیں۔',
  'instruments.desk': 'دفتر',
  'instruments.desk.court': 'عدالت',
  'instruments.desk.prison': 'جیل',
  'instruments.desk.border': 'سرحدی نگرانی',
  'instruments.number': 'دستاویز کا نمبر',
  'instruments.dated_on': 'دستاویز کی تاریخ',
  'instruments.from_on': 'نفاذ کی تاریخ',
  'instruments.hash': 'متن کا ڈیجیٹل نشان (SHA-256)',
  'instruments.hash.hint': 'شائع شدہ متن کا، ۶۴ حروف۔',
  'instruments.propose': 'تجویز پیش کریں',
  'instruments.open': 'یہ دفتر نیچے درج قانونی دستاویز کے تحت کھلا ہے۔',
}
