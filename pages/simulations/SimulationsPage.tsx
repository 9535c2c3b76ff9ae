import { paths } from '../../contract/paths.ts'
import type { SimulationList } from '../../contract/simulations.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { DateField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { stateText } from './StateLine.tsx'

/** The simulations of one draft, newest first; a legal officer begins another here. */
export const SimulationsPage = (props: PageProps<SimulationList>) => {
  const { t, f, form, pack_id, pack_title, simulations, may_simulate } = props
  return (
    <Page {...props} title={t('simulations.title')} part="navigation.packs">
      <p>
        <a href={paths.pack(pack_id)}>{pack_title[t.language]}</a>
      </p>
      <h1>{t('simulations.title')}</h1>
      <p>{t('simulations.intro')}</p>
      <ErrorSummary form={form} labels={{ from_on: t('packs.from_on') }} t={t} />
      <Table
        caption={t('simulations.title')}
        is_caption_hidden
        rows={simulations}
        empty={t('simulations.none')}
        columns={[
          {
            ...{ head: t('simulations.asked_at'), is_name: true },
            cell: (one) => <a href={paths.simulation(one.simulation_id)}>{f.dateTime(one.asked_at)}</a>,
          },
          { head: t('packs.from_on'), cell: (one) => f.date(one.from_on) },
          { head: t('simulations.state'), cell: (one) => stateText(one, t, f) },
          ...(['enters', 'leaves', 'lengthens', 'shortens', 'duties_change'] as const).map((name) => ({
            ...{ head: t(`simulations.class.${name}`), is_number: true },
            cell: (one: SimulationList['simulations'][number]) => f.number(one.counts[name]),
          })),
        ]}
      />
      {may_simulate && (
        <section>
          <h2>{t('simulations.begin')}</h2>
          <p>{t('simulations.begin.what')}</p>
          <Form action={paths.packAct(pack_id, 'simulations')}>
            <DateField name="from_on" label={t('packs.from_on')} {...{ form, t }} />
            <Button>{t('simulations.begin')}</Button>
          </Form>
        </section>
      )}
    </Page>
  )
}
