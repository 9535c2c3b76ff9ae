// Custody, hospital, abroad, no fixed abode.
import type { Messages } from '../message.ts'

export const stays = {
  'stays.title': 'Custody, hospital, abroad, no fixed abode',
  'stays.none': 'None is recorded.',
  'stays.record': 'Record one',
  'stays.title.new': 'Record custody, hospital, abroad or no fixed abode',
  'stays.title.end': 'Record the end',
  'stays.what':
    'Custody, hospital and time abroad put dates off; without a fixed abode the person confirms every month.',
  'stays.kind': 'What',
  'stays.kind.custody': 'Custody',
  'stays.kind.hospital': 'Hospital',
  'stays.kind.abroad': 'Abroad (as border or embassy told)',
  'stays.kind.no_fixed_abode': 'No fixed abode',
  'stays.from_on': 'First day',
  'stays.to_on': 'First day no longer',
  'stays.to_on.hint': 'The day of release, discharge or return. Leave it empty while it lasts.',
  'stays.held_in': 'Held in the district of',
  'stays.held_in.hint':
    'Of custody: where the prison or the station is. Nobody is held in two districts on one day, so this tells two people of one name apart.',
  'stays.held': 'held in the district of {district}',
  'stays.span_held': '{span}, held in the district of {district}',
  'stays.fault.not_held': 'Only of custody is it said where he is held.',
  'stays.fault.district': 'There is no such district.',
  'stays.lasts': 'lasts',
  'stays.source_kind': 'Who told it',
  'stays.source_on': 'Date of the paper',
  'stays.source_ref': 'Its number or name',
  'stays.source_ref.hint': 'A letter, a warrant, a discharge slip. Nothing about a survivor.',
  'stays.act': 'Acts',
  'stays.end': 'Record the end',
  'stays.end.of': '{kind}, since {day}',
  'stays.struck_out': 'struck out',
  'stays.fault.before_start': 'This day lies before the first day.',
  'stays.fault.overlaps': 'A time of this kind is recorded already that covers this day.',
  'stays.fault.survivor':
    'This text may tell who the survivor is, or holds an identity or phone number. Leave that out.',
} as const satisfies Messages<'stays'>
