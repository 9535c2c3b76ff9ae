import type { paper as english } from '../en/paper.ts'
import type { Translation } from '../message.ts'

export const paper: Translation<typeof english> = {
  'paper.register': 'قومی رجسٹر برائے مجرمان، پاکستان',
  'paper.confidential': 'خفیہ۔ یہ کاغذ بلا جواز کسی دوسرے شخص کو نہ دکھائیں۔',
  'paper.print_number': 'طباعت نمبر',
  'paper.printed': 'طباعت',
  'paper.reprint_of': 'نقل بمطابق طباعت نمبر',
  'paper.page': 'صفحہ {n} از {m}',
  'paper.check': 'اس کاغذ کی تصدیق',
  'paper.check.what':
    'چوکور نشان اسکین کریں، یا نیچے لکھے حروف تصدیقی صفحے پر درج کریں۔ اس میں کسی کا نام شامل نہیں۔',
  'paper.receipt': 'رسید اطلاع نامہ',
  'paper.receipt.what':
    'ذیل میں درج تھانے کو یہ اطلاع موصول ہو گئی ہے۔ رسید سنبھال کر رکھیں، یہ آپ کا ثبوت ہے۔',
  'paper.receipt.number': 'اطلاع نمبر',
  'paper.receipt.received_at': 'تاریخ و وقتِ وصولی',
  'paper.receipt.station': 'تھانہ',
  'paper.receipt.kind': 'اطلاع کی نوعیت',
  'paper.receipt.name': 'نام',
  'paper.receipt.father': 'ولدیت',
  'paper.receipt.record_number': 'ریکارڈ نمبر',
  'paper.receipt.next_due': 'آئندہ واجب',
  'paper.receipt.nothing_due': 'فی الحال مزید کچھ واجب نہیں',

  'paper.week_list': 'تھانے کی ہفتہ وار فہرست',
  'paper.week_list.week': 'ہفتہ',
  'paper.week_list.what':
    'صرف ریکارڈ نمبر، نام نہیں: متعلقہ شخص کو رجسٹر میں دیکھیں۔ ہفتہ ختم ہونے پر فہرست تلف کر دیں۔',
  'paper.week_list.cut': 'اس فہرست سے زیادہ افراد کے فرائض واجب ہیں؛ باقی اسکرین پر ہیں۔',
  'paper.week_list.none': 'کچھ واجب نہیں۔',
  'paper.week_list.state': 'کیفیت',
  'paper.week_list.by_hand': 'آنے کا وقت، اطلاع نمبر',

  'paper.access_report': 'میرا ریکارڈ کس نے دیکھا',
  'paper.access_report.yours': 'یہ رپورٹ اس میں نامزد شخص کی ملکیت ہے۔',
  'paper.access_report.what':
    'ریکارڈ جب بھی دیکھا گیا اور اس میں سے جو کچھ باہر دیا گیا، تازہ ترین پہلے۔ دفاتر کے نام درج ہیں، افسران کے نہیں؛ اگر کوئی اندراج آپ کی سمجھ میں نہ آئے تو نیشنل پولیس بیورو سے بلا معاوضہ پوچھ سکتے ہیں۔',
  'paper.access_report.given': 'باہر دی گئی معلومات',
  'paper.access_report.looks': 'ریکارڈ کب دیکھا گیا',
  'paper.access_report.when': 'کب',
  'paper.access_report.to': 'کس کو',
  'paper.access_report.told': 'کیا بتایا گیا',
  'paper.access_report.basis': 'اختیار',
  'paper.access_report.office': 'دفتر',
  'paper.access_report.seen': 'کیا دیکھا گیا',
  'paper.access_report.why': 'مقصد',
  'paper.access_report.none_given': 'کوئی معلومات باہر نہیں دی گئیں۔',
  'paper.access_report.none_looked': 'کسی نے نہیں دیکھا۔',
  'paper.access_report.cut': 'اندراجات اس رپورٹ کی گنجائش سے زیادہ ہیں؛ باقی تھانے سے پوچھیں۔',

  'paper.referral': 'چھوٹے ہوئے فرض کا ارسال نامہ',
  'paper.referral.what':
    'یہ ایک اندراج اور ارسال ہے۔ یہ کسی جرم کا تعین نہیں۔ مقررہ تاریخ مطلوبہ اطلاع کے بغیر گزر گئی؛ جو دیکھا، کیا اور طے کیا گیا وہ نیچے درج ہے۔ جن اقدار پر (مفروضہ) لکھا ہے وہ کسی دستیاب متن میں نہیں۔',
  'paper.referral.duty': 'فرض',
  'paper.referral.due_on': 'مقررہ تاریخ',
  'paper.referral.state': 'موجودہ حالت',
  'paper.referral.steps': 'تاریخ کیسے نکلی',
  'paper.referral.checks': 'کیا دیکھا گیا، اور شواہد',
  'paper.referral.contacts': 'رابطے کی کوششیں',
  'paper.referral.decision': 'فیصلہ: آگے بھیجا جائے',
  'paper.referral.proposed': 'تجویز کنندہ',
  'paper.referral.signed': 'توثیق کنندہ',
  'paper.referral.laws': 'جن متون پر یہ مبنی ہے',

  'paper.certificate': 'رجسٹر سے اخراج کی سند',
  'paper.certificate.state': 'رجسٹر میں درج نہیں',
  'paper.certificate.yours': 'یہ سند اسی شخص کی ملکیت ہے جس کا نام اس میں درج ہے؛ وہ جسے چاہے دکھا سکتا ہے۔',
  'paper.certificate.name': 'نام',
  'paper.certificate.father': 'والد کا نام',
  'paper.certificate.record_number': 'ریکارڈ نمبر',
  'paper.certificate.left_on': 'رجسٹر سے اخراج کی تاریخ',
  'paper.certificate.ground': 'وجہ',
  'paper.certificate.station': 'سند حوالے کرنے والا تھانہ',
  'paper.certificate.court': 'عدالت',
  'paper.certificate.order_number': 'حکم نمبر',
  'paper.certificate.order_on': 'حکم کی تاریخ',
  'paper.certificate.duties':
    'اس تاریخ سے اس ریکارڈ کی بنا پر حاضری، اطلاع یا تصدیق کا کوئی فرض کسی تھانے کے سامنے باقی نہیں۔',
  'paper.certificate.object':
    'اگر اس میں کوئی بات درست نہیں تو تھانے کو بتائیں یا نیشنل پولیس بیورو، اسلام آباد کو لکھیں۔ اس کی کوئی فیس نہیں۔',
  'paper.certificate.officer': 'سند حوالے کرنے والا افسر',
  'paper.certificate.holder': 'وصول کنندہ (دستخط یا نشانِ انگوٹھا)',

  'paper.duties': 'فرائض کا نوٹس',
  'paper.duties.signature': 'متعلقہ شخص کے دستخط',
  'paper.duties.thumb': 'نشانِ انگوٹھا',
  'paper.duties.officer': 'سمجھانے والا افسر',
  'paper.duties.witnesses': 'گواہ، اگر وہ دستخط نہ کرے',
  'paper.duties.served_at': 'سمجھانے کی تاریخ اور وقت',

  'paper.check.name': 'نام',
  'paper.check.father': 'والد کا نام',
  'paper.annexure': 'ضمیمہ الف: استفسار',
  'paper.annexure.statement':
    'انسدادِ زنا بالجبر (تفتیش و سماعت) ایکٹ ۲۰۲۱ کے تحت ایف آئی آر میں نامزد ملزم کے ریکارڈ کے لیے، ڈسٹرکٹ پبلک پراسیکیوٹر کی معرفت، نیشنل پولیس بیورو سے استفسار۔',
  'paper.annexure.declares':
    'میں اس ایف آئی آر کا تفتیشی افسر ہوں، اور یہ شخص اسی میں ملزم ہے۔ میں کسی اور کے بارے میں نہیں پوچھ رہا۔',
  'paper.annexure.survivor': 'اس میں کوئی بات متاثرہ فرد یا اس کے خاندان کی شناخت ظاہر نہیں کرتی۔',
  'paper.annexure.officer': 'تفتیشی افسر',
  'paper.annexure.prosecutor': 'ڈسٹرکٹ پبلک پراسیکیوٹر',
  'paper.answer': 'استفسار کا جواب',
  'paper.answer.only':
    'صرف اس افسر کے لیے جس کا نام اس صفحے پر ہے، اور صرف اسی مقدمے کے لیے۔ یہ چند بار، ایک تاریخ تک کھلتا ہے؛ ہر نقل کا اپنا نمبر ہے۔',
  'paper.clearance': 'صفائی پرچی',
  'paper.clearance.statement':
    'یہاں نامزد شخص کا، اس کی اپنی خواہش پر، اس کے اپنے شناختی کارڈ سے موازنہ کیا گیا۔ ملتے جلتے نام سے رجسٹر سے جس کے بارے میں پوچھا گیا تھا وہ یہ شخص نہیں۔',
  'paper.clearance.state': 'یہ وہ شخص نہیں',
  'paper.clearance.issued_on': 'تاریخِ اجرا',
  'paper.clearance.use':
    'جب آپ کو ہم نام سمجھا جائے تو یہ دکھائیں۔ اس کے نمبر سے بیورو دیکھ لیتا ہے کہ یہ اب بھی معتبر ہے یا نہیں؛ غلطی سے دی گئی پرچی واپس لے لی جاتی ہے۔',
  'paper.clearance.yours': 'یہ پرچی اسی شخص کی ملکیت ہے جس کا نام اس میں درج ہے؛ وہ جسے چاہے دکھا سکتا ہے۔',
  'paper.clearance.object':
    'یہ کردار کی سند نہیں۔ اگر یہاں کچھ غلط ہو تو نیشنل پولیس بیورو، اسلام آباد کو لکھیں۔ اس کی کوئی فیس نہیں۔',
  'paper.clearance.officer': 'حوالے کرنے والا افسر',
}
