/** Offices to choose from: a list of all 1,245 would be 20 KB, so a district is chosen first. */
import type { PostingChoices } from '../../contract/officers.ts'
import type { Places } from '../platform/places.ts'

const named = (id: string, row: { name_en: string; name_ur: string }) => ({
  ...{ id, name: { en: row.name_en, ur: row.name_ur } },
})

/** The national offices, and those of the district if one is chosen. */
export function choicesFor(places: Places, district_id: string | undefined): PostingChoices {
  const units = [...places.units.values()].filter(
    (unit) => unit.district_id === null || unit.district_id === district_id,
  )
  return {
    district_id: district_id ?? null,
    districts: [...places.districts.values()]
      .filter((district) => district.status === 'current')
      .sort((a, b) => (a.name_en < b.name_en ? -1 : 1))
      .map((district) => named(district.district_id, district)),
    units: units.map((unit) => named(unit.unit_id, unit)),
  }
}
