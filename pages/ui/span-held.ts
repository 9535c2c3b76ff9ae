/** A time in custody in words, with the district where he was held, if that is known. */
import type { DraftView } from '../../contract/drafts.ts'
import type { Frame } from './page-props.ts'

export type HeldDistricts = DraftView['held_districts']

export function spanHeld(
  { span, held_district_id }: { span: string; held_district_id?: string | null },
  districts: HeldDistricts,
  t: Frame['t'],
): string {
  const held = districts.find(({ district_id }) => district_id === held_district_id)
  return held ? t('stays.span_held', { span, district: held.name[t.language] }) : span
}
