-- Returns of convictions, the drafts they become, the identity answers and legal decisions on the way. Issue flow 1-6.
create table register.import (
  import_id uuid primary key,
  district_id text not null references reference.district on delete restrict,
  uploaded_by uuid not null references access.officer on delete restrict,
  posting_id uuid not null references access.posting on delete restrict,
  uploaded_at timestamptz not null default now(),
  file_hash bytea not null check (octet_length(file_hash) = 32),
  format text not null check (format in ('csv', 'xlsx')),
  byte_count bigint not null,
  name_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  state text not null check (state in ('reading', 'stopped', 'read', 'confirmed', 'cancelled', 'failed')),
  rows_read integer not null default 0,
  bytes_read bigint not null default 0,
  last_row integer not null default 0,
  last_line integer not null default 0,
  accepted_count integer not null default 0,
  warned_count integer not null default 0,
  refused_count integer not null default 0,
  repeated_count integer not null default 0,
  stated_count integer,
  problem_enc bytea,
  decided_at timestamptz,
  check ((wrapped_key is null) = (state = 'cancelled'))
);
comment on table register.import is 'A return of convictions uploaded by a district prosecutor; read row by row, then confirmed whole or cancelled.';
comment on column register.import.import_id is 'Opaque id.';
comment on column register.import.district_id is 'District of the prosecutor.';
comment on column register.import.uploaded_by is 'Who uploaded it.';
comment on column register.import.posting_id is 'Posting in whose name the reading goes on after he leaves the page.';
comment on column register.import.uploaded_at is 'When.';
comment on column register.import.file_hash is 'SHA-256 of the file; the same file again is recognised, unless the first was cancelled.';
comment on column register.import.format is 'csv or xlsx.';
comment on column register.import.byte_count is 'Size of the file in bytes.';
comment on column register.import.name_enc is 'File name, encrypted.';
comment on column register.import.wrapped_key is 'Key of the file and its rows; null once destroyed, which is what cancelling does.';
comment on column register.import.kek_id is 'Which key-encryption key wraps it.';
comment on column register.import.state is 'reading, stopped (by wish), read, confirmed, cancelled or failed.';
comment on column register.import.rows_read is 'Rows of convictions read so far.';
comment on column register.import.bytes_read is 'Byte of the file at which the last row read starts: progress, and the place to go on from; 0 in a workbook.';
comment on column register.import.last_row is 'Number of the last row read, headings being 0; reading goes on after it.';
comment on column register.import.last_line is 'Line of the file at which that row starts.';
comment on column register.import.accepted_count is 'Rows accepted without remark.';
comment on column register.import.warned_count is 'Rows accepted with a warning.';
comment on column register.import.refused_count is 'Rows refused.';
comment on column register.import.repeated_count is 'Rows already known: nothing happens with them.';
comment on column register.import.stated_count is 'What the file itself says it holds; null when it says nothing.';
comment on column register.import.problem_enc is 'Why the reading failed: codes, and what was typed in the headings, encrypted.';
comment on column register.import.decided_at is 'Confirmed or cancelled.';
create index import_district on register.import (district_id);
create index import_uploaded_by on register.import (uploaded_by);
create index import_posting on register.import (posting_id);
create unique index import_district_id_file_hash_key on register.import (district_id, file_hash) where state <> 'cancelled';

create function register.keep_or_destroy_key() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
  as $$ begin raise exception 'the key of a return is kept or destroyed, never replaced'; end $$;
comment on function register.keep_or_destroy_key() is 'Refuses any change of a key but its destruction.';
create trigger import_key_is_never_replaced before update of wrapped_key on register.import
  for each row when (new.wrapped_key is not null and new.wrapped_key is distinct from old.wrapped_key)
  execute function register.keep_or_destroy_key();

create table register.import_chunk (
  import_id uuid not null references register.import on delete restrict,
  ordinal integer not null,
  bytes_enc bytea not null,
  primary key (import_id, ordinal)
);
comment on table register.import_chunk is 'The uploaded file, in encrypted pieces of at most 1 MiB, so that reading can resume after a stop.';
comment on column register.import_chunk.import_id is 'The return.';
comment on column register.import_chunk.ordinal is 'Place in the file, from 0.';
comment on column register.import_chunk.bytes_enc is 'The piece, encrypted.';

