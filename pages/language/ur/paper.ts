import type { paper as english } from '../en/paper.ts'
import type { Translation } from '../message.ts'

export const paper: Translation<typeof english> = {
  'paper.register': 'قومی رجسٹر برائے مجرمان، پاکستان',
  'paper.confidential': 'خفیہ۔ بلا جواز کسی دوسرے شخص کو یہ کاغذ دکھانا جرم ہے۔',
  'paper.print_number': 'طباعت نمبر',
  'paper.printed': 'طباعت',
  'paper.reprint_of': 'نقل بمطابق طباعت نمبر',
  'paper.page': 'صفحہ {n} از {m}',
  'paper.check': 'اس کاغذ کی تصدیق',
  'paper.check.what':
    'چوکور نشان اسکین کریں، یا نیچے لکھے حروف تصدیقی صفحے پر درج کریں۔ اس میں کسی کا نام شامل نہیں۔',
  'paper.receipt': 'رسید اطلاع نامہ',
  'paper.receipt.what':
    'ذیل میں درج تھانے کو یہ اطلاع موصول ہو گئی ہے۔ رسید سنبھال کر رکھیں، یہ آپ کا ثبوت ہے۔',
  'paper.receipt.number': 'اطلاع نمبر',
  'paper.receipt.received_at': 'تاریخ و وقتِ وصولی',
  'paper.receipt.station': 'تھانہ',
  'paper.receipt.kind': 'اطلاع کی نوعیت',
  'paper.receipt.name': 'نام',
  'paper.receipt.father': 'ولدیت',
  'paper.receipt.record_number': 'ریکارڈ نمبر',
  'paper.receipt.next_due': 'آئندہ واجب',
  'paper.receipt.nothing_due': 'فی الحال مزید کچھ واجب نہیں',
  'paper.receipt.object': 'اگر کوئی اندراج غلط ہو',
  'paper.duties': 'فرائض کا نوٹس',
  'paper.duties.signature': 'متعلقہ شخص کے دستخط',
  'paper.duties.thumb': 'نشانِ انگوٹھا',
  'paper.duties.officer': 'سمجھانے والا افسر',
  'paper.duties.witnesses': 'گواہ، اگر وہ دستخط نہ کرے',
  'paper.duties.served_at': 'سمجھانے کی تاریخ اور وقت',
}
