-- A desk of the court, the prison or the border is closed until a legal instrument opens it. ARITA-2021 s.24(2): release is
-- closed by default and opened only by what was notified; LAW 1; decision 0055.
create table register.legal_instrument (
  instrument_id uuid primary key,
  desk text not null check (desk in ('court', 'prison', 'border')),
  instrument_number text not null,
  dated_on date not null,
  from_on date not null,
  text_hash bytea not null check (octet_length(text_hash) = 32),
  approval_id uuid not null unique references register.approval_decision on delete restrict,
  check (from_on >= dated_on)
);
comment on table register.legal_instrument is 'What opens a closed desk: the instrument as it was notified, proposed by a legal officer and approved by a supervisor of the Bureau. ARITA-2021 s.24(2).';
comment on column register.legal_instrument.instrument_id is 'Opaque id.';
comment on column register.legal_instrument.desk is 'court, prison or border.';
comment on column register.legal_instrument.instrument_number is 'Its number, as notified.';
comment on column register.legal_instrument.dated_on is 'Its date.';
comment on column register.legal_instrument.from_on is 'First day on which the desk is open.';
comment on column register.legal_instrument.text_hash is 'SHA-256 of its text, so that it is known which text was approved.';
comment on column register.legal_instrument.approval_id is 'The decision of the second officer, without which the row cannot exist.';
create index legal_instrument_desk on register.legal_instrument (desk, from_on);
alter table register.legal_instrument enable row level security;
alter table register.legal_instrument force row level security;
create policy owner on register.legal_instrument to amanat_owner using (true) with check (true);
create policy signed_in on register.legal_instrument for select to amanat_app using ((select sec.officer_id()) is not null);
create policy with_a_live_approval on register.legal_instrument for insert to amanat_app
  with check (exists (select from register.approval_decision d join register.approval a using (approval_id)
    where d.approval_id = legal_instrument.approval_id and d.decision = 'approved' and d.decided_by = (select sec.officer_id())
      and a.kind = 'instrument' and a.subject_id = legal_instrument.instrument_id));
grant select, insert on register.legal_instrument to amanat_app;
