-- An agency's own system asks in the name of an officer who consented to it, and can do no more than he. The officer stays
-- the named asker; each call is a session of a minute. SOR-SOP-2024; DESIGN 5; decision 0057.
create table access.agency (
  agency_id uuid primary key,
  name_en text not null,
  name_ur text not null,
  province_iso text not null,
  client_id text not null unique check (client_id ~ '^[A-Za-z0-9._~-]{3,80}$'),
  from_on date not null,
  to_on date,
  webhook_url text,
  approval_id uuid not null unique references register.approval_decision on delete restrict,
  check (to_on is null or to_on >= from_on)
);
comment on table access.agency is 'Systems of police that may ask for their officers, dated; each made and changed by two administrators. SOR-SOP-2024.';
comment on column access.agency.agency_id is 'Opaque id.';
comment on column access.agency.name_en is 'Name in Latin script.';
comment on column access.agency.name_ur is 'Name in Urdu.';
comment on column access.agency.province_iso is 'Province of its investigation units; it acts for nobody posted elsewhere.';
comment on column access.agency.client_id is 'The client that the identity provider names in its access tokens.';
comment on column access.agency.from_on is 'First day.';
comment on column access.agency.to_on is 'First day after the end; null while open.';
comment on column access.agency.webhook_url is 'Where its events are sent; null: nowhere, it reads them.';
comment on column access.agency.approval_id is 'The decision of the second administrator on the row as it stands, without which it cannot be.';

create table access.agency_officer (
  link_id uuid primary key,
  agency_id uuid not null references access.agency on delete restrict,
  officer_id uuid not null references access.officer on delete restrict,
  consented_at timestamptz not null default now(),
  lent_at timestamptz,
  ended_at timestamptz
);
comment on table access.agency_officer is 'Officers who consented, by passkey, that an agency''s system acts for them, dated. SOR-SOP-2024 (the named investigator asks).';
comment on column access.agency_officer.link_id is 'Opaque id.';
comment on column access.agency_officer.agency_id is 'The agency.';
comment on column access.agency_officer.officer_id is 'The officer, who alone can make this row.';
comment on column access.agency_officer.consented_at is 'When he consented, with a passkey used at most five minutes before.';
comment on column access.agency_officer.lent_at is 'When he last let the system open answers: it counts as his passkey for five minutes; null: never.';
comment on column access.agency_officer.ended_at is 'When he or an administrator ended it; null while it holds.';
create unique index agency_officer_live on access.agency_officer (agency_id, officer_id) where ended_at is null;
create index agency_officer_agency on access.agency_officer (agency_id);
create index agency_officer_officer on access.agency_officer (officer_id);

-- ---- a session that an agency's system opened ----
alter table access.session drop constraint session_method_check;
alter table access.session add constraint session_method_check check (method in ('passkey', 'oidc', 'demo', 'job', 'agency'));
alter table access.session add column agency_id uuid references access.agency on delete restrict,
  add constraint session_of_an_agency check ((method = 'agency') = (agency_id is not null));
comment on column access.session.agency_id is 'The agency whose system acts in it for the officer; null for all others.';
create index session_agency on access.session (agency_id) where agency_id is not null;

create or replace view access.open_session with (security_invoker = true) as
  select s.session_id, s.officer_id, s.role, s.people_key, s.entry_key, s.audience, s.agency_id
    from access.session s
   where s.token_hash = (select sec.token_hash())
     and s.ended_at is null and s.locked_at is null and s.expires_at > now() and s.last_seen_at > now() - interval '15 minutes';
comment on column access.open_session.agency_id is 'The agency whose system acts in it; null for all others.';

create function sec.agency_id() returns uuid language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$ declare found uuid; begin
    select s.agency_id into found from access.open_session s; return found; end $$;
comment on function sec.agency_id() is 'The agency whose system acts in this transaction; null when an officer acts himself.';

