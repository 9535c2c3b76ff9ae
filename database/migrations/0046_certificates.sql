-- Certificates of leaving the register. They are sealed by the exit and not by the person (as register.print is), because
-- the station hands one over when the record is closed to it. Their numbers come from the one sequence. Decisions 0034, 0036.

create table register.certificate (
  print_id uuid primary key,
  exit_id uuid not null references register.exit on delete restrict,
  print_number text not null unique,
  content_hash bytea not null check (octet_length(content_hash) = 32),
  code text not null,
  printed_at timestamptz not null default now(),
  printed_by uuid not null references access.officer on delete restrict
);
comment on table register.certificate is 'Each print of the certificate that somebody is not on the register any more; the paper is made again from it, byte for byte. SOR-RULES-2023; UX (every print has a number, who and when).';
comment on column register.certificate.print_id is 'Opaque id.';
comment on column register.certificate.exit_id is 'The exit it certifies.';
comment on column register.certificate.print_number is 'P-<year>-<serial>, as printed.';
comment on column register.certificate.content_hash is 'Keyed hash of what is printed (HMAC-SHA-256).';
comment on column register.certificate.code is 'The signed code printed beside the square; holds no name.';
comment on column register.certificate.printed_at is 'When it was printed.';
comment on column register.certificate.printed_by is 'Who printed it.';
create index certificate_exit on register.certificate (exit_id, printed_at);
create index certificate_printed_by on register.certificate (printed_by);
alter table register.certificate enable row level security;
alter table register.certificate force row level security;
create policy owner on register.certificate to amanat_owner using (true) with check (true);
create policy with_the_exit on register.certificate for select to amanat_app
  using (exists (select from register.exit e where e.exit_id = certificate.exit_id));
create policy with_the_exit_in on register.certificate for insert to amanat_app
  with check (printed_by = (select sec.officer_id()) and exists (select from register.exit e where e.exit_id = certificate.exit_id and e.reversed_at is null));
grant select, insert on register.certificate to amanat_app;

alter table register.exit add foreign key (print_id) references register.certificate on delete restrict;
create index exit_print on register.exit (print_id) where print_id is not null;
