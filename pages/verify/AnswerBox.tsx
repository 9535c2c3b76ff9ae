import type { ComponentChildren } from 'preact'
import type { Answer } from '../../domain/receipt/answer.ts'
import { CODE_LETTERS } from '../../domain/receipt/verify.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { type Fact, Facts } from '../ui/Facts.tsx'
import { Flag, type Tone } from '../ui/Light.tsx'

/** `unsupported`: said by the island alone, where a browser is too old. */
export type Verdict = Answer['verdict'] | 'unsupported'
export const VERDICTS: readonly Verdict[] = ['sound', 'forged', 'unknown_key', 'unreadable', 'unsupported']

const TONES: Record<Verdict, Tone> = {
  sound: 'green',
  forged: 'red',
  unknown_key: 'amber',
  unreadable: 'amber',
  unsupported: 'grey',
}

/** A value that the island fills in by its name; an identifier unless it is words. */
const Slot = ({ name, is_words, children }: { name: string; is_words?: boolean; children?: string }) =>
  is_words ? (
    <span data-slot={name}>{children}</span>
  ) : (
    <bdi dir="ltr" class="identifier" data-slot={name}>
      {children}
    </bdi>
  )

type BoxOptions = { verdict: Verdict; answer?: Answer | undefined; t: T; f: F }

/** What a code is worth, and what was signed. Without an answer: the mould that the island fills. */
export const AnswerBox = ({ verdict, answer, t, f }: BoxOptions) => (
  <section class="card">
    <h2>
      <Flag tone={TONES[verdict]}>{t(`verify.${verdict}`)}</Flag>
    </h2>
    <p>{t(`verify.${verdict}.what`)}</p>
    <Facts facts={factsOf(verdict, answer, t, f)} />
    {verdict === 'sound' && <p>{t('verify.sound.limit')}</p>}
  </section>
)

function factsOf(verdict: Verdict, answer: Answer | undefined, t: T, f: F): Fact[] {
  const fact = (label: string, value: ComponentChildren): Fact => ({ label, value })
  const key_id = answer && 'key_id' in answer ? answer.key_id : ''
  switch (verdict) {
    case 'sound': {
      const sound = answer?.verdict === 'sound' ? answer : undefined
      return [
        fact(t('verify.print_number'), <Slot name="print_number">{sound?.print_number ?? ''}</Slot>),
        fact(
          t('verify.kind'),
          <Slot name="kind" is_words>
            {sound ? t(`verify.kind.${sound.kind}`) : ''}
          </Slot>,
        ),
        fact(
          t('verify.issued_at'),
          <Slot name="issued_at" is_words>
            {sound ? f.dateTime(sound.issued_at) : ''}
          </Slot>,
        ),
        fact(t('verify.key'), <Slot name="key_id">{key_id}</Slot>),
      ]
    }
    case 'forged':
    case 'unknown_key':
      return [fact(t('verify.key_named'), <Slot name="key_id">{key_id}</Slot>)]
    case 'unreadable': {
      const count = answer?.verdict === 'unreadable' ? answer.letters_count : undefined
      return [
        fact(
          t('verify.letters'),
          <Slot name="letters" is_words>
            {count === undefined ? '' : t('verify.letters.of', { count, all: CODE_LETTERS })}
          </Slot>,
        ),
      ]
    }
    case 'unsupported':
      return []
  }
}
