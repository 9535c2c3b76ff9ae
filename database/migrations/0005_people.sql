-- People on the register, every spelling and document ever seen, their convictions, custody and registrations.
-- Identifiers are AES-256-GCM under the person's key; dates, codes and opaque ids are clear. DESIGN 9, LAW 5-6.
create schema register;
grant usage on schema register to amanat_app;

create sequence register.record_number;
create table register.person (
  person_id uuid primary key,
  record_number text not null unique,
  district_id text not null references reference.district on delete restrict,
  station_id text not null references reference.station on delete restrict,
  wrapped_key bytea,
  kek_id text not null,
  card_enc bytea,
  entered_at timestamptz not null default now()
);
comment on table register.person is 'A convicted person on the register, owned by a district and supervised by a station, never ownerless. ARITA-2021 s.24(1).';
comment on column register.person.person_id is 'Opaque id.';
comment on column register.person.record_number is 'Printed number, NSOR-<year>-<serial>.';
comment on column register.person.district_id is 'District that owns the record.';
comment on column register.person.station_id is 'Supervising police station.';
comment on column register.person.wrapped_key is 'The person''s key, wrapped by the key-encryption key; null once destroyed, which erases every identifier.';
comment on column register.person.kek_id is 'Which key-encryption key wraps it.';
comment on column register.person.card_enc is 'Names, birth year and end of the CNIC as a look-up shows them, encrypted; made anew with every change of the rows it comes from.';
comment on column register.person.entered_at is 'Instant of entry.';
create index person_district on register.person (district_id);
create index person_station on register.person (station_id);

create table register.person_detail (
  detail_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  sex text not null check (sex in ('male', 'female', 'x')),
  born_on date,
  born_year integer,
  source_kind text not null,
  source_on date,
  added_at timestamptz not null default now(),
  added_by uuid not null references access.officer on delete restrict,
  superseded_at timestamptz
);
comment on table register.person_detail is 'Sex and birth of a person, version by version; the live one has no superseded_at.';
comment on column register.person_detail.detail_id is 'Opaque id.';
comment on column register.person_detail.person_id is 'The person.';
comment on column register.person_detail.sex is 'As the judgment or identity card gives it.';
comment on column register.person_detail.born_on is 'Birth date; null when only the year or nothing is known.';
comment on column register.person_detail.born_year is 'Birth year; from the date, or from an age at a date.';
comment on column register.person_detail.source_kind is 'judgment, return, identity, notice or correction.';
comment on column register.person_detail.source_on is 'Date of the source.';
comment on column register.person_detail.added_at is 'Instant of entry.';
comment on column register.person_detail.added_by is 'Officer who proposed it.';
comment on column register.person_detail.superseded_at is 'Instant a later version replaced it; null while live.';
create index person_detail_person on register.person_detail (person_id);
create index person_detail_added_by on register.person_detail (added_by);

create table register.person_name (
  name_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  kind text not null check (kind in ('name', 'alias', 'father')),
  script text not null check (script in ('Latn', 'Arab')),
  ordinal integer not null default 0,
  text_enc bytea not null,
  source_kind text not null,
  source_on date,
  added_at timestamptz not null default now(),
  added_by uuid not null references access.officer on delete restrict,
  superseded_at timestamptz
);
comment on table register.person_name is 'Every name of a person ever seen, as typed, in its script. Kept for ever; superseded ones stay findable.';
comment on column register.person_name.name_id is 'Opaque id.';
comment on column register.person_name.person_id is 'The person.';
comment on column register.person_name.kind is 'name, alias, or father''s (or husband''s) name.';
comment on column register.person_name.script is 'ISO 15924: Latn or Arab.';
comment on column register.person_name.ordinal is 'Order of preference: the lowest live name of a kind and script is the one shown first.';
comment on column register.person_name.text_enc is 'The name as typed, encrypted.';
comment on column register.person_name.source_kind is 'judgment, return, identity, notice or correction.';
comment on column register.person_name.source_on is 'Date of the source.';
comment on column register.person_name.added_at is 'Instant of entry.';
comment on column register.person_name.added_by is 'Officer who proposed it.';
comment on column register.person_name.superseded_at is 'Instant a later version replaced it; null while live.';
create index person_name_person on register.person_name (person_id);
create index person_name_added_by on register.person_name (added_by);

