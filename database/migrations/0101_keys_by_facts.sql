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
                         limit 4000) k
                 group by k.person_id) h
          cross join lateral (select sum(b.bits)::integer as weight from unnest(worth) with ordinality as b(bits, at)
                               where (h.shows >> (b.at - 1)::integer) & 1 = 1) w
         where w.weight >= 8000
         order by w.weight desc, h.person_id limit 20) f
    on conflict (draft_id, person_b_id) where draft_id is not null do nothing;
  end $$;
comment on function register.compare_draft(uuid, bigint[], integer[], integer[]) is 'Notes the 20 people who share most with a draft, wherever they are, for the Bureau to compare: what each shared fact is worth, in thousandths of a bit, comes from the matcher. Returns nothing, and nothing it writes shows to the author: a draft is no way to search the nation.';
grant execute on function register.compare_draft(uuid, bigint[], integer[], integer[]) to amanat_app;

-- Another way of making keys leaves none of the former ones behind; within one, keys are added only.
create or replace function register.index_person(person uuid, pairs bigint[], card bytea, card_version integer) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare p register.person; district text; station text; scope text := sec.people_key();
  begin
    select * into p from register.person x where x.person_id = person
       and scope = any (array['nation', 's:' || x.station_id]) and x.wrapped_key is not null for share;
    if p.person_id is null then raise exception 'no such person to change' using errcode = 'AM005'; end if;
    if p.closed_at is null then district := p.district_id; station := p.station_id; else district := ''; station := ''; end if;
    if exists (select from register.match_card c where c.person_id = p.person_id and c.version < card_version) then
      delete from register.person_key k where k.person_id = p.person_id and k.pair <> all (pairs);
    end if;
    insert into register.person_key (pair, person_id, district_id, station_id)
    select distinct k.pair, p.person_id, district, station from unnest(pairs) as k(pair)
     where not exists (select from register.common_key c where c.pair = k.pair)
    on conflict on constraint person_key_pkey do nothing;
    insert into register.match_card as c (person_id, district_id, station_id, version, card_enc)
    values (p.person_id, district, station, card_version, card)
    on conflict on constraint match_card_pkey
    do update set version = excluded.version, card_enc = excluded.card_enc, made_at = now();
  end $$;
comment on function register.index_person(uuid, bigint[], bytea, integer) is 'Adds the keys of a person whom the Bureau or his station may change, and replaces his card. Keys are added, never taken away, so that an old spelling stays findable; only another way of making keys replaces them all, from a card that holds every spelling.';
