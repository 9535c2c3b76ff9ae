// مفادات کا ٹکراؤ جس کا افسر خود اظہار کرے۔
import type { conflicts as english } from '../en/conflicts.ts'
import type { Translation } from '../message.ts'

export const conflicts: Translation<typeof english> = {
  'conflicts.title': 'میرے مفادات کا ٹکراؤ',
  'conflicts.what':
    'جس معاملے میں آپ یہاں مفاد کا اظہار کریں، اسے آپ نہ کھول سکیں گے نہ اس کا فیصلہ کر سکیں گے۔ یہ فہرست صرف آپ کو نظر آتی ہے؛ اظہار کرنا لاگ میں درج ہوتا ہے۔',
  'conflicts.none': 'آپ نے کسی معاملے میں مفاد ظاہر نہیں کیا۔',
  'conflicts.about': 'کس سے متعلق',
  'conflicts.about.person': 'شخص',
  'conflicts.about.draft': 'مسودہ',
  'conflicts.about.approval': 'تجویز',
  'conflicts.about.emergency': 'ہنگامی رسائی',
  'conflicts.about.check': 'استفسار',
  'conflicts.about.gone': 'اب آپ کی تعیناتی سے باہر',
  'conflicts.district': 'ضلع',
  'conflicts.declared_at': 'اظہار کب کیا',
  'conflicts.reason': 'وجہ',
  'conflicts.reason.relative': 'متعلقہ شخص میرا رشتہ دار یا دوست ہے',
  'conflicts.reason.case': 'میں اس مقدمے پر کام کر چکا ہوں',
  'conflicts.reason.other': 'کوئی اور وجہ',
  'conflicts.declare': 'مفادات کے ٹکراؤ کا اظہار',
  'conflicts.declare.person': 'یہ اظہار اس شخص سے متعلق ہے جس کے ریکارڈ سے آپ یہاں آئے ہیں۔',
  'conflicts.declare.draft': 'یہ اظہار اس مسودے یا اندراج سے متعلق ہے جہاں سے آپ یہاں آئے ہیں۔',
  'conflicts.declare.check':
    'یہ اظہار اس استفسار سے متعلق ہے جہاں سے آپ یہاں آئے ہیں: آپ اس کی جانچ، جواب یا اجرا نہیں کریں گے، اب یہ کسی دوسرے افسر کے پاس ہے۔',
  'conflicts.declare.approval': 'یہ اظہار اس تجویز سے متعلق ہے جہاں سے آپ یہاں آئے ہیں۔',
  'conflicts.declare.emergency': 'آپ یہ اظہار اس ہنگامی رسائی کے بارے میں کر رہے ہیں جس سے آپ آئے ہیں۔',
  'conflicts.declare.what':
    'آپ کی جگہ کوئی دوسرا افسر کارروائی کرے گا۔ یہ اظہار صرف دوسرے افسر کی منظوری سے واپس ہوتا ہے، تاکہ کوئی اسے واپس لے کر خود فیصلہ نہ کر لے۔',
  'conflicts.declare.do': 'اظہار درج کریں',
  'conflicts.declared_already': 'اس معاملے میں آپ پہلے ہی اظہار کر چکے ہیں۔',
  'conflicts.standing': 'کیفیت',
  'conflicts.standing.stands': 'برقرار ہے',
  'conflicts.standing.withdrawn': '{at} کو واپس لیا گیا',
  'conflicts.standing.asked': 'دوسرے افسر سے پوچھا گیا ہے',
  'conflicts.withdrawal': 'واپس لیں',
  'conflicts.withdrawal.title': 'دوسرے افسر سے واپسی کی منظوری مانگیں',
  'conflicts.withdrawal.reason': 'یہ کیوں ختم ہوا، یا غلطی کیا تھی',
  'conflicts.withdrawal.hint': 'فیصلہ بیورو کا دوسرا افسر کرے گا۔ تب تک یہ برقرار رہے گا۔',
  'conflicts.withdrawal.send': 'دوسرے افسر کو بھیجیں',
  'conflicts.withdrawal.asked': 'دوسرے افسر سے پہلے ہی پوچھا جا چکا ہے۔',
  'conflicts.record_number': 'ریکارڈ نمبر',
  'conflicts.record_number.hint': 'مثلاً NSOR-2026-000123',
  'conflicts.no_record': 'جو ریکارڈ آپ دیکھ سکتے ہیں ان میں یہ نمبر نہیں۔',
}
