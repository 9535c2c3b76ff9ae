-- What the duty engine reads of a person, as dated facts with their source, and what is computed from them. RULES 1-5, DESIGN 7.
-- Facts are added; a wrong or outdated one gets superseded_at and stays. Sealed columns are under the person's key.

alter table register.custody add column source_on date, add column superseded_at timestamptz;
comment on column register.custody.source_on is 'Date of the source; null where it came with the entry.';
comment on column register.custody.superseded_at is 'Instant a later version replaced it, as when an open one ends; null while live.';
alter table register.appeal_event add column source_on date, add column source_ref_enc bytea, add column superseded_at timestamptz;
comment on column register.appeal_event.source_on is 'Date of the order.';
comment on column register.appeal_event.source_ref_enc is 'Court and number of the order, encrypted by the person''s key; null where it came with the entry.';
comment on column register.appeal_event.superseded_at is 'Instant it was struck out as wrong; null while live.';

create table register.supervision (
  supervision_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  station_id text not null references reference.station on delete restrict,
  from_on date not null,
  began_at timestamptz not null default now()
);
comment on table register.supervision is 'Which station owns a person from which day; the last one owns him now, the first one owned him before as well. SOR-SOP-2024; a date rolls by the calendar of the station that owned the person on it (RULES 1).';
comment on column register.supervision.supervision_id is 'Opaque id.';
comment on column register.supervision.person_id is 'The person.';
comment on column register.supervision.station_id is 'The station.';
comment on column register.supervision.from_on is 'First day of ownership.';
comment on column register.supervision.began_at is 'Instant of entry.';
create index supervision_person on register.supervision (person_id, from_on);
create index supervision_station on register.supervision (station_id);

create table register.serving (
  serving_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  duties text[] not null check (cardinality(duties) > 0 and duties <@ array['confirm_in_person', 'notify_name_change', 'notify_address_change', 'notify_travel_abroad', 'notify_absence']),
  served_at timestamptz not null,
  language text not null check (language in ('ur', 'en')),
  proof text not null check (proof in ('signature', 'thumb_mark', 'refused_before_witnesses')),
  print_id uuid,
  station_id text references reference.station on delete restrict,
  witness_enc bytea,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references access.officer on delete restrict,
  superseded_at timestamptz
);
comment on table register.serving is 'The notice of duties handed to a person in his language, with proof. Nothing is owed that was not served. SOR-RULES-2023; RULES 4.';
comment on column register.serving.serving_id is 'Opaque id.';
comment on column register.serving.person_id is 'The person.';
comment on column register.serving.duties is 'Which duties were explained.';
comment on column register.serving.served_at is 'When he was told, whenever it was typed in.';
comment on column register.serving.language is 'Language of the notice: ur or en.';
comment on column register.serving.proof is 'signature, thumb_mark, or refused_before_witnesses.';
comment on column register.serving.print_id is 'The printed notice that he was given; null where an older paper was used.';
comment on column register.serving.station_id is 'Station that served; null: the Bureau or a prison.';
comment on column register.serving.witness_enc is 'Who witnessed, encrypted; null where he signed himself.';
comment on column register.serving.recorded_at is 'When it was typed in.';
comment on column register.serving.recorded_by is 'Officer who recorded it.';
comment on column register.serving.superseded_at is 'Instant it was struck out as wrong; null while live.';
create index serving_person on register.serving (person_id);
create index serving_station on register.serving (station_id);
create index serving_recorded_by on register.serving (recorded_by);

create table register.change (
  change_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  kind text not null check (kind in ('name', 'address')),
  changed_on date not null,
  address_id uuid references register.person_address on delete restrict,
  name_id uuid references register.person_name on delete restrict,
  source_kind text not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references access.officer on delete restrict,
  superseded_at timestamptz
);
comment on table register.change is 'A change of name or address that must be notified. SOR-RULES-2023; RULES 4.';
comment on column register.change.change_id is 'Opaque id; notices name it as what they are about.';
comment on column register.change.person_id is 'The person.';
comment on column register.change.kind is 'name or address.';
comment on column register.change.changed_on is 'Day of the change.';
comment on column register.change.address_id is 'The new address, where known.';
comment on column register.change.name_id is 'The new name, where known.';
comment on column register.change.source_kind is 'notice, visit, civil_register or other.';
comment on column register.change.recorded_at is 'When it was typed in.';
comment on column register.change.recorded_by is 'Officer who recorded it.';
comment on column register.change.superseded_at is 'Instant it was struck out as wrong; null while live.';
create index change_person on register.change (person_id);
create index change_address on register.change (address_id) where address_id is not null;
create index change_name on register.change (name_id) where name_id is not null;
create index change_recorded_by on register.change (recorded_by);

