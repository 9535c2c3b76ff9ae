-- What holds of a person holds of each of his records: who declared a conflict about one is partial about all, and a closed
-- record is named to nobody who may not see it. DESIGN 5, wall 4; decision 0044.
create function register.is_partial(officer uuid, subjects uuid[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with asked as (
      select p.person_id, coalesce((select l.identity_id from register.identity_link l where l.person_id = p.person_id order by l.link_no desc limit 1), p.person_id) as head_id
        from register.person p where p.person_id = any (subjects) and p.is_linked),
    record as (
      select a.head_id as person_id from asked a
      union
      select l.person_id from asked a join register.identity_link l on l.identity_id = a.head_id
       where a.head_id = (select x.identity_id from register.identity_link x where x.person_id = l.person_id order by x.link_no desc limit 1))
    select exists (select from register.conflict c where c.officer_id = officer and c.withdrawn_at is null
      and (c.subject_id = any (subjects) or c.subject_id in (select r.person_id from record r))) $$;
comment on function register.is_partial(uuid, uuid[]) is 'Whether an officer declared a conflict about any of these, or about another record of a person among them.';
revoke all on function register.is_partial(uuid, uuid[]) from public;

create function sec.is_partial(officer uuid, subjects uuid[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select officer = sec.officer_id() and register.is_partial(officer, subjects) $$;
comment on function sec.is_partial(uuid, uuid[]) is 'Whether the officer of this session declared a conflict about any of these, or about another record of a person among them; of nobody else it tells.';
revoke all on function sec.is_partial(uuid, uuid[]) from public;
grant execute on function sec.is_partial(uuid, uuid[]) to amanat_app;

create or replace function register.check_decision() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare a register.approval;
  begin
    select * into a from register.approval x where x.approval_id = new.approval_id;
    if new.shown_hash <> a.shown_hash then raise exception 'approval_changed' using errcode = 'AM001'; end if;
    if new.decision = 'approved' and a.expires_at <= clock_timestamp() then raise exception 'approval_expired' using errcode = 'AM002'; end if;
    if new.decided_by is distinct from sec.officer_id() then raise exception 'approval_forged' using errcode = 'AM003'; end if;
    if new.decision <> 'withdrawn' and register.is_partial(new.decided_by, array[a.subject_id, a.approval_id]) then
      raise exception 'approval_conflict' using errcode = 'AM004';
    end if;
    return new;
  end $$;

create or replace function register.check_emergency_review() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare e register.emergency;
  begin
    select * into e from register.emergency x where x.emergency_id = new.emergency_id;
    if register.is_partial(new.reviewed_by, array[e.emergency_id, e.person_id, e.used_by]) then
      raise exception 'approval_conflict' using errcode = 'AM004';
    end if;
    return new;
  end $$;

create or replace function register.keep_answers_impartial() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    if exists (select from register.check_answer w join register.approval a using (approval_id)
                where w.answer_id = new.answer_id
                  and (register.is_partial(a.proposed_by, array[new.person_id]) or register.is_partial(w.released_by, array[new.person_id]))) then
      raise exception 'approval_conflict' using errcode = 'AM004';
    end if;
    return new; end $$;

-- As row security has it: a closed record is seen by the nation's desks, and named to no others.
create or replace function register.linked_records(person uuid)
  returns table (person_id uuid, record_number text, district_id text, station_id text, since_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with mine as (
      select p.person_id from register.person p
       where p.person_id = person and (sec.people_key() = 'nation'
          or p.closed_at is null and sec.people_key() in ('d:' || p.district_id, 's:' || p.station_id))),
    now_of as (
      select coalesce((select l.identity_id from register.identity_link l where l.person_id = m.person_id order by l.link_no desc limit 1), m.person_id) as identity_id
        from mine m),
    members as (
      select n.identity_id as person_id, null::timestamptz as since_at from now_of n
      union all
      (select distinct on (l.person_id) l.person_id, l.linked_at from register.identity_link l, now_of n
       where l.person_id in (select x.person_id from register.identity_link x where x.identity_id = n.identity_id) and l.person_id <> n.identity_id
         and n.identity_id = (select y.identity_id from register.identity_link y where y.person_id = l.person_id order by y.link_no desc limit 1)
       order by l.person_id, l.link_no desc))
    select p.person_id, p.record_number, p.district_id, p.station_id, m.since_at
      from members m join register.person p on p.person_id = m.person_id
     where p.closed_at is null or sec.people_key() = 'nation'
     order by p.entered_at, p.person_id $$;
