import type { law_changes as english } from '../en/law-changes.ts'
import type { Translation } from '../message.ts'

export const law_changes: Translation<typeof english> = {
  'law_changes.title': 'اس تبدیلی سے کیا ہوا',
  'law_changes.state': 'حالت',
  'law_changes.state.waiting': 'اپنے دن کا انتظار',
  'law_changes.state.waiting.what': 'نفاذ کے پہلے دن سے پہلے کچھ نہیں ہوتا۔',
  'law_changes.state.applying': 'لاگو ہو رہی ہے',
  'law_changes.state.applying.what':
    'جن پر آزمائشی حساب میں اثر تھا ان سب کا حساب نئے سرے سے ہو رہا ہے۔ آپ صفحہ چھوڑ سکتے ہیں۔',
  'law_changes.state.applied': 'لاگو ہو گئی',
  'law_changes.state.applied.what':
    'جو اس تبدیلی سے نکلا اس کا اخراج درج ہے اور سند حوالے کرنی ہے۔ جو شامل ہوتا وہ نیچے ایک کام ہے: تبدیلی سے کوئی خود بخود درج نہیں ہوتا، اور جو کسی کو بتایا نہیں گیا وہ اس پر واجب نہیں۔',
  'law_changes.state.undoing': 'واپس لی جا رہی ہے',
  'law_changes.state.undoing.what': 'اس تبدیلی کے اخراج اور کام واپس لیے جا رہے ہیں۔ آپ صفحہ چھوڑ سکتے ہیں۔',
  'law_changes.state.undone': 'واپس لی گئی',
  'law_changes.state.undone.what': 'اس تبدیلی کے اخراج اور کام واپس لیے گئے؛ ہر شخص کی حالت پہلے جیسی ہے۔',
  'law_changes.seen': 'دیکھے گئے',
  'law_changes.exits': 'اخراج',
  'law_changes.open_tasks': 'باقی کام',
  'law_changes.decided_on': 'کس پر فیصلہ ہوا',
  'law_changes.effects': 'کن کے لیے',
  'law_changes.effects.none': 'کوئی نہیں۔',
  'law_changes.effect': 'کیا ہوا',
  'law_changes.effect.exit': 'رجسٹر سے نکل گیا',
  'law_changes.effect.entry': 'بیورو معاملہ دیکھے گا',
  'law_changes.effect.review': 'قانونی افسر فیصلہ کرے گا',
  'law_changes.take_up': 'کام سنبھالیں',
  'law_changes.reopened':
    'پہلے ناقابلِ اندراج قرار دے کر بند کیا گیا تھا۔ قواعد “{title}” کے تحت، جو {day} سے نافذ ہیں، یہ شمار ہو سکتا ہے: جانچ کر دوبارہ پیش کریں۔',
  'law_changes.taken_up_at': '{at} کو سنبھالا گیا',
  'law_changes.undone_at': '{at} کو واپس لیا گیا',
  'law_changes.open': 'باقی',
}
