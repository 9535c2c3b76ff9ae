-- Searches, quotas and what a form keeps between a refusal and the next try. DESIGN 5, UX "what a browser leaks".
create table register.search (
  search_id uuid primary key,
  officer_id uuid not null references access.officer on delete restrict,
  kind text not null check (kind in ('cnic', 'passport', 'record_number', 'fir', 'draft')),
  purpose text not null check (purpose in ('registration', 'supervision', 'correction', 'legal_review', 'check', 'court_order')),
  query_enc bytea not null,
  case_reference_enc bytea,
  wrapped_key bytea,
  kek_id text not null,
  person_ids uuid[] not null,
  searched_at timestamptz not null default now()
);
comment on table register.search is 'Every look-up: who, why, for what, and whom it found. Results are at most 50.';
comment on column register.search.search_id is 'Opaque id, the address of the result.';
comment on column register.search.officer_id is 'Who searched.';
comment on column register.search.kind is 'What was searched by.';
comment on column register.search.purpose is 'Purpose code.';
comment on column register.search.query_enc is 'What was typed, encrypted.';
comment on column register.search.case_reference_enc is 'Case reference, encrypted.';
comment on column register.search.wrapped_key is 'The row''s key; null once destroyed.';
comment on column register.search.kek_id is 'Which key-encryption key wraps it.';
comment on column register.search.person_ids is 'Opaque ids of the people found, within the officer''s scope.';
comment on column register.search.searched_at is 'When.';
create index search_officer on register.search (officer_id, searched_at);

create table register.quota_limit (
  act text not null,
  role text not null,
  per_day integer not null check (per_day >= 0),
  status text not null default 'assumed',
  primary key (act, role)
);
comment on table register.quota_limit is 'How many acts of a kind a role may do in a day. Values are policy, assumed.';
comment on column register.quota_limit.act is 'search, show_number or view_photo.';
comment on column register.quota_limit.role is 'Role.';
comment on column register.quota_limit.per_day is 'Most acts in a Pakistan day.';
comment on column register.quota_limit.status is 'statute, rule, policy or assumed.';

create table register.quota_use (
  officer_id uuid not null references access.officer on delete restrict,
  act text not null,
  used_on date not null,
  used_count integer not null,
  primary key (officer_id, act, used_on)
);
comment on table register.quota_use is 'Acts done by an officer in a Pakistan day.';
comment on column register.quota_use.officer_id is 'Who.';
comment on column register.quota_use.act is 'What.';
comment on column register.quota_use.used_on is 'Pakistan day.';
comment on column register.quota_use.used_count is 'How many.';

create table register.form_state (
  form_id uuid primary key,
  officer_id uuid not null references access.officer on delete restrict,
  wrapped_key bytea,
  kek_id text not null,
  body_enc bytea not null,
  created_at timestamptz not null default now()
);
comment on table register.form_state is 'What was typed into a refused form, with its problems, so that a 303 can show it again and nothing stays in the browser.';
comment on column register.form_state.form_id is 'Opaque id.';
comment on column register.form_state.officer_id is 'Whose.';
comment on column register.form_state.wrapped_key is 'The row''s key; null once destroyed.';
comment on column register.form_state.kek_id is 'Which key-encryption key wraps it.';
comment on column register.form_state.body_enc is 'Values and problems, encrypted.';
comment on column register.form_state.created_at is 'When.';
create index form_state_officer on register.form_state (officer_id, created_at);

do $$
declare name text;
begin
  foreach name in array array['search', 'quota_limit', 'quota_use', 'form_state'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
  end loop;
  foreach name in array array['search', 'form_state'] loop
    execute format('create policy own on register.%I to amanat_app using (officer_id = (select sec.officer_id())) with check (officer_id = (select sec.officer_id()))', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
  end loop;
end $$;
grant delete on register.form_state to amanat_app;
create policy signed_in on register.quota_limit for select to amanat_app using ((select sec.officer_id()) is not null);
grant select on register.quota_limit to amanat_app;
create policy own on register.quota_use for select to amanat_app using (officer_id = (select sec.officer_id()));
grant select on register.quota_use to amanat_app;

create function sec.take_quota(act text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$
  declare s access.open_session; most integer; n integer;
  begin
    select * into s from access.open_session;
    select l.per_day into most from register.quota_limit l where l.act = take_quota.act and l.role = s.role;
    if most is null then return false; end if;
    insert into register.quota_use as u (officer_id, act, used_on, used_count)
    values (s.officer_id, take_quota.act, (now() at time zone 'Asia/Karachi')::date, 1)
    on conflict on constraint quota_use_pkey do update set used_count = u.used_count + 1 where u.used_count < most
    returning used_count into n;
    return n is not null and n <= most;
  end $$;
comment on function sec.take_quota(text) is 'Counts one act against today''s limit of the officer; false when it is used up or the role has none. Holds under parallel bursts: the row is locked.';
grant execute on function sec.take_quota(text) to amanat_app;

create function sec.begin_act(token text, act text, out actor sec.request_actor, out has_quota boolean) returns setof record language plpgsql volatile
  as $$ begin
    perform set_config('amanat.sid', token, true);
    select * into actor from sec.begin_request();
    has_quota := case when act is not null then sec.take_quota(act) end;
    return next; end $$;
comment on function sec.begin_act(text, text) is 'Begins a request in one journey: binds the token for this transaction, says who asks, and counts the act where it has a quota (null where it has none).';
grant execute on function sec.begin_act(text, text) to amanat_app;

insert into register.quota_limit (act, role, per_day) values
  ('search', 'bureau_officer', 300), ('search', 'bureau_supervisor', 300), ('search', 'legal_officer', 100),
  ('search', 'prosecutor', 100), ('search', 'deputy_prosecutor', 100),
  ('search', 'station_officer', 60), ('search', 'station_head', 60), ('search', 'district_police_officer', 60),
  ('show_number', 'bureau_officer', 100), ('show_number', 'bureau_supervisor', 100), ('show_number', 'legal_officer', 50),
  ('show_number', 'prosecutor', 50), ('show_number', 'deputy_prosecutor', 50), ('show_number', 'station_officer', 30),
  ('show_number', 'station_head', 30), ('show_number', 'district_police_officer', 30),
  ('view_photo', 'bureau_officer', 100), ('view_photo', 'bureau_supervisor', 100), ('view_photo', 'legal_officer', 50),
  ('view_photo', 'prosecutor', 50), ('view_photo', 'deputy_prosecutor', 50), ('view_photo', 'station_officer', 30),
  ('view_photo', 'station_head', 30), ('view_photo', 'district_police_officer', 30);
