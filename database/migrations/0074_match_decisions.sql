-- What was said of a pair, one row a decision: a later one stands beside the earlier. Decision 0044; DESIGN 8.
alter table register.match_pair drop constraint match_pair_found_by_check;
alter table register.match_pair add constraint match_pair_found_by_check check (found_by in ('draft', 'link', 'intake'));
comment on column register.match_pair.found_by is 'draft: when an entry was made; intake: when an entry or a correction was approved; link: when the whole register was compared.';
comment on column register.match_pair.decision is 'The last that was said: same, different or unclear; null while it waits.';

create table register.match_decision (
  match_decision_id uuid primary key,
  match_pair_id uuid not null references register.match_pair on delete restrict,
  decision text not null check (decision in ('same', 'different', 'unclear')),
  reason_code text not null check (reason_code in ('number', 'photo', 'papers', 'family', 'custody', 'dates', 'common_name', 'asked', 'other')),
  reason_enc bytea not null,
  weight integer not null,
  rows_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  decided_by uuid not null references access.officer on delete restrict,
  decided_at timestamptz not null default now()
);
comment on table register.match_decision is 'What an officer of the Bureau said of a pair, why, and the comparison he had before him. ARITA-2021 s.24(1); Constitution Art. 10-A.';
comment on column register.match_decision.match_decision_id is 'Opaque id.';
comment on column register.match_decision.match_pair_id is 'The pair.';
comment on column register.match_decision.decision is 'same, different or unclear.';
comment on column register.match_decision.reason_code is 'What it rests on: number, photo, papers, family, custody, dates, common_name, asked (somebody was asked) or other.';
comment on column register.match_decision.reason_enc is 'The reason in words, encrypted by the row''s key.';
comment on column register.match_decision.weight is 'Thousandths of a bit of the comparison he had before him.';
comment on column register.match_decision.rows_enc is 'The rows that made it up, as JSON, encrypted by the row''s key.';
comment on column register.match_decision.wrapped_key is 'The row''s key; null once destroyed.';
comment on column register.match_decision.kek_id is 'Which key-encryption key wraps it.';
comment on column register.match_decision.decided_by is 'Officer of the Bureau.';
comment on column register.match_decision.decided_at is 'When.';
create index match_decision_pair on register.match_decision (match_pair_id, decided_at);
create index match_decision_decided_by on register.match_decision (decided_by);

alter table register.match_decision enable row level security;
alter table register.match_decision force row level security;
create policy owner on register.match_decision to amanat_owner using (true) with check (true);
create policy bureau_reads on register.match_decision for select to amanat_app
  using ((select sec.has_role(array['bureau_officer', 'bureau_supervisor', 'night_work'])));
create policy bureau_says on register.match_decision for insert to amanat_app
  with check ((select sec.has_role(array['bureau_officer', 'bureau_supervisor'])) and decided_by = (select sec.officer_id()));
grant select, insert on register.match_decision to amanat_app;
