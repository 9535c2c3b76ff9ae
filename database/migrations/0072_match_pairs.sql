-- Two records, or a draft and a record, that may be one person: the queue of those who compare. Decision 0043; DESIGN 8.
create table register.match_pair (
  match_pair_id uuid primary key,
  found_by text not null check (found_by in ('draft', 'link')),
  draft_id uuid references register.draft on delete restrict,
  person_a_id uuid references register.person on delete restrict,
  person_b_id uuid not null references register.person on delete restrict,
  weight integer not null,
  rows_enc bytea,
  wrapped_key bytea,
  kek_id text,
  found_at timestamptz not null default now(),
  compared_at timestamptz,
  decision text check (decision in ('same', 'different', 'unclear')),
  decided_at timestamptz,
  decided_by uuid references access.officer on delete restrict,
  check ((draft_id is null) <> (person_a_id is null)),
  check (person_a_id <> person_b_id),
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check ((rows_enc is null) = (kek_id is null))
);
comment on table register.match_pair is 'A draft and a person, or two people, that may be one; nobody is linked by it. ARITA-2021 s.24(1).';
comment on column register.match_pair.match_pair_id is 'Opaque id.';
comment on column register.match_pair.found_by is 'draft: when an entry was made; link: when the whole register was compared.';
comment on column register.match_pair.draft_id is 'The draft; null for two people.';
comment on column register.match_pair.person_a_id is 'The one person; null for a draft.';
comment on column register.match_pair.person_b_id is 'The other person.';
comment on column register.match_pair.weight is 'Thousandths of a bit: of the keys that both hold until they were compared, then of the comparison.';
comment on column register.match_pair.rows_enc is 'The rows that make up the weight, as JSON, encrypted by the row''s key; null until they were compared.';
comment on column register.match_pair.wrapped_key is 'The row''s key; null once destroyed, and before there are rows.';
comment on column register.match_pair.kek_id is 'Which key-encryption key wraps it.';
comment on column register.match_pair.found_at is 'When it was found.';
comment on column register.match_pair.compared_at is 'When the two were compared name by name; null before.';
comment on column register.match_pair.decision is 'same, different or unclear; null while it waits.';
comment on column register.match_pair.decided_at is 'When; null while it waits.';
comment on column register.match_pair.decided_by is 'Officer of the Bureau who decided; null while it waits.';
create unique index match_pair_draft on register.match_pair (draft_id, person_b_id) where draft_id is not null;
create unique index match_pair_people on register.match_pair (person_a_id, person_b_id) where person_a_id is not null;
create index match_pair_draft_id on register.match_pair (draft_id) where draft_id is not null;
create index match_pair_person_a on register.match_pair (person_a_id) where person_a_id is not null;
create index match_pair_person_b on register.match_pair (person_b_id);
create index match_pair_decided_by on register.match_pair (decided_by) where decided_by is not null;
create index match_pair_waiting on register.match_pair (found_at, match_pair_id) where decision is null;

alter table register.match_pair enable row level security;
alter table register.match_pair force row level security;
create policy owner on register.match_pair to amanat_owner using (true) with check (true);
-- Whoever made the draft never sees these: outside his scope a match must not be told.
create policy bureau_compares on register.match_pair for select to amanat_app
  using ((select sec.has_role(array['bureau_officer', 'bureau_supervisor', 'night_work'])));
create policy bureau_finds on register.match_pair for insert to amanat_app
  with check ((select sec.has_role(array['bureau_officer', 'bureau_supervisor', 'night_work'])) and decision is null);
create policy bureau_decides on register.match_pair for update to amanat_app
  using ((select sec.has_role(array['bureau_officer', 'bureau_supervisor', 'night_work'])))
  with check ((select sec.has_role(array['bureau_officer', 'bureau_supervisor', 'night_work']))
    and (decided_by is null or decided_by = (select sec.officer_id())));
grant select, insert on register.match_pair to amanat_app;
grant update (weight, rows_enc, wrapped_key, kek_id, compared_at, decision, decided_at, decided_by) on register.match_pair to amanat_app;

do $$
begin
  if not exists (select from pg_policies where schemaname = 'register' and tablename = 'draft' and policyname = 'owner') then
    create policy owner on register.draft to amanat_owner using (true) with check (true);
  end if;
end $$;

-- An entry in the making is compared with the whole register, and its author learns nothing of it.
create function register.compare_draft(draft uuid, pairs bigint[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare d register.draft; people bigint;
  begin
    select * into d from register.draft x where x.draft_id = draft and sec.entry_key() = any (array['nation', 'd:' || x.district_id]) and x.stage = 'collecting';
    if d.draft_id is null then raise exception 'no such draft in scope' using errcode = 'AM005'; end if;
    select greatest(c.reltuples::bigint, 1000) into people from pg_catalog.pg_class c where c.oid = 'register.person'::regclass;
    insert into register.match_pair (match_pair_id, found_by, draft_id, person_b_id, weight)
    select gen_random_uuid(), 'draft', draft, f.person_id, f.weight
      from (
        select h.person_id, (1000 * sum(ln(people::float8 / h.held) / ln(2)))::integer as weight
          from (select k.person_id, count(*) over (partition by k.pair) as held
                  from unnest(pairs[1:24]) as q(pair)
                  cross join lateral (select x.pair, x.person_id from register.person_key x where x.pair = q.pair limit 2000) k) h
         group by h.person_id having count(*) >= 2
         order by weight desc, h.person_id limit 20) f
    on conflict (draft_id, person_b_id) where draft_id is not null do nothing;
  end $$;
comment on function register.compare_draft(uuid, bigint[]) is 'Notes the 20 people whose keys fit a draft best, wherever they are, for the Bureau to compare. Returns nothing, and nothing it writes shows to the author: a draft is no way to search the nation.';
grant execute on function register.compare_draft(uuid, bigint[]) to amanat_app;
