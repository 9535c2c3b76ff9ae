-- The referral bundle: what was printed, kept sealed, so that the same bytes can be made again. LAW 1, DESIGN 7.
create sequence if not exists register.print_serial;
grant usage on sequence register.print_serial to amanat_app;

create table register.referral (
  referral_id uuid primary key,
  breach_id uuid not null references register.breach on delete restrict,
  breach_decision_id uuid not null references register.breach_outcome on delete restrict,
  print_number text not null unique,
  content_hash bytea not null check (octet_length(content_hash) = 32),
  code text not null,
  content_enc bytea not null,
  printed_at timestamptz not null,
  printed_by uuid not null references access.officer on delete restrict
);
comment on table register.referral is 'A printed bundle that refers a missed duty: a record and a referral, not a finding of an offence. SOR-SOP-2024; LAW 1.';
comment on column register.referral.referral_id is 'Opaque id.';
comment on column register.referral.breach_id is 'The missed duty.';
comment on column register.referral.breach_decision_id is 'The decision to refer, signed off; without it the row cannot exist.';
comment on column register.referral.print_number is 'Printed number, P-<year>-<serial>.';
comment on column register.referral.content_hash is 'Keyed hash of what is printed; the signed code carries it.';
comment on column register.referral.code is 'The signed code on the paper.';
comment on column register.referral.content_enc is 'All that is printed, encrypted by the person''s key.';
comment on column register.referral.printed_at is 'When.';
comment on column register.referral.printed_by is 'Who.';
create index referral_breach on register.referral (breach_id, printed_at);
create index referral_decision on register.referral (breach_decision_id);
create index referral_printed_by on register.referral (printed_by);

alter table register.referral enable row level security;
alter table register.referral force row level security;
create policy owner on register.referral to amanat_owner using (true) with check (true);
grant select, insert on register.referral to amanat_app;
create policy with_the_breach on register.referral for select to amanat_app
  using (exists (select from register.breach b where b.breach_id = referral.breach_id));
create policy with_a_signed_decision_to_refer on register.referral for insert to amanat_app
  with check (printed_by = (select sec.officer_id())
    and exists (select from register.breach_outcome o join register.breach_decision d using (breach_decision_id)
      where o.breach_decision_id = referral.breach_decision_id and o.breach_id = referral.breach_id
        and o.said = 'approved' and d.decision = 'refer'));
