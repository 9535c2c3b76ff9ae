-- Reference places, officers, sessions, and the scope that row-level security asks for. DESIGN 5, walls 1 and 3.
create schema reference;
create schema access;
create schema sec;
grant usage on schema reference, access, sec to amanat_app, amanat_gate;
grant usage on schema sec to amanat_sequencer;

create table reference.district (
  district_id text primary key,
  name_en text not null,
  name_ur text not null,
  division_en text,
  division_ur text,
  province_iso text not null,
  province_en text not null,
  province_ur text not null,
  pop_2023 integer,
  status text not null check (status in ('current', 'announced', 'abolished', 'split')),
  parent text,
  tile_x integer,
  tile_y integer,
  valid_from date,
  valid_to date
);
comment on table reference.district is 'Districts of Pakistan, dated. Source: database/reference/README.md. Legal basis: ARITA-2021 s.24 (where the register is kept and asked).';
comment on column reference.district.district_id is 'Stable code, e.g. pb_multan.';
comment on column reference.district.name_en is 'English name.';
comment on column reference.district.name_ur is 'Urdu name.';
comment on column reference.district.division_en is 'Division, English; null where none.';
comment on column reference.district.division_ur is 'Division, Urdu.';
comment on column reference.district.province_iso is 'ISO 3166-2 code of the province or territory.';
comment on column reference.district.province_en is 'Province, English.';
comment on column reference.district.province_ur is 'Province, Urdu.';
comment on column reference.district.pop_2023 is 'People, census 2023; null where not counted apart.';
comment on column reference.district.status is 'current, announced, abolished or split.';
comment on column reference.district.parent is 'District it came from, by name.';
comment on column reference.district.tile_x is 'Column in the one-square-a-district diagram.';
comment on column reference.district.tile_y is 'Row in the one-square-a-district diagram.';
comment on column reference.district.valid_from is 'First day as a district; null when before the record.';
comment on column reference.district.valid_to is 'First day no longer a district; null while current.';

create table reference.station (
  station_id text primary key,
  district_id text not null references reference.district on delete restrict,
  name_en text not null,
  name_ur text not null,
  agency text not null,
  valid_from date not null,
  valid_to date
);
comment on table reference.station is 'Police stations, dated; invented in the demo. Legal basis: SOR-SOP-2024 (registration and monitoring in the district).';
comment on column reference.station.station_id is 'Stable code, e.g. pb_multan_saddar.';
comment on column reference.station.district_id is 'District the station lies in.';
comment on column reference.station.name_en is 'English name.';
comment on column reference.station.name_ur is 'Urdu name.';
comment on column reference.station.agency is 'Police that runs it.';
comment on column reference.station.valid_from is 'First day of service.';
comment on column reference.station.valid_to is 'First day out of service; null while in service.';
create index station_district on reference.station (district_id);

create table reference.unit (
  unit_id text primary key,
  kind text not null check (kind in ('prosecutor_office', 'investigation_unit', 'district_police_office', 'police_station', 'bureau', 'committee', 'administration', 'audit_office')),
  name_en text not null,
  name_ur text not null,
  province_iso text,
  division_en text,
  district_id text references reference.district on delete restrict,
  station_id text references reference.station on delete restrict,
  valid_from date not null,
  valid_to date,
  check ((kind = 'police_station') = (station_id is not null)),
  check (station_id is null or district_id is not null)
);
comment on table reference.unit is 'Offices that officers are posted to, dated, with their place in the tree nation, province, division, district, station.';
comment on column reference.unit.unit_id is 'Stable code, e.g. dpp_pb_multan.';
comment on column reference.unit.kind is 'What the office is; decides which roles can be posted there.';
comment on column reference.unit.name_en is 'English name.';
comment on column reference.unit.name_ur is 'Urdu name.';
comment on column reference.unit.province_iso is 'Province it serves; null serves the nation.';
comment on column reference.unit.division_en is 'Division it serves; null serves all of the province.';
comment on column reference.unit.district_id is 'District it serves; null serves all of the division.';
comment on column reference.unit.station_id is 'Station it is; null when it is none.';
comment on column reference.unit.valid_from is 'First day.';
comment on column reference.unit.valid_to is 'First day closed; null while open.';
create index unit_district on reference.unit (district_id);
create index unit_station on reference.unit (station_id);

