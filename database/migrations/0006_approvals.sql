-- One noun for every act of two people. DESIGN 5, wall 4.
create table register.approval (
  approval_id uuid primary key,
  kind text not null,
  subject_id uuid not null,
  audience text not null check (audience in ('bureau', 'administration')),
  district_id text references reference.district on delete restrict,
  proposed_by uuid not null references access.officer on delete restrict,
  proposed_at timestamptz not null default now(),
  expires_at timestamptz not null,
  shown_hash bytea not null check (octet_length(shown_hash) = 32),
  shown_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  unique (approval_id, proposed_by)
);
comment on table register.approval is 'A proposal that a second officer decides: entry, correction, officers, later merges, releases, removals, packs.';
comment on column register.approval.approval_id is 'Opaque id.';
comment on column register.approval.kind is 'Which noun''s apply runs on approval.';
comment on column register.approval.subject_id is 'The row proposed upon.';
comment on column register.approval.audience is 'Whose queue: bureau or administration.';
comment on column register.approval.district_id is 'District concerned, for sorting.';
comment on column register.approval.proposed_by is 'Author; he may withdraw, never approve.';
comment on column register.approval.proposed_at is 'Instant of proposal.';
comment on column register.approval.expires_at is 'Cannot be approved from this instant.';
comment on column register.approval.shown_hash is 'SHA-256 of the canonical JSON that the approver is shown and decides on.';
comment on column register.approval.shown_enc is 'That JSON, encrypted under the row''s key.';
comment on column register.approval.wrapped_key is 'The row''s key; null once destroyed.';
comment on column register.approval.kek_id is 'Which key-encryption key wraps it.';
create index approval_subject on register.approval (subject_id);
create index approval_proposed_by on register.approval (proposed_by);
create index approval_queue on register.approval (audience, kind, proposed_at);
create index approval_district on register.approval (district_id);

create table register.approval_decision (
  approval_id uuid primary key,
  proposed_by uuid not null,
  decision text not null check (decision in ('approved', 'returned', 'refused', 'withdrawn')),
  decided_by uuid not null references access.officer on delete restrict,
  decided_at timestamptz not null default now(),
  shown_hash bytea not null,
  reason_enc bytea,
  foreign key (approval_id, proposed_by) references register.approval (approval_id, proposed_by) on delete restrict,
  constraint nobody_approves_his_own check (decision = 'withdrawn' or decided_by <> proposed_by),
  constraint only_the_author_withdraws check (decision <> 'withdrawn' or decided_by = proposed_by)
);
comment on table register.approval_decision is 'The one decision on a proposal: the primary key lets only one of two racing decisions commit.';
comment on column register.approval_decision.approval_id is 'The proposal.';
comment on column register.approval_decision.proposed_by is 'Its author, carried here so that the constraint can compare.';
comment on column register.approval_decision.decision is 'approved, returned, refused or withdrawn.';
comment on column register.approval_decision.decided_by is 'Who decided.';
comment on column register.approval_decision.decided_at is 'When.';
comment on column register.approval_decision.shown_hash is 'Hash of what he was shown; must equal the proposal''s.';
comment on column register.approval_decision.reason_enc is 'Reason, or the written basis where identity is flagged; encrypted under the proposal''s key.';
create index approval_decision_decided_by on register.approval_decision (decided_by);
create index approval_decision_author on register.approval_decision (approval_id, proposed_by);

create table register.conflict (
  officer_id uuid not null references access.officer on delete restrict,
  subject_id uuid not null,
  declared_at timestamptz not null default now(),
  reason_code text not null check (reason_code in ('relative', 'case', 'other')),
  primary key (officer_id, subject_id)
);
comment on table register.conflict is 'Conflicts of interest an officer declared: he decides nothing about that subject.';
comment on column register.conflict.officer_id is 'Who declared.';
comment on column register.conflict.subject_id is 'Person, draft or approval concerned.';
comment on column register.conflict.declared_at is 'When.';
comment on column register.conflict.reason_code is 'relative, case (worked on it) or other.';

create function register.check_decision() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare a register.approval;
  begin
    select * into a from register.approval x where x.approval_id = new.approval_id;
    if new.shown_hash <> a.shown_hash then raise exception 'approval_changed' using errcode = 'AM001'; end if;
    if new.decision = 'approved' and a.expires_at <= clock_timestamp() then raise exception 'approval_expired' using errcode = 'AM002'; end if;
    if new.decided_by is distinct from sec.officer_id() then raise exception 'approval_forged' using errcode = 'AM003'; end if;
    if new.decision <> 'withdrawn' and exists (select from register.conflict c where c.officer_id = new.decided_by and c.subject_id in (a.subject_id, a.approval_id)) then
      raise exception 'approval_conflict' using errcode = 'AM004';
    end if;
    return new;
  end $$;
comment on function register.check_decision() is 'Refuses a decision on something else than was shown, after expiry, in another''s name, or in a declared conflict.';
create trigger decision_is_sound before insert on register.approval_decision for each row execute function register.check_decision();

do $$
declare name text;
begin
  foreach name in array array['approval', 'approval_decision', 'conflict'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
  end loop;
end $$;
create policy own_or_audience on register.approval for select to amanat_app
  using (proposed_by = (select sec.officer_id()) or audience = (select sec.audience()));
create policy own on register.approval for insert to amanat_app with check (proposed_by = (select sec.officer_id()));
create policy with_the_approval on register.approval_decision for select to amanat_app
  using (exists (select from register.approval a where a.approval_id = approval_decision.approval_id));
create policy with_the_approval_in on register.approval_decision for insert to amanat_app
  with check (exists (select from register.approval a where a.approval_id = approval_decision.approval_id));
create policy own on register.conflict for select to amanat_app using (officer_id = (select sec.officer_id()));
create policy own_in on register.conflict for insert to amanat_app with check (officer_id = (select sec.officer_id()));

create table register.registration (
  registration_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  conviction_id uuid not null references register.conviction on delete restrict,
  approval_id uuid not null references register.approval_decision on delete restrict,
  pack text not null,
  basis jsonb not null,
  entered_at timestamptz not null default now(),
  entered_by uuid not null references access.officer on delete restrict
);
comment on table register.registration is 'Why a conviction put its person on the register: both tests with reasons, under a pack, by an approved proposal. ARITA-2021 s.24, s.2(1)(h).';
comment on column register.registration.registration_id is 'Opaque id.';
comment on column register.registration.person_id is 'The person.';
comment on column register.registration.conviction_id is 'The conviction.';
comment on column register.registration.approval_id is 'The approval without which the row cannot exist.';
comment on column register.registration.pack is 'Rule pack used.';
comment on column register.registration.basis is 'Outcome of both eligibility tests with reasons and steps; codes only.';
comment on column register.registration.entered_at is 'Instant of entry.';
comment on column register.registration.entered_by is 'Approving officer.';
create index registration_person on register.registration (person_id);
create index registration_conviction on register.registration (conviction_id);
create index registration_approval on register.registration (approval_id);
create index registration_entered_by on register.registration (entered_by);
alter table register.registration enable row level security;
alter table register.registration force row level security;
grant select, insert on register.registration to amanat_app;
create policy with_the_person on register.registration for select to amanat_app
  using (exists (select from register.person p where p.person_id = registration.person_id));
create policy with_a_live_approval on register.registration for insert to amanat_app
  with check (exists (select from register.approval_decision d where d.approval_id = registration.approval_id and d.decision = 'approved' and d.decided_by = (select sec.officer_id())));
