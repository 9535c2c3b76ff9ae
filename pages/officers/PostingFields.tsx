import type { PostingChoices } from '../../contract/officers.ts'
import { POSTABLE_ROLES } from '../../domain/access/actor.ts'
import type { T } from '../language/translator.ts'
import { DateField, SelectField } from '../ui/Fields.tsx'
import type { RefusedForm } from '../ui/page-props.ts'

type Given = { choices: PostingChoices; form?: RefusedForm | undefined; t: T }

const named = (language: 'en' | 'ur') => (one: PostingChoices['units'][number]) => ({
  ...{ value: one.id, label: one.name[language] },
})

/** Which district's offices the form below offers; a small form of its own, and no personal data in its address. */
export const DistrictForm = ({ choices, action, t }: Given & { action: string }) => (
  <form method="get" action={action} autocomplete="off">
    <SelectField
      name="district_id"
      label={t('officers.district')}
      hint={t('officers.district.hint')}
      value={choices.district_id}
      choices={choices.districts.map(named(t.language))}
      t={t}
    />
    <button type="submit" class="button plain">
      {t('officers.show_offices')}
    </button>
  </form>
)

export const PostingFields = ({ choices, form, t }: Given) => (
  <>
    <SelectField
      name="unit_id"
      label={t('officers.unit')}
      choices={choices.units.map(named(t.language))}
      {...{ form, t }}
    />
    <SelectField
      name="role"
      label={t('officers.role')}
      choices={POSTABLE_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
      {...{ form, t }}
    />
    <DateField name="from_on" label={t('officers.from_on')} {...{ form, t }} />
    <DateField name="to_on" label={t('officers.to_on')} is_optional {...{ form, t }} />
  </>
)

export const StandingFields = ({
  value,
  form,
  t,
}: {
  value?: { vetted_until: string | null; trained_until: string | null }
  form?: RefusedForm | undefined
  t: T
}) => (
  <>
    <DateField
      name="vetted_until"
      label={t('officers.vetted_until')}
      hint={t('officers.until.hint')}
      value={value?.vetted_until ?? null}
      {...{ form, t }}
    />
    <DateField
      name="trained_until"
      label={t('officers.trained_until')}
      value={value?.trained_until ?? null}
      {...{ form, t }}
    />
  </>
)

/** The labels of every field here, for the error summary. */
export const labelsOf = (t: T): Record<string, string> => ({
  badge: t('officers.badge'),
  name_en: t('officers.name_en'),
  name_ur: t('officers.name_ur'),
  unit_id: t('officers.unit'),
  role: t('officers.role'),
  from_on: t('officers.from_on'),
  to_on: t('officers.to_on'),
  posting_id: t('officers.posting'),
  vetted_until: t('officers.vetted_until'),
  trained_until: t('officers.trained_until'),
  reason: t('officers.reason'),
})