create table access.officer (
  officer_id uuid primary key,
  badge text not null unique,
  name_en text not null,
  name_ur text not null,
  vetted_until date,
  trained_until date,
  suspended_at timestamptz,
  added_at timestamptz not null default now()
);
comment on table access.officer is 'People who may sign in. Staff data, kept for accountability (ARITA-2021 s.24; who looked must have a name).';
comment on column access.officer.officer_id is 'Opaque id.';
comment on column access.officer.badge is 'Service number, unique in the country.';
comment on column access.officer.name_en is 'Name in Latin script.';
comment on column access.officer.name_ur is 'Name in Urdu.';
comment on column access.officer.vetted_until is 'First day the vetting no longer holds; null: never vetted.';
comment on column access.officer.trained_until is 'First day the training no longer holds; null: never trained.';
comment on column access.officer.suspended_at is 'Instant of suspension; null when not suspended.';
comment on column access.officer.added_at is 'Instant the row was made.';

create table access.posting (
  posting_id uuid primary key,
  officer_id uuid not null references access.officer on delete restrict,
  unit_id text not null references reference.unit on delete restrict,
  role text not null check (role in ('prosecutor', 'deputy_prosecutor', 'bureau_officer', 'bureau_supervisor', 'legal_officer', 'investigator', 'station_officer', 'station_head', 'district_police_officer', 'committee_analyst', 'administrator', 'auditor')),
  from_on date not null,
  to_on date,
  check (to_on is null or to_on >= from_on)
);
comment on table access.posting is 'Which office and role an officer holds, from when to when; outside it he can do nothing.';
comment on column access.posting.posting_id is 'Opaque id.';
comment on column access.posting.officer_id is 'The officer.';
comment on column access.posting.unit_id is 'The office.';
comment on column access.posting.role is 'The role, of a closed list.';
comment on column access.posting.from_on is 'First day.';
comment on column access.posting.to_on is 'First day after; null while open.';
create index posting_officer on access.posting (officer_id);
create index posting_unit on access.posting (unit_id);

create table access.session (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  session_id uuid not null unique,
  officer_id uuid not null references access.officer on delete restrict,
  posting_id uuid not null references access.posting on delete restrict,
  method text not null check (method in ('passkey', 'oidc', 'demo', 'job')),
  role text not null,
  unit_id text not null,
  province_iso text,
  division_en text,
  district_id text,
  station_id text,
  people_key text,
  entry_key text,
  audience text,
  opened_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  step_up_at timestamptz,
  locked_at timestamptz,
  ended_at timestamptz,
  language text not null default 'ur' check (language in ('en', 'ur'))
);
comment on table access.session is 'Signed-in officers. Only the hash of the 256-bit token is kept; the application cannot read this table. DESIGN 5.';
comment on column access.session.token_hash is 'SHA-256 of the token in the cookie.';
comment on column access.session.session_id is 'Opaque id, named in audit events.';
comment on column access.session.officer_id is 'The officer.';
comment on column access.session.posting_id is 'The posting in which he acts.';
comment on column access.session.method is 'How he signed in; job: work done later in the name of who asked for it.';
comment on column access.session.role is 'Role of the posting, as of sign-in.';
comment on column access.session.unit_id is 'Office of the posting.';
comment on column access.session.province_iso is 'Place of the office: province.';
comment on column access.session.division_en is 'Place of the office: division.';
comment on column access.session.district_id is 'Place of the office: district.';
comment on column access.session.station_id is 'Place of the office: station.';
comment on column access.session.people_key is 'Which people rows show: nation, d:<district>, s:<station>; null: none.';
comment on column access.session.entry_key is 'Which drafts and returns show: nation or d:<district>; null: none.';
comment on column access.session.audience is 'Which approvals show: bureau or administration; null: only his own.';
comment on column access.session.opened_at is 'Sign-in.';
comment on column access.session.last_seen_at is 'Last act, to the half minute; 15 idle minutes lock.';
comment on column access.session.expires_at is 'End: 12 hours, or the end of posting, vetting or training if sooner.';
comment on column access.session.step_up_at is 'Last fresh passkey; sensitive acts need it at most 5 minutes old.';
comment on column access.session.locked_at is 'Instant of lock; null while unlocked.';
comment on column access.session.ended_at is 'Log-out, replacement or suspension; null while open.';
comment on column access.session.language is 'Language of the screens.';
create index session_officer on access.session (officer_id) where ended_at is null;
create index session_posting on access.session (posting_id);

-- ---- the scope: read by policies, unforgeable because the token is a secret that no query can see ----
create function sec.token_hash() returns bytea language sql stable
  as $$ select sha256(convert_to(current_setting('amanat.sid', true), 'UTF8')) $$;
comment on function sec.token_hash() is 'Hash of the token this transaction was begun with; null without one.';

-- The scalar sub-query is worked out once: compared row by row, the hash would be taken anew for each session kept.
create view access.open_session with (security_invoker = true) as
  select s.session_id, s.officer_id, s.role, s.people_key, s.entry_key, s.audience
    from access.session s
   where s.token_hash = (select sec.token_hash())
     and s.ended_at is null and s.locked_at is null and s.expires_at > now() and s.last_seen_at > now() - interval '15 minutes';
