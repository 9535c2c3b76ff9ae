import type { ImportView } from '../../contract/imports.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { CheckField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** What may be done with a return in its state; nothing for those who only read it. */
export const ImportActs = (props: PageProps<ImportView>) => {
  const { t, state, import_id, may_decide } = props
  if (!may_decide) return null
  return (
    <>
      {state === 'reading' && (
        <Form action={paths.importAct(import_id, 'stop')}>
          <Button kind="plain">{t('imports.stop')}</Button>
        </Form>
      )}
      {state === 'stopped' && (
        <Form action={paths.importAct(import_id, 'resume')}>
          <Button>{t('imports.resume')}</Button>
        </Form>
      )}
      {state === 'read' && <Confirm {...props} />}
      {state === 'confirming' && <GoOn {...props} />}
      {(state === 'read' || state === 'stopped' || state === 'failed') && <Cancel {...props} />}
    </>
  )
}

const Confirm = ({
  t,
  form,
  import_id,
  counts,
  stated_count,
  rows_read,
  is_count_different,
}: PageProps<ImportView>) => {
  const count = counts.accepted + counts.warned
  if (count === 0) return <p>{t('imports.confirm.nothing')}</p>
  return (
    <Card heading={t('imports.confirm')}>
      <p>{t('imports.confirm.what', { count })}</p>
      {counts.refused + counts.repeated > 0 && <p>{t('imports.confirm.left_out')}</p>}
      <Form action={paths.importAct(import_id, 'confirm')}>
        {is_count_different && (
          <CheckField
            name="is_difference_seen"
            label={t('imports.confirm.difference', { stated: stated_count ?? 0, read: rows_read })}
            {...{ form, t }}
          />
        )}
        <Button>{t('imports.confirm.do')}</Button>
      </Form>
    </Card>
  )
}

const GoOn = ({ t, import_id }: PageProps<ImportView>) => (
  <details>
    <summary>{t('imports.confirming.stuck')}</summary>
    <p>{t('imports.confirming.stuck.what')}</p>
    <Form action={paths.importAct(import_id, 'confirm')} hidden={{ is_difference_seen: 'on' }}>
      <Button kind="plain">{t('imports.confirming.go_on')}</Button>
    </Form>
  </details>
)

const Cancel = ({ t, import_id }: PageProps<ImportView>) => (
  <details>
    <summary>{t('imports.cancel')}</summary>
    <p>{t('imports.cancel.what')}</p>
    <Form action={paths.importAct(import_id, 'cancel')}>
      <Button kind="danger">{t('imports.cancel.do')}</Button>
    </Form>
  </details>
)
