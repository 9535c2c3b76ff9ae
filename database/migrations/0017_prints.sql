-- Every paper that left the register: its number, who printed it and when, and what it said, sealed. UX "Paper", DESIGN 7.
create sequence register.print_number;
grant usage on sequence register.print_number to amanat_app;

create table register.print (
  print_id uuid primary key,
  print_number text not null unique,
  kind text not null check (kind in ('receipt', 'duties', 'certificate', 'week_list', 'referral')),
  person_id uuid references register.person on delete restrict,
  about_id uuid,
  station_id text references reference.station on delete restrict,
  content_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  content_hash bytea not null check (octet_length(content_hash) = 32),
  code text not null,
  reprint_of text references register.print (print_number) on delete restrict,
  printed_by uuid not null references access.officer on delete restrict,
  printed_at timestamptz not null default now()
);
comment on table register.print is 'A printed paper. Its content can be printed again, under a new number that names the first; a recall finds every copy by it. SOR-RULES-2023 (notices and their receipts).';
comment on column register.print.print_id is 'Opaque id.';
comment on column register.print.print_number is 'Printed number, P-<year>-<serial>.';
comment on column register.print.kind is 'receipt, duties, certificate, week_list or referral.';
comment on column register.print.person_id is 'Whom the paper is about; null for a list of several.';
comment on column register.print.about_id is 'The notice, serving, exit or breach that it tells of; null for a list.';
comment on column register.print.station_id is 'Station whose list it is; null for a paper about one person, or a list of a wider place.';
comment on column register.print.content_enc is 'What it says (JSON), encrypted by the person''s key, or by the row''s own for a list.';
comment on column register.print.wrapped_key is 'The row''s own key, for a list; null for a paper about one person.';
comment on column register.print.kek_id is 'Which key-encryption key wraps it.';
comment on column register.print.content_hash is 'Keyed hash of kind and content; the same for a reprint.';
comment on column register.print.code is 'The signed code printed on it; no personal data.';
comment on column register.print.reprint_of is 'Number of the first print of the same content; null: this is the first.';
comment on column register.print.printed_by is 'Who printed it.';
comment on column register.print.printed_at is 'When.';
create index print_person on register.print (person_id, printed_at) where person_id is not null;
create index print_about on register.print (about_id) where about_id is not null;
create index print_station on register.print (station_id) where station_id is not null;
create index print_reprint_of on register.print (reprint_of) where reprint_of is not null;
create index print_printed_by on register.print (printed_by, printed_at);

alter table register.print enable row level security;
alter table register.print force row level security;
create policy owner on register.print to amanat_owner using (true) with check (true);
create policy with_the_person_or_own on register.print for select to amanat_app
  using (case when person_id is null then printed_by = (select sec.officer_id())
              else exists (select from register.person p where p.person_id = print.person_id) end);
create policy with_the_person_or_own_in on register.print for insert to amanat_app
  with check (printed_by = (select sec.officer_id())
              and (person_id is null or exists (select from register.person p where p.person_id = print.person_id)));
grant select, insert on register.print to amanat_app;
