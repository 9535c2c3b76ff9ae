import type { travel as english } from '../en/travel.ts'
import type { Translation } from '../message.ts'

export const travel: Translation<typeof english> = {
  'travel.none': 'کوئی سفر معلوم نہیں۔',
  'travel.heading.abroad': '{day} سے بیرونِ ملک',
  'travel.heading.inside': '{day} سے گھر سے باہر',
  'travel.where': 'کہاں',
  'travel.returns_at': 'واپسی',
  'travel.return_unknown': 'معلوم نہیں',
  'travel.cancelled': 'منسوخ',
  'travel.cancelled_at': 'منسوخ ہوا',
  'travel.told': 'پیشگی اطلاع',
  'travel.no_duty': 'اس سفر کی اطلاع دینا لازم نہیں تھا۔',
  'travel.versions': 'تبدیلیاں',
  'travel.versions.count': { one: '{count} اندراج', other: '{count} اندراجات؛ آخری دکھایا گیا ہے' },
  'travel.moved': 'اس سفر سے آگے بڑھنے والی تاریخیں',
  'travel.moved.none': 'کوئی نہیں: اس دوران کوئی تاریخ نہیں تھی، یا اطلاع بروقت نہیں دی گئی۔',
}
