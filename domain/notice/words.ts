// The closed lists of a notice: how it came, what was seen, where people travel.
import type { DutyName } from '../duty/facts.ts'

export const RECEIVED_HOW = ['in_person', 'by_letter', 'by_phone', 'by_representative', 'by_message'] as const
export type ReceivedHow = (typeof RECEIVED_HOW)[number]

export const DOCUMENTS_SEEN = ['cnic', 'passport', 'other', 'none'] as const
export type DocumentSeen = (typeof DOCUMENTS_SEEN)[number]

/** ISO 3166-1 codes of the countries to which people of Pakistan travel most; any other is written as a place. */
export const COUNTRIES = [
  ...['AE', 'AF', 'AU', 'BH', 'CA', 'CN', 'DE', 'GB', 'GR', 'IQ', 'IR', 'IT', 'KW', 'MY', 'OM', 'QA', 'SA'],
  ...['TH', 'TR', 'US', 'ZZ'],
] as const

/** Which boxes belong to which duty; a box of another kind must be empty, so that nothing typed is lost in silence. */
export const FACTS_OF: Readonly<Record<DutyName, readonly FactField[]>> = {
  confirm_in_person: [],
  notify_address_change: ['address_text', 'address_district_id', 'address_from_on'],
  notify_name_change: ['name_latin', 'name_ur', 'name_changed_on'],
  notify_travel_abroad: [
    ...(['country', 'destination', 'departs_on', 'departs_time', 'returns_on', 'returns_time'] as const),
  ],
  notify_absence: ['destination', 'departs_on', 'departs_time', 'returns_on', 'returns_time'],
}
export type FactField =
  | 'address_text'
  | 'address_district_id'
  | 'address_from_on'
  | 'name_latin'
  | 'name_ur'
  | 'name_changed_on'
  | 'country'
  | 'destination'
  | 'departs_on'
  | 'departs_time'
  | 'returns_on'
  | 'returns_time'
