// Names that are not spoken as they are written: English ones in Urdu letters, and Urdu ones whose vowels no letter
// shows. Each with how it is spoken, in Roman letters; used only beside a name in the other script.
import { remembered } from './remembered.ts'

const pairs = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string])

/** How a written word is spoken, where its letters do not tell. */
export const SPOKEN: ReadonlyMap<string, string> = new Map(
  pairs(`
    agnes=egnes albert=albart alexander=aligzendar alexandra=aligzendra alice=elis andrew=endriu angela=enjela
    anne=ain anthony=anthoni arthur=arthar austin=astin benjamin=benjaman bridget=brijit catherine=kethrin
    cecilia=sisilia charles=charls christina=kristina christopher=kristofar daniel=deniel david=devid diana=daiana
    dorothy=dorothi edward=edvard eleanor=elinor elizabeth=alizabath esther=estar eugene=yujin francis=fransis
    george=jarj gerald=jerald grace=gres hazel=hezal henry=henri irene=airin isaac=aizak jacob=jekab jacqueline=jeklin
    james=jems jane=jen janet=jenit jennifer=jenifar jessica=jesika joyce=jais joseph=jozaf julia=julia julie=juli
    julius=julias kate=ket kevin=kevan lawrence=larens leonard=leonard louis=luis luke=luk mary=meri margaret=margret
    matthew=methiu michael=maikal michelle=mishal monica=monika nathaniel=nethanial nelson=nelsan nicholas=nikolas
    oliver=olivar patience=peshans patrick=petrik paul=pal peter=pitar philip=filip rachel=rechal raymond=remand
    rebecca=rabeka richard=richard robert=rabart rose=roz ruth=ruth samuel=semual sarah=sara sharon=sheran
    simon=saiman sophia=sofia stephen=stifan steven=stivan susan=susan sylvia=salvia teresa=taresa theodore=thiodor
    thomas=tamas timothy=timothi victor=viktar vincent=vinsant virginia=varjinia walter=valtar william=valiam
emmanuel=imanuel josef=jozaf jon=jan
    اکرام=ikram احسان=ehsan انعام=inam اسلام=islam ارشاد=irshad امداد=imdad الیاس=ilyas ادریس=idris امتیاز=imtiaz
    اقبال=iqbal اشتیاق=ishtiaq افتخار=iftikhar امام=imam عمران=imran عرفان=irfan عنایت=inayat عشرت=ishrat عفت=iffat
    عصمت=ismat عمر=umar عثمان=usman عمیر=umair عزیر=uzair عظما=uzma عبید=ubaid اسامہ=usama الفت=ulfat اکرم=akram
    اسلم=aslam ارشد=arshad احسن=ahsan اشرف=ashraf اکبر=akbar اصغر=asghar انور=anwar اطہر=athar اظہر=azhar افضل=afzal
    اجمل=ajmal اکمل=akmal امجد=amjad اسد=asad احمد=ahmad انس=anas عباس=abbas عدنان=adnan علی=ali
    حسن=hasan حسین=husain محسن=muhsin منیر=munir مراد=murad فضل=fazal بدر=badar نصر=nasar
  `),
)

/**
 * Words in which a short and a long i make two names, both in use: راشد Rashid and رشید Rasheed. In most others, Salim
 * and Saleem, the two are spellings of one.
 */
const TWO_NAMES = new Set('rashid hamid majid wahid nasir qadir amir zahir shahid'.split(' '))
/** Urdu names told apart by letters of one sound. */
const TWO_URDU_NAMES = ['نذیر نظیر', 'ظہیر زہیر', 'ثمر سمر', 'ثنا سنا', 'نذر نظر'].map((pair) =>
  pair.split(' '),
)

