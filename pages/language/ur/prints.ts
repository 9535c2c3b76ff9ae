// A paper that was printed.
import type { prints as english } from '../en/prints.ts'
import type { Translation } from '../message.ts'

export const prints: Translation<typeof english> = {
  'prints.title': 'کاغذ تیار ہے',
  'prints.number': 'طباعت نمبر',
  'prints.kind': 'قسم',
  'prints.kind.receipt': 'اطلاع کی رسید',
  'prints.kind.duties': 'فرائض کا نوٹس',
  'prints.kind.certificate': 'اخراج کی سند',
  'prints.kind.week_list': 'ہفتہ وار فہرست',
  'prints.kind.referral': 'چھوٹے ہوئے فرض کا ارسال نامہ',
  'prints.kind.access_report': 'رسائی کی رپورٹ',
  'prints.reprint_of': 'نقلِ مکرر، اصل نمبر',
  'prints.printed_by': 'چھاپنے والا افسر',
  'prints.printed_at': 'چھاپنے کا وقت',
  'prints.open': 'پی ڈی ایف کھولیں',
  'prints.open.what':
    'چھاپ کر حوالے کریں۔ فائل اس کمپیوٹر کے ڈاؤن لوڈز میں رہ جاتی ہے؛ بعد میں وہاں سے مٹا دیں۔',
  'prints.open.list':
    'ڈیسک کے لیے چھاپیں۔ فائل اس کمپیوٹر کے ڈاؤن لوڈز میں رہ جاتی ہے؛ بعد میں وہاں سے مٹا دیں۔',
  'prints.again': 'نئے نمبر سے دوبارہ چھاپیں',
  'prints.again.what':
    'گم شدہ کاغذ دوبارہ چھاپا جا سکتا ہے؛ نئے کاغذ پر لکھا ہوتا ہے کہ وہ کس نمبر کی نقل ہے۔',
  'prints.to_person': 'شخص کے ریکارڈ پر واپس',
  'prints.to_calendar': 'کیلنڈر پر واپس',
}
