import type { Answer } from '../../domain/receipt/answer.ts'
import { PAPER_KINDS } from '../../domain/receipt/statement.ts'
import { CODE_LETTERS, type PublishedKey } from '../../domain/receipt/verify.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Button, Buttons } from '../ui/Button.tsx'
import { TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { AnswerBox, VERDICTS } from './AnswerBox.tsx'

export type CheckerOptions = {
  keys: readonly PublishedKey[]
  /** What was found of the code that was sent; null: none was. */
  answer: Answer | null
  /** The code as it was read, to be compared and put right. */
  typed: string
  t: T
  f: F
}

/** What the island needs to say an answer in the language of the page; the texts keep their {names}. */
const wordsOf = (t: T, f: F) => ({
  kinds: Object.fromEntries(PAPER_KINDS.map((kind) => [kind, t(`verify.kind.${kind}`)])),
  months: f.months,
  at: t.find('verify.at'),
  letters: t.find('verify.letters.of', { all: CODE_LETTERS }),
})

/** The box for a code, and its answer: from the server, or filled in by the island (islands/verify.ts). */
export const Checker = ({ keys, answer, typed, t, f }: CheckerOptions) => (
  <div
    id="checker"
    class="column"
    data-keys={JSON.stringify(keys)}
    data-words={JSON.stringify(wordsOf(t, f))}
  >
    <div id="answer" role="status" tabIndex={-1}>
      {answer && <AnswerBox verdict={answer.verdict} {...{ answer, t, f }} />}
    </div>
    <Form action="/verify">
      <TextArea
        name="code"
        label={t('verify.code')}
        hint={t('verify.code.hint')}
        value={typed}
        rows={6}
        is_identifier
        t={t}
      />
      <Buttons>
        <Button>{t('verify.act')}</Button>
      </Buttons>
    </Form>
    {VERDICTS.map((verdict) => (
      <template key={verdict} data-verdict={verdict}>
        <AnswerBox {...{ verdict, t, f }} />
      </template>
    ))}
  </div>
)
