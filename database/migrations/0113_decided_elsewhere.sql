-- A duty of a person with several records is owed once, with his oldest record. What was signed of it with another record of
-- his, before they were known to be of one person, is decided. Decisions 0038 and 0044.
create function register.decided_elsewhere(people uuid[]) returns table (person_id uuid, duty text, due_on date)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with asked as (
      select p.person_id, coalesce((select l.identity_id from register.identity_link l where l.person_id = p.person_id order by l.link_no desc limit 1), p.person_id) as head_id
        from register.person p
       where p.person_id = any (people) and p.is_linked
         and (sec.people_key() = 'nation' or p.closed_at is null and sec.people_key() in ('d:' || p.district_id, 's:' || p.station_id))),
    member as (
      select a.person_id, a.head_id as record_id from asked a
      union
      select a.person_id, l.person_id from asked a join register.identity_link l on l.identity_id = a.head_id
       where a.head_id = (select x.identity_id from register.identity_link x where x.person_id = l.person_id order by x.link_no desc limit 1))
    select distinct m.person_id, b.duty, b.due_on from member m join register.breach b on b.person_id = m.record_id
     where m.record_id <> m.person_id
       and exists (select from register.breach_outcome o where o.breach_id = b.breach_id and o.said = 'approved') $$;
comment on function register.decided_elsewhere(uuid[]) is 'Of each record in scope the missed duties, by date, of which a decision was signed with another record of the same person. Codes and dates.';
revoke all on function register.decided_elsewhere(uuid[]) from public;
grant execute on function register.decided_elsewhere(uuid[]) to amanat_app;