create table register.import_row (
  import_id uuid not null references register.import on delete restrict,
  line integer not null,
  outcome text not null check (outcome in ('accepted', 'warned', 'refused', 'repeated')),
  row_index bytea,
  row_enc bytea not null,
  problem_codes text[] not null default '{}',
  primary key (import_id, line)
);
comment on table register.import_row is 'One row of a return as it was read, with what is wrong with it.';
comment on column register.import_row.import_id is 'The return.';
comment on column register.import_row.line is 'Line in the file, from 1.';
comment on column register.import_row.outcome is 'accepted, warned, refused or repeated.';
comment on column register.import_row.row_index is 'Keyed hash of what the row says: the same row again is recognised; null for a refused row.';
comment on column register.import_row.row_enc is 'Cells as typed, the row as understood, and its problems with values; encrypted under the return''s key.';
comment on column register.import_row.problem_codes is 'Codes of its problems, for counting.';
create index import_row_row on register.import_row (row_index);
create index import_row_outcome on register.import_row (import_id, outcome, line);

create table register.import_key (
  import_id uuid not null,
  conviction_index bytea not null,
  line integer not null,
  primary key (import_id, conviction_index),
  foreign key (import_id, line) references register.import_row on delete restrict
);
comment on table register.import_key is 'The convictions that a return tells of, by every identity its rows give: rows that share a key are one conviction, told by the first of them.';
comment on column register.import_key.import_id is 'The return.';
comment on column register.import_key.conviction_index is 'Keyed hash of FIR, judgment, sections and one identity of the person.';
comment on column register.import_key.line is 'The first line that gave it.';
create index import_key_line on register.import_key (import_id, line);

create table register.draft (
  draft_id uuid primary key,
  district_id text not null references reference.district on delete restrict,
  author_id uuid not null references access.officer on delete restrict,
  posting_id uuid not null references access.posting on delete restrict,
  origin text not null check (origin in ('screen', 'return')),
  import_id uuid references register.import on delete restrict,
  import_line integer,
  stage text not null check (stage in ('collecting', 'identity', 'legal', 'bureau', 'entered', 'not_registrable', 'discarded')),
  wrapped_key bytea,
  kek_id text not null,
  body_enc bytea not null,
  body_version integer not null default 1,
  searched_at timestamptz,
  convicted_on date,
  eligibility jsonb,
  identity_outcome text check (identity_outcome in ('verified', 'not_found', 'mismatch', 'no_document', 'unavailable')),
  held_person_id uuid,
  approval_id uuid references register.approval on delete restrict,
  return_reason_enc bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  submitted_at timestamptz,
  entered_person_id uuid references register.person on delete restrict
);
comment on table register.draft is 'An entry in the making: from a return or typed on the screen; nobody is on the register by it.';
comment on column register.draft.draft_id is 'Opaque id.';
comment on column register.draft.district_id is 'District of the author; for a draft of the Bureau, the one its author chose.';
comment on column register.draft.author_id is 'Prosecutor or register officer who makes it.';
comment on column register.draft.posting_id is 'His posting then; the identity question is asked in its name.';
comment on column register.draft.origin is 'screen or return.';
comment on column register.draft.import_id is 'The return it came with.';
comment on column register.draft.import_line is 'Its line there.';
comment on column register.draft.stage is 'Where it stands: collecting, identity, legal, bureau, entered, not_registrable or discarded.';
comment on column register.draft.wrapped_key is 'The draft''s key; null once destroyed.';
comment on column register.draft.kek_id is 'Which key-encryption key wraps it.';
comment on column register.draft.body_enc is 'All facts typed so far, as JSON, encrypted.';
comment on column register.draft.body_version is 'Version of the body; bound into the encryption and checked on every save.';
comment on column register.draft.searched_at is 'When existing people were looked up; it cannot be submitted before.';
comment on column register.draft.convicted_on is 'Date of the judgment, for the clock of 3 working days (assumed).';
comment on column register.draft.eligibility is 'Result of both tests at submission; codes only.';
comment on column register.draft.identity_outcome is 'Last answer of NADRA; null before one.';
comment on column register.draft.held_person_id is 'Person who holds the same CNIC; set at the Bureau, never shown to the author.';
comment on column register.draft.approval_id is 'The live proposal, once with the Bureau.';
comment on column register.draft.return_reason_enc is 'Why the Bureau or the legal officer gave it back, encrypted.';
comment on column register.draft.created_at is 'Begun.';
comment on column register.draft.updated_at is 'Last change.';
comment on column register.draft.submitted_at is 'Submitted.';
comment on column register.draft.entered_person_id is 'The person it became.';
create index draft_district on register.draft (district_id, stage);
create index draft_stage on register.draft (stage, submitted_at);
create index draft_author on register.draft (author_id);
create index draft_posting on register.draft (posting_id);
create index draft_import on register.draft (import_id);
create index draft_approval on register.draft (approval_id);
create index draft_entered_person on register.draft (entered_person_id);

