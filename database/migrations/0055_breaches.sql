-- Lapsed duties: contact steps, breaches with the gate they passed, decisions either way. DESIGN 7, LAW 1.
-- A missed duty is recorded and referred; nothing here is a finding of an offence.

create table register.contact_step (
  contact_step_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  duty text not null check (duty in ('confirm_in_person', 'notify_name_change', 'notify_address_change', 'notify_travel_abroad', 'notify_absence')),
  key text not null,
  due_on date not null,
  kind text not null check (kind in ('visit', 'call', 'letter')),
  made_on date not null,
  outcome text not null check (outcome in ('spoke', 'not_reached', 'sent', 'returned')),
  note_enc bytea,
  station_id text references reference.station on delete restrict,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references access.officer on delete restrict,
  superseded_at timestamptz,
  check ((kind = 'letter') = (outcome in ('sent', 'returned')))
);
comment on table register.contact_step is 'An attempt to speak with a person about a duty that lapsed, before anything is decided, or where the gate forbids more. SOR-SOP-2024; DESIGN 7.';
comment on column register.contact_step.contact_step_id is 'Opaque id.';
comment on column register.contact_step.person_id is 'The person.';
comment on column register.contact_step.duty is 'Which duty lapsed.';
comment on column register.contact_step.key is 'schedule.occurrence of a confirmation, else the id of the change or trip.';
comment on column register.contact_step.due_on is 'Date by which it was due; of a deadline in hours, the date of its instant.';
comment on column register.contact_step.kind is 'visit, call or letter.';
comment on column register.contact_step.made_on is 'Day of the attempt.';
comment on column register.contact_step.outcome is 'spoke or not_reached; of a letter, sent or returned.';
comment on column register.contact_step.note_enc is 'What came of it, encrypted by the person''s key; null when nothing was noted.';
comment on column register.contact_step.station_id is 'Station that made it; null: the Bureau.';
comment on column register.contact_step.recorded_at is 'When it was typed in.';
comment on column register.contact_step.recorded_by is 'Officer who recorded it.';
comment on column register.contact_step.superseded_at is 'Instant it was struck out as wrong; null while live.';
create index contact_step_person on register.contact_step (person_id, duty, key);
create index contact_step_station on register.contact_step (station_id) where station_id is not null;
create index contact_step_recorded_by on register.contact_step (recorded_by);

create table register.breach (
  breach_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  duty text not null check (duty in ('confirm_in_person', 'notify_name_change', 'notify_address_change', 'notify_travel_abroad', 'notify_absence')),
  key text not null,
  due_on date not null,
  due_at timestamptz,
  station_id text not null references reference.station on delete restrict,
  gate jsonb not null,
  opened_at timestamptz not null default now(),
  opened_by uuid not null references access.officer on delete restrict,
  unique (person_id, duty, key, due_on)
);
comment on table register.breach is 'One lapsed duty whose gate was passed, for a decision whether to refer it. Whether its ground still stands is computed. SOR-SOP-2024; LAW 1.';
comment on column register.breach.breach_id is 'Opaque id.';
comment on column register.breach.person_id is 'The person.';
comment on column register.breach.duty is 'Which duty lapsed.';
comment on column register.breach.key is 'schedule.occurrence of a confirmation, else the id of the change or trip.';
comment on column register.breach.due_on is 'Date by which it was due when this was opened; of a deadline in hours, the date of its instant.';
comment on column register.breach.due_at is 'Due instant, only for deadlines in hours.';
comment on column register.breach.station_id is 'Station that owned the person when this was opened.';
comment on column register.breach.gate is 'Every check with its evidence as it stood when this was opened: codes, dates and opaque ids.';
comment on column register.breach.opened_at is 'When.';
comment on column register.breach.opened_by is 'Officer who opened it.';
create index breach_station on register.breach (station_id);
create index breach_opened_by on register.breach (opened_by);

create table register.breach_decision (
  breach_decision_id uuid primary key,
  breach_id uuid not null references register.breach on delete restrict,
  decision text not null check (decision in ('refer', 'not_refer')),
  ground text not null check (ground in ('no_answer', 'answered_without_cause', 'repeated', 'came_late', 'good_cause', 'unwell', 'mistaken', 'other')),
  reason_enc bytea not null,
  approval_id uuid not null unique references register.approval on delete restrict,
  decided_at timestamptz not null default now(),
  decided_by uuid not null references access.officer on delete restrict,
  expires_at timestamptz not null
);
comment on table register.breach_decision is 'Whether a missed duty is referred, with reasons either way; it takes effect with the sign-off of a second officer. SOR-SOP-2024; LAW 1.';
comment on column register.breach_decision.breach_decision_id is 'Opaque id.';
comment on column register.breach_decision.breach_id is 'The breach decided.';
comment on column register.breach_decision.decision is 'refer or not_refer.';
comment on column register.breach_decision.ground is 'The reason as a code of a closed list.';
comment on column register.breach_decision.reason_enc is 'The reason in words, encrypted by the person''s key.';
comment on column register.breach_decision.approval_id is 'The proposal that the station head or District Police Officer signs off.';
comment on column register.breach_decision.decided_at is 'When it was proposed.';
comment on column register.breach_decision.decided_by is 'Officer who proposed it.';
comment on column register.breach_decision.expires_at is 'Cannot be signed off from this instant.';
create index breach_decision_breach on register.breach_decision (breach_id);
create index breach_decision_decided_by on register.breach_decision (decided_by);