create table register.person_document (
  document_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  kind text not null check (kind in ('cnic', 'passport', 'other')),
  number_enc bytea not null,
  number_index bytea not null check (octet_length(number_index) = 32),
  source_kind text not null,
  source_on date,
  added_at timestamptz not null default now(),
  added_by uuid not null references access.officer on delete restrict,
  superseded_at timestamptz
);
comment on table register.person_document is 'Identity documents of a person; many have none. The index is keyed (HMAC), never unique: a clash must not tell who is held.';
comment on column register.person_document.document_id is 'Opaque id.';
comment on column register.person_document.person_id is 'The person.';
comment on column register.person_document.kind is 'cnic, passport or other.';
comment on column register.person_document.number_enc is 'The number, encrypted.';
comment on column register.person_document.number_index is 'HMAC-SHA-256 of kind and number under the index key.';
comment on column register.person_document.source_kind is 'judgment, return, identity, notice or correction.';
comment on column register.person_document.source_on is 'Date of the source.';
comment on column register.person_document.added_at is 'Instant of entry.';
comment on column register.person_document.added_by is 'Officer who proposed it.';
comment on column register.person_document.superseded_at is 'Instant a later version replaced it; null while live.';
create index person_document_number on register.person_document (number_index);
create index person_document_person on register.person_document (person_id);
create index person_document_added_by on register.person_document (added_by);

create table register.person_address (
  address_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  text_enc bytea not null,
  district_id text references reference.district on delete restrict,
  from_on date,
  to_on date,
  source_kind text not null,
  source_on date,
  added_at timestamptz not null default now(),
  added_by uuid not null references access.officer on delete restrict,
  superseded_at timestamptz
);
comment on table register.person_address is 'Where a person lives or lived.';
comment on column register.person_address.address_id is 'Opaque id.';
comment on column register.person_address.person_id is 'The person.';
comment on column register.person_address.text_enc is 'The address as typed, encrypted.';
comment on column register.person_address.district_id is 'Its district, where known.';
comment on column register.person_address.from_on is 'First day there, where known.';
comment on column register.person_address.to_on is 'First day no longer there.';
comment on column register.person_address.source_kind is 'judgment, return, identity, notice or correction.';
comment on column register.person_address.source_on is 'Date of the source.';
comment on column register.person_address.added_at is 'Instant of entry.';
comment on column register.person_address.added_by is 'Officer who proposed it.';
comment on column register.person_address.superseded_at is 'Instant a later version replaced it; null while live.';
create index person_address_person on register.person_address (person_id);
create index person_address_district on register.person_address (district_id);
create index person_address_added_by on register.person_address (added_by);

create table register.person_photo (
  photo_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  image_enc bytea not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  taken_on date,
  source_kind text not null,
  added_at timestamptz not null default now(),
  added_by uuid not null references access.officer on delete restrict
);
comment on table register.person_photo is 'Photographs, encrypted, shown only behind a recorded click. Biometrics are never stored, only referred to.';
comment on column register.person_photo.photo_id is 'Opaque id.';
comment on column register.person_photo.person_id is 'The person.';
comment on column register.person_photo.image_enc is 'The picture, encrypted.';
comment on column register.person_photo.media_type is 'Its format.';
comment on column register.person_photo.taken_on is 'Date it was taken, where known.';
comment on column register.person_photo.source_kind is 'Where it came from.';
comment on column register.person_photo.added_at is 'Instant of entry.';
comment on column register.person_photo.added_by is 'Officer who added it.';
create index person_photo_person on register.person_photo (person_id);
create index person_photo_added_by on register.person_photo (added_by);

create table register.conviction (
  conviction_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  fir_station text not null,
  fir_year integer not null,
  fir_number integer not null,
  court text not null,
  case_number text,
  offences text[] not null,
  offence_on date not null,
  convicted_on date not null,
  country text not null default 'PK',
  jurisdiction text not null,
  victim text not null check (victim in ('woman', 'child', 'other')),
  disposal text not null check (disposal in ('imprisonment', 'fine', 'probation', 'conditional_discharge')),
  juvenile boolean not null default false,
  sentence_months integer,
  is_life boolean not null default false,
  fine_pkr bigint,
  judgment_hash bytea,
  source_kind text not null,
  added_at timestamptz not null default now(),
  added_by uuid not null references access.officer on delete restrict
);
comment on table register.conviction is 'A conviction for one or more offences in one judgment. The survivor appears only as a category (LAW 5).';
comment on column register.conviction.conviction_id is 'Opaque id.';
comment on column register.conviction.person_id is 'The convicted.';
comment on column register.conviction.fir_station is 'Police station of the FIR, as written.';
comment on column register.conviction.fir_year is 'Year of the FIR.';
comment on column register.conviction.fir_number is 'Serial of the FIR in its station and year.';
comment on column register.conviction.court is 'Court that convicted.';
comment on column register.conviction.case_number is 'The court''s case number.';
comment on column register.conviction.offences is 'Offence keys of the catalogue, e.g. PPC-376; those outside it as typed.';
comment on column register.conviction.offence_on is 'Date of the offence.';
comment on column register.conviction.convicted_on is 'Date of the judgment.';
comment on column register.conviction.country is 'ISO 3166-1 code of the convicting country.';
comment on column register.conviction.jurisdiction is 'ISO 3166-2 code of the province or territory.';
comment on column register.conviction.victim is 'Category only: woman, child (under 18) or other.';
comment on column register.conviction.disposal is 'What the court did; probation and conditional discharge are not convictions (PROB-1960 s.11).';
comment on column register.conviction.juvenile is 'Flagged as under 18 at the time of the offence.';
comment on column register.conviction.sentence_months is 'Imprisonment in months; null when none or for life.';
comment on column register.conviction.is_life is 'Imprisonment for life.';
comment on column register.conviction.fine_pkr is 'Fine in rupees.';
comment on column register.conviction.judgment_hash is 'SHA-256 of the certified judgment; scans are never stored (LAW 5).';
comment on column register.conviction.source_kind is 'return or screen.';
comment on column register.conviction.added_at is 'Instant of entry.';
comment on column register.conviction.added_by is 'Officer who proposed it.';
create index conviction_person on register.conviction (person_id);
create index conviction_fir on register.conviction (fir_number, fir_year, lower(fir_station));
create index conviction_added_by on register.conviction (added_by);

