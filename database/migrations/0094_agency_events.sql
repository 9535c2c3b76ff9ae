-- An agency's call is done once, however often it is sent; and it is told, by opaque ids alone, that something waits for its
-- officer. What it is told is written with its cause, by triggers, and sent afterwards. Decision 0057.
create table register.agency_call (
  call_id uuid primary key,
  agency_id uuid not null references access.agency on delete restrict,
  officer_id uuid not null references access.officer on delete restrict,
  key_hash bytea not null check (octet_length(key_hash) = 32),
  request_hash bytea not null check (octet_length(request_hash) = 32),
  wrapped_key bytea not null,
  kek_id text not null,
  reply_enc bytea,
  called_at timestamptz not null,
  refused_at timestamptz,
  unique (agency_id, officer_id, key_hash)
);
comment on table register.agency_call is 'Writes of agencies'' systems by their idempotency key, with the reply, for 24 hours. Inserted before the act in its transaction: a second one waits, and is given the same reply. SOR-SOP-2024.';
comment on column register.agency_call.call_id is 'Opaque id.';
comment on column register.agency_call.agency_id is 'The agency.';
comment on column register.agency_call.officer_id is 'The officer for whom it acted; another''s key is another key.';
comment on column register.agency_call.key_hash is 'Keyed hash of the idempotency key.';
comment on column register.agency_call.request_hash is 'Keyed hash of the address and body: the same key with another request is refused. Keyed, since a body may name a suspect.';
comment on column register.agency_call.wrapped_key is 'The row''s key.';
comment on column register.agency_call.kek_id is 'Which key-encryption key wraps it.';
comment on column register.agency_call.reply_enc is 'The reply, as JSON, encrypted; null until the act is done, and where it was refused.';
comment on column register.agency_call.called_at is 'When it was sent first.';
comment on column register.agency_call.refused_at is 'When it was refused, so that the same key is judged anew; null when it was not.';
create index agency_call_officer on register.agency_call (officer_id);
create index agency_call_old on register.agency_call (called_at);

create table register.agency_event (
  event_id uuid primary key,
  event_number bigint not null unique generated always as identity,
  agency_id uuid not null references access.agency on delete restrict,
  kind text not null check (kind in ('answered', 'corrected', 'withdrawn')),
  check_id uuid not null references register.check_request on delete restrict,
  happened_at timestamptz not null,
  planned_at timestamptz,
  delivered_at timestamptz,
  dead_at timestamptz,
  attempts_count integer not null default 0,
  last_fault text
);
comment on table register.agency_event is 'What an agency is told: that an answer waits, or that a copy is called back. Opaque ids alone. Written in the transaction of its cause. SOR-SOP-2024; ARITA-2021 s.24(2).';
comment on column register.agency_event.event_id is 'Opaque id; the agency tells by it what it has had.';
comment on column register.agency_event.event_number is 'Order of the events of one agency, as they were committed.';
comment on column register.agency_event.agency_id is 'The agency through which the request was asked.';
comment on column register.agency_event.kind is 'answered, corrected (a copy tells what was put right) or withdrawn (a copy is without ground).';
comment on column register.agency_event.check_id is 'The request; what the answer says is nowhere here.';
comment on column register.agency_event.happened_at is 'When.';
comment on column register.agency_event.planned_at is 'When its sending was planned; null: it is to be planned.';
comment on column register.agency_event.delivered_at is 'When the agency last took it; null: it has not.';
comment on column register.agency_event.dead_at is 'When sending was given up; null: it goes on, or ended well.';
comment on column register.agency_event.attempts_count is 'Times it was sent.';
comment on column register.agency_event.last_fault is 'Code of what went wrong last; null when nothing did.';
create index agency_event_agency on register.agency_event (agency_id, event_number);
create index agency_event_check on register.agency_event (check_id);
create index agency_event_to_plan on register.agency_event (event_number) where planned_at is null;

create table access.agency_secret (
  secret_id uuid primary key,
  agency_id uuid not null references access.agency on delete restrict,
  wrapped_key bytea not null,
  kek_id text not null,
  secret_enc bytea not null,
  made_by uuid not null references access.officer on delete restrict,
  made_at timestamptz not null,
  shown_at timestamptz,
  ends_at timestamptz
);
comment on table access.agency_secret is 'Secrets by which an agency knows that a message is the register''s. A new one leaves the one before valid for a day. DESIGN 5.';
comment on column access.agency_secret.secret_id is 'Opaque id.';
comment on column access.agency_secret.agency_id is 'The agency.';
comment on column access.agency_secret.wrapped_key is 'The row''s key.';
comment on column access.agency_secret.kek_id is 'Which key-encryption key wraps it.';
comment on column access.agency_secret.secret_enc is 'The secret, encrypted.';
comment on column access.agency_secret.made_by is 'Administrator to whom it was shown, once.';
comment on column access.agency_secret.made_at is 'Made.';
comment on column access.agency_secret.shown_at is 'When it was shown to its maker; null: not yet.';
comment on column access.agency_secret.ends_at is 'From when on nothing is signed with it; null while it is the newest.';
create index agency_secret_agency on access.agency_secret (agency_id, made_at);
create index agency_secret_made_by on access.agency_secret (made_by);

