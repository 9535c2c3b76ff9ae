import { paths } from '../../contract/paths.ts'
import { CHECK_PAPERS, type CheckPaper } from '../../domain/check/request.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { FileField, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { CheckFrame, type CheckProps, versionOf } from './CheckFrame.tsx'

const MOST_MEGABYTES = 64

/** The copy of the FIR and the signed Annexure A, by their fingerprints; the papers themselves are kept nowhere. */
export const PapersStep = (props: CheckProps) => {
  const { t, check_id, asked } = props
  const labels = {
    ...{ fir_hash: t('checks.fir_hash'), annexure_hash: t('checks.annexure_hash'), file: t('drafts.file') },
  }
  // Three forms stand here: what was refused belongs to one of them.
  const form = props.form && 'fir_hash' in props.form.values ? props.form : undefined
  return (
    <CheckFrame check={props} step="papers" labels={labels}>
      <p>{t('checks.papers.what')}</p>
      <Card heading={t('checks.annexure')}>
        <Form action={`${paths.check(check_id)}/annexures`}>
          <p>{t('checks.annexure.what')}</p>
          <Button kind="plain">{t('checks.annexure.print')}</Button>
        </Form>
      </Card>
      <section class="card">
        <Form action={paths.checkStep(check_id, 'papers')} hidden={versionOf(props)}>
          {(['fir_hash', 'annexure_hash'] as const).map((name) => (
            <TextField
              key={name}
              {...{ t, form, name }}
              kind="identifier"
              label={t(`checks.${name}`)}
              hint={t('drafts.hash.hint')}
              value={asked[name]}
            />
          ))}
          <Button>{t('ui.continue')}</Button>
        </Form>
      </section>
      {CHECK_PAPERS.map((paper) => (
        <FileOf key={paper} paper={paper} check={props} />
      ))}
    </CheckFrame>
  )
}

const FileOf = ({ paper, check }: { paper: CheckPaper; check: CheckProps }) => {
  const { t, check_id } = check
  return (
    <Card heading={t(`checks.paper.${paper}`)}>
      <Form action={paths.checkFile(check_id, paper)} hidden={versionOf(check)} has_file>
        <FileField
          t={t}
          name="file"
          label={t('drafts.file')}
          hint={t('drafts.file.hint')}
          limit_mb={MOST_MEGABYTES}
        />
        <Button kind="plain">{t('drafts.file.send')}</Button>
      </Form>
    </Card>
  )
}
