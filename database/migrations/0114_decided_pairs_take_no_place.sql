-- Whom one person is compared with is counted after what was decided is left out: who was told apart from his twenty
-- likeliest namesakes was never compared with the next. Decision 0044.
create or replace function register.pairs_to_compare(people uuid[], most_held integer, most_each integer)
  returns table (person_id uuid, other_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with mine as materialized (
      select k.person_id, k.pair from register.person_key k
       where k.person_id = any (people) and (select sec.has_role(array['night_work']))),
    held as materialized (
      select d.pair, (select array_agg(x.person_id) from (select y.person_id from register.person_key y where y.pair = d.pair limit most_held + 1) x) as ids
        from (select distinct m.pair from mine m) d),
    by_key as (
      select m.person_id, o.other_id, sum(ln(1000000::float8 / cardinality(h.ids))) as weight
        from mine m join held h using (pair) cross join unnest(h.ids) o (other_id)
       where cardinality(h.ids) between 2 and most_held and o.other_id > m.person_id
       group by m.person_id, o.other_id having count(*) >= 2),
    by_number as (
      select d.person_id, e.person_id as other_id, 100::float8 as weight
        from register.person_document d join register.person_document e on e.number_index = d.number_index and e.kind = d.kind and e.person_id > d.person_id
       where d.person_id = any (people) and d.kind = 'cnic' and (select sec.has_role(array['night_work']))),
    link as materialized (
      select distinct on (l.person_id) l.person_id, l.identity_id from register.identity_link l order by l.person_id, l.link_no desc),
    own as materialized (
      select p.person_id, coalesce(l.identity_id, p.person_id) as one from unnest(people) p (person_id) left join link l using (person_id)),
    -- Every record of whom one of these people is.
    record as materialized (
      select o.one, o.person_id as record_id from own o
       union select o.one, o.one from own o
       union select o.one, l.person_id from own o join link l on l.identity_id = o.one),
    -- That any record of the one is not of the other.
    apart as materialized (
      select r.one, coalesce(b.identity_id, x.person_b_id) as two
        from record r join register.match_pair x on x.person_a_id = r.record_id and x.decision = 'different'
        left join link a on a.person_id = x.person_a_id left join link b on b.person_id = x.person_b_id
       where coalesce(a.identity_id, x.person_a_id) = r.one
       union
      select r.one, coalesce(a.identity_id, x.person_a_id)
        from record r join register.match_pair x on x.person_b_id = r.record_id and x.decision = 'different' and x.person_a_id is not null
        left join link a on a.person_id = x.person_a_id left join link b on b.person_id = x.person_b_id
       where coalesce(b.identity_id, x.person_b_id) = r.one),
    said as materialized (
      -- Whatever was said of the two; one of these people is always the one of the lower id.
      select o.person_id, x.person_b_id as other_id from own o join register.match_pair x on x.person_a_id = o.person_id where x.decision is not null
       union
      -- While the one was a draft.
      select d.entered_person_id, x.person_b_id
        from own o join register.draft d on d.entered_person_id = o.person_id join register.match_pair x on x.draft_id = d.draft_id
       where x.decision = 'different'
       union
      select x.person_b_id, d.entered_person_id
        from own o join register.match_pair x on x.person_b_id = o.person_id join register.draft d on d.draft_id = x.draft_id
       where x.decision = 'different' and d.entered_person_id is not null
       union
      -- Whoever holds the number of the one was cleared of being the other.
      select d.person_id, c.person_id
        from own o join register.person_document d on d.person_id = o.person_id and d.kind = 'cnic'
        join register.clearance c on c.number_index = d.number_index and c.withdrawn_at is null
       union
      select c.person_id, d.person_id
        from own o join register.clearance c on c.person_id = o.person_id and c.withdrawn_at is null
        join register.person_document d on d.number_index = c.number_index and d.kind = 'cnic'),
    open as (
      select w.person_id, w.other_id, w.weight
        from (select * from by_key union all select * from by_number) w
        join own o on o.person_id = w.person_id left join link l on l.person_id = w.other_id
       where o.one <> coalesce(l.identity_id, w.other_id)
         and not exists (select from said s where s.person_id = w.person_id and s.other_id = w.other_id)
         and not exists (select from apart t where t.one = o.one and t.two = coalesce(l.identity_id, w.other_id))),
    ranked as (
      select n.person_id, n.other_id, row_number() over (partition by n.person_id order by max(n.weight) desc, n.other_id) as place
        from open n group by n.person_id, n.other_id)
    select r.person_id, r.other_id from ranked r where r.place <= most_each $$;
comment on function register.pairs_to_compare(uuid[], integer, integer) is 'For each of these people the others, of a higher id, who hold two or more of the same keys that few hold, or the same CNIC; the likeliest of those of whom nothing was decided. Opaque ids; for the night work alone.';
