import type { navigation as english } from '../en/navigation.ts'
import type { Translation } from '../message.ts'

export const navigation: Translation<typeof english> = {
  'navigation.day': 'آج کا کام',
  'navigation.calendar': 'کیلنڈر',
  'navigation.duties': 'فرائض',
  'navigation.find': 'شخص کی تلاش',
  'navigation.checks': 'استفسارات',
  'navigation.emergencies': 'ہنگامی رسائی',
  'navigation.returns': 'گوشوارے',
  'navigation.drafts': 'مسودے',
  'navigation.entries': 'موازنہ طلب اندراجات',
  'navigation.expectations': 'متوقع اندراجات',
  'navigation.statistics': 'اعداد و شمار',
  'navigation.matches': 'ملتے جلتے ریکارڈ',
  'navigation.breaches': 'چھوٹے ہوئے فرائض',
  'navigation.transfers': 'منتقلیاں',
  'navigation.approvals': 'منظوریاں',
  'navigation.people': 'افراد',
  'navigation.officers': 'افسران',
  'navigation.agencies': 'ادارے',
  'navigation.agency_links': 'میری طرف سے کام کرنے والے نظام',
  'navigation.conflicts': 'مفادات کا ٹکراؤ',
  'navigation.packs': 'نافذ قواعد',
  'navigation.audit': 'آڈٹ',
}