comment on view access.open_session is 'The session that may act in this transaction: its token, not ended, not locked, not past its end, not idle for 15 minutes.';
comment on column access.open_session.session_id is 'Opaque id, named in audit events.';
comment on column access.open_session.officer_id is 'The officer.';
comment on column access.open_session.role is 'Role of the posting, as of sign-in.';
comment on column access.open_session.people_key is 'Which people rows show: nation, d:<district>, s:<station>; null: none.';
comment on column access.open_session.entry_key is 'Which drafts and returns show: nation or d:<district>; null: none.';
comment on column access.open_session.audience is 'Which approvals show: bureau or administration; null: only his own.';

-- Policies call these once a query. The index is forced: of few sessions the planner would read all (75 µs instead of 8).
create function sec.officer_id() returns uuid language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$ declare found uuid; begin
    select s.officer_id into found from access.open_session s; return found; end $$;
comment on function sec.officer_id() is 'The officer of this transaction; null when there is no open session.';

create function sec.session_id() returns uuid language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$ declare found uuid; begin
    select s.session_id into found from access.open_session s; return found; end $$;
comment on function sec.session_id() is 'The session of this transaction; null when there is no open session.';

create function sec.has_role(roles text[]) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$ begin
    return exists (select from access.open_session s where s.role = any (roles)); end $$;
comment on function sec.has_role(text[]) is 'Whether the officer of this transaction acts in one of these roles.';

create function sec.people_key() returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$ declare found text; begin
    select s.people_key into found from access.open_session s; return found; end $$;
comment on function sec.people_key() is 'Which people this transaction may see: nation, d:<district>, s:<station>, or null for none.';

create function sec.entry_key() returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$ declare found text; begin
    select s.entry_key into found from access.open_session s; return found; end $$;
comment on function sec.entry_key() is 'Which drafts and returns this transaction may see: nation, d:<district>, or null for none.';

create function sec.audience() returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$ declare found text; begin
    select s.audience into found from access.open_session s; return found; end $$;
comment on function sec.audience() is 'Whose approvals this transaction may see: bureau, administration, or null.';

-- ---- policies: the owner (definer functions and migrations) reads access tables; the application sees what it must ----
alter table reference.district enable row level security;
alter table reference.district force row level security;
create policy owner on reference.district to amanat_owner using (true) with check (true);
create policy everyone on reference.district for select to amanat_app, amanat_gate using (true);
alter table reference.station enable row level security;
alter table reference.station force row level security;
create policy owner on reference.station to amanat_owner using (true) with check (true);
create policy everyone on reference.station for select to amanat_app, amanat_gate using (true);
alter table reference.unit enable row level security;
alter table reference.unit force row level security;
create policy owner on reference.unit to amanat_owner using (true) with check (true);
create policy everyone on reference.unit for select to amanat_app, amanat_gate using (true);
grant select on reference.district, reference.station, reference.unit to amanat_app, amanat_gate;

alter table access.officer enable row level security;
alter table access.officer force row level security;
create policy owner on access.officer to amanat_owner using (true) with check (true);
create policy gate_reads on access.officer for select to amanat_gate using (true);
create policy signed_in_reads on access.officer for select to amanat_app using ((select sec.officer_id()) is not null);
create policy administrator_adds on access.officer for insert to amanat_app with check ((select sec.has_role(array['administrator'])));
create policy administrator_changes on access.officer for update to amanat_app using ((select sec.has_role(array['administrator'])));
grant select on access.officer to amanat_app, amanat_gate;
grant insert on access.officer to amanat_app;
grant update (vetted_until, trained_until, suspended_at) on access.officer to amanat_app;

alter table access.posting enable row level security;
alter table access.posting force row level security;
create policy owner on access.posting to amanat_owner using (true) with check (true);
create policy gate_reads on access.posting for select to amanat_gate using (true);
create policy signed_in_reads on access.posting for select to amanat_app using ((select sec.officer_id()) is not null);
create policy administrator_adds on access.posting for insert to amanat_app with check ((select sec.has_role(array['administrator'])));
create policy administrator_ends on access.posting for update to amanat_app using ((select sec.has_role(array['administrator'])));
grant select on access.posting to amanat_app, amanat_gate;
grant insert on access.posting to amanat_app;
grant update (to_on) on access.posting to amanat_app;

alter table access.session enable row level security;
alter table access.session force row level security;
create policy owner on access.session to amanat_owner using (true) with check (true);

grant execute on function sec.token_hash(), sec.officer_id(), sec.session_id(), sec.has_role(text[]), sec.people_key(), sec.entry_key(), sec.audience() to amanat_app, amanat_gate, amanat_sequencer;
