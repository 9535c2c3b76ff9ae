import type { PackList } from '../../contract/packs.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { SelectField, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { ForceLine } from './ForceLine.tsx'

/** The rules in force and those drafted; a legal officer begins another here. */
export const PacksPage = (props: PageProps<PackList>) => {
  const { t, f, packs, may_draft } = props
  return (
    <Page {...props} title={t('packs.title')} part="navigation.packs">
      <h1>{t('packs.title')}</h1>
      <p>{t('packs.intro')}</p>
      <Table
        caption={t('packs.title')}
        is_caption_hidden
        rows={packs}
        empty={t('packs.none')}
        columns={[
          {
            ...{ head: t('packs.pack'), is_name: true },
            cell: (pack) => <a href={paths.pack(pack.pack_id)}>{pack.title[t.language]}</a>,
          },
          { head: t('packs.code'), cell: (pack) => <bdi>{pack.pack}</bdi> },
          { head: t('packs.in_force'), cell: (pack) => <ForceLine in_force={pack.in_force} {...{ t, f }} /> },
        ]}
      />
      {may_draft && <BeginForm {...props} />}
      {may_draft && (
        <p>
          <a href={paths.newInstrument()}>{t('instruments.title')}</a>
        </p>
      )}
    </Page>
  )
}

const BeginForm = ({ t, form, packs }: PageProps<PackList>) => {
  const labels = {
    based_on_id: t('packs.based_on'),
    pack: t('packs.code'),
    title_en: t('packs.title_en'),
    title_ur: t('packs.title_ur'),
  }
  return (
    <section>
      <h2>{t('packs.begin')}</h2>
      <ErrorSummary form={form} labels={labels} t={t} />
      <Form action={paths.packs()}>
        <SelectField
          name="based_on_id"
          label={labels.based_on_id}
          choices={packs.map((pack) => ({ value: pack.pack_id, label: pack.title[t.language] }))}
          {...{ form, t }}
        />
        <TextField
          name="pack"
          label={labels.pack}
          hint={t('packs.code.hint')}
          kind="identifier"
          {...{ form, t }}
        />
        <TextField name="title_en" label={labels.title_en} kind="latin" {...{ form, t }} />
        <TextField name="title_ur" label={labels.title_ur} kind="urdu" {...{ form, t }} />
        <Button>{t('packs.begin')}</Button>
      </Form>
    </section>
  )
}
