-- Work in the background that outlasts its officer or its request: drafts taken over, returns confirmed, expectations met.

-- A draft whose posting may no longer act waits for nobody. A colleague takes it over, in his own name.
create table register.takeover (
  takeover_id uuid primary key,
  from_posting_id uuid not null references access.posting on delete restrict,
  to_posting_id uuid not null references access.posting on delete restrict,
  taken_by uuid not null references access.officer on delete restrict,
  draft_count integer not null check (draft_count > 0),
  taken_at timestamptz not null default now(),
  check (from_posting_id <> to_posting_id)
);
comment on table register.takeover is 'Submitted drafts of an officer who may no longer act, taken over by another: the identity question is asked in his name from then on. Who answers for an act must have a name (ARITA-2021 s.24).';
comment on column register.takeover.takeover_id is 'Opaque id.';
comment on column register.takeover.from_posting_id is 'The posting that may no longer act: ended, or its officer suspended, or his vetting or training run out.';
comment on column register.takeover.to_posting_id is 'The posting that goes on.';
comment on column register.takeover.taken_by is 'Its officer.';
comment on column register.takeover.draft_count is 'How many drafts.';
comment on column register.takeover.taken_at is 'When.';
create index takeover_from on register.takeover (from_posting_id);
create index takeover_to on register.takeover (to_posting_id);
create index takeover_by on register.takeover (taken_by);
alter table register.takeover enable row level security;
alter table register.takeover force row level security;
create policy own on register.takeover to amanat_app
  using (taken_by = (select sec.officer_id()))
  with check (taken_by = (select sec.officer_id())
    and exists (select from access.posting p where p.posting_id = takeover.to_posting_id and p.officer_id = takeover.taken_by));
grant select, insert on register.takeover to amanat_app;
grant update (posting_id) on register.draft to amanat_app;
comment on column register.draft.posting_id is 'The posting in whose name the identity question is asked: of who began it, then of who submitted it or took it over.';

-- Confirming a large return takes longer than a request should: it is begun by the prosecutor and done by a job.
alter table register.import drop constraint import_state_check;
alter table register.import add constraint import_state_check
  check (state in ('reading', 'stopped', 'read', 'confirming', 'confirmed', 'cancelled', 'failed'));
alter table register.import add column confirmed_count integer not null default 0 check (confirmed_count >= 0);
comment on column register.import.state is 'reading, stopped (by wish), read, confirming, confirmed, cancelled or failed.';
comment on column register.import.confirmed_count is 'Rows of which a draft has been made so far, while it is being confirmed; all of them appear at once, at its end.';
comment on column register.import.posting_id is 'Posting in whose name the return is read after he leaves the page; whoever resumes or confirms it does so in his own.';
grant update (confirmed_count) on register.import to amanat_app;

-- A conviction may be entered on the screen as well as told of in a return: by these keys the one meets the other.
create table register.expectation_match (
  expectation_id uuid not null,
  district_id text not null,
  match_index bytea not null check (octet_length(match_index) = 32),
  primary key (expectation_id, match_index),
  foreign key (expectation_id, district_id) references register.expectation (expectation_id, district_id) on delete restrict
);
comment on table register.expectation_match is 'By what an expected conviction is recognised when it is entered on the screen: FIR, judgment and one identity of the person, whichever sections were written. ARITA-2021 s.24 (every conviction is entered, once).';
comment on column register.expectation_match.expectation_id is 'The expected conviction.';
comment on column register.expectation_match.district_id is 'Its district.';
comment on column register.expectation_match.match_index is 'Keyed hash; not unique, since one judgment may be told of in several rows.';
create index expectation_match_index on register.expectation_match (district_id, match_index);
create index expectation_match_expectation on register.expectation_match (expectation_id, district_id);
alter table register.expectation_match enable row level security;
alter table register.expectation_match force row level security;
create policy in_scope on register.expectation_match for select to amanat_app
  using ((select sec.entry_key()) in ('nation', 'd:' || district_id));
create policy in_scope_in on register.expectation_match for insert to amanat_app
  with check ((select sec.entry_key()) = 'd:' || district_id);
grant select, insert on register.expectation_match to amanat_app;
comment on column register.expectation.draft_id is 'The draft that answers it: made of its row, or the one on the screen that met it.';
create index expectation_oldest on register.expectation (created_at, expectation_id);