create table register.trip (
  trip_version_id uuid primary key,
  trip_id uuid not null,
  person_id uuid not null references register.person on delete restrict,
  kind text not null check (kind in ('abroad', 'inside')),
  departs_at timestamptz not null,
  returns_at timestamptz,
  cancelled_at timestamptz,
  country text,
  destination_enc bytea,
  source_kind text not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references access.officer on delete restrict,
  superseded_at timestamptz,
  check (returns_at is null or returns_at >= departs_at)
);
comment on table register.trip is 'A journey abroad, or an absence from home inside Pakistan, version by version: plan, cancellation, actual return. SOR-RULES-2023; RULES 1, 4.';
comment on column register.trip.trip_version_id is 'Opaque id of the version.';
comment on column register.trip.trip_id is 'Opaque id of the trip; notices name it as what they are about.';
comment on column register.trip.person_id is 'The person.';
comment on column register.trip.kind is 'abroad or inside.';
comment on column register.trip.departs_at is 'Departure.';
comment on column register.trip.returns_at is 'Return; null while unknown.';
comment on column register.trip.cancelled_at is 'When the person said he would not go; null otherwise.';
comment on column register.trip.country is 'ISO 3166-1 code of the country gone to; null inside Pakistan or unknown.';
comment on column register.trip.destination_enc is 'Where to, as told, encrypted.';
comment on column register.trip.source_kind is 'notice, border, visit or other.';
comment on column register.trip.recorded_at is 'When it was typed in.';
comment on column register.trip.recorded_by is 'Officer who recorded it.';
comment on column register.trip.superseded_at is 'Instant a later version replaced it; null while live.';
create index trip_person on register.trip (person_id);
create unique index trip_live on register.trip (trip_id) where superseded_at is null;
create index trip_recorded_by on register.trip (recorded_by);

create table register.notice (
  notice_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  duty text not null check (duty in ('confirm_in_person', 'notify_name_change', 'notify_address_change', 'notify_travel_abroad', 'notify_absence')),
  about_id uuid,
  received_at timestamptz not null,
  received_how text not null check (received_how in ('in_person', 'by_letter', 'by_phone', 'by_representative', 'by_message')),
  station_id text references reference.station on delete restrict,
  document_seen text not null check (document_seen in ('cnic', 'passport', 'other', 'none')),
  facts_enc bytea not null,
  back_dated_enc bytea,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references access.officer on delete restrict,
  superseded_at timestamptz,
  check ((duty = 'confirm_in_person') = (about_id is null))
);
comment on table register.notice is 'A notice that a person gave, or his attendance. It counts from the instant it was received. SOR-RULES-2023; RULES 1, 4.';
comment on column register.notice.notice_id is 'Opaque id.';
comment on column register.notice.person_id is 'The person.';
comment on column register.notice.duty is 'Which duty it answers.';
comment on column register.notice.about_id is 'The change or trip that it tells of; null for a confirmation.';
comment on column register.notice.received_at is 'When it was received, whenever it was typed in.';
comment on column register.notice.received_how is 'in_person, by_letter, by_phone, by_representative or by_message.';
comment on column register.notice.station_id is 'Station that received it; null: the Bureau.';
comment on column register.notice.document_seen is 'Which identity document was seen: cnic, passport, other or none.';
comment on column register.notice.facts_enc is 'What was told, as typed (JSON), encrypted.';
comment on column register.notice.back_dated_enc is 'Why it is typed in later than the day it was received, encrypted; null otherwise.';
comment on column register.notice.recorded_at is 'When it was typed in.';
comment on column register.notice.recorded_by is 'Officer who recorded it.';
comment on column register.notice.superseded_at is 'Instant it was struck out as wrong; null while live.';
create index notice_person on register.notice (person_id, received_at);
create index notice_station on register.notice (station_id);
create index notice_recorded_by on register.notice (recorded_by);