do $$
declare name text;
begin
  foreach name in array array['register.agency_call', 'register.agency_event', 'access.agency_secret'] loop
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format('create policy owner on %s to amanat_owner using (true) with check (true)', name);
    execute format('grant select on %s to amanat_app', name);
  end loop;
end $$;

grant insert, update (reply_enc, refused_at) on register.agency_call to amanat_app;
create policy its_own on register.agency_call for select to amanat_app
  using (agency_id = (select sec.agency_id()) and officer_id = (select sec.officer_id()));
create policy its_own_in on register.agency_call for insert to amanat_app
  with check (agency_id = (select sec.agency_id()) and officer_id = (select sec.officer_id()));
create policy its_own_changes on register.agency_call for update to amanat_app
  using (agency_id = (select sec.agency_id()) and officer_id = (select sec.officer_id()));

create function register.sweep_agency_calls(before timestamptz) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare swept integer;
  begin
    if not sec.has_role(array['night_work']) then raise exception 'night work only' using errcode = 'AM005'; end if;
    delete from register.agency_call c where c.called_at < before;
    get diagnostics swept = row_count;
    return swept; end $$;
comment on function register.sweep_agency_calls(timestamptz) is 'Deletes the calls sent before an instant, with their replies; the night work''s alone. Returns how many.';

grant update (planned_at, delivered_at, dead_at, attempts_count, last_fault) on register.agency_event to amanat_app;
create policy its_own_or_administration on register.agency_event for select to amanat_app
  using (agency_id = (select sec.agency_id()) or (select sec.has_role(array['administrator', 'auditor', 'night_work'])));
create policy sent_or_asked_again on register.agency_event for update to amanat_app
  using (agency_id = (select sec.agency_id()) or (select sec.has_role(array['administrator', 'night_work'])));

grant insert, update (ends_at, shown_at) on access.agency_secret to amanat_app;
create policy administration_or_sender on access.agency_secret for select to amanat_app
  using ((select sec.has_role(array['administrator', 'night_work'])));
create policy administrator_makes on access.agency_secret for insert to amanat_app
  with check ((select sec.has_role(array['administrator'])) and made_by = (select sec.officer_id()));
create policy administrator_ends on access.agency_secret for update to amanat_app
  using ((select sec.has_role(array['administrator'])));

-- The events of one agency are numbered one transaction after the other, so that who reads on from a number misses none.
create function register.tell_agency(agency uuid, kind text, request uuid, at timestamptz) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    perform pg_advisory_xact_lock(hashtextextended('agency_event ' || agency, 0));
    insert into register.agency_event (event_id, agency_id, kind, check_id, happened_at) values (gen_random_uuid(), agency, kind, request, at); end $$;
comment on function register.tell_agency(uuid, text, uuid, timestamptz) is 'Writes what an agency is to be told, in the transaction of its cause. Called by triggers only.';

create function register.tell_of_answer() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    perform register.tell_agency(new.agency_id, 'answered', new.check_id, coalesce(new.released_at, now()));
    return null; end $$;
comment on function register.tell_of_answer() is 'An answer is released: the agency through which it was asked is told that it waits, whatever it says.';
create trigger released_check_tells_its_agency after update of stage on register.check_request
  for each row when (new.agency_id is not null and new.stage = 'released' and old.stage <> 'released') execute function register.tell_of_answer();

-- Of an answer that was never opened nobody holds a copy; to tell of its recall would tell that there was somebody.
create function register.tell_of_recall() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare agency uuid;
  begin
    select c.agency_id into agency from register.check_request c where c.check_id = new.check_id and c.agency_id is not null
       and exists (select from register.check_print p where p.answer_id = new.answer_id);
    if agency is not null then
      perform register.tell_agency(agency, case when new.cause = 'correction' then 'corrected' else 'withdrawn' end, new.check_id, new.opened_at);
    end if;
    return null; end $$;
comment on function register.tell_of_recall() is 'A copy that was opened is called back: the agency through which it was asked is told.';
create trigger recall_tells_its_agency after insert on register.recall
  for each row when (new.check_id is not null) execute function register.tell_of_recall();
revoke execute on function register.sweep_agency_calls(timestamptz), register.tell_agency(uuid, text, uuid, timestamptz), register.tell_of_answer(), register.tell_of_recall() from public;
grant execute on function register.sweep_agency_calls(timestamptz) to amanat_app;
