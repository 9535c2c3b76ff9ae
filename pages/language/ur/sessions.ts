import type { sessions as english } from '../en/sessions.ts'
import type { Translation } from '../message.ts'

export const sessions: Translation<typeof english> = {
  'sessions.sign_in': 'داخل ہوں',
  'sessions.sign_in.what': 'وہ پاس کی استعمال کریں جو آپ کے نام پر درج کی گئی ہے۔ پاس ورڈ کی ضرورت نہیں۔',
  'sessions.sign_in.passkey': 'پاس کی سے داخل ہوں',
  'sessions.sign_in.identity_provider': 'پولیس کی شناختی سروس سے داخل ہوں',
  'sessions.badge': 'سروس نمبر',
  'sessions.badge.hint': 'جیسا آپ کے سروس کارڈ پر درج ہے۔',
  'sessions.no_script':
    'پاس کی کے لیے جاوا اسکرپٹ درکار ہے جو اس براؤزر میں بند ہے۔ اس ویب سائٹ کے لیے اسے کھولیں یا اپنے ایڈمنسٹریٹر سے رابطہ کریں۔',
  'sessions.no_passkey':
    'یہ براؤزر پاس کی استعمال نہیں کر سکتا۔ کروم، ایج یا فائر فاکس کا نیا ورژن استعمال کریں۔',
  'sessions.passkey_cancelled': 'پاس کی استعمال نہیں ہوئی۔ دوبارہ کوشش کریں۔',
  'sessions.passkey_preparing':
    'آپ کی پاس کی کا بٹن آ رہا ہے۔ اگر ایک منٹ میں نہ آئے تو یہ صفحہ دوبارہ کھولیں۔',
  'sessions.passkey_waiting': 'آپ کی پاس کی کا انتظار ہے…',
  'sessions.last_sign_in': 'آپ پچھلی بار {at} کو {unit} سے داخل ہوئے۔',
  'sessions.last_sign_in.check': 'اگر یہ آپ نہیں تھے تو فوراً اپنے ایڈمنسٹریٹر کو بتائیں۔',
  'sessions.first_sign_in': 'آپ پہلی بار داخل ہوئے ہیں۔',
  'sessions.sign_out': 'لاگ آؤٹ',
  'sessions.signed_out': 'آپ لاگ آؤٹ ہو گئے ہیں۔',
  'sessions.signed_out.what': 'اگر یہ کمپیوٹر مشترکہ ہے تو براؤزر بھی بند کر دیں۔',
  'sessions.ended': 'آپ کا سیشن ختم ہو گیا ہے۔ دوبارہ داخل ہوں۔',
  'sessions.replaced':
    'آپ کسی اور جگہ سے داخل ہوئے، اس لیے یہ سیشن ختم ہو گیا۔ اگر وہ آپ نہیں تھے تو اپنے ایڈمنسٹریٹر کو بتائیں۔',
  'sessions.lock': 'لاک کریں',
  'sessions.locked': 'لاک ہے',
  'sessions.locked.what': '{minutes} منٹ تک کوئی کام نہ ہونے پر لاک ہو گیا۔ آپ کا مسودہ سرور پر محفوظ ہے۔',
  'sessions.unlock': 'لاک کھولیں',
  'sessions.unlock.passkey': 'پاس کی سے لاک کھولیں',
  'sessions.step_up': 'تصدیق کریں کہ یہ آپ ہی ہیں',
  'sessions.step_up.what': 'اس کام کے لیے پاس کی دوبارہ درکار ہے۔ یہ تصدیق {minutes} منٹ تک کارآمد رہے گی۔',
  'sessions.step_up.passkey': 'پاس کی سے تصدیق کریں',
  'sessions.step_up.create': 'یہیں پاس کی بنائیں',
  'sessions.step_up.demo': 'نمائشی: پاس کی کے بغیر تصدیق کریں',
  'sessions.enrol': 'اپنی پاس کی درج کریں',
  'sessions.enrol.what':
    'یہ لنک صرف ایک بار کام کرتا ہے۔ پاس کی اسی آلے یا سکیورٹی کی میں رہتی ہے؛ رجسٹر آپ کا فنگر پرنٹ یا پن کبھی نہیں دیکھتا۔',
  'sessions.enrol.create': 'پاس کی بنائیں',
  'sessions.enrol.done': 'آپ کی پاس کی درج ہو گئی ہے۔ اب آپ داخل ہو سکتے ہیں۔',
  'sessions.enrol.link_used':
    'یہ لنک استعمال ہو چکا ہے یا اس کی میعاد ختم ہو گئی ہے۔ اپنے ایڈمنسٹریٹر سے نیا لنک لیں۔',
  'sessions.demo': 'بتائیں آپ کس حیثیت میں داخل ہوں گے',
  'sessions.demo.what':
    'اس نمائشی نسخے میں ہر عہدے کا ایک فرضی افسر ہے۔ داخل ہونے کے لیے پاس کی کی ضرورت نہیں۔',
  'sessions.demo.sign_in_as': 'بطور {role} داخل ہوں',
  'sessions.may_not_act':
    'آپ اس وقت رجسٹر میں کام نہیں کر سکتے: آج آپ کی کوئی تعیناتی نہیں، یا آپ معطل ہیں، یا سکیورٹی جانچ یا تربیت کی میعاد گزر چکی ہے۔ اپنے ایڈمنسٹریٹر سے رابطہ کریں۔',
  'sessions.choose_posting': 'اپنی تعیناتی منتخب کریں',
  'sessions.choose_posting.what':
    'آپ کی ایک سے زیادہ تعیناتیاں ہیں۔ ایک وقت میں ایک ہی حیثیت سے کام ہوتا ہے؛ بدلنے کے لیے لاگ آؤٹ کر کے دوبارہ داخل ہوں۔',
  'sessions.act_as': '{role}، {unit}',
  'sessions.welcome': 'آپ داخل ہو گئے ہیں',
  'sessions.expires': 'یہ سیشن {at} پر ختم ہوگا۔',
  'sessions.failed_before': {
    one: 'اس کے بعد آپ کی پاس کی سے {count} ناکام کوشش ہوئی۔ اگر یہ آپ نے نہیں کی تو فوراً اپنے ایڈمنسٹریٹر کو بتائیں۔',
    other:
      'اس کے بعد آپ کی پاس کی سے {count} ناکام کوششیں ہوئیں۔ اگر یہ آپ نے نہیں کیں تو فوراً اپنے ایڈمنسٹریٹر کو بتائیں۔',
  },
  'sessions.form_kept': 'آپ کا لکھا ہوا نیچے موجود ہے۔ ایک بار پڑھ کر دوبارہ پیش کریں۔',
  'sessions.onward': 'آپ داخل ہو گئے ہیں۔ رجسٹر پر جائیں۔',
  'sessions.unlock.no_passkey':
    'یہاں آپ کی کوئی پاس کی نہیں۔ پہلے کی طرح دوبارہ داخل ہوں؛ آپ کے مسودے محفوظ ہیں۔',
  'sessions.step_up.no_passkey':
    'آپ کے نام پر کوئی پاس کی درج نہیں، اس لیے یہ کام آپ کے لیے بند ہے۔ اپنے ایڈمنسٹریٹر سے اندراج کا لنک لیں۔',
  'sessions.unlock.demo': 'نمائشی: پاس کی کے بغیر لاک کھولیں',
  'sessions.enrol.for': 'یہ لنک {name} کے لیے ہے، سروس نمبر {badge}۔ اگر یہ آپ نہیں تو یہ صفحہ بند کر دیں۔',
  'sessions.enrol.label': 'اس پاس کی کا نام',
  'sessions.enrol.label.hint': 'مثلاً وہ کمپیوٹر یا سکیورٹی کی جس پر یہ ہے۔',
  'sessions.enrol.label.first': 'میری پہلی پاس کی',
}
