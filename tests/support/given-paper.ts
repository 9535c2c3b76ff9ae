/** A receipt as a noun gives it to be printed; the man is invented. */
import type { PaperHead, ReceiptPaper } from '../../contract/papers.ts'

const content: ReceiptPaper = {
  notice_number: 'N-2026-004711',
  notice_kind: { en: 'Change of address', ur: 'تبدیلیٔ پتہ' },
  received_at: { en: '25 Nov 2026, 14:05', ur: '۲۵ نومبر ۲۰۲۶ء، ۱۴:۰۵' },
  station: { en: 'City, Toba Tek Singh', ur: 'تھانہ سٹی، ٹوبہ ٹیک سنگھ' },
  name: { latin: 'Farzi Naam Khan', urdu: 'فرضی نام خان' },
  father: { latin: 'Khayali Walid Khan', urdu: 'خیالی والد خان' },
  record_number: 'NSOR-2026-000123',
  facts: [
    { label: { en: 'Identity card', ur: 'شناختی کارڈ نمبر' }, value: { identifier: '90000-0000000-1' } },
    {
      label: { en: 'New address', ur: 'نیا پتہ' },
      value: {
        en: 'House 12-B, Mohalla Qila Kohna, Toba Tek Singh',
        ur: 'مکان نمبر ۱۲۔ب، محلہ قلعہ کہنہ، ٹوبہ ٹیک سنگھ',
      },
    },
    { label: { en: 'From', ur: 'تاریخِ رہائش' }, value: { en: '23 Nov 2026', ur: '۲۳ نومبر ۲۰۲۶ء' } },
  ],
  state: { code: 'met', words: { en: 'Given in time', ur: 'اطلاع مقررہ مدت کے اندر دی گئی' } },
  next_due: {
    what: { en: 'Report in person at the station', ur: 'تھانے میں بذاتِ خود حاضری' },
    on: { en: 'by 23 Feb 2027', ur: '۲۳ فروری ۲۰۲۷ء تک' },
  },
  how_to_object: {
    en: 'Tell the station in writing within 30 days, or write to the National Police Bureau, Islamabad. It costs nothing.',
    ur: 'تیس دن کے اندر تھانے کو تحریری طور پر بتائیں، یا نیشنل پولیس بیورو، اسلام آباد کو درخواست دیں۔ اس کی کوئی فیس نہیں۔',
  },
}

const head: PaperHead = {
  print_number: 'P-2026-000123',
  printed_at: { en: '25 Nov 2026, 14:06', ur: '۲۵ نومبر ۲۰۲۶ء، ۱۴:۰۶' },
  printed_by: { en: 'Sajid Mehmood, City', ur: 'ساجد محمود، تھانہ سٹی' },
  reprint_of: null,
}

export const EXAMPLE = {
  head,
  content,
  token: '0123456789ABCDEFGHJKMNPQRS'.repeat(8),
  printed_at: Temporal.Instant.from('2026-11-25T09:06:00Z'),
}
