-- What follows for people when a change of the rules comes into force: one batch, and its undoing. DESIGN 7; decision 0040.
alter table register.exit drop constraint exit_ground_check;
alter table register.exit add constraint exit_ground_check check (ground in ('acquittal', 'set_aside', 'ended', 'law_change'));
alter table register.exit drop constraint exit_check;
alter table register.exit add constraint exit_check check ((ground in ('ended', 'law_change')) = (conviction_id is null));
comment on column register.exit.ground is 'acquittal, set_aside (a court undid the conviction), ended (the period is over) or law_change (no conviction counts by the rules that came into force).';
comment on column register.exit.conviction_id is 'The conviction that a court undid; null where the period ended or the rules changed.';
comment on column register.exit.approval_id is 'The approved order of the court, or the approved change of the rules; null where the period ended.';
comment on column register.exit.reversed_at is 'Instant a court restored the conviction, or a change of the rules was undone, so that the exit no longer holds; null while it does.';

create table register.law_change (
  law_change_id uuid primary key,
  in_force_id uuid not null unique references register.pack_in_force on delete restrict,
  simulation_id uuid not null references register.simulation on delete restrict,
  approval_id uuid not null references register.approval_decision on delete restrict,
  from_on date not null,
  last_id uuid,
  seen_count integer not null default 0,
  applied_at timestamptz,
  reversed_at timestamptz,
  undone_at timestamptz,
  check (undone_at is null or reversed_at is not null)
);
comment on table register.law_change is 'The batch of one change of the rules: on its first day, whoever leaves by it gets an exit, and whoever would enter becomes a task of the Bureau. It is undone as a whole. LAW 4.';
comment on column register.law_change.law_change_id is 'Opaque id.';
comment on column register.law_change.in_force_id is 'The coming into force.';
comment on column register.law_change.simulation_id is 'The simulation that was decided on: whom the batch is about.';
comment on column register.law_change.approval_id is 'The approval; the batch acts in the name of who gave it.';
comment on column register.law_change.from_on is 'First day in force; nothing is done before it.';
comment on column register.law_change.last_id is 'Last one dealt with, in the order of ids; null before the first.';
comment on column register.law_change.seen_count is 'Dealt with so far.';
comment on column register.law_change.applied_at is 'When all were dealt with; null until then.';
comment on column register.law_change.reversed_at is 'When the pack was undone by two people; null while it holds.';
comment on column register.law_change.undone_at is 'When all effects were taken back; null until then.';
create index law_change_simulation on register.law_change (simulation_id);
create index law_change_approval on register.law_change (approval_id);

create table register.law_change_effect (
  law_change_id uuid not null references register.law_change on delete restrict,
  subject_id uuid not null,
  subject_kind text not null check (subject_kind in ('person', 'draft')),
  effect text not null check (effect in ('exit', 'entry', 'review')),
  exit_id uuid references register.exit on delete restrict,
  taken_up_at timestamptz,
  taken_up_by uuid references access.officer on delete restrict,
  undone_at timestamptz,
  primary key (law_change_id, subject_id),
  check ((effect = 'exit') = (exit_id is not null))
);
comment on table register.law_change_effect is 'What a batch did: an exit, or a task of the Bureau. Nobody is entered by it. DESIGN 7.';
comment on column register.law_change_effect.law_change_id is 'The batch.';
comment on column register.law_change_effect.subject_id is 'The person, or the closed entry.';
comment on column register.law_change_effect.subject_kind is 'person or draft.';
comment on column register.law_change_effect.effect is 'exit (left by the change), entry (to be served, or the entry made anew) or review (a legal officer decides).';
comment on column register.law_change_effect.exit_id is 'The exit that was begun; null for a task.';
comment on column register.law_change_effect.taken_up_at is 'When an officer of the Bureau took the task up; null until then.';
comment on column register.law_change_effect.taken_up_by is 'Who did.';
comment on column register.law_change_effect.undone_at is 'When it was taken back with the change; null while it holds.';
create index law_change_effect_exit on register.law_change_effect (exit_id) where exit_id is not null;
create index law_change_effect_taken_up_by on register.law_change_effect (taken_up_by) where taken_up_by is not null;

do $$
declare name text;
begin
  foreach name in array array['law_change', 'law_change_effect'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('create policy bureau_and_legal on register.%I for select to amanat_app using ((select sec.has_role(array[''bureau_officer'', ''bureau_supervisor'', ''legal_officer''])))', name);
    execute format('create policy bureau_goes_on on register.%I for update to amanat_app using ((select sec.has_role(array[''bureau_officer'', ''bureau_supervisor''])))', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
  end loop;
end $$;
-- The batch belongs to a coming into force that this officer approved; its effects to a batch whose day has come and that holds.
create policy with_the_coming_into_force on register.law_change for insert to amanat_app with check (exists (
  select from register.pack_in_force f join register.approval_decision d on d.approval_id = f.approval_id
   where f.in_force_id = law_change.in_force_id and d.approval_id = law_change.approval_id and d.decided_by = (select sec.officer_id())));
create policy with_a_batch_that_holds on register.law_change_effect for insert to amanat_app
  with check ((select sec.has_role(array['bureau_supervisor'])) and exists (
    select from register.law_change c where c.law_change_id = law_change_effect.law_change_id and c.reversed_at is null));
grant update (last_id, seen_count, applied_at, reversed_at, undone_at) on register.law_change to amanat_app;
grant update (taken_up_at, taken_up_by, undone_at) on register.law_change_effect to amanat_app;
