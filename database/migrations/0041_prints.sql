-- Every print of a receipt or a notice of duties: its number, who, when, and what it said. UX "paper"; decisions 0033, 0034, 0035.

create sequence if not exists register.print_serial;
grant usage on sequence register.print_serial to amanat_app;

create table register.print (
  print_id uuid primary key,
  kind text not null check (kind in ('receipt', 'duties')),
  person_id uuid not null references register.person on delete restrict,
  notice_id uuid references register.notice on delete restrict,
  print_number text not null unique,
  reprint_of uuid references register.print on delete restrict,
  content_hash bytea not null check (octet_length(content_hash) = 32),
  content_enc bytea not null,
  code text not null,
  printed_at timestamptz not null default now(),
  printed_by uuid not null references access.officer on delete restrict,
  check ((kind = 'receipt') = (notice_id is not null))
);
comment on table register.print is 'Each print of a receipt or a notice of duties; the paper is made again from it, byte for byte. SOR-RULES-2023.';
comment on column register.print.print_id is 'Opaque id.';
comment on column register.print.kind is 'receipt (of a notice) or duties (the notice of duties).';
comment on column register.print.person_id is 'Whose paper it is.';
comment on column register.print.notice_id is 'The notice that a receipt acknowledges; null for a notice of duties.';
comment on column register.print.print_number is 'P-<year>-<serial>, as printed.';
comment on column register.print.reprint_of is 'The first print of the same content; null: this is the first.';
comment on column register.print.content_hash is 'Keyed hash of what is printed (HMAC-SHA-256); the code on the paper carries it.';
comment on column register.print.content_enc is 'What is printed, head and content (JSON), encrypted by the person''s key.';
comment on column register.print.code is 'The signed code printed beside the square; holds no name.';
comment on column register.print.printed_at is 'When it was printed.';
comment on column register.print.printed_by is 'Who printed it.';
create index print_person on register.print (person_id, printed_at);
create index print_notice on register.print (notice_id) where notice_id is not null;
create index print_reprint_of on register.print (reprint_of) where reprint_of is not null;
create index print_printed_by on register.print (printed_by);
alter table register.print enable row level security;
alter table register.print force row level security;
create policy owner on register.print to amanat_owner using (true) with check (true);
create policy with_the_person on register.print for select to amanat_app
  using (exists (select from register.person p where p.person_id = print.person_id));
create policy with_the_person_in on register.print for insert to amanat_app
  with check (printed_by = (select sec.officer_id()) and exists (select from register.person p where p.person_id = print.person_id));
grant select, insert on register.print to amanat_app;

alter table register.serving add foreign key (print_id) references register.print on delete restrict;
create index serving_print on register.serving (print_id) where print_id is not null;

alter table register.notice add column notice_serial bigint generated always as identity;
comment on column register.notice.notice_serial is 'Serial number, printed on the receipt as N-<year>-<serial>.';
