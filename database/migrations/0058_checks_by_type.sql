-- The checks of the two rows that every look-up writes become types. PostgreSQL reads a table's CHECK from its text and
-- prepares it anew for every statement; the check of a domain it keeps prepared for the session. What they demand is the same.
-- Decision 0016 has the measures.
create domain audit.hash as bytea check (octet_length(value) = 32);
comment on domain audit.hash is 'A SHA-256 hash.';
create domain audit.salt as bytea check (octet_length(value) >= 16);
comment on domain audit.salt is 'A salt that cannot be guessed.';
create domain audit.outcome as text check (value in ('done', 'refused', 'failed'));
comment on domain audit.outcome is 'How an act ended.';

alter table audit.event
  drop constraint event_body_commitment_check, drop constraint event_body_salt_check, drop constraint event_outcome_check,
  drop constraint event_row_after_check, drop constraint event_row_before_check;
alter table audit.event
  alter row_before type audit.hash, alter row_after type audit.hash, alter body_commitment type audit.hash,
  alter body_salt type audit.salt, alter outcome type audit.outcome;

create domain register.search_kind as text check (value in ('cnic', 'passport', 'record_number', 'fir', 'draft', 'person'));
comment on domain register.search_kind is 'What was searched by.';
create domain register.search_purpose as text
  check (value in ('registration', 'supervision', 'correction', 'legal_review', 'check', 'court_order'));
comment on domain register.search_purpose is 'Why it was searched.';

alter table register.search drop constraint search_kind_check, drop constraint search_purpose_check;
alter table register.search alter kind type register.search_kind, alter purpose type register.search_purpose;

-- One row is written at a time: asked as it stands, the officer costs less than as a sub-query.
drop policy own on register.search;
create policy own on register.search for select to amanat_app using (officer_id = (select sec.officer_id()));
create policy own_write on register.search for insert to amanat_app with check (officer_id = sec.officer_id());
