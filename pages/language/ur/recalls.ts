// Copies that are called back.
import type { recalls as english } from '../en/recalls.ts'
import type { Translation } from '../message.ts'

export const recalls: Translation<typeof english> = {
  'recalls.title': 'واپس طلب کی گئی نقول',
  'recalls.lead':
    'جو معلومات دی گئی تھیں وہ اب درست نہیں، یا انہیں رکھنے کی اجازت نہیں رہی۔ ہر نقل تلف کریں، فائلوں اور کمپیوٹر سے بھی، اور یہاں تصدیق کریں۔',
  'recalls.lists': 'فہرستیں',
  'recalls.list.open': 'تصدیق باقی',
  'recalls.list.late': 'تاخیر',
  'recalls.list.gone': 'ختم شدہ',
  'recalls.due': 'آخری تاریخ',
  'recalls.late': 'تاخیر: آخری دن {on} تھا',
  'recalls.none.late': 'کوئی نقل تاخیر میں نہیں۔',
  'recalls.none.gone': 'ابھی کسی نقل کے ختم ہونے کی تصدیق نہیں ہوئی۔',
  'recalls.none.open': 'کوئی نقل تصدیق کی منتظر نہیں۔',
  'recalls.copy': 'نقل',
  'recalls.answer': 'استفسار کا جواب',
  'recalls.fir': 'ایف آئی آر',
  'recalls.why': 'وجہ',
  'recalls.since': 'طلبی کا وقت',
  'recalls.gone': 'کیا نقل ختم ہو گئی؟',
  'recalls.open': 'تصدیق باقی ہے',
  'recalls.say.destroyed': 'میں نے تلف کر دی',
  'recalls.say.returned': 'میں نے واپس کر دی',
  'recalls.say.never_kept': 'میں نے کوئی نقل نہیں رکھی',
  'recalls.said.destroyed': 'تلف کر دی گئی',
  'recalls.said.returned': 'واپس کر دی گئی',
  'recalls.said.never_kept': 'کوئی نقل نہیں رکھی گئی',
}
