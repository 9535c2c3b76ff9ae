// Given names of two words that belong together: 'Allah Bakhsh', 'Sher Zaman', 'Najeeb Ullah', 'Noor Uddin'.
import { type NameWord, wordsOf } from './words-given.ts'

/** Every first with every second, spread so that neighbours in the list share no word. */
function pairsOf(firsts: readonly NameWord[], seconds: readonly NameWord[]): readonly NameWord[] {
  return seconds.flatMap((_, turn) =>
    firsts.map((first, place) => pairOf(first, seconds[(place + turn) % seconds.length] as NameWord)),
  )
}

/** Written apart, in each word's spellings, or in one. */
function pairOf(first: NameWord, second: NameWord): NameWord {
  const [usual, ...others] = first.latin
  const [ending, ...other_endings] = second.latin
  return {
    ur: `${first.ur} ${second.ur}`,
    latin: [
      `${usual} ${ending}`,
      ...others.map((spelling) => `${spelling} ${ending}`),
      ...other_endings.map((spelling) => `${usual} ${spelling}`),
      `${usual}${ending.toLowerCase()}`,
    ],
  }
}

const bakhsh = wordsOf('بخش|Bakhsh|Bux|Baksh')
const ullah = wordsOf('اللہ|Ullah|Ulla')
const uddin = wordsOf('الدین|Uddin|Ud Din|Udin')
const muhammad = wordsOf('محمد|Muhammad|Mohammad|Mohd')

/** Given by God, the Prophet or a saint. */
export const GIVEN_BY = pairsOf(
  wordsOf(`اللہ|Allah
خدا|Khuda|Khoda
نبی|Nabi
رسول|Rasool|Rasul
پیر|Peer|Pir
امام|Imam|Emam
قادر|Qadir|Kadir
کریم|Karim|Kareem
رحیم|Rahim|Raheem
مراد|Murad|Morad
علی|Ali`),
  bakhsh,
)

export const BEFORE_MUHAMMAD = pairsOf(
  wordsOf(`نور|Noor|Nur
جان|Jan
دوست|Dost
شیر|Sher|Shir
گل|Gul
فقیر|Faqir|Faqeer
نظر|Nazar
ولی|Wali|Vali
تاج|Taj
یار|Yar
لعل|Lal
دین|Deen|Din
سلطان|Sultan
پیر|Peer|Pir`),
  muhammad,
)

export const BEFORE_ULLAH = pairsOf(
  wordsOf(`رحیم|Rahim|Raheem
نجیب|Najeeb|Najib
عنایت|Inayat|Enayat
سمیع|Sami|Samee
حبیب|Habib|Habeeb
اسد|Asad|Assad
ذبیح|Zabih|Zabeeh
حفیظ|Hafeez|Hafiz
امان|Aman
نعمت|Naimat|Nemat
ہدایت|Hidayat|Hedayat
رحمت|Rehmat|Rahmat
سیف|Saif|Sayf
عصمت|Ismat|Esmat
نصیب|Naseeb|Nasib
شفیع|Shafi|Shafee
احسان|Ihsan|Ehsan
ثناء|Sana
کلیم|Kaleem|Kalim
برکت|Barkat`),
  ullah,
)

export const BEFORE_UDDIN = pairsOf(
  wordsOf(`نور|Noor|Nur
شمس|Shams
صلاح|Salah
فخر|Fakhar|Fakhr
معین|Moin|Mueen
نظام|Nizam
قطب|Qutub|Qutb
بدر|Badar|Badr
جلال|Jalal
کمال|Kamal
جمال|Jamal
شہاب|Shahab|Shihab`),
  uddin,
)

export const PASHTUN_PAIRS = pairsOf(
  wordsOf(`شیر|Sher|Shir
گل|Gul
نور|Noor|Nur
بخت|Bakht
میر|Mir|Meer
زر|Zar
لعل|Lal
سید|Said|Syed
فضل|Fazal|Fazl|Fazle
عمر|Umar|Omar
نواب|Nawab
تاج|Taj
حضرت|Hazrat`),
  wordsOf(`زمان|Zaman
رحمان|Rehman|Rahman
زادہ|Zada|Zadah
ولی|Wali
افضل|Afzal
بادشاہ|Badshah|Bacha
اکبر|Akbar|Akber
جان|Jan
علی|Ali
رحیم|Rahim|Raheem`),
)

export const BALOCH_PAIRS = pairsOf(
  wordsOf(`اللہ|Allah
خیر|Khair|Kher
رحیم|Rahim|Raheem
کریم|Karim|Kareem
شاہ|Shah|Sha
مہر|Mehr|Mahr
علی|Ali
جان|Jan`),
  wordsOf('داد|Dad\nداد خان|Dad Khan'),
)

export const SINDHI_PAIRS = pairsOf(
  wordsOf(`اللہ|Allah
محمد|Muhammad|Mohammad
علی|Ali
غلام|Ghulam|Gulam`),
  wordsOf(`ڈنو|Dino|Dinno
بچایو|Bachayo|Bachayio
ورایو|Warayo|Varayo
رکھیو|Rakhio|Rakhyo`),
)
