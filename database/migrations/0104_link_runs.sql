-- The whole register compared with itself: how far a run has come, and which pairs are worth opening. Decision 0044.
create table register.link_run (
  link_run_id uuid primary key,
  begun_at timestamptz not null default now(),
  begun_by uuid not null references access.officer on delete restrict,
  least_weight integer not null,
  of_count integer not null,
  done_count integer not null default 0,
  compared_count integer not null default 0,
  found_count integer not null default 0,
  last_person_id uuid,
  stop_asked_at timestamptz,
  ended_at timestamptz
);
comment on table register.link_run is 'Runs in which everybody on the register was compared with everybody; one that was stopped is gone on with. ARITA-2021 s.24(1).';
comment on column register.link_run.link_run_id is 'Opaque id.';
comment on column register.link_run.begun_at is 'When it began.';
comment on column register.link_run.begun_by is 'The service officer in whose name it runs.';
comment on column register.link_run.least_weight is 'Thousandths of a bit from which a pair is put in the queue.';
comment on column register.link_run.of_count is 'People on the register when it began.';
comment on column register.link_run.done_count is 'People compared so far.';
comment on column register.link_run.compared_count is 'Pairs whose cards were compared so far.';
comment on column register.link_run.found_count is 'Pairs newly put in the queue so far.';
comment on column register.link_run.last_person_id is 'The last person compared, in the order of ids; null before the first.';
comment on column register.link_run.stop_asked_at is 'When an operator asked it to stop; null: go on.';
comment on column register.link_run.ended_at is 'When everybody was compared; null: not yet.';
create index link_run_begun on register.link_run (begun_at);
create index link_run_begun_by on register.link_run (begun_by);

alter table register.link_run enable row level security;
alter table register.link_run force row level security;
create policy owner on register.link_run to amanat_owner using (true) with check (true);
create policy bureau_reads on register.link_run for select to amanat_app
  using ((select sec.has_role(array['bureau_officer', 'bureau_supervisor', 'night_work'])));
create policy night_work_begins on register.link_run for insert to amanat_app
  with check ((select sec.has_role(array['night_work'])) and begun_by = (select sec.officer_id()));
create policy night_work_goes_on on register.link_run for update to amanat_app
  using ((select sec.has_role(array['night_work'])));
grant select, insert on register.link_run to amanat_app;
grant update (done_count, compared_count, found_count, last_person_id, stop_asked_at, ended_at) on register.link_run to amanat_app;

create policy owner_compares on register.person_document for select to amanat_owner using (true);

-- Each pair comes up once, with the person of the lower id; what was decided is left out here, so that no card of it is opened.
create function register.pairs_to_compare(people uuid[], most_held integer, most_each integer)
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
    ranked as (
      select w.person_id, w.other_id, row_number() over (partition by w.person_id order by max(w.weight) desc, w.other_id) as place
        from (select * from by_key union all select * from by_number) w
       group by w.person_id, w.other_id),
    link as materialized (
      select distinct on (l.person_id) l.person_id, l.identity_id from register.identity_link l order by l.person_id, l.link_no desc),
    near as (
      select r.person_id, r.other_id, coalesce(a.identity_id, r.person_id) as one, coalesce(b.identity_id, r.other_id) as two
        from ranked r left join link a on a.person_id = r.person_id left join link b on b.person_id = r.other_id
       where r.place <= most_each)
    select n.person_id, n.other_id from near n
     where n.one <> n.two
       -- Whatever was said of the two.
       and not exists (select from register.match_pair x
            where x.person_a_id = least(n.person_id, n.other_id) and x.person_b_id = greatest(n.person_id, n.other_id) and x.decision is not null)
       -- That any record of the one is not of the other.
       and not exists (select from register.match_pair x
             left join link a on a.person_id = x.person_a_id left join link b on b.person_id = x.person_b_id
            where x.decision = 'different'
              and x.person_a_id in (select n.one union all select n.person_id union all select l.person_id from link l where l.identity_id = n.one
                          union all select n.two union all select n.other_id union all select l.person_id from link l where l.identity_id = n.two)
              and ((coalesce(a.identity_id, x.person_a_id) = n.one and coalesce(b.identity_id, x.person_b_id) = n.two)
                or (coalesce(a.identity_id, x.person_a_id) = n.two and coalesce(b.identity_id, x.person_b_id) = n.one)))
       -- While the one was a draft.
       and not exists (select from register.match_pair x join register.draft d on d.draft_id = x.draft_id
            where x.decision = 'different'
              and ((d.entered_person_id = n.person_id and x.person_b_id = n.other_id) or (d.entered_person_id = n.other_id and x.person_b_id = n.person_id)))
       -- Whoever holds the number of the one was cleared of being the other.
       and not exists (select from register.clearance c join register.person_document d on d.number_index = c.number_index and d.kind = 'cnic'
            where c.withdrawn_at is null
              and ((d.person_id = n.person_id and c.person_id = n.other_id) or (d.person_id = n.other_id and c.person_id = n.person_id))) $$;
comment on function register.pairs_to_compare(uuid[], integer, integer) is 'For each of these people the others, of a higher id, who hold two or more of the same keys that few hold, or the same CNIC; the likeliest, without pairs of which something was decided. Opaque ids; for the night work alone.';
grant execute on function register.pairs_to_compare(uuid[], integer, integer) to amanat_app;
