// وہ مسودے جن کا افسر اب کارروائی نہیں کر سکتا۔
import type { takeovers as english } from '../en/takeovers.ts'
import type { Translation } from '../message.ts'

export const takeovers: Translation<typeof english> = {
  'takeovers.title': 'وہ مسودے جن پر کارروائی رکی ہوئی ہے',
  'takeovers.what':
    'یہ مسودے ایسے افسر نے پیش کیے تھے جس کی تعیناتی ختم ہو چکی، جو معطل ہے، یا جس کی سکیورٹی جانچ یا تربیت کی میعاد گزر چکی ہے۔ اب اس کے نام سے کوئی کارروائی نہیں ہوتی۔ اسی دفتر کا کوئی افسر انہیں اپنے ذمے لے؛ اس کے بعد کارروائی اسی کے نام سے ہوگی اور وہ خود ان کا فیصلہ نہیں کر سکے گا۔',
  'takeovers.none': 'کوئی نہیں: ہر پیش شدہ مسودے کا افسر کارروائی کر سکتا ہے۔',
  'takeovers.officer': 'کس نے پیش کیا',
  'takeovers.unit': 'دفتر',
  'takeovers.drafts': 'مسودے',
  'takeovers.since': 'سب سے پرانا کب پیش ہوا',
  'takeovers.act': 'ذمے لینا',
  'takeovers.do': 'اپنے ذمے لیں',
  'takeovers.by_office': 'اسی دفتر کا افسر لے سکتا ہے',
}
