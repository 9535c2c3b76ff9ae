import type { Clearance } from '../../contract/clearances.ts'
import { paths } from '../../contract/paths.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { Card, Cards } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<Clearance>

/** One clearance: whose slip it is, why, and its one act: to issue it, or to print it. */
export const ClearancePage = (props: Props) => {
  const { t, f, form, clearance_id, slip_number, is_own, may_issue } = props
  return (
    <Page {...props} title={t('clearances.one')} part="navigation.checks">
      <ErrorSummary form={form} labels={{}} t={t} />
      <h1>{t('clearances.one')}</h1>
      <Cards>
        <div class="column">
          <Card heading={t('clearances.holder')}>
            <Facts
              facts={[
                { label: t('drafts.names'), value: <Name name={props.name} t={t} /> },
                { label: t('drafts.fathers'), value: <Name name={props.father} t={t} /> },
                { label: t('clearances.cnic_tail'), value: identified(props.cnic_tail, t) },
              ]}
            />
          </Card>
          <Why {...props} />
        </div>
        <div class="column">
          <Card heading={t('clearances.slip')}>
            {slip_number ? (
              <>
                <p>
                  <Flag tone="green">{t('clearances.issued', { number: slip_number })}</Flag>
                </p>
                <p class="small">
                  {props.issued_by?.[t.language]}
                  {between(t)}
                  {props.issued_at && f.dateTime(props.issued_at)}
                </p>
                <Buttons>
                  <ButtonLink href={paths.clearanceFile(clearance_id)} kind="main">
                    {t('clearances.print')}
                  </ButtonLink>
                </Buttons>
              </>
            ) : (
              <Flag tone="amber">{t('clearances.waits')}</Flag>
            )}
            {may_issue && (
              <Form action={paths.clearanceIssues(clearance_id)}>
                <p>{t('clearances.issue.what')}</p>
                <Button>{t('clearances.issue')}</Button>
              </Form>
            )}
            {is_own && !slip_number && (
              <Notice kind="info" t={t}>
                {t('clearances.own')}
              </Notice>
            )}
          </Card>
        </div>
      </Cards>
    </Page>
  )
}

const identified = (text: string | null, t: Props['t']) =>
  text ? <Identifier>{text}</Identifier> : t('ui.not_known')

const Why = (props: Props) => {
  const { t, f, cause, check_id, match_pair_id, record_number, asked_on, asked_by, asked_at } = props
  const href = check_id ? paths.check(check_id) : match_pair_id ? paths.match(match_pair_id) : null
  return (
    <Card heading={t('clearances.why')}>
      <Facts
        facts={[
          {
            label: t('clearances.cause'),
            value: href ? (
              <a href={href}>{t(`clearances.cause.${cause}`)}</a>
            ) : (
              t(`clearances.cause.${cause}`)
            ),
          },
          { label: t('clearances.not_of'), value: identified(record_number, t) },
          ...(asked_on ? [{ label: t('clearances.asked_on'), value: f.date(asked_on) }] : []),
          ...(asked_by && asked_at
            ? [{ label: t('clearances.asked_by'), value: asked_by[t.language], note: f.dateTime(asked_at) }]
            : []),
        ]}
      />
    </Card>
  )
}
