// Words that come with a region: caste and tribe, honorifics, compound names, the short names that police write after '@'.
import {
  BALOCH_PAIRS,
  BEFORE_MUHAMMAD,
  BEFORE_UDDIN,
  BEFORE_ULLAH,
  GIVEN_BY,
  PASHTUN_PAIRS,
  SINDHI_PAIRS,
} from './words-compound.ts'
import { type NameWord, wordsOf } from './words-given.ts'

/** How a community names its people. Probabilities are 0 to 1. */
export interface Community {
  /** Words before the name: title, profession, pilgrimage. */
  readonly honorifics: readonly NameWord[]
  readonly honorific_chance: number
  /** Caste, tribe or place; written last by some and by others never. */
  readonly groups: readonly NameWord[]
  readonly group_chance: number
  /** Whole given names of the region, several words each. */
  readonly compounds: readonly NameWord[]
  readonly compound_chance: number
  /** How often Muhammad opens the name. */
  readonly muhammad_chance: number
  /** Words that may end the given name. */
  readonly endings: readonly NameWord[]
  readonly ending_chance: number
}

const NONE = wordsOf('خان|Khan')

const punjabi: Community = {
  honorifics: wordsOf(`چوہدری|Ch.|Chaudhry|Chaudhary|Choudhry|Chaudhri
ملک|Malik|Malick
میاں|Mian|Miyan
رانا|Rana|Raana
مہر|Mehr|Mahr|Meher
حافظ|Hafiz|Hafeez
حاجی|Haji|Hajji
راؤ|Rao|Raao
سردار|Sardar|Sirdar
قاری|Qari|Kari`),
  honorific_chance: 0.16,
  groups: wordsOf(`جٹ|Jutt|Jatt|Jat
آرائیں|Arain|Araeen|Arayen
راجپوت|Rajput|Rajpoot
گجر|Gujjar|Gujar|Gojar
بھٹی|Bhatti|Bhatty|Batti
اعوان|Awan|Awaan
بٹ|Butt|But
مغل|Mughal|Mugal|Moghal
شیخ|Sheikh|Shaikh|Shekh
کھوکھر|Khokhar|Khokher
ڈوگر|Dogar|Doger
چیمہ|Cheema|Chima
وڑائچ|Warraich|Waraich|Varaich
سیال|Sial|Siyal
وٹو|Wattoo|Watoo|Wattu
جوئیہ|Joiya|Joya
گوندل|Gondal|Gondel
کھرل|Kharal|Kharral
قریشی|Qureshi|Quraishi|Koreshi
لنگڑیال|Langrial|Langryal
تارڑ|Tarar|Tarrar
ہاشمی|Hashmi|Hashimi
بلوچ|Baloch|Baluch
شاہ|Shah`),
  group_chance: 0.3,
  compounds: [
    ...wordsOf(`اللہ دتہ|Allah Ditta|Allahditta|Allah Dita
اللہ رکھا|Allah Rakha|Allahrakha
غلام رسول|Ghulam Rasool|Ghulam Rasul|Gulam Rasool
غلام مصطفیٰ|Ghulam Mustafa|Gulam Mustafa
ریاست علی|Riasat Ali|Reyasat Ali
یوسف مسیح|Yousaf Masih|Yousuf Maseeh
سلیم مسیح|Saleem Masih|Salim Maseeh`),
    ...GIVEN_BY,
    ...BEFORE_MUHAMMAD,
    ...BEFORE_ULLAH,
  ],
  compound_chance: 0.12,
  muhammad_chance: 0.44,
  endings: NONE,
  ending_chance: 0.04,
}

