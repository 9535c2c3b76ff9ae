-- Opening, beginning, locking and ending sessions. Only amanat_gate may open one, so a statement smuggled into
-- the application's connection cannot make itself an officer. DESIGN 5, wall 1.

create function sec.scope_of(role text, district_id text, station_id text, out people_key text, out entry_key text, out audience text)
  language sql immutable
  as $$
    select
      case
        when role in ('bureau_officer', 'bureau_supervisor', 'legal_officer') then 'nation'
        when role in ('prosecutor', 'deputy_prosecutor', 'district_police_officer') then 'd:' || district_id
        when role in ('station_officer', 'station_head') then 's:' || station_id
      end,
      case
        when role in ('bureau_officer', 'bureau_supervisor', 'legal_officer') then 'nation'
        when role in ('prosecutor', 'deputy_prosecutor') then 'd:' || district_id
      end,
      case
        when role in ('bureau_officer', 'bureau_supervisor', 'legal_officer') then 'bureau'
        when role = 'administrator' then 'administration'
      end
  $$;
comment on function sec.scope_of(text, text, text) is 'What a role at a place may see: keys that row-level security compares. Roles without a line see nobody (LAW 3).';

create function sec.open_session(token_hash bytea, new_session_id uuid, posting uuid, method text, language text, is_fresh boolean)
  returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare p record; ends timestamptz; scope record;
  begin
    select po.posting_id, po.officer_id, po.role, po.unit_id, u.province_iso, u.division_en, u.district_id, u.station_id,
           least(now() + interval '12 hours',
                 (po.to_on::timestamp at time zone 'Asia/Karachi'),
                 (o.vetted_until::timestamp at time zone 'Asia/Karachi'),
                 (o.trained_until::timestamp at time zone 'Asia/Karachi')) as ends
      into p
      from access.posting po join access.officer o using (officer_id) join reference.unit u using (unit_id)
     where po.posting_id = posting
       and o.suspended_at is null and o.vetted_until is not null and o.trained_until is not null
       and po.from_on <= (now() at time zone 'Asia/Karachi')::date;
    if p.posting_id is null or p.ends <= now() then return null; end if;
    select * into scope from sec.scope_of(p.role, p.district_id, p.station_id);
    if open_session.method <> 'job' then
      update access.session s set ended_at = now() where s.officer_id = p.officer_id and s.ended_at is null and s.method <> 'job';
    end if;
    insert into access.session (token_hash, session_id, officer_id, posting_id, method, role, unit_id, province_iso, division_en, district_id, station_id, people_key, entry_key, audience, expires_at, step_up_at, language)
    values (open_session.token_hash, new_session_id, p.officer_id, p.posting_id, open_session.method, p.role, p.unit_id, p.province_iso, p.division_en, p.district_id, p.station_id, scope.people_key, scope.entry_key, scope.audience, p.ends, case when is_fresh then now() end, open_session.language);
    return new_session_id;
  end $$;
comment on function sec.open_session(bytea, uuid, uuid, text, text, boolean) is 'Opens a session for a live posting of a vetted, trained, unsuspended officer and ends his others; null when there is none such.';

create type sec.request_actor as (
  session_id uuid, officer_id uuid, posting_id uuid, role text, unit_id text,
  province_iso text, division_en text, district_id text, station_id text,
  fresh_auth boolean, is_locked boolean, language text, method text
);
comment on type sec.request_actor is 'Who asks, as far as decisions need to know.';

create function sec.begin_request() returns setof sec.request_actor language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$
  declare s access.session; idle boolean;
  begin
    select * into s from access.session x where x.token_hash = (select sec.token_hash()) and x.ended_at is null and x.expires_at > now();
    if s.session_id is null then return; end if;
    idle := s.locked_at is not null or s.last_seen_at <= now() - interval '15 minutes';
    if not idle and s.last_seen_at < now() - interval '30 seconds' then
      update access.session x set last_seen_at = now() where x.token_hash = s.token_hash;
    end if;
    return next row(s.session_id, s.officer_id, s.posting_id, s.role, s.unit_id, s.province_iso, s.division_en, s.district_id, s.station_id,
      coalesce(s.step_up_at > now() - interval '5 minutes', false), idle, s.language, s.method)::sec.request_actor;
  end $$;
comment on function sec.begin_request() is 'The actor of this transaction''s token, noting that he is there; no row when the session is over. A locked one comes back marked and sees nothing.';

create function sec.lock_session(token_hash bytea) returns void language sql security definer set search_path = pg_catalog, pg_temp
  as $$ update access.session s set locked_at = now() where s.token_hash = lock_session.token_hash and s.locked_at is null and s.ended_at is null $$;
comment on function sec.lock_session(bytea) is 'Locks a session by its owner''s wish.';

create function sec.refresh_session(token_hash bytea) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    update access.session s set locked_at = null, last_seen_at = now(), step_up_at = now()
     where s.token_hash = refresh_session.token_hash and s.ended_at is null and s.expires_at > now();
    return found; end $$;
comment on function sec.refresh_session(bytea) is 'After a fresh passkey: unlocks, and counts as step-up for 5 minutes.';

create function sec.end_session(token_hash bytea) returns void language sql security definer set search_path = pg_catalog, pg_temp
  as $$ update access.session s set ended_at = now() where s.token_hash = end_session.token_hash and s.ended_at is null $$;
comment on function sec.end_session(bytea) is 'Ends a session: log-out.';

create function sec.set_language(language text) returns void language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$ update access.session s set language = set_language.language where s.token_hash = sec.token_hash() and s.ended_at is null $$;
comment on function sec.set_language(text) is 'Keeps the language an officer chose.';

