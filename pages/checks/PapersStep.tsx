import { paths } from '../../contract/paths.ts'
import { CHECK_PAPERS, type CheckPaper } from '../../domain/check/request.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { FileField, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { CheckFrame, type CheckProps, versionOf } from './CheckFrame.tsx'

const MOST_MEGABYTES = 64

/**
 * The copy of the FIR and the signed Annexure A, by their fingerprints; the papers themselves are kept nowhere. Whoever
 * has a file chooses it; the fingerprints themselves are for whoever has taken them already.
 */
export const PapersStep = (props: CheckProps) => {
  const { t, check_id } = props
  const labels = {
    ...{ fir_hash: t('checks.fir_hash'), annexure_hash: t('checks.annexure_hash') },
    ...{ fir_file: t('checks.paper.fir'), annexure_file: t('checks.paper.annexure') },
  }
  return (
    <CheckFrame check={props} step="papers" labels={labels}>
      <p>{t('checks.papers.what')}</p>
      <Card heading={t('checks.annexure')}>
        <Form action={`${paths.check(check_id)}/annexures`}>
          <p>{t('checks.annexure.what')}</p>
          <Button kind="plain">{t('checks.annexure.print')}</Button>
        </Form>
      </Card>
      {CHECK_PAPERS.map((paper) => (
        <FileOf key={paper} paper={paper} check={props} />
      ))}
      <section class="card">
        <Typed {...props} />
      </section>
    </CheckFrame>
  )
}

const FileOf = ({ paper, check }: { paper: CheckPaper; check: CheckProps }) => {
  const { t, form, check_id, asked } = check
  const hash = asked[`${paper}_hash`]
  return (
    <Card heading={t(`checks.paper.${paper}`)}>
      {hash && (
        <p>
          <Flag tone="green">{t('checks.paper.given')}</Flag>{' '}
          <Identifier>{`${hash.slice(0, 16)}…`}</Identifier>
        </p>
      )}
      <Form action={paths.checkFile(check_id, paper)} hidden={versionOf(check)} has_file>
        <FileField
          {...{ t, form }}
          name={`${paper}_file`}
          label={t(hash ? 'checks.paper.other_file' : 'checks.paper.file')}
          hint={t('drafts.file.hint')}
          limit_mb={MOST_MEGABYTES}
        />
        <Button kind={hash ? 'plain' : 'main'}>{t('checks.paper.send')}</Button>
      </Form>
    </Card>
  )
}

const HASHES = ['fir_hash', 'annexure_hash'] as const

const Typed = ({ t, check_id, asked, ...check }: CheckProps) => {
  // Three forms stand here: what was refused belongs to one of them.
  const form = check.form && 'fir_hash' in check.form.values ? check.form : undefined
  return (
    <Form action={paths.checkStep(check_id, 'papers')} hidden={versionOf(check)}>
      <details open={form !== undefined}>
        <summary>{t('checks.paper.typed')}</summary>
        {HASHES.map((name) => (
          <TextField
            key={name}
            {...{ t, form, name }}
            kind="identifier"
            label={t(`checks.${name}`)}
            hint={t('drafts.hash.hint')}
            value={asked[name]}
          />
        ))}
      </details>
      <Button>{t('ui.continue')}</Button>
    </Form>
  )
}
