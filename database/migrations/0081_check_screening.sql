-- The prosecutor screens what an investigator of his district asks; a named deputy covers him; the District Police
-- Officer has the copy. SOR-SOP-2024; LAW 3-4; decision 0050.
create table register.check_cover (
  cover_id uuid primary key,
  district_id text not null references reference.district on delete restrict,
  named_by uuid not null references access.officer on delete restrict,
  deputy_id uuid not null references access.officer on delete restrict,
  from_on date not null,
  to_on date not null,
  named_at timestamptz not null default now(),
  check (to_on > from_on),
  check (deputy_id <> named_by)
);
comment on table register.check_cover is 'The deputy whom a District Public Prosecutor named to screen check requests while he is away. SOR-SOP-2024.';
comment on column register.check_cover.cover_id is 'Opaque id.';
comment on column register.check_cover.district_id is 'The district.';
comment on column register.check_cover.named_by is 'The prosecutor.';
comment on column register.check_cover.deputy_id is 'The deputy, of the same office.';
comment on column register.check_cover.from_on is 'First day.';
comment on column register.check_cover.to_on is 'First day no longer.';
comment on column register.check_cover.named_at is 'When he was named.';
create index check_cover_district on register.check_cover (district_id, to_on);
create index check_cover_named_by on register.check_cover (named_by);
create index check_cover_deputy on register.check_cover (deputy_id, to_on);
alter table register.check_cover enable row level security;
alter table register.check_cover force row level security;
create policy owner on register.check_cover to amanat_owner using (true) with check (true);
grant select, insert on register.check_cover to amanat_app;
create policy of_the_office on register.check_cover for select to amanat_app
  using ((select sec.has_role(array['prosecutor', 'deputy_prosecutor'])) and (select sec.people_key()) = 'd:' || district_id);
create policy prosecutor_names on register.check_cover for insert to amanat_app
  with check (named_by = (select sec.officer_id()) and (select sec.has_role(array['prosecutor'])) and (select sec.people_key()) = 'd:' || district_id
    and exists (select from access.posting d join access.posting n using (unit_id)
                 where d.officer_id = check_cover.deputy_id and d.role = 'deputy_prosecutor'
                   and n.officer_id = check_cover.named_by and n.role = 'prosecutor'));

-- A draft is nobody's but the one's who writes it.
create policy of_the_district on register.check_request for select to amanat_app
  using (stage not in ('drafting', 'discarded') and (select sec.has_role(array['prosecutor', 'deputy_prosecutor', 'district_police_officer']))
    and (select sec.people_key()) = 'd:' || district_id);
create policy prosecution_screens on register.check_request for update to amanat_app
  using (stage = 'asked' and (select sec.has_role(array['prosecutor', 'deputy_prosecutor'])) and (select sec.people_key()) = 'd:' || district_id)
  with check (stage in ('forwarded', 'returned', 'refused') and screened_by = (select sec.officer_id())
    and (select sec.has_role(array['prosecutor', 'deputy_prosecutor'])) and (select sec.people_key()) = 'd:' || district_id);
