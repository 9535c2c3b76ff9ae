-- Figures for the Special Committee: national totals of closed quarters, protected before they are stored, published once.
-- ARITA-2021 s.15(2); LAW 3 (aggregates only), 5 (small statistics); DESIGN 10; decision 0058.
create table register.statistic (
  statistic_id uuid primary key,
  name text not null check (name in ('entries_expected', 'entries_made', 'entry_days', 'checks_asked', 'checks_screened', 'checks_answered', 'checks_refused', 'duties_due')),
  quarter_on date not null check (quarter_on = date_trunc('quarter', quarter_on::timestamp)),
  revision integer not null check (revision > 0),
  definition integer not null check (definition > 0),
  counted_on date not null,
  published_at timestamptz not null default now(),
  unique (name, quarter_on, revision),
  unique (name, quarter_on, definition)
);
comment on table register.statistic is 'One table of one closed quarter as it was published: never changed; a later count is a numbered revision beside it. ARITA-2021 s.15(2).';
comment on column register.statistic.statistic_id is 'Opaque id.';
comment on column register.statistic.name is 'Which of the tables that were fixed beforehand.';
comment on column register.statistic.quarter_on is 'First day of the quarter.';
comment on column register.statistic.revision is '1 when first published; each revision is one more.';
comment on column register.statistic.definition is 'Version of what is counted; a quarter is published once by each.';
comment on column register.statistic.counted_on is 'Pakistan day on which the register was counted.';
comment on column register.statistic.published_at is 'When.';

create table register.statistic_figure (
  statistic_id uuid not null references register.statistic on delete restrict,
  cell text not null,
  figure_count integer check (figure_count >= 10 and figure_count % 5 = 0),
  figure_days integer check (figure_days >= 0 and figure_days % 5 = 0),
  primary key (statistic_id, cell),
  check (figure_count is null or figure_days is null)
);
comment on table register.statistic_figure is 'The figures of a published table: multiples of five, no count below ten. A true count is never stored. ARITA-2021 s.15(2); LAW 5.';
comment on column register.statistic_figure.statistic_id is 'The table.';
comment on column register.statistic_figure.cell is 'Which figure of it.';
comment on column register.statistic_figure.figure_count is 'A count, rounded to 5; null where it is withheld, and for days.';
comment on column register.statistic_figure.figure_days is 'Days, rounded to 5; null where they are withheld, and for a count.';

do $$
declare name text;
begin
  foreach name in array array['statistic', 'statistic_figure'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('create policy committee_reads on register.%I for select to amanat_app using ((select sec.has_role(array[''committee_analyst'', ''night_work''])))', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
  end loop;
end $$;
-- The night work publishes. A figure comes with its table, in one transaction: none is added to what was published before.
create policy night_work_publishes on register.statistic for insert to amanat_app
  with check ((select sec.has_role(array['night_work'])) and published_at = now());
create policy with_its_table on register.statistic_figure for insert to amanat_app
  with check ((select sec.has_role(array['night_work'])) and exists (select from register.statistic s
    where s.statistic_id = statistic_figure.statistic_id and s.published_at = now()));

-- The first day of a closed quarter is all that can be said: what is over, and 30 days more (assumed).
create function register.is_closed_quarter(quarter_on date) returns boolean language sql stable
  as $$ select quarter_on = date_trunc('quarter', quarter_on::timestamp)
    and quarter_on + interval '3 months 30 days' <= now() at time zone 'Asia/Karachi' $$;
comment on function register.is_closed_quarter(date) is 'Whether a day is the first of a quarter that has been over for at least 30 days, in Pakistan.';

create function register.keep_statistic_frozen() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare last register.statistic;
  begin
    if not register.is_closed_quarter(new.quarter_on) then raise exception 'quarter_open' using errcode = 'AM005'; end if;
    select * into last from register.statistic s where s.name = new.name and s.quarter_on = new.quarter_on order by s.revision desc limit 1;
    if new.revision <> coalesce(last.revision, 0) + 1 or new.definition <= coalesce(last.definition, 0) then
      raise exception 'published_once' using errcode = 'AM005'; end if;
    return new; end $$;
comment on function register.keep_statistic_frozen() is 'A closed quarter is published once by each definition; a later definition makes the next revision, and nothing else does.';
create trigger published_once before insert on register.statistic for each row execute function register.keep_statistic_frozen();
