-- Which records are of one person: dated rows, added and never changed, so that every merge and split can be replayed
-- and taken back exactly. Decision 0044; DESIGN 8.
create table register.identity_link (
  identity_link_id uuid primary key,
  link_no bigint not null generated always as identity unique,
  person_id uuid not null references register.person on delete restrict,
  identity_id uuid not null references register.person on delete restrict,
  act text not null check (act in ('merge', 'split', 'number')),
  act_id uuid not null,
  approval_id uuid not null references register.approval_decision on delete restrict,
  linked_by uuid not null references access.officer on delete restrict,
  linked_at timestamptz not null default now()
);
comment on table register.identity_link is 'From when on a record is of which person; the last row of a record holds, and a record without one is a person by itself. ARITA-2021 s.24(1).';
comment on column register.identity_link.identity_link_id is 'Opaque id.';
comment on column register.identity_link.link_no is 'Order in which the rows are replayed.';
comment on column register.identity_link.person_id is 'The record.';
comment on column register.identity_link.identity_id is 'The oldest record of the person that it is of from now on; itself when it stands alone or is the oldest.';
comment on column register.identity_link.act is 'merge or split: proposed and approved by two officers; number: one CNIC, name and father, found when an entry or a correction was approved.';
comment on column register.identity_link.act_id is 'The rows of one act have one.';
comment on column register.identity_link.approval_id is 'The second officer''s decision, without which the row cannot exist.';
comment on column register.identity_link.linked_by is 'That officer.';
comment on column register.identity_link.linked_at is 'When.';
create index identity_link_person on register.identity_link (person_id, link_no);
create index identity_link_identity on register.identity_link (identity_id);
create index identity_link_approval on register.identity_link (approval_id);
create index identity_link_linked_by on register.identity_link (linked_by);

alter table register.identity_link enable row level security;
alter table register.identity_link force row level security;
create policy owner on register.identity_link to amanat_owner using (true) with check (true);
create policy with_a_person on register.identity_link for select to amanat_app
  using (exists (select from register.person p where p.person_id in (identity_link.person_id, identity_link.identity_id)));
create policy with_a_live_approval on register.identity_link for insert to amanat_app
  with check (linked_by = (select sec.officer_id()) and (select sec.people_key()) = 'nation' and exists (
    select from register.approval_decision d join register.approval a on a.approval_id = d.approval_id
     where d.approval_id = identity_link.approval_id and d.decision = 'approved' and d.decided_by = (select sec.officer_id())
       and a.kind = any (case identity_link.act when 'number' then array['entry', 'correction'] else array['merge'] end)));
grant select, insert on register.identity_link to amanat_app;

-- The owners of one person's records are told of each other: a number and a station, nothing else.
create function register.linked_records(person uuid)
  returns table (person_id uuid, record_number text, district_id text, station_id text, since_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with mine as (
      select p.person_id from register.person p
       where p.person_id = person and sec.people_key() = any (array['nation', 'd:' || p.district_id, 's:' || p.station_id])),
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
     order by p.entered_at, p.person_id $$;
comment on function register.linked_records(uuid) is 'The records of the person whom a record in scope is of, that record among them, the oldest first; nothing for a record out of scope.';
grant execute on function register.linked_records(uuid) to amanat_app;
