import type { roles as english } from '../en/roles.ts'
import type { Translation } from '../message.ts'

export const roles: Translation<typeof english> = {
  'roles.prosecutor': 'ڈسٹرکٹ پبلک پراسیکیوٹر',
  'roles.prosecutor.work': 'ضلع کی سزائیں بھیجتے ہیں اور اندراج ہونے تک ان کی پیروی کرتے ہیں۔',
  'roles.deputy_prosecutor': 'ڈپٹی ڈسٹرکٹ پبلک پراسیکیوٹر',
  'roles.deputy_prosecutor.work': 'استغاثہ کے لیے گوشوارے اور مسودے تیار کرتے ہیں۔',
  'roles.bureau_officer': 'رجسٹر افسر، نیشنل پولیس بیورو',
  'roles.bureau_officer.work':
    'ہر مسودے کو گوشوارے اور شناخت کے جواب سے ملاتے ہیں اور اندراج تجویز کرتے ہیں۔',
  'roles.bureau_supervisor': 'نگران رجسٹر، نیشنل پولیس بیورو',
  'roles.bureau_supervisor.work': 'اندراج، تصحیح اور یکجائی کی دوسری منظوری دیتے ہیں۔',
  'roles.legal_officer': 'قانونی افسر، نیشنل پولیس بیورو',
  'roles.legal_officer.work':
    'جہاں دونوں قانونی معیار مختلف ہوں یا سزا کا جائزہ درکار ہو وہاں فیصلہ کرتے ہیں۔',
  'roles.investigator': 'تفتیشی افسر، خصوصی تفتیشی یونٹ',
  'roles.investigator.work': 'اپنے مقدمے کے نامزد ملزم کے بارے میں پراسیکیوٹر کے ذریعے پوچھتے ہیں۔',
  'roles.station_officer': 'ڈیوٹی افسر، تھانہ',
  'roles.station_officer.work': 'تھانے کی نگرانی میں آنے والے افراد سے اطلاعات وصول کرتے ہیں۔',
  'roles.station_head': 'ایس ایچ او (مہتمم تھانہ)',
  'roles.station_head.work': 'تھانے کے زیرِ نگرانی افراد، ان کے فرائض اور دوروں کا جواب دہ ہیں۔',
  'roles.district_police_officer': 'ڈسٹرکٹ پولیس افسر',
  'roles.district_police_officer.work': 'ضلع میں اندراج اور نگرانی کے عمل کو دیکھتے ہیں۔',
  'roles.committee_analyst': 'تجزیہ کار، خصوصی کمیٹی',
  'roles.committee_analyst.work': 'صرف مجموعی اعداد دیکھتے ہیں، کسی فرد کا ریکارڈ کبھی نہیں۔',
  'roles.administrator': 'ایڈمنسٹریٹر',
  'roles.administrator.work': 'افسروں اور تعیناتیوں کا اندراج کرتے ہیں؛ کسی فرد کا ریکارڈ نہیں دیکھتے۔',
  'roles.auditor': 'آڈیٹر',
  'roles.auditor.work': 'دیکھتے ہیں کہ کس نے، کب، کیا اور کیوں دیکھا۔',
  'roles.night_work': 'رجسٹر کا شبانہ کام',
  'roles.night_work.work':
    'آدھی رات کے بعد فرائض کا دوبارہ حساب کرتا اور یاد دہانیاں بھیجتا ہے؛ کوئی شخص نہیں۔',
}