create table register.breach_outcome (
  breach_decision_id uuid primary key references register.breach_decision on delete restrict,
  breach_id uuid not null references register.breach on delete restrict,
  approval_id uuid not null references register.approval_decision on delete restrict,
  said text not null check (said in ('approved', 'returned', 'refused', 'withdrawn')),
  said_at timestamptz not null default now(),
  said_by uuid not null references access.officer on delete restrict
);
comment on table register.breach_outcome is 'What the second officer said to a decision, for all who see the person: the approval itself shows to its author and the heads only. SOR-SOP-2024.';
comment on column register.breach_outcome.breach_decision_id is 'The decision; it has one outcome.';
comment on column register.breach_outcome.breach_id is 'The breach.';
comment on column register.breach_outcome.approval_id is 'The approval decision that this repeats; without it the row cannot exist.';
comment on column register.breach_outcome.said is 'approved: the decision stands; returned, refused or withdrawn: it does not.';
comment on column register.breach_outcome.said_at is 'When.';
comment on column register.breach_outcome.said_by is 'Who.';
create index breach_outcome_breach on register.breach_outcome (breach_id);
create index breach_outcome_approval on register.breach_outcome (approval_id);
create index breach_outcome_said_by on register.breach_outcome (said_by);

create index duty_due_late on register.duty_due (due_on, person_id) where met = 'met_late';

-- ---- a third queue of approvals: the heads who answer for the person it is about ----
alter table register.approval drop constraint approval_audience_check;
alter table register.approval add constraint approval_audience_check check (audience in ('bureau', 'administration', 'supervision'));
comment on column register.approval.audience is 'Whose queue: bureau, administration, or supervision: the station head and District Police Officer of the person whom the subject is about.';

-- ---- walls ----
do $$
declare name text;
begin
  foreach name in array array['contact_step', 'breach', 'breach_decision', 'breach_outcome'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
  end loop;
end $$;
create policy with_the_person on register.contact_step for select to amanat_app
  using (exists (select from register.person p where p.person_id = contact_step.person_id));
create policy own_station_or_bureau on register.contact_step for insert to amanat_app
  with check (recorded_by = (select sec.officer_id())
    and (select sec.has_role(array['station_officer', 'station_head', 'bureau_officer', 'bureau_supervisor']))
    and exists (select from register.person p where p.person_id = contact_step.person_id));
create policy own_station_or_bureau_superseded on register.contact_step for update to amanat_app
  using ((select sec.has_role(array['station_officer', 'station_head', 'bureau_officer', 'bureau_supervisor']))
    and exists (select from register.person p where p.person_id = contact_step.person_id));
grant update (superseded_at) on register.contact_step to amanat_app;
create policy with_the_person on register.breach for select to amanat_app
  using (exists (select from register.person p where p.person_id = breach.person_id));
create policy own_station_or_bureau on register.breach for insert to amanat_app
  with check (opened_by = (select sec.officer_id())
    and (select sec.has_role(array['station_officer', 'station_head', 'bureau_officer', 'bureau_supervisor']))
    and exists (select from register.person p where p.person_id = breach.person_id and p.station_id = breach.station_id));
create policy with_the_breach on register.breach_decision for select to amanat_app
  using (exists (select from register.breach b where b.breach_id = breach_decision.breach_id));
create policy with_its_own_proposal on register.breach_decision for insert to amanat_app
  with check (decided_by = (select sec.officer_id())
    and exists (select from register.breach b where b.breach_id = breach_decision.breach_id)
    and exists (select from register.approval a where a.approval_id = breach_decision.approval_id
      and a.kind = 'breach' and a.audience = 'supervision' and a.subject_id = breach_decision.breach_id and a.proposed_by = (select sec.officer_id())));
create policy with_the_breach on register.breach_outcome for select to amanat_app
  using (exists (select from register.breach b where b.breach_id = breach_outcome.breach_id));
create policy with_what_was_said on register.breach_outcome for insert to amanat_app
  with check (said_by = (select sec.officer_id())
    and exists (select from register.breach_decision d where d.breach_decision_id = breach_outcome.breach_decision_id
      and d.breach_id = breach_outcome.breach_id and d.approval_id = breach_outcome.approval_id)
    and exists (select from register.approval_decision a where a.approval_id = breach_outcome.approval_id
      and a.decision = breach_outcome.said and a.decided_by = (select sec.officer_id())));
create policy heads_of_the_person on register.approval for select to amanat_app
  using (audience = 'supervision' and (select sec.has_role(array['station_head', 'district_police_officer']))
    and exists (select from register.breach b where b.breach_id = approval.subject_id));
