-- Check requests: an investigator asks about a suspect named in his own FIR. A suspect is not a person of the register:
-- he has no row of his own, no index and no place in any look-up. SOR-SOP-2024; DESIGN 5, LAW 3; decision 0050.
create table register.check_request (
  check_id uuid primary key,
  district_id text not null references reference.district on delete restrict,
  asked_by uuid not null references access.officer on delete restrict,
  posting_id uuid not null references access.posting on delete restrict,
  stage text not null check (stage in ('drafting', 'discarded', 'asked', 'returned', 'refused', 'forwarded', 'proposed', 'released')),
  wrapped_key bytea,
  kek_id text not null,
  body_enc bytea not null,
  body_version integer not null default 1,
  fir_station_id text references reference.station on delete restrict,
  fir_year integer,
  fir_number integer,
  offences text[] not null default '{}',
  relevance text check (relevance in ('named_in_fir', 'arrested', 'identified', 'unrelated')),
  fir_hash bytea check (octet_length(fir_hash) = 32),
  annexure_hash bytea check (octet_length(annexure_hash) = 32),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  asked_at timestamptz,
  screened_at timestamptz,
  screened_by uuid references access.officer on delete restrict,
  approval_id uuid references register.approval on delete restrict,
  released_at timestamptz,
  check (screened_by is distinct from asked_by),
  check (stage in ('drafting', 'discarded') or asked_at is not null),
  check (stage in ('drafting', 'discarded') or fir_station_id is not null and fir_year is not null and fir_number is not null
    and fir_hash is not null and annexure_hash is not null and relevance <> 'unrelated'),
  check (stage <> 'discarded' or wrapped_key is null)
);
comment on table register.check_request is 'A question about one named suspect in the asking officer''s own FIR: drafted, screened by the prosecutor, answered by the Bureau. SOR-SOP-2024.';
comment on column register.check_request.check_id is 'Opaque id.';
comment on column register.check_request.district_id is 'District of the investigator''s unit; its prosecutor screens, its District Police Officer has the copy.';
comment on column register.check_request.asked_by is 'Investigator; the answer is for him alone.';
comment on column register.check_request.posting_id is 'His posting when he began it.';
comment on column register.check_request.stage is 'drafting, discarded, asked (with the prosecutor), returned (by him, or to complete), refused, forwarded (with the Bureau), proposed (waits for the second officer) or released.';
comment on column register.check_request.wrapped_key is 'The request''s key; null once destroyed, which erases all that was known of the suspect.';
comment on column register.check_request.kek_id is 'Which key-encryption key wraps it.';
comment on column register.check_request.body_enc is 'The suspect as known, the reasons and what else was typed, as JSON, encrypted.';
comment on column register.check_request.body_version is 'Version of the body; bound into the encryption and checked on every save.';
comment on column register.check_request.fir_station_id is 'Police station of the FIR.';
comment on column register.check_request.fir_year is 'Year of the FIR.';
comment on column register.check_request.fir_number is 'Serial of the FIR in its station and year.';
comment on column register.check_request.offences is 'Sections of the FIR: keys of the catalogue, those outside it as typed.';
comment on column register.check_request.relevance is 'How the suspect stands in the case; unrelated is never asked.';
comment on column register.check_request.fir_hash is 'SHA-256 of the copy of the FIR; the copy itself is never stored (LAW 5).';
comment on column register.check_request.annexure_hash is 'SHA-256 of the signed Annexure A; the scan itself is never stored.';
comment on column register.check_request.created_at is 'Begun.';
comment on column register.check_request.updated_at is 'Last change.';
comment on column register.check_request.asked_at is 'Sent to the prosecutor, last time; his clock runs from here.';
comment on column register.check_request.screened_at is 'The prosecutor''s word; the Bureau''s clock runs from here.';
comment on column register.check_request.screened_by is 'Prosecutor, or the deputy who covered him.';
comment on column register.check_request.approval_id is 'The answer that waits for its second officer, or was released.';
comment on column register.check_request.released_at is 'When the last answer was released.';
create index check_request_district on register.check_request (district_id, stage, asked_at);
create index check_request_stage on register.check_request (stage, screened_at);
create index check_request_asked_by on register.check_request (asked_by, updated_at);
create index check_request_posting on register.check_request (posting_id);
create index check_request_screened_by on register.check_request (screened_by) where screened_by is not null;
create index check_request_approval on register.check_request (approval_id) where approval_id is not null;
create index check_request_fir on register.check_request (fir_station_id, fir_year, fir_number);

