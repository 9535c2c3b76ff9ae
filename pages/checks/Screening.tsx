import type { CheckShown } from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import { CHECKLIST, REFUSAL_REASONS, RETURN_REASONS } from '../../domain/check/screen.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { CheckField, ChoiceField, TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<CheckShown>

/** The prosecutor's three words: it goes on, it comes back, it ends. */
export const Screening = (props: Props) =>
  props.may.screen ? (
    <>
      <Forward {...props} />
      <No {...props} act="returns" word="return" reasons={RETURN_REASONS} />
      <No {...props} act="refusals" word="refusal" reasons={REFUSAL_REASONS} />
    </>
  ) : null

/** Three forms stand here: what was refused belongs to one of them. */
const formOf = ({ form }: Props, field: string) => (form && field in form.values ? form : undefined)

const Forward = (props: Props) => {
  const { check_id, t } = props
  return (
    <Card heading={t('checks.forward')}>
      <Form action={`${paths.check(check_id)}/forwardings`}>
        <p>{t('checks.forward.what')}</p>
        {CHECKLIST.map((item) => (
          <CheckField
            key={item}
            {...{ t, form: formOf(props, 'own_fir') }}
            name={item}
            label={t(`checks.list.${item}`)}
          />
        ))}
        <Button>{t('checks.forward')}</Button>
      </Form>
    </Card>
  )
}

type NoOptions = Props & {
  act: 'returns' | 'refusals'
  word: 'return' | 'refusal'
  reasons: readonly string[]
}

const No = (props: NoOptions) => {
  const { act, word, reasons, check_id, t } = props
  const form = formOf(props, `${word}_note`)
  return (
    <Card heading={t(`checks.${act}`)}>
      <details open={form !== undefined}>
        <summary>{t(`checks.${act}.open`)}</summary>
        <Form action={`${paths.check(check_id)}/${act}`}>
          <ChoiceField
            {...{ t, form }}
            name={`${word}_reason`}
            label={t('checks.reason')}
            choices={reasons.map((value) => ({ value, label: t.find(`checks.reason.${value}`) ?? value }))}
          />
          <TextArea
            {...{ t, form }}
            name={`${word}_note`}
            rows={2}
            label={t('checks.note')}
            hint={t('checks.note.hint')}
            is_optional
          />
          <Button kind="plain">{t(`checks.${act}`)}</Button>
        </Form>
      </details>
    </Card>
  )
}
