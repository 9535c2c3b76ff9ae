import { paths } from '../../contract/paths.ts'
import { Button, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { type Answer, CheckAnswers } from '../ui/CheckAnswers.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { caseFacts, paperFacts, suspectFacts } from './Asked.tsx'
import { CheckFrame, type CheckProps, versionOf } from './CheckFrame.tsx'

/** Exactly what will be asked, and of whom; what is missing; and the sending. */
export const SendStep = (props: CheckProps) => {
  const { t, f, check_id, stage, missing, refusals, doubts } = props
  const labels = {
    station_id: t('checks.fir'),
    offences: t('checks.sections'),
    relevance: t('checks.relevance'),
  }
  return (
    <CheckFrame check={props} step="send" labels={labels}>
      <Lacks {...props} />
      {doubts.length > 0 && (
        <Notice kind="warning" t={t} heading={t('drafts.doubts')}>
          <ul>
            {doubts.map((doubt) => (
              <li key={doubt}>{t.find(`drafts.doubt.${doubt}`) ?? doubt}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Card heading={t('checks.send.what')}>
        <CheckAnswers answers={answersOf(props)} t={t} />
      </Card>
      <Card heading={t('checks.send.whom')}>
        <Facts
          facts={[
            { label: t('checks.send.prosecutor'), value: props.to.prosecutor[t.language] },
            { label: t('checks.send.police'), value: props.to.police[t.language] },
            { label: t('checks.send.answer'), value: props.to.investigator[t.language] },
          ]}
        />
        <p>{t('checks.send.then', { hours: f.hours(props.screen_hours) })}</p>
      </Card>
      <Buttons>
        {missing.length === 0 && refusals.length === 0 && (
          <Form action={`${paths.check(check_id)}/sendings`} hidden={versionOf(props)}>
            <Button>{t('checks.send')}</Button>
          </Form>
        )}
        {stage === 'drafting' && (
          <Form action={`${paths.check(check_id)}/discards`} hidden={versionOf(props)}>
            <Button kind="plain">{t('checks.discard')}</Button>
          </Form>
        )}
      </Buttons>
    </CheckFrame>
  )
}

const Lacks = ({ t, check_id, missing, refusals }: CheckProps) => (
  <>
    {missing.length > 0 && (
      <Notice kind="warning" t={t} heading={t('checks.missing')}>
        <ul>
          {missing.map(({ field, step }) => (
            <li key={field}>
              <a href={paths.checkStep(check_id, step)}>
                {t.find(`checks.owed.${field}`) ?? field} ({t(`checks.step.${step}`)})
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    )}
    {refusals.length > 0 && (
      <Notice kind="warning" t={t} heading={t('checks.broken')}>
        <ul>
          {refusals.map(({ rule, step }) => (
            <li key={rule}>
              <a href={paths.checkStep(check_id, step)}>{t.find(`checks.rule.${rule}`) ?? rule}</a>
            </li>
          ))}
        </ul>
      </Notice>
    )}
  </>
)

function answersOf(props: CheckProps): Answer[] {
  const { check_id } = props
  const on = (step: string) => ({ change_href: paths.checkStep(check_id, step) })
  const [fir, reasons] = [caseFacts(props).slice(0, 2), caseFacts(props).slice(2)]
  return [
    ...fir.map((fact) => ({ ...fact, ...on('fir') })),
    ...suspectFacts(props).map((fact) => ({ ...fact, ...on('suspect') })),
    ...reasons.map((fact) => ({ ...fact, ...on('reasons') })),
    ...paperFacts(props).map((fact) => ({ ...fact, ...on('papers') })),
  ]
}