create table register.visit (
  visit_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  visited_on date not null,
  result text not null check (result in ('found', 'not_at_address')),
  address_id uuid references register.person_address on delete restrict,
  station_id text references reference.station on delete restrict,
  note_enc bytea,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references access.officer on delete restrict,
  superseded_at timestamptz
);
comment on table register.visit is 'A visit of the police to the person''s address. SOR-SOP-2024 (monitoring in the district); RULES 4, standing.';
comment on column register.visit.visit_id is 'Opaque id.';
comment on column register.visit.person_id is 'The person.';
comment on column register.visit.visited_on is 'Day of the visit.';
comment on column register.visit.result is 'found or not_at_address.';
comment on column register.visit.address_id is 'The address visited.';
comment on column register.visit.station_id is 'Station that visited.';
comment on column register.visit.note_enc is 'What was seen, encrypted; null when nothing was noted.';
comment on column register.visit.recorded_at is 'When it was typed in.';
comment on column register.visit.recorded_by is 'Officer who recorded it.';
comment on column register.visit.superseded_at is 'Instant it was struck out as wrong; null while live.';
create index visit_person on register.visit (person_id, visited_on);
create index visit_address on register.visit (address_id) where address_id is not null;
create index visit_station on register.visit (station_id);
create index visit_recorded_by on register.visit (recorded_by);

create table register.stay (
  stay_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  kind text not null check (kind in ('hospital', 'abroad', 'no_fixed_abode')),
  from_on date not null,
  to_on date,
  source_kind text not null,
  source_on date,
  source_ref_enc bytea,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references access.officer on delete restrict,
  superseded_at timestamptz,
  check (to_on is null or to_on >= from_on)
);
comment on table register.stay is 'Times in hospital, abroad as the border or an embassy told, or of no fixed abode; half-open. RULES 1, 4.';
comment on column register.stay.stay_id is 'Opaque id.';
comment on column register.stay.person_id is 'The person.';
comment on column register.stay.kind is 'hospital, abroad or no_fixed_abode.';
comment on column register.stay.from_on is 'First day.';
comment on column register.stay.to_on is 'First day no longer; null while it lasts.';
comment on column register.stay.source_kind is 'hospital, border, notice, visit or other.';
comment on column register.stay.source_on is 'Date of the source.';
comment on column register.stay.source_ref_enc is 'Number or name of the source, encrypted; null where none.';
comment on column register.stay.recorded_at is 'When it was typed in.';
comment on column register.stay.recorded_by is 'Officer who recorded it.';
comment on column register.stay.superseded_at is 'Instant a later version replaced it, as when an open one ends; null while live.';
create index stay_person on register.stay (person_id);
create index stay_recorded_by on register.stay (recorded_by);

create table register.closed_desk (
  closed_desk_id uuid primary key,
  station_id text references reference.station on delete restrict,
  from_on date not null,
  to_on date not null,
  cause text not null check (cause in ('holiday', 'strike', 'flood', 'security', 'election', 'other')),
  reference text,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references access.officer on delete restrict,
  superseded_at timestamptz,
  check (to_on > from_on)
);
comment on table register.closed_desk is 'Days on which the desk of a station, or every desk, received nobody; they move dates. RULES 1.';
comment on column register.closed_desk.closed_desk_id is 'Opaque id.';
comment on column register.closed_desk.station_id is 'The station; null: all of Pakistan.';
comment on column register.closed_desk.from_on is 'First closed day.';
comment on column register.closed_desk.to_on is 'First day open again.';
comment on column register.closed_desk.cause is 'holiday (announced), strike, flood, security, election or other.';
comment on column register.closed_desk.reference is 'Number of the notification, where there is one; never about a person.';
comment on column register.closed_desk.recorded_at is 'When it was typed in.';
comment on column register.closed_desk.recorded_by is 'Officer who recorded it.';
comment on column register.closed_desk.superseded_at is 'Instant it was struck out as wrong; null while live.';
create index closed_desk_station on register.closed_desk (station_id, from_on);
create index closed_desk_recorded_by on register.closed_desk (recorded_by);

