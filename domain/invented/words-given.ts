// Given names: the Urdu spelling | Roman spellings in use, the most usual first. Lists are ordered by how common a name is.
// The variety below is data of this generator only; see docs/decisions/0010-invented-people.md.

/** A written word of a name in both scripts. */
export interface NameWord {
  readonly ur: string
  readonly latin: readonly [usual: string, ...string[]]
}

/** Reads lines of `اردو|Roman|Roman`, one word each. */
export const wordsOf = (lines: string): readonly NameWord[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [ur, usual, ...others] = line.trim().split('|')
      if (!ur || !usual) throw new RangeError(`a name needs both scripts: ${line}`)
      return { ur, latin: [usual, ...others] }
    })

export const MUHAMMAD: NameWord = {
  ur: 'محمد',
  latin: ['Muhammad', 'Mohammad', 'Mohammed', 'Muhammed', 'Mohd', 'Md', 'M.'],
}
export const GHULAM: NameWord = { ur: 'غلام', latin: ['Ghulam', 'Gulam', 'Ghulaam'] }
export const SYED: NameWord = { ur: 'سید', latin: ['Syed', 'Sayed', 'Syyed', 'Sayyid'] }
export const SHAH: NameWord = { ur: 'شاہ', latin: ['Shah', 'Shaah'] }

export const MEN = wordsOf(`
علی|Ali|Aly
احمد|Ahmed|Ahmad|Ahmd
حسین|Hussain|Hussein|Husain|Hussan
اقبال|Iqbal|Eqbal|Iqball
اسلم|Aslam|Aslim
اکرم|Akram|Akrem|Ikram
رمضان|Ramzan|Ramadan|Ramazan
اشرف|Ashraf|Ashrif
عمران|Imran|Emran|Imraan
یوسف|Yousaf|Yusuf|Yousuf|Yousif|Yosaf
حسن|Hassan|Hasan
بشیر|Bashir|Basheer|Bashier
ندیم|Nadeem|Nadim
وسیم|Waseem|Wasim
شفیق|Shafiq|Shafique|Shafeeq
رفیق|Rafiq|Rafique|Rafeeq
صدیق|Siddique|Siddiq|Sadiq|Sadeeq
طارق|Tariq|Tarik|Tareq
شاہد|Shahid|Shahed
زاہد|Zahid|Zahed
ساجد|Sajid|Sajjid
عابد|Abid|Aabid
خالد|Khalid|Khaled
جاوید|Javed|Jawed|Javaid|Jaweed
نوید|Naveed|Navid|Nawid
سلیم|Saleem|Salim
نعیم|Naeem|Naim|Nayeem
کلیم|Kaleem|Kalim
رشید|Rashid|Rasheed|Rashed
سعید|Saeed|Said|Sayeed
مجید|Majeed|Majid
حمید|Hameed|Hamid
بلال|Bilal|Billal|Belal
عثمان|Usman|Osman|Uthman
عمر|Umar|Omar|Umer
عرفان|Irfan|Erfan|Irfaan
عدنان|Adnan|Adnaan
کامران|Kamran|Kamraan
فیصل|Faisal|Faysal|Feisal
آصف|Asif|Aasif|Asef
کاشف|Kashif|Kaashif
عاطف|Atif|Aatif
شکیل|Shakeel|Shakil
عقیل|Aqeel|Aqil
جمیل|Jameel|Jamil
اعجاز|Ijaz|Ejaz|Aijaz|Ajaz
ریاض|Riaz|Riyaz|Reyaz
فیاض|Fayyaz|Fiaz|Fayaz
افضل|Afzal|Afzaal
فضل|Fazal|Fazl|Fazle
نواز|Nawaz|Navaz
خان|Khan
شہباز|Shahbaz|Shehbaz
سرفراز|Sarfraz|Sarfaraz|Serfraz
ارشد|Arshad|Arshed
امجد|Amjad|Amjid
ماجد|Majid|Maajid
راشد|Rashid|Raashid
قاسم|Qasim|Kasim|Qasam
ہاشم|Hashim|Hashem
ابراہیم|Ibrahim|Ebrahim|Ibraheem
اسماعیل|Ismail|Ismaeel|Esmail
اسحاق|Ishaq|Ishaque|Ishak
یعقوب|Yaqoob|Yaqub|Yakoob
یونس|Younas|Younis|Yunus
ادریس|Idrees|Idris
الیاس|Ilyas|Elyas|Illyas
انور|Anwar|Anwer|Anvar
اکبر|Akbar|Akber
اصغر|Asghar|Asgher|Asgar
مختار|Mukhtar|Mukhtiar|Mokhtar
مشتاق|Mushtaq|Mushtak|Mushtaque
اشفاق|Ashfaq|Ishfaq|Ashfaque
اخلاق|Ikhlaq|Akhlaq|Ikhlaque
لیاقت|Liaqat|Liaquat|Liyaqat
شوکت|Shoukat|Shaukat|Showkat
حشمت|Hashmat|Hashmet
رحمت|Rehmat|Rahmat
برکت|Barkat|Barakat
نذیر|Nazir|Nazeer
منیر|Munir|Muneer
ظہیر|Zaheer|Zahir
ظفر|Zafar|Zaffar|Zafer
مظہر|Mazhar|Mazher
اظہر|Azhar|Azher
طاہر|Tahir|Taher
ناصر|Nasir|Naser
یاسر|Yasir|Yaser
عامر|Amir|Aamir|Aamer
نصیر|Naseer|Nasir
منظور|Manzoor|Manzur
مقصود|Maqsood|Maqsud
محمود|Mahmood|Mehmood|Mahmud
مسعود|Masood|Masud|Masoud
داؤد|Dawood|Daud|Daood
ذوالفقار|Zulfiqar|Zulfikar|Zulfqar
افتخار|Iftikhar|Eftikhar|Iftekhar
وقار|Waqar|Wiqar
وقاص|Waqas|Waqqas
عباس|Abbas|Abas
جعفر|Jaffar|Jafar|Jafer
حیدر|Haider|Hyder|Haidar
صفدر|Safdar|Safder
رضا|Raza|Reza|Riza
مہدی|Mehdi|Mahdi
تنویر|Tanveer|Tanvir
توقیر|Tauqeer|Touqeer|Tauqir
سجاد|Sajjad|Sajad
شہزاد|Shahzad|Shehzad|Shahzaad
فرحان|Farhan|Farhaan
سلمان|Salman|Sulman
ارسلان|Arslan|Arsalan
جنید|Junaid|Junaied|Juned
حماد|Hammad|Hamad
زین|Zain|Zayn|Zein
`)

