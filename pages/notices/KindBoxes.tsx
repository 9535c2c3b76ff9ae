import { COUNTRIES } from '../../domain/notice/words.ts'
import { DateField, SelectField, TextField, TimeField } from '../ui/Fields.tsx'
import type { NoticeFormProps } from './NewNoticePage.tsx'

/** The new address. Its districts are those nearest first. */
export const AddressBoxes = ({ districts, form, t }: NoticeFormProps) => (
  <fieldset class="of-kind" data-kind="address">
    <legend>{t('notices.of.address')}</legend>
    <TextField
      name="address_text"
      label={t('notices.address_text')}
      hint={t('notices.address_text.hint')}
      size={60}
      {...{ form, t }}
    />
    <div class="side-by-side">
      <SelectField
        name="address_district_id"
        label={t('notices.address_district_id')}
        choices={districts.map((one) => ({ value: one.district_id, label: one[t.language] }))}
        is_optional
        {...{ form, t }}
      />
      <DateField name="address_from_on" label={t('notices.address_from_on')} {...{ form, t }} />
    </div>
  </fieldset>
)

export const NameBoxes = ({ form, t }: NoticeFormProps) => (
  <fieldset class="of-kind" data-kind="name">
    <legend>{t('notices.of.name')}</legend>
    <div class="side-by-side">
      <TextField name="name_ur" label={t('notices.name_ur')} kind="urdu" size={26} {...{ form, t }} />
      <TextField name="name_latin" label={t('notices.name_latin')} kind="latin" size={26} {...{ form, t }} />
    </div>
    <DateField name="name_changed_on" label={t('notices.name_changed_on')} {...{ form, t }} />
  </fieldset>
)

/** A journey abroad or an absence at home: the same boxes, and for the first the country. */
export const TripBoxes = ({ form, t }: NoticeFormProps) => (
  <>
    <fieldset class="of-kind" data-kind="abroad">
      <legend>{t('notices.of.trip')}</legend>
      <SelectField
        name="country"
        label={t('notices.country')}
        choices={COUNTRIES.map((value) => ({ value, label: t(`notices.country.${value}`) }))}
        {...{ form, t }}
      />
    </fieldset>
    <fieldset class="of-kind" data-kind="trip">
      <legend class="unseen">{t('notices.of.trip')}</legend>
      <TextField
        name="destination"
        label={t('notices.destination')}
        hint={t('notices.destination.hint')}
        size={40}
        {...{ form, t }}
      />
      <div class="side-by-side">
        <DateField name="departs_on" label={t('notices.departs_on')} {...{ form, t }} />
        <TimeField name="departs_time" label={t('notices.departs_time')} {...{ form, t }} />
      </div>
      <p class="hint">{t('notices.returns.hint')}</p>
      <div class="side-by-side">
        <DateField name="returns_on" label={t('notices.returns_on')} is_optional {...{ form, t }} />
        <TimeField name="returns_time" label={t('notices.returns_time')} is_optional {...{ form, t }} />
      </div>
    </fieldset>
  </>
)
