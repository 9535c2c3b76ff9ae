import { paths } from '../../contract/paths.ts'
import { TRANSFER_CAUSES, type TransferForm } from '../../contract/transfers.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { ChoiceField, SelectField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<TransferForm>

/** To which station, and why; the other one is asked, and until it accepts nothing changes. */
export const TransferFormPage = (props: Props) => {
  const { open_transfer_id, moved_to, form, t } = props
  const labels = { to_station_id: t('transfers.station'), cause: t('transfers.cause') }
  return (
    <PersonFrame {...props} tab={null} title={t('transfers.offer')}>
      <ErrorSummary form={form} labels={labels} t={t} />
      <Card heading={t('transfers.offer')}>
        <p>{t('transfers.offer.what')}</p>
        {open_transfer_id ? (
          <Notice kind="info" t={t} heading={t('transfers.already_open')}>
            <Buttons>
              <ButtonLink href={paths.transfer(open_transfer_id)}>{t('transfers.see')}</ButtonLink>
            </Buttons>
          </Notice>
        ) : (
          <>
            {moved_to && (
              <Notice
                kind="info"
                t={t}
                heading={t('transfers.moved_to', { district: moved_to[t.language] })}
              />
            )}
            <District {...props} />
            <Offer {...props} />
          </>
        )}
      </Card>
    </PersonFrame>
  )
}

const named = (language: 'en' | 'ur') => (one: TransferForm['stations'][number]) => ({
  ...{ value: one.id, label: one.name[language] },
})

/** Which district's stations are offered below; a small form of its own, and no personal data in its address. */
const District = ({ person, district_id, districts, t }: Props) => (
  <form method="get" action={paths.newTransfer(person.person_id)} autocomplete="off">
    <SelectField
      name="district_id"
      label={t('transfers.district')}
      hint={t('transfers.district.hint')}
      value={district_id}
      choices={districts.map(named(t.language))}
      t={t}
    />
    <button type="submit" class="button plain">
      {t('transfers.show_stations')}
    </button>
  </form>
)

const Offer = ({ person, stations, moved_to, form, t }: Props) => (
  <Form action={paths.personTransfers(person.person_id)}>
    <SelectField
      name="to_station_id"
      label={t('transfers.station')}
      choices={stations.map(named(t.language))}
      {...{ form, t }}
    />
    <ChoiceField
      name="cause"
      label={t('transfers.cause')}
      value={moved_to ? 'moved_house' : null}
      choices={TRANSFER_CAUSES.map((value) => ({ value, label: t(`transfers.cause.${value}`) }))}
      {...{ form, t }}
    />
    <Button>{t('transfers.offer.send')}</Button>
  </Form>
)
