// گوشواروں میں بتائی گئی سزائیں، اور ان کا کیا ہوا۔
import type { expectations as english } from '../en/expectations.ts'
import type { Translation } from '../message.ts'

export const expectations: Translation<typeof english> = {
  'expectations.title': 'متوقع اندراج',
  'expectations.what':
    'تصدیق شدہ گوشوارے میں بتائی گئی ہر سزا کا رجسٹر میں ایک بار اندراج ہونا ہے۔ جب اس کا مسودہ، یا اسی سزا کا اسکرین پر شروع کیا گیا مسودہ، درج ہو جائے تو یہ اندراج مکمل سمجھا جاتا ہے۔',
  'expectations.states': 'متوقع اندراج، حالت کے لحاظ سے',
  'expectations.open': 'درج ہونا باقی',
  'expectations.open.what': 'جس کا انتظار سب سے زیادہ ہو چکا، وہ پہلے۔',
  'expectations.met': 'درج ہو چکے',
  'expectations.met.what': 'ہر ایک کا اندراج ایک ہی بار، یہاں بتائے گئے مسودے سے ہوا۔',
  'expectations.closed': 'ناقابلِ اندراج',
  'expectations.closed.what': 'مسودہ اس لیے بند کیا گیا کہ قانون کی رو سے یہ سزا رجسٹر میں درج نہیں ہوتی۔',
  'expectations.none': 'کوئی نہیں۔',
  'expectations.draft': 'مسودہ',
  'expectations.no_draft': 'کوئی مسودہ نہیں: وہ ختم کر دیا گیا تھا۔ سزا نئے سرے سے درج کریں۔',
  'expectations.stage': 'موجودہ مرحلہ',
  'expectations.origin.return': 'گوشوارے سے بنا',
  'expectations.origin.screen': 'اسکرین پر شروع ہوا',
  'expectations.convicted_on': 'فیصلہ',
  'expectations.age': 'انتظار کی مدت',
  'expectations.district': 'ضلع',
  'expectations.return': 'کس گوشوارے میں بتائی گئی',
}
