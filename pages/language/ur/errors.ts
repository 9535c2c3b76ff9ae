import type { errors as english } from '../en/errors.ts'
import type { Translation } from '../message.ts'

export const errors: Translation<typeof english> = {
  'errors.title': 'یہ کام نہیں ہو سکا',
  'errors.request_id': 'درخواست نمبر',
  'errors.first_page': 'پہلے صفحے پر جائیں',

  'errors.invalid': 'درج کردہ معلومات میں سے کچھ قبول نہیں کی جا سکتیں۔',
  'errors.not_signed_in': 'یہ صفحہ دیکھنے کے لیے داخل ہوں۔',
  'errors.locked': 'آپ کا سیشن لاک ہے۔ آگے بڑھنے کے لیے لاک کھولیں؛ آپ کا مسودہ محفوظ ہے۔',
  'errors.refused': 'آپ کو اس کام کی اجازت نہیں۔',
  'errors.step_up_needed': 'اس کام کے لیے پاس کی دوبارہ درکار ہے۔',
  'errors.cross_origin': 'یہ درخواست رجسٹر کے کسی صفحے سے نہیں آئی، اس لیے کچھ نہیں کیا گیا۔',
  'errors.not_found': 'یہاں کچھ نہیں ہے۔ ممکن ہے پتہ غلط ہو، یا یہ صفحہ آپ کے لیے کھلا نہ ہو۔',
  'errors.conflict': 'آپ کے دیکھنے کے دوران کسی نے اسے تبدیل کر دیا۔ فیصلے سے پہلے دوبارہ دیکھ لیں۔',
  'errors.effect_to_confirm': 'پہلے پڑھیں کہ اس سے کیا بدلے گا، پھر محفوظ کریں۔',
  'errors.effect_changed':
    'اس سے جو بدلے گا وہ آپ کو دکھائے گئے سے مختلف ہے۔ محفوظ کرنے سے پہلے دوبارہ دیکھیں۔',
  'errors.not_ongoing': 'یہ پہلے ہی ختم ہو چکا یا بدل دیا گیا۔ فہرست دوبارہ کھولیں۔',
  'errors.struck_out_already': 'یہ پہلے ہی قلم زد یا تبدیل ہو چکا ہے۔',
  'errors.draft_changed': 'یہ مسودہ کسی دوسرے صفحے پر تبدیل ہوا ہے۔ اسے دوبارہ کھولیں؛ کچھ ضائع نہیں ہوا۔',
  'errors.draft_closed': 'یہ مسودہ پیش یا ترک کیا جا چکا ہے، اس لیے یہاں تبدیل نہیں ہو سکتا۔',
  'errors.draft_not_searched': 'پہلے شخص کو تلاش کریں۔ اندراج سے پہلے تلاش لازم ہے۔',
  'errors.draft_not_ready': 'اس مسودے میں ابھی کچھ باقی ہے۔ پہلے نشان زدہ مراحل مکمل کریں۔',
  'errors.draft_not_registrable': 'یہ سزا رجسٹر میں درج نہیں ہو سکتی؛ وجہ مسودے میں لکھی ہے۔',
  'errors.identity_basis_needed':
    'شناخت کی تصدیق نہیں ہوئی۔ دوسرا افسر تحریری بنیاد درج کرے: فیصلے کی مصدقہ نقل یا فنگر پرنٹ کا حوالہ۔',
  'errors.already_entered':
    'یہ سزا اس شخص کے ریکارڈ میں پہلے سے درج ہے: ایف آئی آر اور فیصلے کی تاریخ ایک ہی ہے۔',
  'errors.already_decided': 'اس کا فیصلہ پہلے ہو چکا ہے۔',
  'errors.approval_changed': 'جو آپ کو دکھایا گیا تھا وہ اب بدل چکا ہے۔ منظوری سے پہلے دوبارہ پڑھیں۔',
  'errors.approval_expired': 'اس منظوری کی میعاد گزر گئی ہے۔ اسے نئے سرے سے تجویز کرنا ہوگا۔',
  'errors.approval_conflict': 'آپ نے یہاں مفاد کا ٹکراؤ ظاہر کیا ہے۔ فیصلہ کوئی دوسرا افسر کرے گا۔',
  'errors.own_approval': 'یہ تجویز آپ ہی کی ہے۔ منظوری کوئی دوسرا افسر دے گا۔',
  'errors.import_known': 'یہ فائل پہلے بھیجی جا چکی ہے۔ کوئی تبدیلی نہیں ہوئی۔',
  'errors.import_not_ready': 'فائل ابھی پڑھی جا رہی ہے۔ مکمل ہونے کا انتظار کریں۔',
  'errors.import_too_large': 'فائل بہت بڑی ہے۔ اسے CSV میں محفوظ کریں یا حصوں میں بھیجیں۔',
  'errors.import_unreadable': 'فائل پڑھی نہیں جا سکی۔ CSV یا XLSX کا دیا گیا نمونہ استعمال کریں۔',
  'errors.nothing_to_confirm': 'اس گوشوارے کی کوئی سطر قابلِ قبول نہیں، اس لیے تصدیق کے لیے کچھ نہیں۔',
  'errors.unsupported_media': 'اس قسم کی فائل یا پیغام یہاں قبول نہیں کیا جاتا۔',
  'errors.shown_already':
    'یہ ایک بار دکھایا جا چکا ہے یا دو منٹ کے اندر کھولا نہیں گیا۔ اگر اب بھی ضرورت ہو تو دوبارہ درخواست کریں۔',
  'errors.quota_used':
    'آج کے لیے آپ کی حد پوری ہو گئی ہے۔ اگر کام کے لیے مزید ضروری ہو تو اپنے نگران افسر سے رابطہ کریں۔',
  'errors.too_many': 'درخواستیں بہت زیادہ ہیں۔ ایک منٹ بعد دوبارہ کوشش کریں۔',
  'errors.link_used': 'یہ لنک استعمال ہو چکا ہے یا اس کی میعاد ختم ہو گئی ہے۔',
  'errors.passkey_failed': 'پاس کی قبول نہیں ہوئی۔ دوبارہ کوشش کریں۔',
  'errors.credential_waits':
    'یہ پاس کی کئی بار ناکام ہوئی، اس لیے ۱۰ منٹ تک بند ہے۔ اس کے مالک کو بتا دیا گیا ہے۔',
  'errors.unavailable':
    'اس وقت رجسٹر سے رابطہ نہیں ہو رہا۔ آپ کا درج کیا ہوا ضائع نہیں ہوا؛ کچھ دیر بعد دوبارہ کوشش کریں۔',
  'errors.unknown': 'رجسٹر میں کوئی خرابی ہوئی۔ کوئی تبدیلی نہیں ہوئی۔ اطلاع دیتے وقت درخواست نمبر بتائیں۔',

  'errors.field.required': 'یہ خانہ پُر کریں۔',
  'errors.field.not_understood': 'یہ سمجھ میں نہیں آیا۔ دیکھ کر دوبارہ درج کریں۔',
  'errors.field.wrong_type': 'یہ سمجھ میں نہیں آیا۔ دیکھ کر دوبارہ درج کریں۔',
  'errors.field.unknown_key': 'اس فارم میں ایسا کوئی خانہ نہیں۔',
  'errors.field.not_a_choice': 'دیے گئے جوابات میں سے ایک کا انتخاب کریں۔',
  'errors.field.pattern': 'یہ مطلوبہ شکل میں نہیں؛ ہدایت دیکھیں۔',
  'errors.field.maxLength': 'زیادہ سے زیادہ {limit} حروف لکھیں۔',
  'errors.field.maxItems': 'زیادہ سے زیادہ {limit} درج کریں۔',
  'errors.field.minimum': '{limit} یا اس سے زیادہ درج کریں۔',
  'errors.field.maximum': '{limit} یا اس سے کم درج کریں۔',
  'errors.field.format_date': 'دن، مہینے اور سال کے ساتھ تاریخ درج کریں۔',
  'errors.field.format_date_time': 'تاریخ اور وقت درج کریں۔',
  'errors.field.format_uuid': 'یہ حوالہ رجسٹر کا نہیں ہے۔',
  'errors.field.in_future': 'یہ تاریخ ابھی آئی نہیں۔',
  'errors.field.not_a_cnic': 'شناختی کارڈ نمبر میں ۱۳ ہندسے ہوتے ہیں۔',
  'errors.field.file_missing': 'فائل منتخب کریں۔',
}
