import type { emergencies as english } from '../en/emergencies.ts'
import type { Translation } from '../message.ts'

export const emergencies: Translation<typeof english> = {
  'emergencies.title': 'ہنگامی رسائی',
  'emergencies.lead':
    'جہاں کسی کی جان خطرے میں ہو، وہاں ایک ریکارڈ کا کم سے کم حصہ فوراً کھلتا ہے۔ ہر استعمال کا فیصلہ دوسرا افسر کرتا ہے۔',
  'emergencies.new': 'جان کو خطرہ',
  'emergencies.new.title': 'جان کے خطرے میں ریکارڈ کھولیں',
  'emergencies.new.only': 'صرف تب جب اس وقت کسی کی جان خطرے میں ہو',
  'emergencies.new.what':
    'باقی ہر بات کے لیے استفسار بھیجیں۔ آپ کے نگران افسر کو فوراً اطلاع ہوگی، دوسرا افسر {hours} میں جائزہ لے گا، اور متعلقہ شخص اپنی رپورٹ میں دیکھے گا کہ آپ نے دیکھا۔',
  'emergencies.new.get':
    'آپ {minutes} منٹ تک یہ دیکھ سکیں گے: {fields}۔ نہ پتا، نہ تصویر۔ اگر ریکارڈ نہ ہوا تو یہی بتایا جائے گا، اور وہ بھی شمار ہوگا۔',
  'emergencies.number': 'ایک شخص کا نمبر',
  'emergencies.number.hint':
    'شناختی کارڈ، پاسپورٹ یا ریکارڈ نمبر، پورا۔ نام کبھی نہیں۔ دو بار پڑھ لیں: غلط ہندسہ بھی شمار ہوتا ہے، اور جو آپ لکھتے ہیں وہ محفوظ نہیں ہوتا۔',
  'emergencies.danger': 'خطرہ کیا ہے',
  'emergencies.danger.attack_under_way': 'حملہ جاری ہے',
  'emergencies.danger.threat_to_kill': 'جان سے مارنے یا شدید زخمی کرنے کی دھمکی',
  'emergencies.danger.held_captive': 'کسی کو زبردستی روک رکھا ہے',
  'emergencies.danger.missing_in_danger': 'کوئی لاپتا اور خطرے میں ہے',
  'emergencies.words': 'اس کا ریکارڈ اس وقت کیوں ضروری ہے',
  'emergencies.names_confirmed':
    'میں نے اوپر نشان زدہ الفاظ پڑھ لیے ہیں: ان میں سے کسی سے متاثرہ فرد یا اس کا خاندان نہیں پہچانا جاتا۔',
  'emergencies.words.hint':
    'زیادہ سے زیادہ {most} حروف۔ شناختی کارڈ یا فون نمبر نہ لکھیں، نہ ایسی بات جس سے متاثرہ فرد پہچانا جائے۔',
  'emergencies.reference': 'آپ کا کاغذ',
  'emergencies.reference_kind': 'آپ کس کاغذ پر کارروائی کر رہے ہیں',
  'emergencies.reference_kind.fir': 'ایف آئی آر',
  'emergencies.reference_kind.diary': 'روزنامچے کی رپٹ',
  'emergencies.reference_kind.diary.hint': 'آج کی، یا اس سے پہلے کے دو دنوں کی۔',
  'emergencies.reference_station': 'کاغذ کس تھانے کا ہے',
  'emergencies.reference_station.bureau': 'آپ کے اپنے ڈیوٹی ڈیسک کا روزنامچہ۔',
  'emergencies.reference_number': 'ایف آئی آر یا رپٹ کا نمبر',
  'emergencies.reference_on': 'اس کی تاریخ',
  'emergencies.reference.fir': 'ایف آئی آر {number} مورخہ {on}، {place}',
  'emergencies.reference.diary': 'رپٹ {number} مورخہ {on}، {place}',
  'emergencies.reference.bureau': 'نیشنل پولیس بیورو',
  'emergencies.open': 'ابھی کھولیں',
  'emergencies.read': 'جان کے خطرے میں کھولا گیا',
  'emergencies.outcome.record': 'ریکارڈ موجود ہے',
  'emergencies.outcome.no_record': 'ریکارڈ موجود نہیں',
  'emergencies.outcome.record.what':
    'اس نمبر کا شخص رجسٹر میں درج ہے۔ کارروائی سے پہلے اسے یہاں لکھے ہوئے کوائف سے ملا لیں۔',
  'emergencies.outcome.no_record.what':
    'آج رجسٹر میں اس نمبر کا کوئی شخص درج نہیں۔ اس کا مطلب صرف اتنا ہی ہے: وہ پھر بھی خطرناک ہو سکتا ہے۔',
  'emergencies.opening': 'یہ رسائی',
  'emergencies.print_number': 'نمبر',
  'emergencies.used_by': 'کس نے کھولا',
  'emergencies.until': 'کب تک پڑھا جا سکتا ہے',
  'emergencies.until.what': 'اس کے بعد یہ صفحہ موجود نہیں رہے گا۔',
  'emergencies.review_due': 'جائزے کی آخری مہلت',
  'emergencies.told':
    'آپ کے نگران افسر کو اطلاع ہو گئی ہے۔ ایف آئی آر یا رپٹ پاس رکھیں: دوسرا افسر اسے مانگے گا۔',
  'emergencies.list': 'ہنگامی رسائیاں',
  'emergencies.none': 'کسی نے استعمال نہیں کی۔',
  'emergencies.used_at': 'کب استعمال ہوئی',
  'emergencies.by': 'کس نے',
  'emergencies.said': 'جواب',
  'emergencies.clock': 'جائزہ',
  'emergencies.clock.left': '{hours} باقی',
  'emergencies.clock.late': '{hours} تاخیر',
  'emergencies.finding.justified': 'درست',
  'emergencies.finding.not_justified': 'بلاجواز',
  'emergencies.go.read': 'پڑھیں',
  'emergencies.go.review': 'جائزہ لیں',
  'emergencies.go.see': 'دیکھیں',
  'emergencies.act': 'کیا کرنا ہے',
  'emergencies.review': 'ہنگامی رسائی کا جائزہ',
  'emergencies.review.use': 'کیا کیا گیا',
  'emergencies.review.fields': 'اسے کیا دکھایا گیا',
  'emergencies.review.fields.none': 'کچھ نہیں: ریکارڈ موجود نہ تھا۔',
  'emergencies.review.about': 'کس کے بارے میں',
  'emergencies.review.about.what':
    'ایف آئی آر یا رپٹ سے ملائیں: کیا یہ وہی شخص ہے جس کا نام اس میں ہے؟ آپ کو صرف نام اور نمبر دکھایا جاتا ہے، اور وہ بھی فیصلے تک۔',
  'emergencies.review.about.none':
    'نہیں دکھایا جاتا: ریکارڈ نہ تھا، یا جائزہ ہو چکا۔ جو رجسٹر میں درج نہیں اس کا نمبر محفوظ نہیں ہوتا؛ افسر سے اس کا کاغذ مانگیں۔',
  'emergencies.review.elsewhere':
    'اس کا جائزہ پہلے ڈسٹرکٹ پولیس افسر لیتا ہے۔ اس کی مہلت ختم ہونے پر یہ آپ کے پاس آئے گا۔',
  'emergencies.review.done': 'جائزہ ہو چکا',
  'emergencies.review.reasons': 'وجوہات',
  'emergencies.review.reasons.hint':
    'آپ نے کیا پڑھا اور کس سے پوچھا۔ ایسی بات نہ لکھیں جس سے متاثرہ فرد پہچانا جائے۔',
  'emergencies.review.word': 'آپ کا فیصلہ',
  'emergencies.review.finding': 'آپ کا نتیجہ',
  'emergencies.review.finding.justified.when': 'جان کو خطرہ تھا، اور کاغذ میں اسی شخص کا نام ہے۔',
  'emergencies.review.finding.not_justified.when':
    'اب سے یہ رسائی اس افسر کے لیے بند ہے، اور ایڈمنسٹریٹر کو بتانا ہوگا کہ کیا کارروائی ہوئی۔',
  'emergencies.review.keep': 'نتیجہ محفوظ کریں',
  'emergencies.findings': 'بلاجواز استعمال',
  'emergencies.findings.what':
    'دوسرے افسر نے ان رسائیوں کو بلاجواز پایا۔ جب تک آپ نہ بتائیں کہ کیا ہوا، رسائی اس افسر کے لیے بند ہے۔ کس کے بارے میں تھی، یہ آپ نہیں دیکھتے۔',
  'emergencies.findings.none': 'کوئی نہیں۔',
  'emergencies.officer': 'افسر',
  'emergencies.reviewed_by': 'کس نے پایا',
  'emergencies.did': 'کیا کارروائی ہوئی',
  'emergencies.did.suspended': 'معطل کیا گیا',
  'emergencies.did.posting_ended': 'تعیناتیاں ختم کی گئیں',
  'emergencies.did.kept': 'مؤقف سن کر عہدے پر برقرار رکھا گیا',
  'emergencies.fault.number':
    'یہ شناختی کارڈ، پاسپورٹ یا ریکارڈ نمبر نہیں۔ پورا نمبر لکھیں؛ ریکارڈ نمبر سال کے ساتھ۔',
  'emergencies.fault.station_needed': 'بتائیں کہ کاغذ کس تھانے کا ہے۔',
  'emergencies.fault.other_place': 'یہ کاغذ آپ کے علاقے کا نہیں۔',
  'emergencies.fault.diary_only': 'بیورو اپنے ڈیوٹی ڈیسک کے روزنامچے پر کارروائی کرتا ہے۔',
  'emergencies.fault.in_future': 'یہ تاریخ ابھی نہیں آئی۔',
  'emergencies.fault.too_old': 'یہ رپٹ دو دن سے پرانی ہے۔ جان کا خطرہ آج کا ہوتا ہے۔',
  'emergencies.fault.not_suspended':
    'افسر معطل نہیں۔ پہلے معطلی تجویز کریں؛ دوسرا ایڈمنسٹریٹر اس کی تصدیق کرے گا۔',
  'emergencies.fault.posting_goes_on':
    'افسر کی تعیناتی ابھی جاری ہے۔ پہلے اسے ختم کریں؛ دوسرا ایڈمنسٹریٹر اس کی تصدیق کرے گا۔',
}
