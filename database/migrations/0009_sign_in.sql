-- What sign-in, unlock and their screens need besides migration 0004. DESIGN 5, wall 1; UX S1.

-- An officer with several postings chooses one after his passkey; until then the proof waits here, by the hash of its cookie.
alter table access.challenge drop constraint challenge_kind_check;
alter table access.challenge add constraint challenge_kind_check check (kind in ('enrol', 'sign_in', 'fresh', 'oidc', 'posting'));
comment on column access.challenge.challenge is 'Random bytes, base64url; for a posting to choose: SHA-256 of the proof in the cookie.';
comment on column access.challenge.detail is 'OIDC nonce and verifier, the enrolment''s hash, the method of a posting to choose; else empty.';

alter table access.session add column failed_before integer not null default 0 check (failed_before >= 0);
comment on column access.session.failed_before is 'Failed attempts with the officer''s passkeys since the sign-in before; told to him at this one.';

create function sec.tell_failures(token_hash bytea, failures integer) returns void language sql security definer set search_path = pg_catalog, pg_temp
  as $$ update access.session s set failed_before = failures where s.token_hash = tell_failures.token_hash $$;
comment on function sec.tell_failures(bytea, integer) is 'Notes with a session just opened how often its officer''s passkeys had failed.';

create function sec.how_ended(token_hash bytea) returns text language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select case
        when s.ended_at is null and s.expires_at > now() then null
        when exists (select from access.session n where n.officer_id = s.officer_id and n.method <> 'job' and n.opened_at = s.ended_at and n.session_id <> s.session_id) then 'replaced'
        else 'ended'
      end
      from access.session s where s.token_hash = how_ended.token_hash
  $$;
comment on function sec.how_ended(bytea) is 'Why the bearer of an old token must sign in again: ended, replaced by a later sign-in, or null while it is open or unknown.';

create type sec.sign_in as (previous_at timestamptz, previous_unit_id text, failed_before integer, expires_at timestamptz);
comment on type sec.sign_in is 'What an officer is told after signing in.';

create function sec.sign_in() returns setof sec.sign_in language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s access.session; before access.session;
  begin
    select * into s from access.session x where x.session_id = sec.session_id();
    if s.session_id is null then return; end if;
    select * into before from access.session x
     where x.officer_id = s.officer_id and x.method <> 'job' and x.session_id <> s.session_id and x.opened_at <= s.opened_at
     order by x.opened_at desc limit 1;
    return next row(before.opened_at, before.unit_id, s.failed_before, s.expires_at)::sec.sign_in;
  end $$;
comment on function sec.sign_in() is 'The sign-in before this one, and failures since: so that an officer sees when another used his name.';

grant execute on function sec.tell_failures(bytea, integer), sec.how_ended(bytea) to amanat_gate;
grant execute on function sec.sign_in() to amanat_app;
create index session_of_officer on access.session (officer_id, opened_at);

-- A form sent just after the session locked is kept too, unseen until its owner unlocks: nothing typed is lost.
create function sec.keep_form(form_id uuid, wrapped_key bytea, kek_id text, body_enc bytea) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare owner uuid;
  begin
    select s.officer_id into owner from access.session s where s.token_hash = sec.token_hash() and s.ended_at is null and s.expires_at > now();
    if owner is null then return false; end if;
    insert into register.form_state (form_id, officer_id, wrapped_key, kek_id, body_enc)
    values (keep_form.form_id, owner, keep_form.wrapped_key, keep_form.kek_id, keep_form.body_enc);
    return true;
  end $$;
comment on function sec.keep_form(uuid, bytea, text, bytea) is 'Keeps a refused form for the officer of this token, also while his session is locked; it shows nothing.';
grant execute on function sec.keep_form(uuid, bytea, text, bytea) to amanat_app;

-- The first two administrators are added by the operator, when nobody is there to propose or confirm; that is recorded too.
create policy first_administrators on audit.event for insert to amanat_owner with check (action = 'officer.bootstrapped' and officer_id is null);
