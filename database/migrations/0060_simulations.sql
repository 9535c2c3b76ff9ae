-- What a draft of the rules would change, person by person, before two people decide on it. DESIGN 7; decision 0040.
create table register.simulation (
  simulation_id uuid primary key,
  pack_id uuid not null references register.pack on delete restrict,
  from_on date not null,
  content jsonb not null,
  content_hash bytea not null check (octet_length(content_hash) = 32),
  base_hash bytea not null check (octet_length(base_hash) = 32),
  state text not null default 'running' check (state in ('running', 'stopped', 'done')),
  asked_by uuid not null references access.officer on delete restrict,
  asked_at timestamptz not null default now(),
  of_count integer not null,
  under_way_count integer not null,
  discarded_count integer not null,
  refused_count integer not null,
  open_end_count integer not null default 0,
  result_hash bytea check (octet_length(result_hash) = 32),
  ended_at timestamptz,
  check ((state = 'done') = (ended_at is not null) and (state = 'done') = (result_hash is not null))
);
comment on table register.simulation is 'One simulation of a draft pack over the whole register: everybody by the packs in force and by those and the draft, on its first day. It changes no person. LAW 4; DESIGN 7.';
comment on column register.simulation.simulation_id is 'Opaque id.';
comment on column register.simulation.pack_id is 'The draft.';
comment on column register.simulation.from_on is 'The day from which the draft would hold; everybody is computed on it.';
comment on column register.simulation.content is 'The values as they were simulated.';
comment on column register.simulation.content_hash is 'SHA-256 of their canonical JSON; another one means that the draft was changed since.';
comment on column register.simulation.base_hash is 'SHA-256 of the packs in force up to that day; another one means that another pack came into force, or was undone.';
comment on column register.simulation.state is 'running (also after a kill, until it goes on), stopped (by wish) or done.';
comment on column register.simulation.asked_by is 'Legal officer who began it.';
comment on column register.simulation.asked_at is 'When.';
comment on column register.simulation.of_count is 'People and closed entries to compare, as counted at the beginning.';
comment on column register.simulation.under_way_count is 'Entries not decided yet: they will be judged by the pack of their day, and are not compared.';
comment on column register.simulation.discarded_count is 'Discarded entries, of which nothing is held that could be compared.';
comment on column register.simulation.refused_count is 'Rows of returns that were refused: never understood, so not compared.';
comment on column register.simulation.open_end_count is 'People on the register under both whose end is open under both, mostly in custody: a longer or shorter period shows only once they are released.';
comment on column register.simulation.result_hash is 'SHA-256 of what was simulated and of all that came out; what two people decide on names it. Null until done.';
comment on column register.simulation.ended_at is 'When everybody was compared; null until then.';
create index simulation_pack on register.simulation (pack_id, asked_at);
create index simulation_asked_by on register.simulation (asked_by);

create table register.simulation_part (
  simulation_id uuid not null references register.simulation on delete restrict,
  part smallint not null,
  after_id uuid,
  until_id uuid,
  last_id uuid,
  done_count integer not null default 0,
  open_end_count integer not null default 0,
  tally jsonb not null default '{}',
  rows_hash bytea not null default '\x',
  is_done boolean not null default false,
  primary key (simulation_id, part)
);
comment on table register.simulation_part is 'How far each part of a simulation is: sixteen equal shares of the people in the order of their ids, and the closed entries. One batch is one transaction with its bookmark. DESIGN 7.';
comment on column register.simulation_part.simulation_id is 'The simulation.';
comment on column register.simulation_part.part is '0 to 15: a share of the people; 16: entries closed as not registrable.';
comment on column register.simulation_part.after_id is 'Its people come after this id; null in the first share.';
comment on column register.simulation_part.until_id is 'Its last id; null in the last share, which takes whoever is entered meanwhile.';
comment on column register.simulation_part.last_id is 'Last one compared, in the order of ids; null before the first.';
comment on column register.simulation_part.done_count is 'Compared so far.';
comment on column register.simulation_part.open_end_count is 'Of them: ends open under both.';
comment on column register.simulation_part.tally is 'Counts so far, by district and class.';
comment on column register.simulation_part.rows_hash is 'SHA-256 over the rows written so far, each batch over the one before; empty before the first.';
comment on column register.simulation_part.is_done is 'Whether nobody is left in it.';

