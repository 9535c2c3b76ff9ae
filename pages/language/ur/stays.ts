import type { stays as english } from '../en/stays.ts'
import type { Translation } from '../message.ts'

export const stays: Translation<typeof english> = {
  'stays.title': 'حراست، ہسپتال، بیرونِ ملک، مستقل رہائش نہ ہونا',
  'stays.none': 'کچھ درج نہیں۔',
  'stays.record': 'نیا اندراج',
  'stays.title.new': 'حراست، ہسپتال، بیرونِ ملک قیام یا مستقل رہائش نہ ہونے کا اندراج',
  'stays.title.end': 'اختتام درج کریں',
  'stays.what':
    'حراست، ہسپتال اور بیرونِ ملک قیام سے تاریخیں آگے بڑھتی ہیں؛ مستقل رہائش نہ ہو تو ہر ماہ حاضری ہوتی ہے۔',
  'stays.kind': 'نوعیت',
  'stays.kind.custody': 'حراست',
  'stays.kind.hospital': 'ہسپتال',
  'stays.kind.abroad': 'بیرونِ ملک (سرحد یا سفارت خانے کی اطلاع)',
  'stays.kind.no_fixed_abode': 'مستقل رہائش نہیں',
  'stays.from_on': 'پہلا دن',
  'stays.to_on': 'ختم ہونے کا دن',
  'stays.to_on.hint': 'رہائی، فراغت یا واپسی کا دن۔ جب تک جاری ہو، خالی چھوڑ دیں۔',
  'stays.held_in': 'کس ضلع میں زیرِ حراست ہے',
  'stays.held_in.hint':
    'صرف حراست کے لیے: جیل یا تھانہ کس ضلع میں ہے۔ کوئی شخص ایک ہی دن دو ضلعوں میں زیرِ حراست نہیں ہوتا، اس لیے اس سے ایک نام کے دو افراد میں فرق ہو جاتا ہے۔',
  'stays.held': 'ضلع {district} میں زیرِ حراست',
  'stays.span_held': '{span}، ضلع {district} میں',
  'stays.fault.not_held': 'ضلع صرف حراست کے لیے درج کیا جاتا ہے۔',
  'stays.fault.district': 'ایسا کوئی ضلع نہیں۔',
  'stays.lasts': 'جاری ہے',
  'stays.source_kind': 'کس نے بتایا',
  'stays.source_on': 'کاغذ کی تاریخ',
  'stays.source_ref': 'اس کا نمبر یا نام',
  'stays.source_ref.hint': 'خط، وارنٹ یا ہسپتال کی پرچی۔ متاثرہ فرد کے بارے میں کچھ نہ لکھیں۔',
  'stays.act': 'کارروائی',
  'stays.end': 'اختتام درج کریں',
  'stays.end.of': '{kind}، {day} سے',
  'stays.struck_out': 'قلم زد',
  'stays.fault.before_start': 'یہ دن پہلے دن سے پہلے کا ہے۔',
  'stays.fault.overlaps': 'اسی نوعیت کی ایک مدت پہلے سے درج ہے جس میں یہ دن شامل ہے۔',
  'stays.fault.survivor':
    'اس تحریر سے متاثرہ فرد کی شناخت ظاہر ہو سکتی ہے، یا اس میں شناختی یا فون نمبر ہے۔ اسے نکال دیں۔',
}
