-- Finding a person by name: keyed pairs of what is known of him, and one sealed card to compare. Decision 0043; DESIGN 8.
create table register.person_key (
  pair bigint not null,
  person_id uuid not null references register.person on delete restrict,
  district_id text not null,
  station_id text not null,
  primary key (pair, person_id) include (district_id, station_id)
);
comment on table register.person_key is 'Which people hold a pair of facts (two names, a name and a district, a name and some years). ARITA-2021 s.24(1).';
comment on column register.person_key.pair is 'First 8 bytes of the HMAC of the pair under the index key; says nothing without it.';
comment on column register.person_key.person_id is 'The person.';
comment on column register.person_key.district_id is 'District that owns the record; follows register.person; empty once the record is closed.';
comment on column register.person_key.station_id is 'Supervising station; follows register.person; empty once the record is closed.';
create index person_key_person on register.person_key (person_id);

create table register.match_card (
  person_id uuid primary key references register.person on delete restrict,
  district_id text not null,
  station_id text not null,
  version integer not null,
  card_enc bytea not null,
  made_at timestamptz not null default now()
);
comment on table register.match_card is 'All a comparison needs of a person, every name ever among it, sealed in one value; a projection, made anew with every change. ARITA-2021 s.24(1).';
comment on column register.match_card.person_id is 'The person.';
comment on column register.match_card.district_id is 'District that owns the record; follows register.person; empty once the record is closed.';
comment on column register.match_card.station_id is 'Supervising station; follows register.person; empty once the record is closed.';
comment on column register.match_card.version is 'Which way of reading names made the card and the keys; older ones are made anew at night.';
comment on column register.match_card.card_enc is 'Names, fathers, births, districts and CNICs, encrypted by the person''s key.';
comment on column register.match_card.made_at is 'When it was made.';
create index match_card_version on register.match_card (version, person_id);

create table register.common_key (
  pair bigint primary key,
  holder_count integer not null
);
comment on table register.common_key is 'Pairs held by so many that they find nobody: no longer kept person by person. No legal basis needed: it names nobody.';
comment on column register.common_key.pair is 'As in register.person_key.';
comment on column register.common_key.holder_count is 'How many held it when it was last counted.';

create table register.name_count (
  count_id uuid primary key,
  people_count integer not null,
  counts_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  counted_at timestamptz not null default now()
);
comment on table register.name_count is 'How common each name is on the register, counted at night, sealed: in the clear a public list of names would tell which key is which. No legal basis needed: it names nobody.';
comment on column register.name_count.count_id is 'Opaque id.';
comment on column register.name_count.people_count is 'People counted.';
comment on column register.name_count.counts_enc is 'Holders by key of a name, as JSON, encrypted.';
comment on column register.name_count.wrapped_key is 'The row''s key; null once destroyed.';
comment on column register.name_count.kek_id is 'Which key-encryption key wraps it.';
comment on column register.name_count.counted_at is 'When.';
create index name_count_counted on register.name_count (counted_at);

do $$
declare name text;
begin
  foreach name in array array['person_key', 'match_card', 'common_key', 'name_count'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('grant select on register.%I to amanat_app', name);
  end loop;
  -- The scope stands in the row, so that no second table is asked for each of some thousand.
  foreach name in array array['person_key', 'match_card'] loop
    execute format('create policy in_scope on register.%I for select to amanat_app using ((select sec.people_key()) = any (array[''nation'', ''d:'' || district_id, ''s:'' || station_id]))', name);
  end loop;
end $$;
create policy who_sees_people on register.common_key for select to amanat_app using ((select sec.people_key()) is not null);
create policy who_sees_people on register.name_count for select to amanat_app using ((select sec.people_key()) is not null);
create policy night_work_counts on register.name_count for insert to amanat_app with check ((select sec.has_role(array['night_work'])));
grant insert on register.name_count to amanat_app;

-- The scope follows the owner, a closed record is the Bureau's alone, and nothing that finds a person outlives his key.
create function register.follow_person() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare
    district text := case when new.closed_at is null then new.district_id else '' end;
    station text := case when new.closed_at is null then new.station_id else '' end;
  begin
    if new.wrapped_key is null then
      delete from register.person_key k where k.person_id = new.person_id;
      delete from register.match_card c where c.person_id = new.person_id;
    else
      update register.person_key k set district_id = district, station_id = station where k.person_id = new.person_id;
      update register.match_card c set district_id = district, station_id = station where c.person_id = new.person_id;
    end if;
    return null; end $$;
comment on function register.follow_person() is 'Gives a person''s keys and card the scope of his record, and removes them with his key.';
create trigger follow_person after update of district_id, station_id, closed_at, wrapped_key on register.person for each row
  when (new.district_id <> old.district_id or new.station_id <> old.station_id or (new.closed_at is null) <> (old.closed_at is null)
    or (new.wrapped_key is null and old.wrapped_key is not null))
  execute function register.follow_person();

create function register.index_person(person uuid, pairs bigint[], card bytea, card_version integer) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare p register.person; district text; station text; scope text := sec.people_key();
  begin
    select * into p from register.person x where x.person_id = person
       and scope = any (array['nation', 's:' || x.station_id]) and x.wrapped_key is not null for share;
    if p.person_id is null then raise exception 'no such person to change' using errcode = 'AM005'; end if;
    if p.closed_at is null then district := p.district_id; station := p.station_id; else district := ''; station := ''; end if;
    insert into register.person_key (pair, person_id, district_id, station_id)
    select distinct k.pair, p.person_id, district, station from unnest(pairs) as k(pair)
     where not exists (select from register.common_key c where c.pair = k.pair)
    on conflict on constraint person_key_pkey do nothing;
    insert into register.match_card as c (person_id, district_id, station_id, version, card_enc)
    values (p.person_id, district, station, card_version, card)
    on conflict on constraint match_card_pkey
    do update set version = excluded.version, card_enc = excluded.card_enc, made_at = now();
  end $$;
comment on function register.index_person(uuid, bigint[], bytea, integer) is 'Adds the pairs of a person whom the Bureau or his station may change, and replaces his card. Pairs are added, never taken away: an old spelling stays findable.';
grant execute on function register.index_person(uuid, bigint[], bytea, integer) to amanat_app;

create function register.drop_common_keys(most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare found_count integer;
  begin
    if not sec.has_role(array['night_work']) then raise exception 'night work only' using errcode = 'AM005'; end if;
    insert into register.common_key as c (pair, holder_count)
    select k.pair, count(*) from register.person_key k group by k.pair having count(*) > most
    on conflict on constraint common_key_pkey do update set holder_count = excluded.holder_count;
    delete from register.person_key k using register.common_key c where c.pair = k.pair;
    get diagnostics found_count = row_count;
    return found_count;
  end $$;
comment on function register.drop_common_keys(integer) is 'Stops keeping pairs that more than so many people hold; returns how many rows went. The night work only.';
grant execute on function register.drop_common_keys(integer) to amanat_app;
