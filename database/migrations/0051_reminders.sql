-- Telephone numbers of people who asked to be reminded, the reminders, and how far the night work has come.
-- DESIGN 9 (phones sealed, with a keyed index), LAW 3; docs/decisions/0037.

create table register.person_contact (
  contact_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  kind text not null check (kind in ('mobile')),
  number_enc bytea not null,
  number_index bytea not null check (octet_length(number_index) = 32),
  language text not null check (language in ('ur', 'en')),
  agreed_on date not null,
  added_at timestamptz not null default now(),
  added_by uuid not null references access.officer on delete restrict,
  superseded_at timestamptz
);
comment on table register.person_contact is 'Numbers at which a person asked to be reminded of his duties; many have none, and a family may share one. SOR-SOP-2024; only with his agreement.';
comment on column register.person_contact.contact_id is 'Opaque id.';
comment on column register.person_contact.person_id is 'The person.';
comment on column register.person_contact.kind is 'mobile.';
comment on column register.person_contact.number_enc is 'The number as +92…, encrypted by the person''s key.';
comment on column register.person_contact.number_index is 'HMAC-SHA-256 of kind and number under the index key.';
comment on column register.person_contact.language is 'Language of the reminder: ur or en.';
comment on column register.person_contact.agreed_on is 'Day on which he agreed to be reminded there.';
comment on column register.person_contact.added_at is 'Instant of entry.';
comment on column register.person_contact.added_by is 'Officer who wrote it down.';
comment on column register.person_contact.superseded_at is 'Instant it was replaced or withdrawn; null while live.';
create index person_contact_person on register.person_contact (person_id);
create unique index person_contact_live on register.person_contact (person_id) where superseded_at is null;
create index person_contact_number on register.person_contact (number_index);
create index person_contact_added_by on register.person_contact (added_by);

create table register.reminder (
  reminder_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  contact_id uuid not null references register.person_contact on delete restrict,
  duty text not null,
  key text not null,
  step_days integer not null check (step_days > 0),
  due_on date not null,
  planned_at timestamptz not null default now(),
  attempt_count integer not null default 0,
  last_fault text,
  sent_at timestamptz,
  dropped_at timestamptz,
  dropped_because text check (dropped_because in ('not_owed', 'past', 'limit', 'no_contact')),
  unique (person_id, duty, key, step_days)
);
comment on table register.reminder is 'A reminder before a duty falls due: one a duty and step, whatever happens; the text is not kept. SOR-SOP-2024.';
comment on column register.reminder.reminder_id is 'Opaque id, also the gateway''s message id, so that it sends none twice.';
comment on column register.reminder.person_id is 'The person.';
comment on column register.reminder.contact_id is 'The number it goes to.';
comment on column register.reminder.duty is 'Which duty.';
comment on column register.reminder.key is 'Which occurrence of it, as in duty_due.';
comment on column register.reminder.step_days is 'Which step before the due date: 14, 7 or 1 days.';
comment on column register.reminder.due_on is 'The due date when it was planned.';
comment on column register.reminder.planned_at is 'When it was planned.';
comment on column register.reminder.attempt_count is 'How often the gateway was asked.';
comment on column register.reminder.last_fault is 'Code of the last failure; null where none.';
comment on column register.reminder.sent_at is 'When the gateway took it; null until then.';
comment on column register.reminder.dropped_at is 'When it was given up; null otherwise.';
comment on column register.reminder.dropped_because is 'not_owed (met, paused or moved away), past, limit (the day''s limit was reached), no_contact.';
create index reminder_contact on register.reminder (contact_id);
create index reminder_waiting on register.reminder (planned_at) where sent_at is null and dropped_at is null;
create index reminder_sent on register.reminder (sent_at) where sent_at is not null;

create table register.night_run (
  run_id uuid primary key,
  day_on date not null,
  generation bigint not null,
  begun_at timestamptz not null default now(),
  of_count integer not null,
  done_count integer not null default 0,
  ended_at timestamptz
);
comment on table register.night_run is 'One run of the night work that computes duties anew, and how far it has come. DESIGN 4; no legal basis needed: it names nobody.';
comment on column register.night_run.run_id is 'Opaque id.';
comment on column register.night_run.day_on is 'Pakistan day computed for.';
comment on column register.night_run.generation is 'Last change of a calendar or pack that it takes into account.';
comment on column register.night_run.begun_at is 'When it began.';
comment on column register.night_run.of_count is 'People to compute, as counted at the beginning.';
comment on column register.night_run.done_count is 'People computed so far.';
comment on column register.night_run.ended_at is 'When nobody was left; null while it runs, or when it was cut short.';
create index night_run_begun on register.night_run (begun_at);

do $$
declare name text;
begin
  foreach name in array array['person_contact', 'reminder', 'night_run'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
  end loop;
  foreach name in array array['person_contact', 'reminder'] loop
    execute format('create policy with_the_person on register.%I for select to amanat_app using (exists (select from register.person p where p.person_id = %I.person_id))', name, name);
  end loop;
end $$;
create policy with_the_person_in on register.person_contact for insert to amanat_app
  with check (added_by = (select sec.officer_id()) and exists (select from register.person p where p.person_id = person_contact.person_id));
create policy with_the_person_superseded on register.person_contact for update to amanat_app
  using (exists (select from register.person p where p.person_id = person_contact.person_id));
grant update (superseded_at) on register.person_contact to amanat_app;
-- Reminders are planned and sent by the night work alone.
create policy night_work_plans on register.reminder for insert to amanat_app with check ((select sec.has_role(array['night_work'])));
create policy night_work_sends on register.reminder for update to amanat_app using ((select sec.has_role(array['night_work'])));
grant update (attempt_count, last_fault, sent_at, dropped_at, dropped_because) on register.reminder to amanat_app;
create policy bureau_and_night_work on register.night_run for select to amanat_app
  using ((select sec.has_role(array['bureau_officer', 'bureau_supervisor', 'night_work'])));
create policy night_work_begins on register.night_run for insert to amanat_app with check ((select sec.has_role(array['night_work'])));
create policy night_work_goes_on on register.night_run for update to amanat_app using ((select sec.has_role(array['night_work'])));
grant update (done_count, ended_at) on register.night_run to amanat_app;
-- A person of whom nothing moved overnight keeps his rows; only the day and the generation are noted.
grant update (computed_on, generation) on register.duty_standing to amanat_app;
