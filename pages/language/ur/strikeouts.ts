import type { strikeouts as english } from '../en/strikeouts.ts'
import type { Translation } from '../message.ts'

export const strikeouts: Translation<typeof english> = {
  'strikeouts.propose': 'غلط ہے، قلم زد کریں',
  'strikeouts.title': 'غلط واقعہ قلم زد کرنا',
  'strikeouts.what':
    'یہ نظر آتا رہے گا مگر شمار نہیں ہوگا۔ فیصلہ بیورو کا دوسرا افسر کرے گا؛ اسے دکھایا جائے گا کہ کیا بدلے گا۔',
  'strikeouts.event': 'واقعہ',
  'strikeouts.noun.custody': 'حراست',
  'strikeouts.noun.stay': 'قیام',
  'strikeouts.noun.visit': 'دورہ',
  'strikeouts.noun.serving': 'فرائض کی اطلاع دہی',
  'strikeouts.noun.appeal_event': 'اپیل کا واقعہ',
  'strikeouts.reason': 'یہ غلط کیوں ہے',
  'strikeouts.reason.hint': 'کیا غلطی ہوئی اور کس سے ظاہر ہے۔ متاثرہ فرد کے بارے میں کچھ نہ لکھیں۔',
  'strikeouts.send': 'دوسرے افسر کو بھیجیں',
}