create function sec.end_sessions_of_suspended() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    update access.session s set ended_at = now() where s.officer_id = new.officer_id and s.ended_at is null; return new; end $$;
comment on function sec.end_sessions_of_suspended() is 'A suspended officer, or one whose vetting or training changed, is signed out at once.';
create trigger suspension_ends_sessions after update of suspended_at, vetted_until, trained_until on access.officer
  for each row when (new.suspended_at is distinct from old.suspended_at or new.vetted_until is distinct from old.vetted_until or new.trained_until is distinct from old.trained_until)
  execute function sec.end_sessions_of_suspended();

create function sec.end_sessions_of_posting() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    update access.session s set ended_at = now() where s.posting_id = new.posting_id and s.ended_at is null; return new; end $$;
comment on function sec.end_sessions_of_posting() is 'A changed posting signs its officer out at once.';
create trigger posting_change_ends_sessions after update on access.posting for each row execute function sec.end_sessions_of_posting();

grant execute on function sec.begin_request(), sec.set_language(text) to amanat_app;
grant execute on function sec.open_session(bytea, uuid, uuid, text, text, boolean), sec.lock_session(bytea), sec.refresh_session(bytea), sec.end_session(bytea) to amanat_gate;

create table access.passkey (
  credential_id text primary key,
  officer_id uuid not null references access.officer on delete restrict,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  added_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  failed_count integer not null default 0,
  waits_until timestamptz
);
comment on table access.passkey is 'Passkeys (WebAuthn public keys) of officers. A credential, not an officer, waits after 5 failures. DESIGN 5.';
comment on column access.passkey.credential_id is 'Credential id, base64url.';
comment on column access.passkey.officer_id is 'Owner.';
comment on column access.passkey.public_key is 'COSE public key.';
comment on column access.passkey.counter is 'Signature counter last seen.';
comment on column access.passkey.transports is 'Hints for the browser.';
comment on column access.passkey.label is 'What the owner calls it.';
comment on column access.passkey.added_at is 'Enrolled.';
comment on column access.passkey.last_used_at is 'Last sign-in with it.';
comment on column access.passkey.revoked_at is 'Lost or replaced; null while good.';
comment on column access.passkey.failed_count is 'Failures in a row.';
comment on column access.passkey.waits_until is 'No attempt before this instant.';
create index passkey_officer on access.passkey (officer_id);

create table access.enrolment (
  link_hash bytea primary key check (octet_length(link_hash) = 32),
  officer_id uuid not null references access.officer on delete restrict,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table access.enrolment is 'Single-use links with which an officer enrols a passkey; only the hash is kept.';
comment on column access.enrolment.link_hash is 'SHA-256 of the link''s token.';
comment on column access.enrolment.officer_id is 'Who enrols.';
comment on column access.enrolment.made_at is 'Made.';
comment on column access.enrolment.expires_at is 'Useless from this instant.';
comment on column access.enrolment.used_at is 'Used; null while unused.';
create index enrolment_officer on access.enrolment (officer_id);

create table access.challenge (
  challenge_id uuid primary key,
  kind text not null check (kind in ('enrol', 'sign_in', 'fresh', 'oidc')),
  officer_id uuid references access.officer on delete cascade,
  challenge text not null,
  detail jsonb not null default '{}',
  expires_at timestamptz not null
);
comment on table access.challenge is 'Open WebAuthn and OIDC challenges; each is taken once and lives 5 minutes.';
comment on column access.challenge.challenge_id is 'Opaque id in the browser''s cookie.';
comment on column access.challenge.kind is 'What it is for.';
comment on column access.challenge.officer_id is 'Whose, where known.';
comment on column access.challenge.challenge is 'Random bytes, base64url.';
comment on column access.challenge.detail is 'OIDC state and verifier; empty for passkeys.';
comment on column access.challenge.expires_at is 'Useless from this instant.';
create index challenge_officer on access.challenge (officer_id);

alter table access.passkey enable row level security;
alter table access.passkey force row level security;
create policy owner on access.passkey to amanat_owner using (true) with check (true);
create policy gate on access.passkey to amanat_gate using (true) with check (true);
grant select, insert, update on access.passkey to amanat_gate;
alter table access.enrolment enable row level security;
alter table access.enrolment force row level security;
create policy owner on access.enrolment to amanat_owner using (true) with check (true);
create policy gate on access.enrolment to amanat_gate using (true) with check (true);
create policy administrator_makes on access.enrolment for insert to amanat_app with check ((select sec.has_role(array['administrator'])));
grant select, update on access.enrolment to amanat_gate;
grant insert on access.enrolment to amanat_app, amanat_gate;
alter table access.challenge enable row level security;
alter table access.challenge force row level security;
create policy owner on access.challenge to amanat_owner using (true) with check (true);
create policy gate on access.challenge to amanat_gate using (true) with check (true);
grant select, insert, delete on access.challenge to amanat_gate;

create function sec.revoke_passkeys(officer uuid) returns integer language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ declare n integer; begin
    if not sec.has_role(array['administrator']) then return 0; end if;
    update access.passkey k set revoked_at = now() where k.officer_id = officer and k.revoked_at is null;
    get diagnostics n = row_count;
    update access.session s set ended_at = now() where s.officer_id = officer and s.ended_at is null;
    return n; end $$;
comment on function sec.revoke_passkeys(uuid) is 'An administrator''s approved act on a lost passkey: revokes all of the officer''s and signs him out. Returns how many.';
grant execute on function sec.revoke_passkeys(uuid) to amanat_app;

create function sec.has_passkey(officer uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    return sec.officer_id() is not null and exists (select from access.passkey k where k.officer_id = officer and k.revoked_at is null); end $$;
comment on function sec.has_passkey(uuid) is 'Whether an officer has a live passkey; shown to administrators and to himself.';
grant execute on function sec.has_passkey(uuid) to amanat_app;
