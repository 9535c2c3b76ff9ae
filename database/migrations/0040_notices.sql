-- Serving duties and recording notices: what a station may write of its own people, and what a notice wrote, so that a
-- notice typed in wrongly can be struck out exactly. RULES 1, 4; docs/decisions/0035-notices.md.

alter table register.serving add column back_dated_enc bytea;
comment on column register.serving.back_dated_enc is 'Why it is typed in later than the day it was served, encrypted; null otherwise.';
alter table register.trip add column back_dated_enc bytea;
comment on column register.trip.back_dated_enc is 'Why a cancellation is typed in later than the day it was told, encrypted; null otherwise.';

create table register.notice_row (
  notice_id uuid not null references register.notice on delete restrict,
  row_table text not null check (row_table in ('change', 'trip', 'person_address', 'person_name')),
  row_id uuid not null,
  act text not null check (act in ('added', 'replaced')),
  primary key (notice_id, row_table, row_id)
);
comment on table register.notice_row is 'Which rows a notice added or replaced, so that striking it out undoes these and no others. SOR-RULES-2023.';
comment on column register.notice_row.notice_id is 'The notice.';
comment on column register.notice_row.row_table is 'Table of the row: change, trip, person_address or person_name.';
comment on column register.notice_row.row_id is 'Key of the row there; of a trip the version''s.';
comment on column register.notice_row.act is 'added, or replaced: its live version was superseded by this notice.';

create table register.notice_strike (
  notice_id uuid primary key references register.notice on delete restrict,
  reason_enc bytea not null,
  approval_id uuid references register.approval_decision on delete restrict,
  struck_by uuid not null references access.officer on delete restrict,
  struck_at timestamptz not null default now()
);
comment on table register.notice_strike is 'A notice that was typed in wrongly and counts no more: struck out on its day by its author, or later by two people.';
comment on column register.notice_strike.notice_id is 'The notice.';
comment on column register.notice_strike.reason_enc is 'What was wrong, encrypted by the person''s key.';
comment on column register.notice_strike.approval_id is 'The second officer''s decision; null: by its author on the day it was typed in.';
comment on column register.notice_strike.struck_by is 'Who struck it out: the author, or the second officer.';
comment on column register.notice_strike.struck_at is 'When.';
create index notice_strike_approval on register.notice_strike (approval_id) where approval_id is not null;
create index notice_strike_struck_by on register.notice_strike (struck_by);

do $$
declare name text;
begin
  foreach name in array array['notice_row', 'notice_strike'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
    execute format('create policy with_the_notice on register.%I for select to amanat_app using (exists (select from register.notice n where n.notice_id = %I.notice_id))', name, name);
  end loop;
end $$;
create policy own_notice_in on register.notice_row for insert to amanat_app
  with check (exists (select from register.notice n where n.notice_id = notice_row.notice_id and n.recorded_by = (select sec.officer_id())));
-- Alone only the author, on the Pakistan day of typing; anybody else only by a decision that he himself took.
create policy author_today_or_by_two on register.notice_strike for insert to amanat_app
  with check (struck_by = (select sec.officer_id()) and (
    (approval_id is null and exists (select from register.notice n where n.notice_id = notice_strike.notice_id
       and n.recorded_by = (select sec.officer_id())
       and (n.recorded_at at time zone 'Asia/Karachi')::date = (notice_strike.struck_at at time zone 'Asia/Karachi')::date))
    or exists (select from register.approval_decision d where d.approval_id = notice_strike.approval_id
       and d.decision = 'approved' and d.decided_by = (select sec.officer_id()))));

-- A station closes an address or a name of its own people when it is told of a new one, and renews their cards.
create policy station_supersedes on register.person_address for update to amanat_app
  using (exists (select from register.person p where p.person_id = person_address.person_id and 's:' || p.station_id = (select sec.people_key())));
create policy station_supersedes on register.person_name for update to amanat_app
  using (exists (select from register.person p where p.person_id = person_name.person_id and 's:' || p.station_id = (select sec.people_key())));
create policy station_renews_cards on register.person for update to amanat_app
  using ('s:' || station_id = (select sec.people_key()));

-- A notice tells of a change or trip of the same person, whichever program writes it.
create function register.check_notice_about() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
  as $$ begin
    if new.about_id is not null
      and not exists (select from register.change c where c.change_id = new.about_id and c.person_id = new.person_id)
      and not exists (select from register.trip t where t.trip_id = new.about_id and t.person_id = new.person_id) then
      raise exception 'notice_about_another' using errcode = 'AM005';
    end if;
    return null; end $$;
comment on function register.check_notice_about() is 'Refuses a notice about a change or trip that is not its person''s.';
create constraint trigger notice_is_about_his_own after insert on register.notice
  deferrable initially deferred for each row execute function register.check_notice_about();
