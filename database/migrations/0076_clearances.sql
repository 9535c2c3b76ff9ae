-- Whoever was taken for a person of the register because of his name, and is not he, is not taken for him again. Decision 0044.
create table register.clearance (
  clearance_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  number_index bytea not null check (octet_length(number_index) = 32),
  match_pair_id uuid references register.match_pair on delete restrict,
  cleared_by uuid not null references access.officer on delete restrict,
  cleared_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
comment on table register.clearance is 'The holder of a CNIC, who asked for it, is not this person of the register: later comparisons keep to it. Constitution Art. 10-A, 14.';
comment on column register.clearance.clearance_id is 'Opaque id.';
comment on column register.clearance.person_id is 'The person of the register who he is not.';
comment on column register.clearance.number_index is 'Keyed hash of his CNIC; nothing else of him is kept, and it cannot be turned back into the number.';
comment on column register.clearance.match_pair_id is 'The comparison that found it out; null: it was found out otherwise.';
comment on column register.clearance.cleared_by is 'Officer of the Bureau who cleared him.';
comment on column register.clearance.cleared_at is 'When.';
comment on column register.clearance.withdrawn_at is 'From when it does not count any more; null while it counts.';
create index clearance_number on register.clearance (number_index);
create index clearance_person on register.clearance (person_id);
create index clearance_match_pair on register.clearance (match_pair_id) where match_pair_id is not null;
create index clearance_cleared_by on register.clearance (cleared_by);

alter table register.clearance enable row level security;
alter table register.clearance force row level security;
create policy owner on register.clearance to amanat_owner using (true) with check (true);
create policy bureau_reads on register.clearance for select to amanat_app
  using ((select sec.has_role(array['bureau_officer', 'bureau_supervisor', 'night_work'])));
create policy bureau_clears on register.clearance for insert to amanat_app
  with check ((select sec.has_role(array['bureau_officer', 'bureau_supervisor'])) and cleared_by = (select sec.officer_id()));
create policy bureau_withdraws on register.clearance for update to amanat_app
  using ((select sec.has_role(array['bureau_officer', 'bureau_supervisor'])))
  with check ((select sec.has_role(array['bureau_officer', 'bureau_supervisor'])));
grant select, insert on register.clearance to amanat_app;
grant update (withdrawn_at) on register.clearance to amanat_app;