/** Names of God that follow Abdul; the Urdu is written as one word with عبدال. */
export const AFTER_ABDUL = wordsOf(`
رحمن|Rehman|Rahman|Rehmaan
رزاق|Razzaq|Razaq|Razzak
غفور|Ghafoor|Ghafur|Gafoor
ستار|Sattar|Satar
جبار|Jabbar|Jabar
قیوم|Qayyum|Qayoom|Qayum
خالق|Khaliq|Khalique
مالک|Malik|Malick
واحد|Wahid|Waheed
حمید|Hameed|Hamid
مجید|Majeed|Majid
کریم|Karim|Kareem
لطیف|Latif|Lateef
حکیم|Hakeem|Hakim
عزیز|Aziz|Azeez
سلام|Salam|Salaam
رشید|Rasheed|Rashid
غنی|Ghani|Ghanni|Gani
ودود|Wadood|Wadud
حئی|Hayee|Hai|Haye
`)

export const WOMEN = wordsOf(`
شازیہ|Shazia|Shaziya
نسرین|Nasreen|Nasrin
ثمینہ|Samina|Sameena|Sumina
رخسانہ|Rukhsana|Ruksana|Rukhsanah
صائمہ|Saima|Saimah|Sayma
نازیہ|Nazia|Naziya
عائشہ|Ayesha|Aisha|Aysha
فاطمہ|Fatima|Fatimah|Fathima
زینب|Zainab|Zaynab|Zenab
کلثوم|Kalsoom|Kulsoom|Kulsum
بشریٰ|Bushra|Bushraa
شمیم|Shamim|Shameem
نسیم|Naseem|Nasim
کوثر|Kausar|Kosar|Kauser
ریحانہ|Rehana|Raihana
فرزانہ|Farzana|Ferzana
سکینہ|Sakina|Sakeena
رضیہ|Razia|Raziya
نجمہ|Najma|Nijma
شبانہ|Shabana|Shabaana
طاہرہ|Tahira|Tahirah
عابدہ|Abida|Aabida
زبیدہ|Zubaida|Zubeda
حلیمہ|Haleema|Halima
مریم|Maryam|Mariam|Marium
`)

export const WOMEN_ENDING = wordsOf(`
بی بی|Bibi|BiBi|Bebe
بیگم|Begum|Begam
پروین|Parveen|Perveen|Parvin
اختر|Akhtar|Akhter
خاتون|Khatoon|Khatun
`)
