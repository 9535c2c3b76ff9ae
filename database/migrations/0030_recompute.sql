-- Two calculators over the whole register: what they differed on, and how far a run has come. DESIGN 7, decision 0031.
create table register.duty_exception (
  exception_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  kind text not null check (kind in ('calculators_differ', 'projection_differs')),
  detail jsonb not null default '{}',
  opened_at timestamptz not null default now(),
  closed_at timestamptz
);
comment on table register.duty_exception is 'People for whom computing is in doubt: while one of kind calculators_differ is open, no breach may be opened. DESIGN 7.';
comment on column register.duty_exception.exception_id is 'Opaque id.';
comment on column register.duty_exception.person_id is 'The person.';
comment on column register.duty_exception.kind is 'calculators_differ: the two calculators gave different answers. projection_differs: the stored projection was not what is computed.';
comment on column register.duty_exception.detail is 'Both answers, in codes, dates and opaque ids.';
comment on column register.duty_exception.opened_at is 'When it was found.';
comment on column register.duty_exception.closed_at is 'When a later run found agreement; null while open.';
create index duty_exception_person on register.duty_exception (person_id);
create unique index duty_exception_open on register.duty_exception (person_id, kind) where closed_at is null;

create table register.recompute_run (
  run_id uuid primary key,
  computed_on date not null,
  began_at timestamptz not null default now(),
  last_person_id uuid,
  compared_count bigint not null default 0,
  difference_count bigint not null default 0,
  finished_at timestamptz
);
comment on table register.recompute_run is 'Runs of both calculators over the whole register; one that was broken off goes on from the last person compared.';
comment on column register.recompute_run.run_id is 'Opaque id.';
comment on column register.recompute_run.computed_on is 'Pakistan day for which everyone is computed.';
comment on column register.recompute_run.began_at is 'Begin.';
comment on column register.recompute_run.last_person_id is 'Last person compared, in the order of ids; null before the first.';
comment on column register.recompute_run.compared_count is 'People compared so far.';
comment on column register.recompute_run.difference_count is 'People whose answers differed.';
comment on column register.recompute_run.finished_at is 'End; null while it runs or was broken off.';

do $$
declare name text;
begin
  foreach name in array array['duty_exception', 'recompute_run'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
  end loop;
end $$;
grant select on register.duty_exception to amanat_app;
create policy with_the_person on register.duty_exception for select to amanat_app
  using (exists (select from register.person p where p.person_id = duty_exception.person_id));
