import type { CheckDesk } from '../../contract/check-answers.ts'
import type { CheckShown } from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import { SlipFields } from '../clearances/SlipFields.tsx'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { Card } from '../ui/Card.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** For who asked, once he said that it is not him: the man may ask for a slip, and gets it when it is issued. */
export const SlipCard = (props: PageProps<CheckShown>) => {
  const { check_id, slip, may, form, t } = props
  if (!slip && !may.ask_slip) return null
  return (
    <Card heading={t('checks.slip')}>
      {slip && <OwnSlip {...props} slip={slip} />}
      {may.ask_slip && (
        <>
          <p>{t('checks.slip.what')}</p>
          <Form action={`${paths.check(check_id)}/slips`}>
            <SlipFields {...{ t, form }} />
            <Button>{t('checks.slip.ask')}</Button>
          </Form>
        </>
      )}
    </Card>
  )
}

type Own = Pick<PageProps<CheckShown>, 'check_id' | 't' | 'f'> & { slip: NonNullable<CheckShown['slip']> }

/** How the last slip asked for stands. */
const OwnSlip = ({ check_id, slip: { slip_number, withdrawn_at, asked_on }, t, f }: Own) => {
  if (withdrawn_at) {
    const on = f.dateTime(withdrawn_at)
    return (
      <Notice kind="warning" t={t}>
        {slip_number
          ? t('checks.slip.withdrawn', { number: slip_number, on })
          : t('checks.slip.refused', { on })}
      </Notice>
    )
  }
  if (!slip_number) return <p>{t('checks.slip.waits', { on: f.date(asked_on) })}</p>
  return (
    <>
      <p>
        <Identifier>{slip_number}</Identifier>
      </p>
      <Buttons>
        <ButtonLink href={paths.checkSlip(check_id)} kind="main">
          {t('checks.slip.fetch')}
        </ButtonLink>
      </Buttons>
    </>
  )
}

/** For the Bureau: a slip that waits to be issued, and slips that speak for the man asked about. */
export const DeskSlips = ({ slip, slips, t, f }: PageProps<CheckDesk>) => (
  <>
    {slips.map((one) => (
      <Notice
        key={one.slip_number}
        kind={one.has_same_cnic && !one.withdrawn_at ? 'success' : 'warning'}
        t={t}
        heading={
          one.withdrawn_at
            ? t('checks.slip.seen_withdrawn', { number: one.slip_number, on: f.dateTime(one.withdrawn_at) })
            : t('checks.slip.seen', { number: one.slip_number, record: one.record_number })
        }
      >
        <Name name={one.name} t={t} />
        {between(t)}
        <Name name={one.father} t={t} />
        {one.cnic_tail && (
          <>
            {between(t)}
            <Identifier>{one.cnic_tail}</Identifier>
          </>
        )}
        {!one.withdrawn_at && (
          <p>{t(one.has_same_cnic ? 'checks.slip.same_cnic' : 'checks.slip.shown_only')}</p>
        )}
      </Notice>
    ))}
    {slip && (
      <Card heading={t('checks.slip')}>
        <Facts
          facts={[
            { label: t('drafts.names'), value: <Name name={slip.name} t={t} /> },
            { label: t('drafts.fathers'), value: <Name name={slip.father} t={t} /> },
            { label: t('checks.slip.asked_on'), value: f.date(slip.asked_on) },
          ]}
        />
        {slip.withdrawn_at ? (
          <Flag tone="red">
            {slip.slip_number
              ? t('clearances.withdrawn', { number: slip.slip_number })
              : t('clearances.refused')}
          </Flag>
        ) : slip.slip_number ? (
          <Flag tone="green">{t('checks.slip.issued', { number: slip.slip_number })}</Flag>
        ) : (
          <Buttons>
            <ButtonLink href={paths.clearance(slip.clearance_id)} kind="main">
              {t('clearances.issue')}
            </ButtonLink>
          </Buttons>
        )}
      </Card>
    )}
  </>
)