create table register.outage (
  outage_id uuid primary key,
  station_id text references reference.station on delete restrict,
  from_at timestamptz not null,
  to_at timestamptz,
  cause text not null check (cause in ('system', 'power', 'line', 'other')),
  recorded_at timestamptz not null default now(),
  recorded_by uuid references access.officer on delete restrict,
  superseded_at timestamptz,
  check (to_at is null or to_at >= from_at)
);
comment on table register.outage is 'Times at which a station, or every station, could not record anything; they move dates when they cover the desk hours. RULES 1.';
comment on column register.outage.outage_id is 'Opaque id.';
comment on column register.outage.station_id is 'The station; null: all of Pakistan.';
comment on column register.outage.from_at is 'Begin.';
comment on column register.outage.to_at is 'End; null while it lasts.';
comment on column register.outage.cause is 'system (the register itself), power, line or other.';
comment on column register.outage.recorded_at is 'When it was recorded.';
comment on column register.outage.recorded_by is 'Officer who recorded it; null: the register noticed its own down-time.';
comment on column register.outage.superseded_at is 'Instant a later version replaced it, as when an open one ends; null while live.';
create index outage_station on register.outage (station_id, from_at);
create index outage_recorded_by on register.outage (recorded_by) where recorded_by is not null;

-- ---- what is computed: a projection, made anew with every fact; it can be thrown away ----
create table register.duty_generation (
  generation bigint generated always as identity primary key,
  station_id text references reference.station on delete restrict,
  cause text not null check (cause in ('closed_desk', 'outage', 'pack', 'recompute')),
  happened_at timestamptz not null default now()
);
comment on table register.duty_generation is 'Each change of what many people''s dates depend on; people computed before it are stale. DESIGN 4.';
comment on column register.duty_generation.generation is 'Serial number.';
comment on column register.duty_generation.station_id is 'Whose people are stale; null: all.';
comment on column register.duty_generation.cause is 'closed_desk, outage, pack or recompute.';
comment on column register.duty_generation.happened_at is 'When.';
create index duty_generation_station on register.duty_generation (station_id);

create table register.duty_standing (
  person_id uuid primary key references register.person on delete restrict,
  status text not null check (status in ('active', 'ended', 'review', 'void', 'not_registrable')),
  standing text not null check (standing in ('ended', 'review', 'void', 'not_registrable', 'in_custody', 'abroad', 'whereabouts_unknown', 'late', 'compliant')),
  starts_on date,
  released_on date,
  ends_on date,
  next_due_on date,
  exceptions text[] not null default '{}',
  computed_on date not null,
  generation bigint not null
);
comment on table register.duty_standing is 'How a person stands, as computed on a day; a projection for finding people, never the authority. RULES 3-4.';
comment on column register.duty_standing.person_id is 'The person.';
comment on column register.duty_standing.status is 'Status of the registration.';
comment on column register.duty_standing.standing is 'Standing, first that holds.';
comment on column register.duty_standing.starts_on is 'First day on the register; null where he is not on it.';
comment on column register.duty_standing.released_on is 'Earliest release; null while none.';
comment on column register.duty_standing.ends_on is 'First day no longer on the register; null while open.';
comment on column register.duty_standing.next_due_on is 'Earliest date of a duty not met; null when none.';
comment on column register.duty_standing.exceptions is 'What somebody must look at: not_served, custody_unknown.';
comment on column register.duty_standing.computed_on is 'Pakistan day for which it was computed.';
comment on column register.duty_standing.generation is 'Last generation it took into account.';
create index duty_standing_next on register.duty_standing (next_due_on);
create index duty_standing_exceptions on register.duty_standing using gin (exceptions);

create table register.duty_due (
  person_id uuid not null references register.person on delete restrict,
  duty text not null,
  key text not null,
  about_id uuid,
  due_on date,
  due_at timestamptz,
  met text check (met in ('met', 'met_late')),
  notice_id uuid,
  primary key (person_id, duty, key)
);
comment on table register.duty_due is 'Each duty of a person as last computed, for finding what falls due; states are worked out on reading. RULES 4.';
comment on column register.duty_due.person_id is 'The person.';
comment on column register.duty_due.duty is 'Which duty.';
comment on column register.duty_due.key is 'schedule.occurrence of a confirmation, else the id of the change or trip.';
comment on column register.duty_due.about_id is 'The change or trip; null for a confirmation.';
comment on column register.duty_due.due_on is 'Due date; for a deadline in hours the date of its instant; null while paused openly.';
comment on column register.duty_due.due_at is 'Due instant, only for deadlines in hours.';
comment on column register.duty_due.met is 'met or met_late; null while not met.';
comment on column register.duty_due.notice_id is 'The notice that met it.';
create index duty_due_open on register.duty_due (due_on, person_id) where met is null;

