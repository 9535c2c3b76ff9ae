import type { exits as english } from '../en/exits.ts'
import type { Translation } from '../message.ts'

export const exits: Translation<typeof english> = {
  'exits.title': 'حوالے کی جانے والی اسناد',
  'exits.title.one': 'رجسٹر سے اخراج',
  'exits.what':
    'یہ افراد اب رجسٹر میں درج نہیں: عدالت نے سزا ختم کر دی یا مدت پوری ہو گئی۔ ہر ایک کو سند دی جاتی ہے؛ تب تک وہ اس فہرست میں رہتا ہے۔',
  'exits.none': 'کوئی سند باقی نہیں۔',
  'exits.who': 'شخص',
  'exits.name': 'نام',
  'exits.father': 'والد کا نام',
  'exits.ground': 'وجہ',
  'exits.ground.acquittal': 'اپیل پر بریت',
  'exits.ground.set_aside': 'سزا کالعدم قرار دی گئی',
  'exits.ground.ended': 'رجسٹر میں اندراج کی مدت پوری ہو گئی',
  'exits.ground.law_change': 'قواعد بدل گئے',
  'exits.statement.acquittal':
    'تصدیق کی جاتی ہے کہ ذیل میں نامزد شخص کو عدالت نے بری کر دیا ہے، اس لیے وہ اب رجسٹر میں درج نہیں۔',
  'exits.statement.set_aside':
    'تصدیق کی جاتی ہے کہ ذیل میں نامزد شخص کی سزا عدالت نے کالعدم قرار دی ہے، اس لیے وہ اب رجسٹر میں درج نہیں۔',
  'exits.statement.ended':
    'تصدیق کی جاتی ہے کہ ذیل میں نامزد شخص کے رجسٹر میں اندراج کی مدت پوری ہو چکی ہے اور وہ اب رجسٹر میں درج نہیں۔',
  'exits.statement.law_change':
    'تصدیق کی جاتی ہے کہ قواعد کی تبدیلی کے بعد ذیل میں نامزد شخص کی کوئی سزا رجسٹر کے لیے شمار نہیں ہوتی، اس لیے وہ اب رجسٹر میں درج نہیں۔',
  'exits.left_on': 'اخراج کی تاریخ',
  'exits.order': 'عدالت کا حکم',
  'exits.read_out': 'سند اردو اور انگریزی میں ہے؛ اسے اس زبان میں پڑھ کر سنائیں۔',
  'exits.station': 'سند حوالے کرنے والا تھانہ',
  'exits.begun': 'آغاز',
  'exits.state': 'کیفیت',
  'exits.to_print': 'سند چھاپنی ہے',
  'exits.to_hand_over': 'حوالے کرنی ہے',
  'exits.act': 'کارروائی',
  'exits.open': 'کھولیں',
  'exits.begin': 'سند تیار کریں',
  'exits.certificate': 'سند',
  'exits.certificate.what':
    'اردو اور انگریزی میں، دستخط شدہ۔ اس کا کوڈ کوئی بھی انٹرنیٹ کے بغیر جانچ سکتا ہے۔',
  'exits.certificate.none': 'ابھی نہیں چھپی۔',
  'exits.print_number': 'طباعت نمبر',
  'exits.printed': 'چھپی',
  'exits.print': 'سند چھاپیں',
  'exits.print.again': 'دوبارہ چھاپیں',
  'exits.hand_over': 'حوالگی درج کریں',
  'exits.hand_over.what': 'حوالگی درج ہونے پر یہ معاملہ تھانے کے لیے بند ہو جاتا ہے۔',
  'exits.handed': 'حوالے کر دی گئی',
  'exits.handed_on': 'تاریخ',
  'exits.handed_how': 'کیسے',
  'exits.how.in_person': 'خود اس شخص کو',
  'exits.how.by_post': 'ڈاک سے',
  'exits.how.to_representative': 'نمائندے کو',
  'exits.how.not_found': 'نہیں ملا؛ تھانے میں محفوظ',
  'exits.reversed':
    'عدالت نے سزا بحال کر دی یا قواعد کی تبدیلی واپس لی گئی: {at} سے یہ اخراج برقرار نہیں۔ سند اب کارآمد نہیں رہی۔',
  'exits.fault.before_exit': 'یہ دن اخراج سے پہلے کا ہے۔',
}
