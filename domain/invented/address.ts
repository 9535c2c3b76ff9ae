// Where somebody lives, the same address in both scripts: a quarter of a town, a village, a numbered chak.
import type { Draw } from './draw.ts'
import type { HomeDistrict } from './world.ts'

interface Address {
  readonly text_en: string
  readonly text_ur: string
}

const word = (en: string, ur: string) => ({ en, ur })

const QUARTERS = [
  word('Mohallah Islampura', 'محلہ اسلام پورہ'),
  word('Mohallah Eidgah', 'محلہ عیدگاہ'),
  word('Mohallah Qadirabad', 'محلہ قادر آباد'),
  word('Gulshan Colony', 'گلشن کالونی'),
  word('Ghareebabad', 'غریب آباد'),
  word('Railway Colony', 'ریلوے کالونی'),
  word('Nai Abadi', 'نئی آبادی'),
  word('Mohallah Usmania', 'محلہ عثمانیہ'),
  word('Madina Colony', 'مدینہ کالونی'),
  word('Purana Bazaar', 'پرانا بازار'),
]

const VILLAGES = [
  word('Rahimabad', 'رحیم آباد'),
  word('Kot Fateh', 'کوٹ فتح'),
  word('Nawan Pind', 'نواں پنڈ'),
  word('Jamalpur', 'جمال پور'),
  word('Hassanpur', 'حسن پور'),
  word('Sultanabad', 'سلطان آباد'),
  word('Karimabad', 'کریم آباد'),
  word('Shahpur', 'شاہ پور'),
  word('Noorpur', 'نور پور'),
  word('Ahmadabad', 'احمد آباد'),
]

const NEAR = [
  word('near Jamia Masjid', 'نزد جامع مسجد'),
  word('near Government High School', 'نزد گورنمنٹ ہائی سکول'),
  word('near Grain Market', 'نزد غلہ منڈی'),
  word('near Canal Bridge', 'نزد نہر پل'),
  word('near Bus Stand', 'نزد لاری اڈہ'),
]

/** What a village is called in each province; Punjab also counts its canal villages. */
const VILLAGE_WORDS: Readonly<Record<string, { en: string; ur: string }>> = {
  'PK-SD': word('Goth', 'گوٹھ'),
  'PK-BA': word('Killi', 'کلی'),
  'PK-KP': word('Village', 'گاؤں'),
  'PK-PB': word('Mouza', 'موضع'),
}
const VILLAGE = word('Village', 'گاؤں')

/** An address in the district; Latin digits in both scripts, as forms have them. */
export function drawAddress(draw: Draw, home: HomeDistrict): Address {
  const near = draw.chance(0.5) ? draw.pick(NEAR) : null
  const place = drawPlace(draw, home.province_iso)
  return {
    text_en: [place.en, near?.en, home.name_en].filter(Boolean).join(', '),
    text_ur: [place.ur, near?.ur, home.name_ur].filter(Boolean).join('، '),
  }
}

/** Without a fixed abode: the place where somebody is usually found. */
export function drawUsualPlace(draw: Draw, home: HomeDistrict): Address {
  const near = draw.pick(NEAR)
  return {
    text_en: `No fixed abode, usually ${near.en}, ${home.name_en}`,
    text_ur: `کوئی مستقل رہائش نہیں، عموماً ${near.ur}، ${home.name_ur}`,
  }
}

function drawPlace(draw: Draw, province_iso: string): { en: string; ur: string } {
  if (draw.chance(0.45)) {
    const quarter = draw.pick(QUARTERS)
    const [house, street] = [draw.between(1, 400), draw.between(1, 30)]
    return word(
      `House ${house}, Street ${street}, ${quarter.en}`,
      `مکان نمبر ${house}، گلی نمبر ${street}، ${quarter.ur}`,
    )
  }
  if (province_iso === 'PK-PB' && draw.chance(0.5)) {
    const number = draw.between(1, 600)
    return word(`Chak No. ${number}`, `چک نمبر ${number}`)
  }
  const kind = VILLAGE_WORDS[province_iso] ?? VILLAGE
  const village = draw.pick(VILLAGES)
  return word(`${kind.en} ${village.en}`, `${kind.ur} ${village.ur}`)
}