create table register.simulation_count (
  simulation_id uuid not null references register.simulation on delete restrict,
  district_id text not null references reference.district on delete restrict,
  class text not null check (class in ('enters', 'leaves', 'lengthens', 'shortens', 'duties_change', 'unchanged')),
  found_count integer not null check (found_count >= 0),
  primary key (simulation_id, district_id, class)
);
comment on table register.simulation_count is 'What came out of a simulation, counted by district and class. It names nobody. DESIGN 7.';
comment on column register.simulation_count.simulation_id is 'The simulation.';
comment on column register.simulation_count.district_id is 'District that owns the person, or the entry.';
comment on column register.simulation_count.class is 'enters, leaves, lengthens, shortens, duties_change or unchanged.';
comment on column register.simulation_count.found_count is 'How many.';
create index simulation_count_district on register.simulation_count (district_id);

-- No foreign keys: a million rows would ask each a million times what the wall asks anyway, and nobody is deleted.
create table register.simulation_row (
  simulation_id uuid not null,
  subject_id uuid not null,
  subject_kind text not null check (subject_kind in ('person', 'draft')),
  district_id text not null,
  class text not null check (class in ('enters', 'leaves', 'lengthens', 'shortens', 'duties_change')),
  status_before text not null,
  status_after text not null,
  standing_before text,
  standing_after text,
  ends_before_on date,
  ends_after_on date,
  duty_count integer not null,
  primary key (simulation_id, subject_id)
);
comment on table register.simulation_row is 'For whom a simulated draft changes something, and what: dates, codes and opaque ids; whoever is unchanged has no row. DESIGN 7.';
comment on column register.simulation_row.simulation_id is 'The simulation.';
comment on column register.simulation_row.subject_id is 'The person, or the closed entry.';
comment on column register.simulation_row.subject_kind is 'person or draft.';
comment on column register.simulation_row.district_id is 'District that owns it.';
comment on column register.simulation_row.class is 'enters, leaves, lengthens, shortens or duties_change.';
comment on column register.simulation_row.status_before is 'Status of the registration, or outcome of the entry''s tests, by the packs in force.';
comment on column register.simulation_row.status_after is 'The same by the draft.';
comment on column register.simulation_row.standing_before is 'Standing by the packs in force; null for an entry.';
comment on column register.simulation_row.standing_after is 'Standing by the draft; null for an entry.';
comment on column register.simulation_row.ends_before_on is 'First day no longer on the register by the packs in force; null where open, or not on it.';
comment on column register.simulation_row.ends_after_on is 'The same by the draft.';
comment on column register.simulation_row.duty_count is 'Duties that are more, fewer, or have another date or state.';
create index simulation_row_class on register.simulation_row (simulation_id, class, district_id, subject_id);

do $$
declare name text;
begin
  foreach name in array array['simulation', 'simulation_part', 'simulation_count', 'simulation_row'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('create policy bureau_and_legal on register.%I for select to amanat_app using ((select sec.has_role(array[''bureau_officer'', ''bureau_supervisor'', ''legal_officer''])))', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
  end loop;
  foreach name in array array['simulation_part', 'simulation_count', 'simulation_row'] loop
    execute format('create policy legal_officer_adds on register.%I for insert to amanat_app with check ((select sec.has_role(array[''legal_officer''])) and exists (select from register.simulation s where s.simulation_id = %I.simulation_id and s.state = ''running''))', name, name);
  end loop;
end $$;
create policy legal_officer_begins on register.simulation for insert to amanat_app
  with check (asked_by = (select sec.officer_id()) and (select sec.has_role(array['legal_officer'])) and state = 'running');
-- What is done stays as it was decided on.
create policy legal_officer_goes_on on register.simulation for update to amanat_app
  using ((select sec.has_role(array['legal_officer'])) and state <> 'done') with check ((select sec.has_role(array['legal_officer'])));
create policy legal_officer_goes_on on register.simulation_part for update to amanat_app
  using ((select sec.has_role(array['legal_officer'])) and not is_done) with check ((select sec.has_role(array['legal_officer'])));
grant update (state, open_end_count, result_hash, ended_at) on register.simulation to amanat_app;
grant update (last_id, done_count, open_end_count, tally, rows_hash, is_done) on register.simulation_part to amanat_app;