const sindhi: Community = {
  honorifics: wordsOf(`حاجی|Haji|Hajji
رئیس|Rais|Raees
وڈیرو|Wadero|Vadero
پیر|Pir|Peer
فقیر|Faqir|Faqeer
مولوی|Molvi|Maulvi|Moulvi`),
  honorific_chance: 0.1,
  groups: wordsOf(`سومرو|Soomro|Sumro|Somroo
میمن|Memon|Meman
چانڈیو|Chandio|Chandyo|Chandiyo
جتوئی|Jatoi|Jatoee
خاصخیلی|Khaskheli|Khaskhelly|Khaskeli
ملاح|Mallah|Malah
سولنگی|Solangi|Solangy
شیخ|Shaikh|Sheikh|Shekh
عباسی|Abbasi|Abasi
لاشاری|Lashari|Lashary
ابڑو|Abro|Abroo
پنہور|Panhwar|Panwhar
کھوسو|Khoso|Khosa
مہر|Mahar|Maher
بروہی|Brohi|Barohi
جونیجو|Junejo|Junijo
لغاری|Laghari|Leghari
کولہی|Kolhi|Koli
میگھواڑ|Meghwar|Menghwar
بوزدار|Bozdar|Buzdar`),
  group_chance: 0.68,
  compounds: [
    ...wordsOf(`غلام رسول|Ghulam Rasool|Ghulam Rasul
علی حسن|Ali Hassan|Ali Hasan
غلام قادر|Ghulam Qadir|Ghulam Kadir
امداد علی|Imdad Ali|Emdad Ali
محمد پناہ|Muhammad Panah|Mohammad Panah
خمیسو خان|Khamiso Khan|Khameeso Khan
رمیش کمار|Ramesh Kumar|Rameesh Kumar
چیتن|Chetan|Cheetan`),
    ...SINDHI_PAIRS,
    ...GIVEN_BY,
    ...BEFORE_MUHAMMAD,
  ],
  compound_chance: 0.34,
  muhammad_chance: 0.16,
  endings: wordsOf('علی|Ali\nخان|Khan\nبخش|Bux|Bakhsh|Baksh'),
  ending_chance: 0.2,
}

const pashtun: Community = {
  honorifics: wordsOf(`حاجی|Haji|Hajji
ملک|Malik|Malak
مولوی|Molvi|Maulvi|Mawlawi
میاں|Mian|Miyan
قاری|Qari|Kari`),
  honorific_chance: 0.08,
  groups: wordsOf(`یوسفزئی|Yousafzai|Yusufzai|Yousufzai
خٹک|Khattak|Khatak
آفریدی|Afridi|Afreedi
وزیر|Wazir|Wazeer
محسود|Mehsud|Mahsud|Masood
مروت|Marwat|Marwet
شنواری|Shinwari|Shenwari
مہمند|Mohmand|Momand
بنگش|Bangash|Bangish
کاکڑ|Kakar|Kakarr|Kaker
اچکزئی|Achakzai|Achakzai
ترین|Tareen|Tarin
اورکزئی|Orakzai|Aurakzai
تنولی|Tanoli|Tanooli
سواتی|Swati|Sawati`),
  group_chance: 0.22,
  compounds: [...BEFORE_ULLAH, ...PASHTUN_PAIRS, ...BEFORE_MUHAMMAD],
  compound_chance: 0.42,
  muhammad_chance: 0.18,
  endings: wordsOf('خان|Khan\nگل|Gul\nشاہ|Shah\nجان|Jan'),
  ending_chance: 0.5,
}

const baloch: Community = {
  honorifics: wordsOf('میر|Mir|Meer\nحاجی|Haji|Hajji\nسردار|Sardar|Sirdar\nملا|Mullah|Mulla'),
  honorific_chance: 0.12,
  groups: wordsOf(`بلوچ|Baloch|Baluch|Balouch
بگٹی|Bugti|Bughti
مری|Marri|Mari
مینگل|Mengal|Maingal
رند|Rind|Rend
رئیسانی|Raisani|Raeesani
لہڑی|Lehri|Lahri
جمالی|Jamali|Jamaly
کھوسہ|Khosa|Khoso
زہری|Zehri|Zahri
محمد حسنی|Muhammad Hasni|Mohammad Hassani
سنجرانی|Sanjrani|Sanjarani
بزنجو|Bizenjo|Bizanjo
لانگو|Langove|Lango`),
  group_chance: 0.58,
  compounds: [
    ...wordsOf(`شہداد|Shahdad|Shehdad
چاکر خان|Chakar Khan|Chaker Khan
بالاچ|Balach|Baalach
حمل|Hammal|Hamal
داد محمد|Dad Muhammad|Dad Mohammad`),
    ...BALOCH_PAIRS,
    ...GIVEN_BY,
    ...BEFORE_ULLAH,
    ...BEFORE_MUHAMMAD,
  ],
  compound_chance: 0.42,
  muhammad_chance: 0.2,
  endings: wordsOf('خان|Khan\nجان|Jan\nبخش|Bakhsh|Bux|Baksh'),
  ending_chance: 0.22,
}