create table register.expectation (
  expectation_id uuid primary key,
  district_id text not null references reference.district on delete restrict,
  import_id uuid references register.import on delete restrict,
  convicted_on date not null,
  draft_id uuid references register.draft on delete restrict,
  created_at timestamptz not null default now(),
  unique (expectation_id, district_id)
);
comment on table register.expectation is 'One per conviction told of in a return: an entry is owed. The district''s entered / expected stands on it.';
comment on column register.expectation.expectation_id is 'Opaque id.';
comment on column register.expectation.district_id is 'District that reported it.';
comment on column register.expectation.import_id is 'The return that told of it.';
comment on column register.expectation.convicted_on is 'Date of the judgment.';
comment on column register.expectation.draft_id is 'The draft that answers it.';
comment on column register.expectation.created_at is 'When it was told.';
create index expectation_district on register.expectation (district_id);
create index expectation_import on register.expectation (import_id);
create index expectation_draft on register.expectation (draft_id);

create table register.expectation_key (
  district_id text not null,
  conviction_index bytea not null,
  expectation_id uuid not null,
  primary key (district_id, conviction_index),
  foreign key (expectation_id, district_id) references register.expectation (expectation_id, district_id) on delete restrict
);
comment on table register.expectation_key is 'By what an expected conviction is recognised when it is told again: one key for each identity its row gave.';
comment on column register.expectation_key.district_id is 'District that reported it.';
comment on column register.expectation_key.conviction_index is 'Keyed hash as in import_key; unique within the district only, so it tells nothing of others.';
comment on column register.expectation_key.expectation_id is 'The expected conviction.';
create index expectation_key_expectation on register.expectation_key (expectation_id, district_id);

create table register.identity_check (
  identity_check_id uuid primary key,
  draft_id uuid not null references register.draft on delete restrict,
  asked_at timestamptz not null default now(),
  outcome text not null check (outcome in ('verified', 'not_found', 'mismatch', 'no_document', 'unavailable')),
  fields_differ text[] not null default '{}',
  answer_enc bytea,
  attempt integer not null
);
comment on table register.identity_check is 'Questions put to NADRA about a draft, and the answers; every attempt is kept.';
comment on column register.identity_check.identity_check_id is 'Opaque id.';
comment on column register.identity_check.draft_id is 'The draft.';
comment on column register.identity_check.asked_at is 'When.';
comment on column register.identity_check.outcome is 'verified, not_found, mismatch, no_document or unavailable.';
comment on column register.identity_check.fields_differ is 'Names of the fields that differ.';
comment on column register.identity_check.answer_enc is 'The answer as received, encrypted under the draft''s key.';
comment on column register.identity_check.attempt is 'Attempt, from 1.';
create index identity_check_draft on register.identity_check (draft_id, asked_at);

create table register.legal_decision (
  legal_decision_id uuid primary key,
  draft_id uuid not null references register.draft on delete restrict,
  decision text not null check (decision in ('registrable', 'not_registrable')),
  reason_enc bytea not null,
  eligibility_hash bytea not null,
  decided_by uuid not null references access.officer on delete restrict,
  decided_at timestamptz not null default now()
);
comment on table register.legal_decision is 'A legal officer''s decision where the two tests differ or a conviction is for review. LAW 2.';
comment on column register.legal_decision.legal_decision_id is 'Opaque id.';
comment on column register.legal_decision.draft_id is 'The draft.';
comment on column register.legal_decision.decision is 'registrable or not_registrable.';
comment on column register.legal_decision.reason_enc is 'Why, encrypted under the draft''s key.';
comment on column register.legal_decision.eligibility_hash is 'Hash of the test results he decided on; a changed draft needs a new decision.';
comment on column register.legal_decision.decided_by is 'Who.';
comment on column register.legal_decision.decided_at is 'When.';
create index legal_decision_draft on register.legal_decision (draft_id);
create index legal_decision_decided_by on register.legal_decision (decided_by);

