import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { DraftFrame, type DraftProps, versionOf } from './DraftFrame.tsx'

export const StationStep = (props: DraftProps) => {
  const { t, form, stations, proposed_station_id, draft_id } = props
  return (
    <DraftFrame draft={props} step="station" labels={{ station_id: t('drafts.station') }}>
      <section class="card">
        <Form action={paths.draftStep(draft_id, 'station')} hidden={versionOf(props)}>
          <SelectField
            {...{ t, form }}
            name="station_id"
            label={t('drafts.station')}
            hint={t('drafts.station.what')}
            choices={stations.map(({ station_id, name }) => ({ value: station_id, label: name[t.language] }))}
            value={proposed_station_id}
          />
          <Button>{t('ui.continue')}</Button>
        </Form>
      </section>
    </DraftFrame>
  )
}