/** Names near in sound that are not each other's spelling, in Urdu and in Roman letters; a line is a group. */
const APART: readonly (readonly (readonly [urdu: string, roman: RegExp])[])[] = [
  [
    ['جمال', /^jama+l$/],
    ['جمیل', /^jam(?:i|ee|ea)l$/],
  ],
  [
    ['کمال', /^kama+l$/],
    ['کامل', /^ka+mil$/],
  ],
  [
    ['جلال', /^jala+l$/],
    ['جلیل', /^jal(?:i|ee|ea)l$/],
  ],
  [
    ['سلام', /^sala+m$/],
    ['سلیم', /^sal(?:i|ee|ea)m$/],
  ],
  [
    ['کرم', /^karam$/],
    ['کریم', /^kar(?:i|ee|ea)m$/],
  ],
  [
    ['امین', /^am(?:i|ee)n$/],
    ['امان', /^ama+n$/],
  ],
  [
    ['شریف', /^shar(?:i|ee)f$/],
    ['شرف', /^sharaf$/],
  ],
  [
    ['نذیر', /^naz(?:i|ee)r$/],
    ['نذر', /^naz[ae]r$/],
  ],
  [
    ['زمان', /^zama+n$/],
    ['زمین', /^zam(?:i|ee)n$/],
    ['ضامن', /^za+min$/],
  ],
  [
    ['حکیم', /^hak(?:i|ee)m$/],
    ['حکم', /^hakam$/],
  ],
  [
    ['صادق', /^sa+di(?:q|k|qu|que)$/],
    ['صدیق', /^(?:sid+(?:i|ee)|sad+ee|sadd+i)(?:q|k|qu|que)$/],
  ],
  [
    ['فیض', /^f(?:ai|ay|ae|aye|aee)z$/],
    ['فیاض', /^fa?[aei]*[iy]+a+[zs]$/],
  ],
  [
    ['فرخ', /^farr+[ou]kh$/],
    ['فاروق', /^fa+r(?:oo|u|ou)(?:q|k|que)$/],
  ],
  [
    ['نثار', /^nisa+r$/],
    ['ناصر', /^na+s[ie]r$/],
  ],
  [
    ['نثار', /^nisa+r$/],
    ['نصیر', /^naseer$/],
  ],
  [
    ['ناظم', /^na+z[ie]m$/],
    ['نظام', /^ni?za+m$/],
  ],
  [
    ['سعد', /^sa+d$/],
    ['سعید', /^sa(?:ee|i|ei|ie)d$/],
  ],
  [
    ['صابر', /^sa+b[ie]r$/],
    ['شبیر', /^shab+(?:i|ee)r$/],
  ],
  [
    ['سلمان', /^sal+ma+n$/],
    ['سلیمان', /^s[ua]l+[ae]*(?:i|ei|ai|ay|ey|ee|e)ma+n$/],
  ],
  [
    ['حماد', /^ham+a+d$/],
    ['حامد', /^ha+mid$/],
  ],
  [
    ['حماد', /^ham+a+d$/],
    ['حمید', /^ham(?:i|ee)d$/],
  ],
]
/** Which name of which group a word is; most words are none. */
const groupsOf = remembered((word: string): readonly (readonly [group: number, name: number])[] =>
  APART.flatMap((group, at) => {
    const name = group.findIndex(([urdu, roman]) => word === urdu || roman.test(word))
    return name < 0 ? [] : [[at, name] as const]
  }),
)

/**
 * Whether two words, in either script, are two names of which neither is a spelling of the other.
 * @example areApart('jamil', 'جمال') // true
 */
export const areApart = (one: string, other: string): boolean =>
  groupsOf(one).some(([group, name]) =>
    groupsOf(other).some(([other_group, other_name]) => group === other_group && name !== other_name),
  )

const shortForm = (word: string) => word.replace(/ee(?=[^aeiou]$)/, 'i')

/**
 * Whether two words of one script differ only in what makes two names of them, though they sound or look alike.
 * @example areTwoNames('rashid', 'rasheed') // true
 */
export function areTwoNames(one: string, other: string): boolean {
  if (TWO_URDU_NAMES.some((pair) => pair.includes(one) && pair.includes(other))) return one !== other
  if (one === other || !(one.includes('ee') || other.includes('ee'))) return false
  const short = shortForm(one)
  return short === shortForm(other) && TWO_NAMES.has(short)
}
