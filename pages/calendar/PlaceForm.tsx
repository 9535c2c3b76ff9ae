import type { PlaceChoices } from '../../contract/calendar.ts'
import type { Language } from '../language/language.ts'
import type { T } from '../language/translator.ts'
import { SelectField } from '../ui/Fields.tsx'

const named = (language: Language) => (one: PlaceChoices['districts'][number]) => ({
  ...{ value: one.id, label: one.name[language] },
})

type Options = {
  choices: PlaceChoices
  action: string
  /** What else the address says: codes and days, never a person. */
  also: Record<string, string>
  t: T
}

/** Whose calendar: a district first, then a station of it. Shown to whoever has a choice. */
export const PlaceForm = ({ choices, action, also, t }: Options) => {
  const { districts, stations, district_id, station_id } = choices
  if (districts.length === 0 && stations.length === 0) return null
  return (
    <form method="get" action={action} autocomplete="off" class="choose">
      {Object.entries(also).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {districts.length > 0 && (
        <SelectField
          name="district_id"
          label={t('calendar.district')}
          value={district_id}
          choices={districts.map(named(t.language))}
          t={t}
        />
      )}
      {stations.length > 0 && (
        <SelectField
          name="station_id"
          label={t('calendar.station')}
          value={station_id}
          choices={stations.map(named(t.language))}
          t={t}
        />
      )}
      <button type="submit" class="button plain">
        {t('calendar.show')}
      </button>
    </form>
  )
}
