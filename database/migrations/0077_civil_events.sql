-- What the civil register says of people on the register: a changed name, a new CNIC, a death. Decision 0045; DESIGN 1.
create table register.civil_event (
  civil_event_id uuid primary key,
  event_no bigint not null,
  person_id uuid not null references register.person on delete restrict,
  kind text not null check (kind in ('name_change', 'new_cnic', 'death')),
  happened_on date not null,
  detail_enc bytea not null,
  number_index bytea check (octet_length(number_index) = 32),
  change_id uuid references register.change on delete restrict,
  read_at timestamptz not null default now(),
  check ((kind = 'new_cnic') = (number_index is not null)),
  check (change_id is null or kind = 'name_change')
);
comment on table register.civil_event is 'An event of the civil register about a person of this one; whoever is not on it leaves no trace here. SOR-RULES-2023 (change of name).';
comment on column register.civil_event.civil_event_id is 'Opaque id.';
comment on column register.civil_event.event_no is 'Number of the event at the civil register.';
comment on column register.civil_event.person_id is 'The person.';
comment on column register.civil_event.kind is 'name_change, new_cnic or death.';
comment on column register.civil_event.happened_on is 'Day of the event.';
comment on column register.civil_event.detail_enc is 'The new name or number, as JSON, encrypted by the person''s key.';
comment on column register.civil_event.number_index is 'Keyed hash of the new CNIC, as of a document; null for other kinds.';
comment on column register.civil_event.change_id is 'The change that was recorded because nobody had told of it; null: it was told, or is no change of name.';
comment on column register.civil_event.read_at is 'When it was read.';
create unique index civil_event_once on register.civil_event (person_id, event_no);
create index civil_event_change on register.civil_event (change_id) where change_id is not null;
create index civil_event_read on register.civil_event (read_at);

create table register.civil_reading (
  civil_reading_id uuid primary key,
  last_no bigint not null,
  event_count integer not null,
  held_count integer not null,
  read_at timestamptz not null default now()
);
comment on table register.civil_reading is 'How far the events of the civil register were read. No legal basis needed: it names nobody.';
comment on column register.civil_reading.civil_reading_id is 'Opaque id.';
comment on column register.civil_reading.last_no is 'Number of the last event read.';
comment on column register.civil_reading.event_count is 'Events of that reading.';
comment on column register.civil_reading.held_count is 'How many were about people of the register.';
comment on column register.civil_reading.read_at is 'When.';
create index civil_reading_last on register.civil_reading (last_no);

do $$
declare name text;
begin
  foreach name in array array['civil_event', 'civil_reading'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
    execute format('create policy night_work_reads_in on register.%I for insert to amanat_app with check ((select sec.has_role(array[''night_work''])))', name);
  end loop;
end $$;
create policy with_the_person on register.civil_event for select to amanat_app
  using (exists (select from register.person p where p.person_id = civil_event.person_id));
create policy night_work_and_bureau on register.civil_reading for select to amanat_app
  using ((select sec.has_role(array['bureau_officer', 'bureau_supervisor', 'night_work'])));
