import type { reminders as english } from '../en/reminders.ts'
import type { Translation } from '../message.ts'

export const reminders: Translation<typeof english> = {
  'reminders.message':
    'یاد دہانی: آپ کو {day} تک حاضر ہونا ہے۔ براہِ کرم شناختی کارڈ کے ساتھ کسی دفتری دن صبح ۸ سے شام ۴ بجے کے درمیان اسی دفتر آئیں جس نے آپ کو کاغذ دیا تھا۔ اگر آپ ہو آئے ہیں تو کچھ کرنے کی ضرورت نہیں۔',
  'reminders.contact': 'یاد دہانی کا نمبر',
  'reminders.contact.what':
    'فرض واجب ہونے سے ۱۴، ۷ اور ۱ دن پہلے پیغام جاتا ہے۔ اس میں کسی کا نام نہیں ہوتا اور نہ یہ کہ معاملہ کیا ہے۔',
  'reminders.held': '{day} سے محفوظ، آخری ہندسے',
  'reminders.number': 'موبائل نمبر',
  'reminders.number.hint': 'مثلاً ⁨0300-1234567⁩۔ یہ مہر بند محفوظ ہوتا ہے اور دوبارہ نہیں دکھایا جاتا۔',
  'reminders.language': 'پیغام کی زبان',
  'reminders.language.ur': 'اردو',
  'reminders.language.en': 'انگریزی',
  'reminders.agreed': 'اس شخص نے اس نمبر پر یاد دہانی کی رضامندی دی ہے۔',
  'reminders.save': 'نمبر محفوظ کریں',
  'reminders.withdraw': 'نمبر واپس لیں',
  'reminders.back': 'ریکارڈ پر واپس',
  'reminders.fault.not_mobile': 'یہ پاکستان کا موبائل نمبر نہیں۔',
  'reminders.fault.not_agreed': 'رضامندی کے بغیر پیغام نہیں جاتا، اس لیے نمبر محفوظ نہیں کیا جائے گا۔',
  'reminders.list': 'کن کو یاد دلانا ہے',
  'reminders.list.what': '{day} سے ۱۴ دن کے اندر واجب۔ جس نے نمبر نہیں دیا اسے تھانہ خود بتائے۔',
  'reminders.channel': 'یاد دہانی',
  'reminders.channel.sms': 'پیغام کے ذریعے',
  'reminders.channel.print': 'خود بتائیں؛ نمبر نہیں',
  'reminders.sent': '{at} کو بھیجی گئی',
}
