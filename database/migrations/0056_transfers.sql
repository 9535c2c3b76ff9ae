-- Handing a person from one station to another: offered, then answered. The owner is never empty: he changes in one
-- statement of one function, with the answer. SOR-SOP-2024; DESIGN 7.

create table register.transfer (
  transfer_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  from_station_id text not null references reference.station on delete restrict,
  to_station_id text not null references reference.station on delete restrict,
  from_district_id text not null references reference.district on delete restrict,
  to_district_id text not null references reference.district on delete restrict,
  cause text not null check (cause in ('moved_house', 'area_changed', 'other_station')),
  shown_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  offered_at timestamptz not null default now(),
  offered_by uuid not null references access.officer on delete restrict,
  answer text check (answer in ('accepted', 'refused', 'withdrawn', 'assigned')),
  answer_reason text check (answer_reason in ('not_our_area', 'not_living_here', 'moved_on', 'details_wrong', 'offered_by_mistake', 'not_answered', 'refused_wrongly')),
  answered_at timestamptz,
  answered_by uuid references access.officer on delete restrict,
  check (to_station_id <> from_station_id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check (answer is null or (answer = 'accepted') = (answer_reason is null))
);
comment on table register.transfer is 'An offer of a person by the station that owns him to another, and its one answer. Until it is accepted or assigned the old station owns him. SOR-SOP-2024.';
comment on column register.transfer.transfer_id is 'Opaque id.';
comment on column register.transfer.person_id is 'The person.';
comment on column register.transfer.from_station_id is 'Station that owned him when it was offered.';
comment on column register.transfer.to_station_id is 'Station it is offered to; after an assignment, the station assigned.';
comment on column register.transfer.from_district_id is 'District of the owning station.';
comment on column register.transfer.to_district_id is 'District of the other station.';
comment on column register.transfer.cause is 'moved_house, area_changed or other_station.';
comment on column register.transfer.shown_enc is 'All that the other station may see before it accepts (record number, name in both scripts, next duty), encrypted by the row''s key.';
comment on column register.transfer.wrapped_key is 'The row''s key; destroyed with the answer, so that a station that refused keeps nothing.';
comment on column register.transfer.kek_id is 'Which key-encryption key wraps it.';
comment on column register.transfer.offered_at is 'When; the clock of the answer runs from here.';
comment on column register.transfer.offered_by is 'Officer of the owning station, or of the Bureau.';
comment on column register.transfer.answer is 'accepted, refused, withdrawn, or assigned by the Bureau; null while open.';
comment on column register.transfer.answer_reason is 'Why, unless it was accepted.';
comment on column register.transfer.answered_at is 'When; null while open.';
comment on column register.transfer.answered_by is 'Officer who answered; null while open.';
create unique index transfer_open on register.transfer (person_id) where answered_at is null;
create index transfer_person on register.transfer (person_id);
create index transfer_from on register.transfer (from_station_id, offered_at);
create index transfer_to on register.transfer (to_station_id, offered_at);
create index transfer_from_district on register.transfer (from_district_id, offered_at);
create index transfer_to_district on register.transfer (to_district_id, offered_at);
create index transfer_offered_by on register.transfer (offered_by);
create index transfer_answered_by on register.transfer (answered_by) where answered_by is not null;

alter table register.transfer enable row level security;
alter table register.transfer force row level security;
create policy owner on register.transfer to amanat_owner using (true) with check (true);
grant select, insert on register.transfer to amanat_app;
-- A prosecutor has a district too, so the police officer of the district is asked for by role.
create policy either_side on register.transfer for select to amanat_app
  using ((select sec.people_key()) in ('nation', 's:' || from_station_id, 's:' || to_station_id)
    or (select sec.has_role(array['district_police_officer'])) and (select sec.people_key()) in ('d:' || from_district_id, 'd:' || to_district_id));
create policy owner_offers on register.transfer for insert to amanat_app
  with check (offered_by = (select sec.officer_id()) and answered_at is null
    and (select sec.has_role(array['station_officer', 'station_head', 'bureau_officer', 'bureau_supervisor']))
    and exists (select from register.person p where p.person_id = transfer.person_id and p.station_id = transfer.from_station_id and p.district_id = transfer.from_district_id)
    and exists (select from reference.station s where s.station_id = transfer.to_station_id and s.district_id = transfer.to_district_id and s.valid_to is null));

-- The function below moves people in its owner's name. Nobody can sign in as that owner.
do $$
begin
  if not exists (select from pg_policies where schemaname = 'register' and tablename = 'person' and policyname = 'owner') then
    create policy owner on register.person to amanat_owner using (true) with check (true);
  end if;
end $$;

create function register.answer_transfer(transfer uuid, answer text, reason text, station text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare
    t register.transfer;
    scope text := sec.people_key();
    is_bureau boolean := sec.has_role(array['bureau_officer', 'bureau_supervisor']);
    is_station boolean := sec.has_role(array['station_officer', 'station_head']);
    new_owner reference.station;
    moves boolean := answer in ('accepted', 'assigned');
  begin
    -- Whoever answers second waits here, and then finds the first answer.
    select * into t from register.transfer x where x.transfer_id = answer_transfer.transfer for update;
    if t.transfer_id is null or not coalesce(case answer
      when 'accepted' then is_station and scope = 's:' || t.to_station_id
      when 'refused' then is_station and scope = 's:' || t.to_station_id
      when 'withdrawn' then is_station and scope = 's:' || t.from_station_id or is_bureau
      when 'assigned' then is_bureau end, false) then return 'not_found'; end if;
    if t.answered_at is not null then return 'answered'; end if;
    select * into new_owner from reference.station s
     where s.station_id = case when answer = 'assigned' then coalesce(station, t.to_station_id) else t.to_station_id end and s.valid_to is null;
    if moves and (new_owner.station_id is null or new_owner.station_id = t.from_station_id) then return 'not_found'; end if;
    update register.transfer x
       set answer = answer_transfer.answer, answer_reason = reason, answered_at = clock_timestamp(), answered_by = sec.officer_id(),
           to_station_id = case when moves then new_owner.station_id else x.to_station_id end,
           to_district_id = case when moves then new_owner.district_id else x.to_district_id end,
           wrapped_key = null
     where x.transfer_id = t.transfer_id;
    if moves then
      insert into register.supervision (supervision_id, person_id, station_id, from_on)
      values (gen_random_uuid(), t.person_id, new_owner.station_id, (clock_timestamp() at time zone 'Asia/Karachi')::date);
      update register.person p set station_id = new_owner.station_id, district_id = new_owner.district_id
       where p.person_id = t.person_id;
    end if;
    return answer;
  end $$;
comment on function register.answer_transfer(uuid, text, text, text) is 'Answers an open transfer once, as the session''s place allows, and with acceptance or assignment moves the person: not_found, answered, or the answer given.';
grant execute on function register.answer_transfer(uuid, text, text, text) to amanat_app;