-- ---- walls ----
do $$
declare name text;
begin
  foreach name in array array['supervision', 'serving', 'change', 'trip', 'notice', 'visit', 'stay', 'closed_desk', 'outage', 'duty_generation', 'duty_standing', 'duty_due'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('grant select on register.%I to amanat_app', name);
  end loop;
  foreach name in array array['serving', 'change', 'trip', 'notice', 'visit', 'stay'] loop
    execute format('create policy with_the_person on register.%I for select to amanat_app using (exists (select from register.person p where p.person_id = %I.person_id))', name, name);
    execute format('create policy with_the_person_in on register.%I for insert to amanat_app with check (recorded_by = (select sec.officer_id()) and exists (select from register.person p where p.person_id = %I.person_id))', name, name);
    execute format('create policy with_the_person_superseded on register.%I for update to amanat_app using (exists (select from register.person p where p.person_id = %I.person_id))', name, name);
    execute format('grant insert, update (superseded_at) on register.%I to amanat_app', name);
  end loop;
  foreach name in array array['duty_standing', 'duty_due'] loop
    execute format('create policy with_the_person on register.%I to amanat_app using (exists (select from register.person p where p.person_id = %I.person_id)) with check (exists (select from register.person p where p.person_id = %I.person_id))', name, name, name);
    execute format('grant insert, delete on register.%I to amanat_app', name);
  end loop;
end $$;
create policy with_the_person on register.supervision for select to amanat_app
  using (exists (select from register.person p where p.person_id = supervision.person_id));
create policy with_the_person_superseded on register.custody for update to amanat_app
  using (exists (select from register.person p where p.person_id = custody.person_id));
grant update (superseded_at) on register.custody to amanat_app;
create policy bureau_strikes_out on register.appeal_event for update to amanat_app using ((select sec.people_key()) = 'nation');
grant update (superseded_at) on register.appeal_event to amanat_app;
-- Calendars name nobody: whoever sees any person sees them. A station writes its own, the Bureau any and the nation's.
create policy whoever_sees_people on register.closed_desk for select to amanat_app using ((select sec.people_key()) is not null);
create policy own_station_or_bureau on register.closed_desk for insert to amanat_app
  with check (recorded_by = (select sec.officer_id()) and ((select sec.people_key()) = 'nation' or 's:' || station_id = (select sec.people_key())));
create policy own_station_or_bureau_superseded on register.closed_desk for update to amanat_app
  using ((select sec.people_key()) = 'nation' or 's:' || station_id = (select sec.people_key()));
grant insert, update (superseded_at) on register.closed_desk to amanat_app;
create policy whoever_sees_people on register.outage for select to amanat_app using ((select sec.people_key()) is not null);
create policy own_station_or_bureau on register.outage for insert to amanat_app
  with check (recorded_by = (select sec.officer_id()) and ((select sec.people_key()) = 'nation' or 's:' || station_id = (select sec.people_key())));
create policy own_station_or_bureau_superseded on register.outage for update to amanat_app
  using ((select sec.people_key()) = 'nation' or 's:' || station_id = (select sec.people_key()));
grant insert, update (superseded_at) on register.outage to amanat_app;
create policy whoever_sees_people on register.duty_generation for select to amanat_app using ((select sec.people_key()) is not null);

-- ---- what keeps itself ----
create function register.begin_supervision() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    insert into register.supervision (supervision_id, person_id, station_id, from_on)
    select gen_random_uuid(), n.person_id, n.station_id, (n.entered_at at time zone 'Asia/Karachi')::date from added n;
    return null; end $$;
comment on function register.begin_supervision() is 'Whoever is entered has an owner from that day.';
create trigger entry_begins_supervision after insert on register.person referencing new table as added
  for each statement execute function register.begin_supervision();
insert into register.supervision (supervision_id, person_id, station_id, from_on)
select gen_random_uuid(), person_id, station_id, (entered_at at time zone 'Asia/Karachi')::date from register.person;

create function register.bump_generation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    insert into register.duty_generation (station_id, cause) values (new.station_id, tg_table_name);
    return null; end $$;
comment on function register.bump_generation() is 'A closed desk or an outage makes the dates of its people stale.';
create trigger closed_desk_moves_dates after insert or update on register.closed_desk for each row execute function register.bump_generation();
create trigger outage_moves_dates after insert or update on register.outage for each row execute function register.bump_generation();