create table register.check_step (
  step_id uuid primary key,
  check_id uuid not null references register.check_request on delete restrict,
  act text not null check (act in ('asked', 'forwarded', 'returned', 'refused', 'proposed', 'sent_back', 'released', 'reopened')),
  reason text,
  note_enc bytea,
  happened_at timestamptz not null default now(),
  done_by uuid not null references access.officer on delete restrict
);
comment on table register.check_step is 'What each desk did with a check request; none of it tells whether the register holds anybody. SOR-SOP-2024.';
comment on column register.check_step.step_id is 'Opaque id.';
comment on column register.check_step.check_id is 'The request.';
comment on column register.check_step.act is 'asked, forwarded, returned, refused, proposed, sent_back, released or reopened.';
comment on column register.check_step.reason is 'Code of the reason, where one was needed.';
comment on column register.check_step.note_enc is 'What was written beside it, encrypted by the request''s key.';
comment on column register.check_step.happened_at is 'When.';
comment on column register.check_step.done_by is 'Who.';
create index check_step_check on register.check_step (check_id, happened_at);
create index check_step_done_by on register.check_step (done_by);

do $$
declare name text;
begin
  foreach name in array array['check_request', 'check_step'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
  end loop;
end $$;
grant update (stage, body_enc, body_version, fir_station_id, fir_year, fir_number, offences, relevance, fir_hash, annexure_hash,
  updated_at, asked_at, screened_at, screened_by, approval_id, released_at) on register.check_request to amanat_app;

-- The one who asks sees and changes his own, and sends it no further than to the prosecutor.
create policy own on register.check_request for select to amanat_app
  using (asked_by = (select sec.officer_id()) and (select sec.has_role(array['investigator'])));
create policy own_in on register.check_request for insert to amanat_app
  with check (asked_by = (select sec.officer_id()) and (select sec.has_role(array['investigator'])) and stage = 'drafting'
    and exists (select from access.posting p join reference.unit u using (unit_id)
                 where p.posting_id = check_request.posting_id and p.officer_id = check_request.asked_by and u.district_id = check_request.district_id));
create policy own_changes on register.check_request for update to amanat_app
  using (asked_by = (select sec.officer_id()) and (select sec.has_role(array['investigator'])) and stage in ('drafting', 'returned', 'released'))
  with check (asked_by = (select sec.officer_id()) and (select sec.has_role(array['investigator'])) and stage in ('drafting', 'discarded', 'asked', 'returned'));

create policy with_the_request on register.check_step for select to amanat_app
  using (exists (select from register.check_request c where c.check_id = check_step.check_id));
create policy own_step_with_the_request on register.check_step for insert to amanat_app
  with check (done_by = (select sec.officer_id()) and exists (select from register.check_request c where c.check_id = check_step.check_id));

create trigger check_key_is_never_replaced before update of wrapped_key on register.check_request
  for each row when (new.wrapped_key is not null and new.wrapped_key is distinct from old.wrapped_key)
  execute function register.keep_or_destroy_key();
create trigger discarded_check_loses_its_key before update of stage on register.check_request
  for each row when (new.stage = 'discarded') execute function register.destroy_key_of_discarded();

create function register.erase_around_check() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    update register.approval a set wrapped_key = null where a.subject_id = new.check_id and a.kind = 'check';
    delete from register.form_state f where f.subject_id = new.check_id;
    return null; end $$;
comment on function register.erase_around_check() is 'What was kept about a suspect under other keys goes with the request''s own: proposed answers, refused forms.';
create trigger destroyed_check_leaves_nothing after update on register.check_request
  for each row when (old.wrapped_key is not null and new.wrapped_key is null) execute function register.erase_around_check();

-- An investigator sees no request but his own, so that whether another asked in this FIR is said by a function, and no more.
create function register.is_anothers_fir(station text, year integer, number integer) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    return sec.has_role(array['investigator']) and exists (
      select from register.check_request c
       where c.fir_station_id = station and c.fir_year = year and c.fir_number = number
         and c.asked_by <> sec.officer_id() and c.stage in ('asked', 'returned', 'forwarded', 'proposed', 'released')); end $$;
comment on function register.is_anothers_fir(text, integer, integer) is 'Whether another officer has asked in this FIR; told to investigators alone, who then need the order that transferred the case.';
grant execute on function register.is_anothers_fir(text, integer, integer) to amanat_app;
