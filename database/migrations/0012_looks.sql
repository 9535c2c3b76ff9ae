-- Looks at one person: a stated purpose where no task gives one, quotas, and numbers and photographs shown once. DESIGN 5, UX S6.

-- A purpose given for one person is a look-up of that person: it stands among the searches, and is counted as one.
alter table register.search drop constraint search_kind_check;
alter table register.search add constraint search_kind_check
  check (kind in ('cnic', 'passport', 'record_number', 'fir', 'draft', 'person'));

create table register.showing (
  showing_id uuid primary key,
  officer_id uuid not null references access.officer on delete restrict,
  person_id uuid not null references register.person on delete restrict,
  kind text not null check (kind in ('number', 'photo')),
  asked_at timestamptz not null default now(),
  shown_at timestamptz
);
comment on table register.showing is 'A full number or a photograph asked for by a recorded click; it is shown to that officer once, within two minutes.';
comment on column register.showing.showing_id is 'Opaque id, the address at which it is shown.';
comment on column register.showing.officer_id is 'Who asked.';
comment on column register.showing.person_id is 'About whom.';
comment on column register.showing.kind is 'number (of identity documents) or photo.';
comment on column register.showing.asked_at is 'When it was asked for.';
comment on column register.showing.shown_at is 'When it was shown; null until then. Never shown again.';
create index showing_officer on register.showing (officer_id, asked_at);
create index showing_person on register.showing (person_id);

alter table register.showing enable row level security;
alter table register.showing force row level security;
create policy own on register.showing to amanat_app
  using (officer_id = (select sec.officer_id()))
  with check (officer_id = (select sec.officer_id()) and exists (select from register.person p where p.person_id = showing.person_id));
grant select, insert, update (shown_at) on register.showing to amanat_app;

insert into register.quota_limit (act, role, per_day) values
  ('view_person', 'bureau_officer', 1000), ('view_person', 'bureau_supervisor', 1000), ('view_person', 'legal_officer', 400),
  ('view_person', 'prosecutor', 400), ('view_person', 'deputy_prosecutor', 400), ('view_person', 'station_officer', 300),
  ('view_person', 'station_head', 300), ('view_person', 'district_police_officer', 300);
comment on column register.quota_limit.act is 'search, view_person, show_number or view_photo.';

-- A look at a person asks which drafts are compared with him; most drafts with nobody.
create index draft_held_person on register.draft (held_person_id) where held_person_id is not null;
