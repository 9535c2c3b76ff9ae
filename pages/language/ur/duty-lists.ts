import type { dutyLists as english } from '../en/duty-lists.ts'
import type { Translation } from '../message.ts'

export const dutyLists: Translation<typeof english> = {
  'duties.title': 'فرائض',
  'duties.lists': 'فرائض کی فہرستیں',
  'duties.list.overdue': 'تاخیر شدہ',
  'duties.list.overdue.what': 'تاریخ گزر چکی ہے اور کچھ موصول نہیں ہوا۔ سب سے پرانے پہلے۔',
  'duties.list.due': 'واجب',
  'duties.list.due.what': 'آج یا ۱۴ دن کے اندر واجب۔ سب سے قریب پہلے۔',
  'duties.list.not_served': 'جنہیں بتایا نہیں گیا',
  'duties.list.not_served.what':
    'رہا ہو چکے ہیں اور ابھی تک کسی نے تمام فرائض ثبوت کے ساتھ نہیں سمجھائے۔ جو بتایا نہ گیا ہو وہ واجب نہیں۔',
  'duties.list.custody_unknown': 'حراست معلوم نہیں',
  'duties.list.custody_unknown.what':
    'قید کی سزا ہوئی مگر حراست درج نہیں۔ جب تک درج نہ ہو کسی تاریخ پر بھروسا نہیں کیا جا سکتا۔',
  'duties.list.releases': 'رہائیاں',
  'duties.list.releases.what': '۳۰ دن کے اندر رہا ہوں گے۔ فرائض رہائی کے دن سمجھائے جاتے ہیں۔',
  'duties.none': 'کوئی نہیں۔',
  'duties.person': 'شخص',
  'duties.duty': 'فرض',
  'duties.due_on': 'واجب',
  'duties.released_on': 'رہائی یا سزا کی تاریخ',
  'duties.release_on': 'رہائی',
  'duties.act': 'کیا کرنا ہے',
}