create table register.custody (
  custody_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  from_on date not null,
  to_on date,
  source_kind text not null,
  added_at timestamptz not null default now(),
  added_by uuid not null references access.officer on delete restrict,
  check (to_on is null or to_on >= from_on)
);
comment on table register.custody is 'Times in custody, half-open; an open one has no to_on. RULES 1 and 3.';
comment on column register.custody.custody_id is 'Opaque id.';
comment on column register.custody.person_id is 'The person.';
comment on column register.custody.from_on is 'First day in custody.';
comment on column register.custody.to_on is 'Day of release; null while in custody.';
comment on column register.custody.source_kind is 'Where it came from.';
comment on column register.custody.added_at is 'Instant of entry.';
comment on column register.custody.added_by is 'Officer who entered it.';
create index custody_person on register.custody (person_id);
create index custody_added_by on register.custody (added_by);

create table register.appeal_event (
  appeal_event_id uuid primary key,
  conviction_id uuid not null references register.conviction on delete restrict,
  event text not null check (event in ('filed', 'dismissed', 'withdrawn', 'acquitted', 'set_aside', 'restored')),
  happened_on date not null,
  ordinal integer not null,
  source_kind text not null,
  added_at timestamptz not null default now(),
  added_by uuid not null references access.officer on delete restrict
);
comment on table register.appeal_event is 'What happened to a conviction on appeal. RULES 2.6.';
comment on column register.appeal_event.appeal_event_id is 'Opaque id.';
comment on column register.appeal_event.conviction_id is 'The conviction.';
comment on column register.appeal_event.event is 'filed, dismissed, withdrawn, acquitted, set_aside or restored.';
comment on column register.appeal_event.happened_on is 'Date of the event.';
comment on column register.appeal_event.ordinal is 'Order among events of one day.';
comment on column register.appeal_event.source_kind is 'Where it came from.';
comment on column register.appeal_event.added_at is 'Instant of entry.';
comment on column register.appeal_event.added_by is 'Officer who entered it.';
create index appeal_event_conviction on register.appeal_event (conviction_id);
create index appeal_event_added_by on register.appeal_event (added_by);

do $$
declare name text;
begin
  foreach name in array array['person', 'person_detail', 'person_name', 'person_document', 'person_address', 'person_photo', 'conviction', 'custody', 'appeal_event'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
  end loop;
  foreach name in array array['person_detail', 'person_name', 'person_document', 'person_address', 'person_photo', 'conviction', 'custody'] loop
    execute format('create policy with_the_person on register.%I for select to amanat_app using (exists (select from register.person p where p.person_id = %I.person_id))', name, name);
    execute format('create policy with_the_person_in on register.%I for insert to amanat_app with check (exists (select from register.person p where p.person_id = %I.person_id))', name, name);
  end loop;
  foreach name in array array['person_detail', 'person_name', 'person_document', 'person_address'] loop
    execute format('create policy bureau_supersedes on register.%I for update to amanat_app using ((select sec.people_key()) = ''nation'')', name);
    execute format('grant update (superseded_at) on register.%I to amanat_app', name);
  end loop;
end $$;
create policy in_scope on register.person for select to amanat_app
  using ((select sec.people_key()) in ('nation', 'd:' || district_id, 's:' || station_id));
create policy bureau_enters on register.person for insert to amanat_app with check ((select sec.people_key()) = 'nation');
create policy bureau_renews_cards on register.person for update to amanat_app using ((select sec.people_key()) = 'nation');
grant update (card_enc) on register.person to amanat_app;
create policy with_the_conviction on register.appeal_event for select to amanat_app
  using (exists (select from register.conviction c where c.conviction_id = appeal_event.conviction_id));
create policy with_the_conviction_in on register.appeal_event for insert to amanat_app
  with check (exists (select from register.conviction c where c.conviction_id = appeal_event.conviction_id));
grant usage on sequence register.record_number to amanat_app;

-- The timeline and "who has looked": events about a person show to whoever may see the person.
create policy about_a_visible_person on audit.event for select to amanat_app
  using (subject_kind = 'person' and exists (select from register.person p where p.person_id = subject_id));
