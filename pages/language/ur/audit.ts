import type { audit as english } from '../en/audit.ts'
import type { Translation } from '../message.ts'

export const audit: Translation<typeof english> = {
  'audit.title': 'آڈٹ لاگ',
  'audit.head': 'دستخط شدہ آخری سرا',
  'audit.tree_size': 'اندراج شدہ واقعات',
  'audit.tree_size.what':
    'ہر واقعہ ایک ایسے شجرے میں ہے جس کی جڑ پر دستخط ہیں؛ بدلا یا نکالا ہوا واقعہ اس سے میل نہیں کھاتا۔',
  'audit.root_hash': 'جڑ',
  'audit.signed_at': 'دستخط کا وقت',
  'audit.no_head': 'ابھی تک کسی چیز پر دستخط نہیں ہوئے۔',
  'audit.caption': 'واقعات، تازہ ترین پہلے',
  'audit.none': 'ان چھلنیوں پر کوئی واقعہ پورا نہیں اترتا۔',
  'audit.event_no': 'نمبر',
  'audit.occurred_at': 'کب',
  'audit.officer': 'افسر',
  'audit.nobody': 'کوئی داخل نہ تھا',
  'audit.action': 'عمل',
  'audit.outcome': 'نتیجہ',
  'audit.outcome.done': 'ہو گیا',
  'audit.outcome.refused': 'انکار',
  'audit.outcome.failed': 'ناکام',
  'audit.subject': 'کس کے بارے میں',
  'audit.why': 'مقصد، یا انکار کی وجہ',
}
