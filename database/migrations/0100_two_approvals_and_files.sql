-- A closed desk is opened, and closed again, by two approvals of two officers besides the one who proposed it; and a file of
-- many people that leaves is written down like a paper. ARITA-2021 s.24(2); decisions 0053 and 0055.
alter table register.legal_instrument
  add column act text not null default 'open' check (act in ('open', 'repeal')),
  add column second_approval_id uuid unique references register.approval_decision on delete restrict,
  add constraint approved_twice check (second_approval_id <> approval_id);
alter table register.legal_instrument alter column act drop default;
comment on table register.legal_instrument is 'What opens a closed desk, or closes it again: the instrument as it was notified, proposed by a legal officer and approved by two supervisors of the Bureau. ARITA-2021 s.24(2).';
comment on column register.legal_instrument.act is 'open, or repeal: from its day on the desk is closed again.';
comment on column register.legal_instrument.approval_id is 'The decision of the first supervisor.';
comment on column register.legal_instrument.second_approval_id is 'The decision of the second; null for rows before two were asked for, which open nothing.';
drop policy with_a_live_approval on register.legal_instrument;
create policy with_two_live_approvals on register.legal_instrument for insert to amanat_app
  with check (exists (select from register.approval_decision d2 join register.approval a2 on a2.approval_id = d2.approval_id
      join register.approval_decision d1 on d1.approval_id = legal_instrument.approval_id join register.approval a1 on a1.approval_id = d1.approval_id
    where d2.approval_id = legal_instrument.second_approval_id and d1.decision = 'approved' and d2.decision = 'approved'
      and d2.decided_by = (select sec.officer_id()) and d2.decided_by not in (d1.decided_by, a1.proposed_by)
      and a1.kind = 'instrument' and a2.kind = 'instrument'
      and a1.subject_id = legal_instrument.instrument_id and a2.subject_id = legal_instrument.instrument_id));

create table register.export (
  export_id uuid primary key,
  kind text not null check (kind in ('simulation', 'refused_rows')),
  subject_id uuid not null,
  row_count integer not null check (row_count >= 0),
  fields text[] not null,
  basis text not null,
  taken_by uuid not null references access.officer on delete restrict,
  taken_at timestamptz not null default now()
);
comment on table register.export is 'A file of many people that an officer took out of the register: what it tells and of how many, by which authority. The rows themselves are kept where they came from. ARITA-2021 s.24(2).';
comment on column register.export.export_id is 'Opaque id.';
comment on column register.export.kind is 'simulation (whom a draft of the rules would touch) or refused_rows (of a return, back to the office that sent it).';
comment on column register.export.subject_id is 'The simulation or the return.';
comment on column register.export.row_count is 'Rows that the file holds.';
comment on column register.export.fields is 'Names of what a row tells; no values.';
comment on column register.export.basis is 'Key of the law.';
comment on column register.export.taken_by is 'Who took it.';
comment on column register.export.taken_at is 'When.';
create index export_taken_by on register.export (taken_by);
create index export_latest on register.export (taken_at desc, export_id);
alter table register.export enable row level security;
alter table register.export force row level security;
create policy owner on register.export to amanat_owner using (true) with check (true);
grant select, insert on register.export to amanat_app;
create policy own_or_bureau on register.export for select to amanat_app
  using (taken_by = (select sec.officer_id()) or (select sec.has_role(array['bureau_officer', 'bureau_supervisor'])));
create policy own_in on register.export for insert to amanat_app
  with check (taken_by = (select sec.officer_id()));
