-- What serving duties tells of a person: the language he is spoken to in; and a serving recorded in error, struck out by two.
-- RULES 4 (nothing is owed that was not told); DESIGN 5, wall 4; docs/decisions/0035, 0036.

create table register.person_language (
  language_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  language text not null check (language in ('ur', 'en', 'pa', 'skr', 'sd', 'ps', 'bal', 'other')),
  source_kind text not null check (source_kind in ('serving', 'phone')),
  asked_on date not null,
  added_at timestamptz not null default now(),
  added_by uuid not null references access.officer on delete restrict,
  superseded_at timestamptz
);
comment on table register.person_language is 'The language in which a person is spoken to, asked of himself; nothing is told of his people or his origin. SOR-RULES-2023 (duties are explained in his language).';
comment on column register.person_language.language_id is 'Opaque id.';
comment on column register.person_language.person_id is 'The person.';
comment on column register.person_language.language is 'ur, en, pa (Punjabi), skr (Saraiki), sd (Sindhi), ps (Pashto), bal (Balochi) or other. Papers and messages are in English for en, else in Urdu.';
comment on column register.person_language.source_kind is 'When he was asked: serving (of duties) or phone (his number for reminders).';
comment on column register.person_language.asked_on is 'Pakistan day on which he said so.';
comment on column register.person_language.added_at is 'Instant of entry.';
comment on column register.person_language.added_by is 'Officer who wrote it down.';
comment on column register.person_language.superseded_at is 'Instant another was told; null while live.';
create index person_language_person on register.person_language (person_id);
create unique index person_language_live on register.person_language (person_id) where superseded_at is null;
create index person_language_added_by on register.person_language (added_by);
alter table register.person_language enable row level security;
alter table register.person_language force row level security;
create policy owner on register.person_language to amanat_owner using (true) with check (true);
create policy with_the_person on register.person_language for select to amanat_app
  using (exists (select from register.person p where p.person_id = person_language.person_id));
create policy with_the_person_in on register.person_language for insert to amanat_app
  with check (added_by = (select sec.officer_id()) and exists (select from register.person p where p.person_id = person_language.person_id));
create policy with_the_person_superseded on register.person_language for update to amanat_app
  using (exists (select from register.person p where p.person_id = person_language.person_id));
grant select, insert, update (superseded_at) on register.person_language to amanat_app;

alter table register.strikeout drop constraint strikeout_noun_check;
alter table register.strikeout add constraint strikeout_noun_check
  check (noun in ('custody', 'stay', 'visit', 'appeal_event', 'serving'));
comment on column register.strikeout.noun is 'Which table: custody, stay, visit, appeal_event or serving.';
-- A proof that duties were told is taken away only by the officer who approved it, in that transaction.
alter policy with_the_person_superseded on register.serving using (
  exists (select from register.person p where p.person_id = serving.person_id)
  and exists (select from register.strikeout s join register.approval_decision d on d.approval_id = s.approval_id
    where s.noun = 'serving' and s.row_id = serving.serving_id and d.decision = 'approved' and d.decided_by = (select sec.officer_id())));
