-- A conviction entered on the screen before a return tells of it: by these keys the return finds the entry that there is.

create table register.draft_match (
  draft_id uuid not null references register.draft on delete restrict,
  district_id text not null references reference.district on delete restrict,
  body_version integer not null,
  match_index bytea not null check (octet_length(match_index) = 32),
  primary key (draft_id, body_version, match_index)
);
comment on table register.draft_match is 'By what a submitted draft of the screen is recognised when a return tells of the same conviction: FIR, judgment and one identity of the person. ARITA-2021 s.24 (every conviction is entered, once).';
comment on column register.draft_match.draft_id is 'The draft.';
comment on column register.draft_match.district_id is 'Its district.';
comment on column register.draft_match.body_version is 'The version that was submitted: once the draft says something else, its older keys count no more.';
comment on column register.draft_match.match_index is 'Keyed hash as in expectation_match; not unique.';
create index draft_match_index on register.draft_match (district_id, match_index);
alter table register.draft_match enable row level security;
alter table register.draft_match force row level security;
create policy owner on register.draft_match to amanat_owner using (true) with check (true);
create policy in_scope on register.draft_match for select to amanat_app
  using ((select sec.entry_key()) in ('nation', 'd:' || district_id));
create policy in_scope_in on register.draft_match for insert to amanat_app
  with check ((select sec.entry_key()) in ('nation', 'd:' || district_id));
grant select, insert on register.draft_match to amanat_app;
