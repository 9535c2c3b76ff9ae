import type { servings as english } from '../en/servings.ts'
import type { Translation } from '../message.ts'

export const servings: Translation<typeof english> = {
  'servings.new': 'فرائض کی اطلاع دیں',
  'servings.new.what':
    'جو فرض بتایا نہ گیا ہو وہ لازم نہیں ہوتا۔ متعلقہ شخص کو اس کی زبان میں فرائض پڑھ کر سنائیں، چھپا ہوا نوٹس دیں اور دستخط کرائیں۔',
  'servings.one': 'فرائض کی اطلاع دہی',
  'servings.language': 'نوٹس کی زبان',
  'servings.language.ur': 'اردو',
  'servings.language.en': 'انگریزی',
  'servings.read_out': 'یہ پڑھ کر سنائیں',

  'servings.told.intro':
    'آپ کا نام اس رجسٹر میں درج ہے جو انسدادِ زنا بالجبر (تفتیش و سماعت) ایکٹ ۲۰۲۱ء کی دفعہ ۲۴ کے تحت قائم ہے۔ جب تک آپ اس رجسٹر پر ہیں، اپنے نگران تھانے کے حوالے سے آپ کے ذمے یہ فرائض ہیں۔',
  'servings.told.confirm_in_person': 'خود تھانے میں حاضر ہونا',
  'servings.told.notify_name_change': 'نیا نام بتانا',
  'servings.told.notify_address_change': 'نیا پتا بتانا',
  'servings.told.notify_travel_abroad': 'بیرونِ ملک سفر سے پہلے بتانا',
  'servings.told.notify_absence': 'ملک کے اندر گھر سے لمبی غیر حاضری سے پہلے بتانا',
  'servings.rule.confirm_every_months': {
    one: 'اپنی رہائی سے شمار کر کے ہر ماہ تھانے آئیں اور اپنی رہائش کی تصدیق کریں۔',
    other: 'اپنی رہائی سے شمار کر کے ہر {count} ماہ بعد تھانے آئیں اور اپنی رہائش کی تصدیق کریں۔',
  },
  'servings.rule.confirm_no_fixed_abode_every_months': {
    one: 'جب تک آپ کی مستقل رہائش نہ ہو، ہر ماہ آئیں۔',
    other: 'جب تک آپ کی مستقل رہائش نہ ہو، ہر {count} ماہ بعد آئیں۔',
  },
  'servings.rule.confirm_window_days': {
    one: 'آپ مقررہ تاریخ سے {count} دن پہلے تک بھی آ سکتے ہیں۔',
    other: 'آپ مقررہ تاریخ سے {count} دن پہلے تک بھی آ سکتے ہیں۔',
  },
  'servings.rule.notify_name_change_days': {
    one: 'نام بدلنے کے بعد {count} دن کے اندر۔',
    other: 'نام بدلنے کے بعد {count} دن کے اندر۔',
  },
  'servings.rule.notify_address_change_days': {
    one: 'رہائش بدلنے کے بعد {count} دن کے اندر۔',
    other: 'رہائش بدلنے کے بعد {count} دن کے اندر۔',
  },
  'servings.rule.notify_travel_abroad_days': {
    one: 'پاکستان سے روانگی سے کم از کم {count} دن پہلے۔',
    other: 'پاکستان سے روانگی سے کم از کم {count} دن پہلے۔',
  },
  'servings.rule.absence_over_hours': {
    one: 'صرف اس صورت میں جب آپ {count} گھنٹے سے زیادہ گھر سے باہر رہیں گے۔',
    other: 'صرف اس صورت میں جب آپ {count} گھنٹے سے زیادہ گھر سے باہر رہیں گے۔',
  },
  'servings.rule.notify_absence_hours': {
    one: 'روانگی سے کم از کم {count} گھنٹہ پہلے۔',
    other: 'روانگی سے کم از کم {count} گھنٹے پہلے۔',
  },
  'servings.told.closed':
    'اگر مقررہ تاریخ ایسے دن آئے جب تھانے میں کوئی وصولی نہیں ہوتی تو اگلا دفتری دن شمار ہوگا۔ حراست، ہسپتال، یا بروقت بتائے گئے سفر کے دوران تاریخیں آگے ہو جاتی ہیں۔',
  'servings.told.receipt': 'ہر اطلاع پر آپ کو رسید ملے گی۔ اسے سنبھال کر رکھیں۔',
  'servings.told.object':
    'اگر یہاں یا آپ کے ریکارڈ میں کوئی بات غلط ہو تو تھانے کو زبانی یا تحریری طور پر بتائیں۔ تھانہ اسے نیشنل پولیس بیورو تک پہنچانے کا پابند ہے۔ آپ عدالت سے بھی رجوع کر سکتے ہیں۔',
  'servings.basis': 'بنیاد',

  'servings.form': 'اطلاع دہی درج کریں',
  'servings.duties': 'کون سے فرائض سمجھائے گئے',
  'servings.spoken': 'جس زبان میں بات کی گئی',
  'servings.spoken.hint':
    'خود اسی سے پوچھیں۔ آج کی تاریخ کے ساتھ محفوظ ہو گا؛ انگریزی والے کو کاغذ اور پیغام انگریزی میں، باقی سب کو اردو میں ملتے ہیں۔',
  'servings.fault.not_his_language': 'فرائض اسی کی زبان میں پڑھ کر سنائیں: پہلے اوپر سے وہ زبان منتخب کریں۔',
  'servings.served_on': 'اطلاع دینے کی تاریخ',
  'servings.served_time': 'وقت',
  'servings.proof': 'ثبوت',
  'servings.proof.signature': 'دستخط کیے',
  'servings.proof.thumb_mark': 'نشانِ انگوٹھا',
  'servings.proof.refused_before_witnesses': 'گواہوں کے سامنے دستخط سے انکار کیا',
  'servings.witness': 'گواہ کون تھے',
  'servings.witness.hint': 'انکار کی صورت میں لازم: ہر گواہ کا نام اور عہدہ یا پتا۔',
  'servings.back_dated_reason': 'تاخیر سے درج کرنے کی وجہ',
  'servings.back_dated_reason.hint': 'صرف اس صورت میں جب اطلاع آج سے پہلے دی گئی ہو۔',
  'servings.save': 'درج کریں کہ اسے بتا دیا گیا',
  'servings.not_yet':
    'رجسٹر کے مطابق یہ شخص نہ رہا ہوا ہے نہ حراست میں ہے، اس لیے فرائض کی اطلاع نہیں دی جا سکتی۔',
  'servings.not_served': 'ابھی نہیں بتائے گئے: {duties}',
  'servings.all_served': 'تمام فرائض بتائے جا چکے ہیں۔ نئی اطلاع دہی پہلی کے ساتھ درج رہے گی۔',
  'servings.earlier': 'پہلے دی گئی اطلاعات',
  'servings.earlier.none': 'ابھی تک کوئی اطلاع نہیں دی گئی۔',
  'servings.served_at': 'اطلاع دی گئی',
  'servings.recorded': 'اندراج',
  'servings.station': 'کس نے اطلاع دی',
  'servings.station.none': 'نیشنل پولیس بیورو یا جیل',
  'servings.saved': 'درج ہو گیا کہ اسے بتا دیا گیا۔ اب سے اس کے فرائض شمار ہوں گے۔',

  'servings.print': 'فرائض کا نوٹس چھاپیں',
  'servings.print_id': 'کون سا چھپا ہوا نوٹس دیا گیا',
  'servings.print_id.none': 'کوئی پرانا کاغذ',
  'servings.print_id.one': '{number}، چھپائی {day}',
  'servings.fault.not_his_print': 'یہ اس شخص کے لیے چھپا ہوا فرائض کا نوٹس نہیں۔',
  'servings.fault.before_release': 'رجسٹر کے مطابق اس دن وہ نہ رہا ہوا تھا نہ حراست میں تھا۔',
  'servings.fault.before_registration': 'اس دن وہ رجسٹر پر نہیں تھا۔',
  'servings.fault.reason_needed': 'یہ اطلاع آج سے پہلے دی گئی: لکھیں کہ اب کیوں درج ہو رہی ہے۔',
}
