// Copies that are called back.
import type { recalls as english } from '../en/recalls.ts'
import type { Translation } from '../message.ts'

export const recalls: Translation<typeof english> = {
  'recalls.title': 'واپس طلب کی گئی نقول',
  'recalls.lead':
    'جو معلومات دی گئی تھیں وہ اب درست نہیں، یا انہیں رکھنے کی اجازت نہیں رہی۔ ہر نقل تلف کریں، فائلوں اور کمپیوٹر سے بھی، اور یہاں تصدیق کریں۔',
  'recalls.none': 'کوئی نقل واپس طلب نہیں کی گئی۔',
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