const urduSpeaking: Community = {
  honorifics: wordsOf('حافظ|Hafiz|Hafeez\nمرزا|Mirza|Meerza\nحاجی|Haji|Hajji\nقاری|Qari|Kari'),
  honorific_chance: 0.07,
  groups: wordsOf(`صدیقی|Siddiqui|Siddiqi|Siddiquee
قریشی|Qureshi|Quraishi|Qureishi
انصاری|Ansari|Ansary
فاروقی|Farooqui|Farooqi|Faruqi
زیدی|Zaidi|Zaydi
رضوی|Rizvi|Rizwi
نقوی|Naqvi|Naqwi
ہاشمی|Hashmi|Hashimi
عثمانی|Usmani|Osmani
علوی|Alvi|Alavi
بیگ|Baig|Beg
خان|Khan`),
  group_chance: 0.52,
  compounds: [
    ...wordsOf(`شاہ نواز|Shah Nawaz|Shahnawaz
ضیاء الحق|Zia ul Haq|Ziaul Haque|Zia-ul-Haq
انعام الحق|Inam ul Haq|Inamul Haque`),
    ...BEFORE_UDDIN,
    ...BEFORE_ULLAH,
  ],
  compound_chance: 0.2,
  muhammad_chance: 0.34,
  endings: NONE,
  ending_chance: 0.04,
}

const kashmiri: Community = {
  honorifics: wordsOf(`راجہ|Raja|Rajah
سردار|Sardar|Sirdar
خواجہ|Khawaja|Khwaja
چوہدری|Ch.|Chaudhry|Choudhary
حاجی|Haji|Hajji`),
  honorific_chance: 0.2,
  groups: wordsOf(`عباسی|Abbasi|Abasi
اعوان|Awan|Awaan
مغل|Mughal|Mugal
گجر|Gujjar|Gujar
میر|Mir|Meer
ڈار|Dar|Daar
لون|Lone|Loan
کیانی|Kiani|Kayani
بٹ|Butt|Bhat
منہاس|Minhas|Manhas`),
  group_chance: 0.3,
  compounds: wordsOf(`گلفراز خان|Gulfraz Khan|Gulfaraz Khan
محمد عظیم|Muhammad Azeem|Mohammad Azim
عبدالرؤف|Abdul Rauf|Abdul Raoof|Abdur Rauf
فضل حسین|Fazal Hussain|Fazal Husain`),
  compound_chance: 0.12,
  muhammad_chance: 0.46,
  endings: NONE,
  ending_chance: 0.14,
}

const gilgiti: Community = {
  honorifics: wordsOf('حاجی|Haji|Hajji\nآخوند|Akhund|Akhoond\nراجہ|Raja|Rajah\nشیخ|Sheikh|Shaikh'),
  honorific_chance: 0.12,
  groups: wordsOf(`بلتستانی|Baltistani|Baltistany
ہنزائی|Hunzai|Hunzaee
شگری|Shigri|Shighri
استوری|Astori|Astoori
بیگ|Baig|Beg
شاہ|Shah`),
  group_chance: 0.22,
  compounds: wordsOf(`غلام مہدی|Ghulam Mehdi|Ghulam Mahdi
غلام حیدر|Ghulam Haider|Ghulam Hyder
شیر باز|Sher Baz|Sherbaz
شاہ رئیس|Shah Raees|Shah Rais
محمد علی|Muhammad Ali|Mohammad Ali
علی مدد|Ali Madad|Alimadad
دولت شاہ|Daulat Shah|Dolat Shah
وزیر حسن|Wazir Hassan|Wazeer Hasan`),
  compound_chance: 0.36,
  muhammad_chance: 0.26,
  endings: wordsOf('خان|Khan\nشاہ|Shah\nحسین|Hussain|Hussein'),
  ending_chance: 0.2,
}

export const COMMUNITIES = { punjabi, sindhi, pashtun, baloch, urduSpeaking, kashmiri, gilgiti } as const

export type CommunityName = keyof typeof COMMUNITIES

/** Short names and by-names written after '@'. */
export const ALIASES = wordsOf(`
اچھو|Achoo|Achhu|Acho
بلا|Billa|Bila
کالو|Kalu|Kaloo
ببلو|Bablu|Babloo
پپو|Pappu|Papoo
گوگا|Goga|Googa
مٹھو|Mithu|Mithoo
لالہ|Lala|Laala
چھوٹو|Chhotu|Chotoo
جیدا|Jaida|Jeda
شیدا|Sheeda|Shida
ماما|Mama|Maama
ننھا|Nanha|Nanna
بھولا|Bhola|Bola
ٹیڈی|Teddy|Tedi
فوجی|Fauji|Foji
استاد|Ustad|Ustaad
منا|Munna|Muna
راجو|Raju|Rajoo
سائیں|Sain|Saeen
پہلوان|Pehlwan|Pahalwan
ڈاکٹر|Doctor|Daktar
`)