create function sec.open_agency_session(token_hash bytea, new_session_id uuid, client_id text, badge text,
    out agency_id uuid, out officer_id uuid, out posting_id uuid, out session_id uuid, out refused text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare a access.agency; l access.agency_officer; p record; today date := (now() at time zone 'Asia/Karachi')::date;
  begin
    select * into a from access.agency x
     where x.client_id = open_agency_session.client_id and x.from_on <= today and (x.to_on is null or x.to_on > today);
    if a.agency_id is null then refused := 'unknown_client'; return; end if;
    agency_id := a.agency_id;
    select x.* into l from access.agency_officer x join access.officer o on o.officer_id = x.officer_id
     where x.agency_id = a.agency_id and o.badge = open_agency_session.badge and x.ended_at is null;
    if l.link_id is null then refused := 'not_linked'; return; end if;
    select po.posting_id, po.officer_id, po.role, po.unit_id, u.province_iso, u.division_en, u.district_id, u.station_id into p
      from access.posting po join access.officer o on o.officer_id = po.officer_id join reference.unit u on u.unit_id = po.unit_id
     where po.officer_id = l.officer_id and po.role = 'investigator' and u.kind = 'investigation_unit' and u.province_iso = a.province_iso
       and po.from_on <= today and (po.to_on is null or po.to_on > today)
       and o.suspended_at is null and o.vetted_until > today and o.trained_until > today
     order by po.from_on desc, po.posting_id limit 1;
    if p.posting_id is null then refused := 'may_not_act'; return; end if;
    insert into access.session (token_hash, session_id, officer_id, posting_id, method, role, unit_id, province_iso, division_en, district_id, station_id, expires_at, step_up_at, language, agency_id)
    values (open_agency_session.token_hash, new_session_id, p.officer_id, p.posting_id, 'agency', p.role, p.unit_id, p.province_iso, p.division_en, p.district_id, p.station_id,
      now() + interval '1 minute', l.lent_at, 'en', a.agency_id);
    officer_id := p.officer_id; posting_id := p.posting_id; session_id := new_session_id;
  end $$;
comment on function sec.open_agency_session(bytea, uuid, text, text) is 'Opens a session of one minute for an investigator in whose name an agency''s system acts: the agency is live, he consented, and he holds a live posting in an investigation unit of its province, vetted and trained. It is fresh only by what he lent. Ends none of his own. Otherwise says what refused.';
revoke execute on function sec.agency_id(), sec.open_agency_session(bytea, uuid, text, text) from public;
grant execute on function sec.agency_id() to amanat_app;
grant execute on function sec.open_agency_session(bytea, uuid, text, text) to amanat_gate;

-- ---- a request stays with the way it was asked ----
alter table register.check_request add column agency_id uuid default sec.agency_id() references access.agency on delete restrict;
comment on column register.check_request.agency_id is 'The agency through whose system it was begun; null: on the register''s own screens.';
create index check_request_agency on register.check_request (agency_id) where agency_id is not null;
create policy through_its_agency on register.check_request as restrictive to amanat_app
  using ((select sec.agency_id()) is null or agency_id = (select sec.agency_id()));
create policy begun_through_its_agency on register.check_request as restrictive for insert to amanat_app
  with check (agency_id is not distinct from (select sec.agency_id()));
create policy through_its_agency on register.recall as restrictive to amanat_app
  using ((select sec.agency_id()) is null or exists (select from register.check_request c where c.check_id = recall.check_id));

-- ---- who sees and changes what ----
do $$
declare name text;
begin
  foreach name in array array['agency', 'agency_officer'] loop
    execute format('alter table access.%I enable row level security', name);
    execute format('alter table access.%I force row level security', name);
    execute format('create policy owner on access.%I to amanat_owner using (true) with check (true)', name);
    execute format('grant select, insert on access.%I to amanat_app', name);
  end loop;
end $$;
grant update (to_on, webhook_url, approval_id) on access.agency to amanat_app;
grant update (lent_at, ended_at) on access.agency_officer to amanat_app;

create policy who_must_know on access.agency for select to amanat_app
  using ((select sec.has_role(array['administrator', 'auditor', 'night_work', 'investigator'])));
create policy with_a_live_approval on access.agency for insert to amanat_app
  with check (exists (select from register.approval_decision d join register.approval a using (approval_id)
    where d.approval_id = agency.approval_id and d.decision = 'approved' and d.decided_by = (select sec.officer_id())
      and a.kind = 'agency' and a.subject_id = agency.agency_id));
create policy changed_with_a_live_approval on access.agency for update to amanat_app
  using ((select sec.has_role(array['administrator'])))
  with check (exists (select from register.approval_decision d join register.approval a using (approval_id)
    where d.approval_id = agency.approval_id and d.decision = 'approved' and d.decided_by = (select sec.officer_id())
      and a.kind = 'agency' and a.subject_id = agency.agency_id));
create function access.each_change_has_its_approval() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
  as $$ begin
    if new.approval_id = old.approval_id then raise exception 'a change of an agency needs an approval of its own' using errcode = 'AM001'; end if;
    return new; end $$;
comment on function access.each_change_has_its_approval() is 'One approval carries one change of an agency.';
revoke execute on function access.each_change_has_its_approval() from public;
create trigger agency_changes_by_two before update on access.agency for each row execute function access.each_change_has_its_approval();

create policy own_or_administration on access.agency_officer for select to amanat_app
  using (officer_id = (select sec.officer_id()) or (select sec.has_role(array['administrator', 'auditor'])));
create policy himself on access.agency_officer for insert to amanat_app
  with check (officer_id = (select sec.officer_id()) and (select sec.has_role(array['investigator'])) and ended_at is null and lent_at is null);
create policy himself_or_administrator on access.agency_officer for update to amanat_app
  using (officer_id = (select sec.officer_id()) or (select sec.has_role(array['administrator'])))
  with check (officer_id = (select sec.officer_id()) or (select sec.has_role(array['administrator'])) and ended_at is not null);
-- A system never consents for its officer, and never lends itself his passkey.
create policy never_by_the_system_in on access.agency_officer as restrictive for insert to amanat_app
  with check ((select sec.agency_id()) is null);
create policy never_by_the_system on access.agency_officer as restrictive for update to amanat_app
  using ((select sec.agency_id()) is null);
