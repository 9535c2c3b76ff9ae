// Telling a person what he owes: the words of the notice of duties, and the proof that he was told.
import type { ToldName } from '../../../domain/duty/told.ts'
import type { Messages } from '../message.ts'

export const servings = {
  'servings.new': 'Serve the duties',
  'servings.new.what':
    'Nothing is owed that was not told. Read the duties to the person in his language, give him the printed notice, and let him sign.',
  'servings.one': 'Serving of duties',
  'servings.language': 'Language of the notice',
  'servings.language.ur': 'Urdu',
  'servings.language.en': 'English',
  'servings.read_out': 'Read this to him',

  'servings.told.intro':
    'You are on the register that section 24 of the Anti-Rape (Investigation and Trial) Act 2021 provides for. While you are on it, you have these duties towards the police station that supervises you.',
  'servings.told.confirm_in_person': 'Come in person',
  'servings.told.notify_name_change': 'Tell of a new name',
  'servings.told.notify_address_change': 'Tell of a new address',
  'servings.told.notify_travel_abroad': 'Tell before you travel abroad',
  'servings.told.notify_absence': 'Tell before a longer absence from home inside Pakistan',
  'servings.rule.confirm_every_months': {
    one: 'Come to the station every month, counted from your release, and confirm where you live.',
    other: 'Come to the station every {count} months, counted from your release, and confirm where you live.',
  },
  'servings.rule.confirm_no_fixed_abode_every_months': {
    one: 'While you have no fixed home, come every month.',
    other: 'While you have no fixed home, come every {count} months.',
  },
  'servings.rule.confirm_window_days': {
    one: 'You may come up to {count} day before the date.',
    other: 'You may come up to {count} days before the date.',
  },
  'servings.rule.notify_name_change_days': {
    one: 'Within {count} day after your name changes.',
    other: 'Within {count} days after your name changes.',
  },
  'servings.rule.notify_address_change_days': {
    one: 'Within {count} day after you move.',
    other: 'Within {count} days after you move.',
  },
  'servings.rule.notify_travel_abroad_days': {
    one: 'At least {count} day before you leave Pakistan.',
    other: 'At least {count} days before you leave Pakistan.',
  },
  'servings.rule.absence_over_hours': {
    one: 'Only where you will be away for longer than {count} hour.',
    other: 'Only where you will be away for longer than {count} hours.',
  },
  'servings.rule.notify_absence_hours': {
    one: 'At least {count} hour before you leave.',
    other: 'At least {count} hours before you leave.',
  },
  'servings.told.closed':
    'Where the date falls on a day on which the station receives nobody, the next working day counts. Time in custody, in hospital or on a journey told in time puts your dates off.',
  'servings.told.receipt': 'For each notice you get a receipt. Keep it.',
  'servings.told.object':
    'If something here or in your record is wrong, tell the station, by word of mouth or in writing. It must pass it on to the National Police Bureau. You may also go to a court.',
  'servings.basis': 'Basis',

  'servings.form': 'Record the serving',
  'servings.duties': 'Duties that were explained',
  'servings.spoken': 'The language he is spoken to in',
  'servings.spoken.hint':
    'Ask him. It is kept with today’s date; papers and messages are in English for English, else in Urdu.',
  'servings.fault.not_his_language':
    'Read the duties out in his language: choose the tab of that language first.',
  'servings.served_on': 'Served on',
  'servings.served_time': 'At',
  'servings.proof': 'Proof',
  'servings.proof.signature': 'He signed',
  'servings.proof.thumb_mark': 'Thumb mark',
  'servings.proof.refused_before_witnesses': 'He refused to sign, before witnesses',
  'servings.witness': 'Who witnessed it',
  'servings.witness.hint': 'Needed where he refused: name and rank or address of each witness.',
  'servings.back_dated_reason': 'Why it is recorded later',
  'servings.back_dated_reason.hint': 'Only where it was served before today.',
  'servings.save': 'Record that he was told',
  'servings.not_yet':
    'He is neither released nor in custody as far as the register knows, so duties cannot be served.',
  'servings.not_served': 'Not told yet: {duties}',
  'servings.all_served': 'All duties were told. A new serving stands beside the earlier ones.',
  'servings.earlier': 'Served before',
  'servings.earlier.none': 'Nothing was served yet.',
  'servings.served_at': 'Served',
  'servings.recorded': 'Recorded',
  'servings.station': 'Served by',
  'servings.station.none': 'National Police Bureau or a prison',
  'servings.saved': 'It is on record that he was told. His duties count from now.',

  'servings.print': 'Print the notice of duties',
  'servings.print_id': 'Which print he was given',
  'servings.print_id.none': 'An older paper',
  'servings.print_id.one': '{number}, printed {day}',
  'servings.fault.not_his_print': 'This is no notice of duties printed for this person.',
  'servings.fault.before_release':
    'On that day he was neither released nor in custody as far as the register knows.',
  'servings.fault.before_registration': 'He was not on the register on that day.',
  'servings.fault.reason_needed': 'It was served before today: say why it is recorded only now.',
} as const satisfies Messages<'servings'> & Record<`servings.rule.${ToldName}`, object>
