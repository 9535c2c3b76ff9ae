// Clearances: that a man is not the one of a record, at his own request, and the slip that says so.
import type { clearances as en } from '../en/clearances.ts'
import type { Translation } from '../message.ts'

export const clearances: Translation<typeof en> = {
  'clearances.title': 'صفائی پرچیاں',
  'clearances.what':
    'ان کے لیے جنہیں ہم نام ہونے کی وجہ سے کوئی اور سمجھا گیا اور جنہوں نے خود پرچی مانگی۔ درخواست ایک افسر آگے بھیجتا ہے، پرچی دوسرا جاری کرتا ہے؛ پھر استفسار، تلاش، اندراج اور موازنے اسی کے پابند رہتے ہیں۔',
  'clearances.lists': 'فہرستیں',
  'clearances.list.waiting': 'جاری ہونی ہیں',
  'clearances.list.issued': 'جاری شدہ',
  'clearances.none.waiting': 'کوئی پرچی اجرا کی منتظر نہیں۔',
  'clearances.none.issued': 'ابھی کوئی پرچی جاری نہیں ہوئی۔',
  'clearances.one': 'صفائی پرچی',
  'clearances.request': 'درخواست',
  'clearances.cause': 'کیسے معلوم ہوا',
  'clearances.cause.check': 'استفسار سے: افسر نے بتایا کہ یہ وہ نہیں',
  'clearances.cause.match': 'دو ریکارڈوں کے موازنے سے: ایک نہیں',
  'clearances.cause.earlier': 'پہلے کی تصدیق، پرچی کے بغیر',
  'clearances.asked_on': 'جس دن اس نے مانگی',
  'clearances.asked_by': 'درخواست آگے بھیجنے والا',
  'clearances.issued_at': 'اجرا',
  'clearances.holder': 'پرچی کس کی ہے',
  'clearances.cnic_tail': 'شناختی کارڈ نمبر کے آخری ہندسے',
  'clearances.why': 'وجہ',
  'clearances.not_of': 'یہ اس ریکارڈ والا شخص نہیں',
  'clearances.slip': 'پرچی',
  'clearances.issued': '{number} کے تحت جاری',
  'clearances.print': 'پرچی کاغذ پر (PDF)',
  'clearances.waits': 'اجرا کی منتظر',
  'clearances.issue': 'پرچی جاری کریں',
  'clearances.issue.what':
    'پہلے وجہ دیکھیں۔ پرچی میں صرف اسی شخص کا نام ہے، رجسٹر کے کسی شخص کا نہیں؛ آئندہ اسے اس ریکارڈ والا شخص نہیں سمجھا جائے گا۔',
  'clearances.own': 'یہ درخواست آپ نے آگے بھیجی۔ پرچی بیورو کا کوئی دوسرا افسر جاری کرے گا۔',
  'clearances.cnic': 'اس کے اپنے کارڈ کا نمبر',
  'clearances.asked_himself': 'اس نے خود مانگی، اور میں نے اس کا کارڈ دیکھا ہے',
  'clearances.ask': 'اس کی درخواست درج کریں',
  'clearances.ask.what':
    'یہ دونوں ایک نہیں۔ اگر ان میں سے کوئی خود مانگے تو اسے پرچی ملتی ہے تاکہ آئندہ اسے دوسرا نہ سمجھا جائے۔ پرچی کوئی دوسرا افسر جاری کرتا ہے۔',
  'clearances.side': 'کون مانگتا ہے؟',
  'clearances.side.one': 'پہلے ریکارڈ والا',
  'clearances.side.other': 'دوسرے ریکارڈ والا',
  'clearances.known': 'ایک صفائی پرچی کے مطابق یہ دونوں ایک نہیں',
  'clearances.known.what': 'یہ اس شخص کی اپنی درخواست پر، اس کا کارڈ دیکھ کر، دو افسروں نے جاری کی۔',
  'clearances.fault.not_asked': 'پرچی صرف اس کی اپنی درخواست پر بنتی ہے۔',
  'clearances.fault.another_card':
    'اس کے ریکارڈ میں یہ شناختی کارڈ نمبر نہیں۔ پہلے ریکارڈ درست کریں، یا کارڈ دوبارہ دیکھیں۔',
  'clearances.fault.not_a_record': 'دوسرا ابھی ریکارڈ نہیں: اس سے صفائی کی ضرورت نہیں۔',
}
