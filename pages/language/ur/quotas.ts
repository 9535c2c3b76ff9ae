import type { quotas as english } from '../en/quotas.ts'
import type { Translation } from '../message.ts'

export const quotas: Translation<typeof english> = {
  'quotas.title': 'چند دن کے لیے حد بڑھائیں',
  'quotas.lead': 'فیصلہ دوسرا نگران افسر کرتا ہے۔ اس سے پہلے، اور آخری دن کے بعد، موجودہ حد ہی رہے گی۔',
  'quotas.level': 'کس کی حد',
  'quotas.level.officer': 'ایک افسر',
  'quotas.level.unit': 'ایک دفتر',
  'quotas.level.nation': 'پورا ملک',
  'quotas.badge': 'سروس نمبر',
  'quotas.badge.hint': 'افسر کا، یا اس دفتر میں تعینات کسی افسر کا۔ پورے ملک کے لیے خالی چھوڑ دیں۔',
  'quotas.act': 'کس کام کی حد',
  'quotas.act.search': 'تلاش',
  'quotas.act.view_person': 'ریکارڈ دیکھنا',
  'quotas.act.show_number': 'مکمل نمبر دیکھنا',
  'quotas.act.view_photo': 'تصویر دیکھنا',
  'quotas.act.ask_check': 'استفسارات',
  'quotas.act.print': 'کاغذات چھاپنا',
  'quotas.act.emergency': 'ہنگامی رسائی',
  'quotas.per_day': 'روزانہ کتنی بار',
  'quotas.days': 'دنوں کی تعداد',
  'quotas.days.hint': 'آج سے، زیادہ سے زیادہ ۳۰۔',
  'quotas.propose': 'تجویز پیش کریں',
}
