import type { searches as english } from '../en/searches.ts'
import type { Translation } from '../message.ts'

export const searches: Translation<typeof english> = {
  'searches.title': 'کسی شخص کو تلاش کریں',
  'searches.what':
    'کوئی ایک نمبر کافی ہے: شناختی کارڈ، پاسپورٹ، ریکارڈ نمبر، یا تھانے کے نام کے ساتھ ایف آئی آر۔ ہندسے اور ڈیش کسی بھی طرح کے ہوں۔',
  'searches.query': 'نمبر',
  'searches.query.hint': 'مثلاً ⁨90000-0000000-1⁩ یا AB1234567 یا NSOR-2026-000123 یا ۱۱۷/۲۰۲۴ صدر ملتان',
  'searches.kind': 'نمبر کی قسم',
  'searches.kind.cnic': 'شناختی کارڈ',
  'searches.kind.passport': 'پاسپورٹ',
  'searches.kind.record_number': 'ریکارڈ نمبر',
  'searches.kind.fir': 'ایف آئی آر',
  'searches.kind.draft': 'زیرِ تیاری اندراج',
  'searches.kind.person': 'ایک ریکارڈ کھولا گیا',
  'searches.purpose': 'دیکھنے کا مقصد',
  'searches.purpose.registration': 'سزا کا اندراج',
  'searches.purpose.supervision': 'نگرانی',
  'searches.purpose.correction': 'ریکارڈ کی تصحیح',
  'searches.purpose.legal_review': 'قانونی جائزہ',
  'searches.purpose.check': 'درخواست پر جانچ',
  'searches.purpose.court_order': 'عدالت کا حکم',
  'searches.case_reference': 'کیس کا حوالہ',
  'searches.case_reference.hint':
    'وہ مقدمہ، حکم یا خط جس کے لیے آپ دیکھ رہے ہیں۔ یہ اس تلاش کے ساتھ محفوظ رہے گا۔',
  'searches.recorded': 'ہر تلاش آپ کے نام اور مقصد کے ساتھ ریکارڈ ہوتی ہے، خواہ کوئی نہ ملے۔',
  'searches.latest': 'آپ کی تازہ تلاشیں',
  'searches.latest.none': 'آپ نے ابھی کوئی تلاش نہیں کی۔',
  'searches.when': 'کب',
  'searches.found': 'نتیجہ',
  'searches.found_count': { one: '{count} شخص', other: '{count} افراد' },

  'searches.result': 'تلاش کا نتیجہ',
  'searches.again': 'نئی تلاش',
  'searches.nobody': 'آپ کے دائرۂ اختیار میں کچھ نہیں ملا',
  'searches.nobody.what':
    'نمبر دوبارہ دیکھ لیں۔ اگر درست ہے تو جن افراد کا ریکارڈ آپ دیکھ سکتے ہیں ان میں یہ کسی کا نہیں؛ اس کا یہ مطلب نہیں کہ کسی کا بھی نہیں۔',
  'searches.record': 'ریکارڈ',
  'searches.father': 'والد',
  'searches.born': 'پیدائش',
  'searches.station': 'تھانہ',
  'searches.why': 'کیوں ملا',
  'searches.matched.cnic': 'شناختی کارڈ نمبر یہی ہے',
  'searches.matched.passport': 'پاسپورٹ نمبر یہی ہے',
  'searches.matched.record_number': 'ریکارڈ نمبر یہی ہے',
  'searches.matched.fir': 'اسی ایف آئی آر میں سزا ہوئی',
  'searches.matched.draft': 'اندراج کی تیاری کے دوران ملا',
  'searches.matched.person': 'یہ ریکارڈ کھولا گیا',
  'searches.matched.superseded': 'ایسے نمبر سے جس کی بعد میں تصحیح ہو چکی ہے',

  'searches.fault.any':
    'یہ نہ شناختی کارڈ نمبر ہے (۱۳ ہندسے)، نہ پاسپورٹ (۲ حروف، ۷ ہندسے)، نہ ریکارڈ نمبر، نہ تھانے کے ساتھ ایف آئی آر۔',
  'searches.fault.cnic': 'شناختی کارڈ نمبر میں ۱۳ ہندسے ہوتے ہیں۔',
  'searches.fault.passport': 'پاسپورٹ نمبر میں ۲ حروف اور ۷ ہندسے ہوتے ہیں۔',
  'searches.fault.record_number': 'ریکارڈ نمبر اس طرح ہوتا ہے: NSOR-2026-000123',
  'searches.fault.fir': 'ایف آئی آر کے لیے نمبر، سال اور تھانہ لکھیں، جیسے ۱۱۷/۲۰۲۴ صدر ملتان۔',
}
