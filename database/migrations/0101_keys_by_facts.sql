-- Keys show facts, and each fact counts once; the walls cost less for a row. Decision 0043; DESIGN 8.

-- Who sees the nation is known once a statement; for others two texts are compared, and none is put together for a row.
do $$
declare name text;
begin
  foreach name in array array['person_key', 'match_card'] loop
    execute format('drop policy in_scope on register.%I', name);
    execute format($policy$create policy in_scope on register.%I for select to amanat_app using (
      (select sec.people_key() = 'nation')
      or district_id = (select substr(sec.people_key(), 3) where sec.people_key() like 'd:%%')
      or station_id = (select substr(sec.people_key(), 3) where sec.people_key() like 's:%%'))$policy$, name);
  end loop;
end $$;

comment on table register.person_key is 'Which people hold a key: two or three facts together (names, a district, a year), or one rare name. ARITA-2021 s.24(1).';

drop function register.compare_draft(uuid, bigint[]);

-- An entry in the making is compared with the whole register, and its author learns nothing of it.
create function register.compare_draft(draft uuid, pairs bigint[], shows integer[], worth integer[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare d register.draft;
  begin
    select * into d from register.draft x where x.draft_id = draft and sec.entry_key() = any (array['nation', 'd:' || x.district_id]) and x.stage = 'collecting';
    if d.draft_id is null then raise exception 'no such draft in scope' using errcode = 'AM005'; end if;
    insert into register.match_pair (match_pair_id, found_by, draft_id, person_b_id, weight)
    select gen_random_uuid(), 'draft', draft, f.person_id, f.weight
      from (
        select h.person_id, w.weight
          from (select k.person_id, bit_or(k.shows) as shows
                  from (select x.person_id, q.shows from unnest(pairs[1:64], shows[1:64]) as q(pair, shows)
                          cross join lateral (select y.person_id from register.person_key y where y.pair = q.pair limit 2000) x
                         limit 6000) k
                 group by k.person_id) h
          cross join lateral (select sum(b.bits)::integer as weight from unnest(worth) with ordinality as b(bits, at)
                               where (h.shows >> (b.at - 1)::integer) & 1 = 1) w
         where w.weight >= 8000
         order by w.weight desc, h.person_id limit 20) f
    on conflict (draft_id, person_b_id) where draft_id is not null do nothing;
  end $$;
comment on function register.compare_draft(uuid, bigint[], integer[], integer[]) is 'Notes the 20 people who share most with a draft, wherever they are, for the Bureau to compare: what each shared fact is worth, in thousandths of a bit, comes from the matcher. Returns nothing, and nothing it writes shows to the author: a draft is no way to search the nation.';
grant execute on function register.compare_draft(uuid, bigint[], integer[], integer[]) to amanat_app;
