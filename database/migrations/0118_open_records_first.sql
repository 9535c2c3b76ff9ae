-- Of one person's records that keeps his duties which is on the register: a record that left before they were joined is
-- closed to its station, and what he owes would stand on nobody's list. RULES 3, 4; decision 0044.
create or replace function register.united_facts(people uuid[])
  returns table (asked_id uuid, record_ids uuid[], fact_rows jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with linked as materialized (
      select p.person_id, (select l.identity_id from register.identity_link l where l.person_id = p.person_id order by l.link_no desc limit 1) as identity_id
        from unnest(people) asked (person_id) join register.person p using (person_id)
       where (exists (select from register.identity_link l where l.person_id = p.person_id)
           or exists (select from register.identity_link l where l.identity_id = p.person_id))
         and (sec.people_key() = any (array['nation', 'd:' || p.district_id, 's:' || p.station_id])
           or pg_has_role(session_user, 'amanat_owner', 'member'))),
    heads as (select l.person_id as asked_id, coalesce(l.identity_id, l.person_id) as head_id from linked l),
    members as (
      select h.asked_id, h.head_id as person_id from heads h
      union
      select h.asked_id, l.person_id from heads h join register.identity_link l on l.identity_id = h.head_id
       where h.head_id = (select x.identity_id from register.identity_link x where x.person_id = l.person_id order by x.link_no desc limit 1)),
    united as (
      select m.asked_id, array_agg(m.person_id order by p.closed_at is not null, p.entered_at, p.person_id) as ids
        from members m join register.person p on p.person_id = m.person_id
       group by m.asked_id having count(*) > 1)
    select u.asked_id, u.ids, jsonb_build_object(
        'persons', (select jsonb_agg(jsonb_build_object('person_id', i.person_id, 'born_on', d.born_on))
            from unnest(u.ids) i (person_id) left join register.person_detail d on d.person_id = i.person_id and d.superseded_at is null),
        'judgments', (select jsonb_agg(jsonb_build_object('person_id', c.person_id, 'conviction_id', c.conviction_id, 'offences', c.offences,
              'offence_on', c.offence_on, 'convicted_on', c.convicted_on, 'country', c.country, 'jurisdiction', c.jurisdiction,
              'victim', c.victim, 'disposal', c.disposal, 'juvenile', c.juvenile) order by c.convicted_on, c.conviction_id)
            from register.conviction c where c.person_id = any (u.ids)),
        'appeals', (select jsonb_agg(jsonb_build_object('conviction_id', a.conviction_id, 'event', a.event, 'happened_on', a.happened_on) order by a.happened_on, a.ordinal)
            from register.appeal_event a join register.conviction c on c.conviction_id = a.conviction_id
           where c.person_id = any (u.ids) and a.superseded_at is null),
        'custody', (select jsonb_agg(jsonb_build_object('person_id', c.person_id, 'from_on', c.from_on, 'to_on', c.to_on) order by c.from_on, c.custody_id)
            from register.custody c where c.person_id = any (u.ids) and c.superseded_at is null),
        'stays', (select jsonb_agg(jsonb_build_object('person_id', s.person_id, 'kind', s.kind, 'from_on', s.from_on, 'to_on', s.to_on) order by s.from_on, s.stay_id)
            from register.stay s where s.person_id = any (u.ids) and s.superseded_at is null),
        'servings', (select jsonb_agg(jsonb_build_object('person_id', s.person_id, 'duties', s.duties, 'served_at', s.served_at, 'language', s.language) order by s.served_at, s.serving_id)
            from register.serving s where s.person_id = any (u.ids) and s.superseded_at is null),
        'changes', (select jsonb_agg(jsonb_build_object('person_id', c.person_id, 'change_id', c.change_id, 'kind', c.kind, 'changed_on', c.changed_on) order by c.changed_on, c.change_id)
            from register.change c where c.person_id = any (u.ids) and c.superseded_at is null),
        'trips', (select jsonb_agg(jsonb_build_object('person_id', t.person_id, 'trip_id', t.trip_id, 'kind', t.kind, 'departs_at', t.departs_at,
              'returns_at', t.returns_at, 'cancelled_at', t.cancelled_at) order by t.departs_at, t.trip_id)
            from register.trip t where t.person_id = any (u.ids) and t.superseded_at is null),
        'notices', (select jsonb_agg(jsonb_build_object('person_id', n.person_id, 'notice_id', n.notice_id, 'duty', n.duty, 'about_id', n.about_id,
              'received_at', n.received_at) order by n.received_at, n.recorded_at, n.notice_id)
            from register.notice n where n.person_id = any (u.ids) and n.superseded_at is null),
        'visits', (select jsonb_agg(jsonb_build_object('person_id', v.person_id, 'visited_on', v.visited_on, 'result', v.result) order by v.visited_on, v.recorded_at, v.visit_id)
            from register.visit v where v.person_id = any (u.ids) and v.superseded_at is null),
        'supervisions', (select jsonb_agg(jsonb_build_object('person_id', s.person_id, 'station_id', s.station_id, 'from_on', s.from_on) order by s.from_on, s.began_at)
            from register.supervision s where s.person_id = any (u.ids)))
      from united u $$;
comment on function register.united_facts(uuid[]) is 'Of each record in scope that is of one person with others: all of his records, those on the register first and of them the oldest, and the facts of each by which his duties are computed. Dates, codes and opaque ids; no identifier. RULES 3, 4.';
