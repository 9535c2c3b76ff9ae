import type { appeals as english } from '../en/appeals.ts'
import type { Translation } from '../message.ts'

export const appeals: Translation<typeof english> = {
  'appeals.title': 'اپیل پر عدالت کا حکم',
  'appeals.record': 'اپیل پر عدالت کا حکم درج کریں',
  'appeals.what':
    'اپیل دائر ہونا، خارج ہونا اور واپس لیا جانا اسی وقت درج ہوتا ہے۔ جس حکم سے رجسٹر میں تبدیلی آئے اس کا فیصلہ بیورو کا دوسرا افسر کرتا ہے۔',
  'appeals.two': 'بریت، سزا کا کالعدم ہونا اور سزا کی بحالی بیورو کے دوسرے افسر کو جاتی ہے۔',
  'appeals.conviction': 'کون سی سزا',
  'appeals.event': 'عدالت نے کیا حکم دیا، یا کیا دائر ہوا',
  'appeals.happened_on': 'حکم کی تاریخ',
  'appeals.court': 'عدالت',
  'appeals.order_number': 'حکم یا اپیل کا نمبر',
  'appeals.order_number.hint': 'جیسا حکم پر لکھا ہے، مثلاً Crl. A. 512/2025۔',
  'appeals.fault.before_conviction': 'یہ دن سزا سے پہلے کا ہے۔',
  'appeals.fault.before_last': 'اس اپیل کا ایک بعد کا واقعہ پہلے سے درج ہے۔',
  'appeals.fault.nothing_pending': 'اس سزا کے خلاف کوئی اپیل زیرِ سماعت نہیں۔',
  'appeals.fault.undone_already': 'یہ سزا پہلے ہی ختم ہو چکی ہے۔',
  'appeals.fault.not_undone': 'یہ سزا ختم نہیں ہوئی تھی، اس لیے بحال نہیں ہو سکتی۔',
}