create table register.correction (
  correction_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  field text not null,
  target_id uuid,
  before_enc bytea not null,
  after_enc bytea not null,
  source_kind text not null,
  source_on date not null,
  source_ref_enc bytea not null,
  asked_by text not null check (asked_by in ('person', 'officer')),
  proposed_by uuid not null references access.officer on delete restrict,
  proposed_at timestamptz not null default now(),
  approval_id uuid not null references register.approval on delete restrict
);
comment on table register.correction is 'A proposed change of one field of a person, before and after with source; takes effect only by a second officer.';
comment on column register.correction.correction_id is 'Opaque id.';
comment on column register.correction.person_id is 'The person.';
comment on column register.correction.field is 'Which field.';
comment on column register.correction.target_id is 'The version it replaces; null for a new one.';
comment on column register.correction.before_enc is 'Value before, encrypted.';
comment on column register.correction.after_enc is 'Value after, encrypted.';
comment on column register.correction.source_kind is 'What shows the new value.';
comment on column register.correction.source_on is 'Date of that.';
comment on column register.correction.source_ref_enc is 'Its reference, encrypted.';
comment on column register.correction.asked_by is 'person: he asked for it himself (Constitution Art. 10-A); officer otherwise.';
comment on column register.correction.proposed_by is 'Who proposed.';
comment on column register.correction.proposed_at is 'When.';
comment on column register.correction.approval_id is 'Its approval.';
create index correction_person on register.correction (person_id);
create index correction_proposed_by on register.correction (proposed_by);
create index correction_approval on register.correction (approval_id);

do $$
declare name text;
begin
  foreach name in array array['import', 'import_chunk', 'import_row', 'import_key', 'draft', 'expectation', 'expectation_key', 'identity_check', 'legal_decision', 'correction'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
  end loop;
  foreach name in array array['import', 'draft', 'expectation', 'expectation_key'] loop
    execute format('create policy in_scope on register.%I for select to amanat_app using ((select sec.entry_key()) in (''nation'', ''d:'' || district_id))', name);
    if name <> 'draft' then
      execute format('create policy in_scope_in on register.%I for insert to amanat_app with check ((select sec.entry_key()) = ''d:'' || district_id)', name);
    end if;
    execute format('create policy in_scope_change on register.%I for update to amanat_app using ((select sec.entry_key()) in (''nation'', ''d:'' || district_id))', name);
  end loop;
  foreach name in array array['import_chunk', 'import_row', 'import_key'] loop
    execute format('create policy with_the_return on register.%I to amanat_app using (exists (select from register.import i where i.import_id = %I.import_id)) with check (exists (select from register.import i where i.import_id = %I.import_id))', name, name, name);
  end loop;
  foreach name in array array['identity_check', 'legal_decision'] loop
    execute format('create policy with_the_draft on register.%I to amanat_app using (exists (select from register.draft d where d.draft_id = %I.draft_id)) with check (exists (select from register.draft d where d.draft_id = %I.draft_id))', name, name, name);
  end loop;
end $$;
-- A prosecutor drafts in his district, a register officer of the Bureau in any; nobody in another's name.
create policy in_scope_in on register.draft for insert to amanat_app
  with check (author_id = (select sec.officer_id()) and ((select sec.entry_key()) = 'd:' || district_id or (select sec.has_role(array['bureau_officer', 'bureau_supervisor']))));
create policy with_the_person on register.correction to amanat_app
  using (exists (select from register.person p where p.person_id = correction.person_id))
  with check (exists (select from register.person p where p.person_id = correction.person_id) and proposed_by = (select sec.officer_id()));
grant update (state, rows_read, bytes_read, last_row, last_line, wrapped_key, accepted_count, warned_count, refused_count, repeated_count, stated_count, problem_enc, decided_at) on register.import to amanat_app;
grant update (stage, body_enc, body_version, searched_at, convicted_on, eligibility, identity_outcome, held_person_id, approval_id, return_reason_enc, updated_at, submitted_at, entered_person_id) on register.draft to amanat_app;
grant update (draft_id) on register.expectation to amanat_app;
grant update (outcome, problem_codes) on register.import_row to amanat_app;
