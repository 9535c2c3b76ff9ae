-- The Bureau answers what was forwarded, by two officers, with the least that policy grants; what left the register
-- stands in the register of disclosures. ARITA-2021 s.24(2), SOR-SOP-2024; LAW 3; decision 0050.
create table register.check_answer (
  answer_id uuid primary key,
  check_id uuid not null references register.check_request on delete restrict,
  outcome text not null check (outcome in ('no_record', 'record_exists', 'unclear')),
  needs text[] not null default '{}',
  content_enc bytea not null,
  approval_id uuid not null references register.approval_decision on delete restrict,
  opens_count integer not null check (opens_count > 0),
  opens_until_at timestamptz not null,
  released_at timestamptz not null default now(),
  released_by uuid not null references access.officer on delete restrict
);
comment on table register.check_answer is 'A released answer, for the named investigator alone. Every answer has the same shape and took the same steps. SOR-SOP-2024.';
comment on column register.check_answer.answer_id is 'Opaque id.';
comment on column register.check_answer.check_id is 'The request.';
comment on column register.check_answer.outcome is 'no_record, record_exists, or unclear.';
comment on column register.check_answer.needs is 'Codes of what the Bureau lacks, where it is unclear.';
comment on column register.check_answer.content_enc is 'What the investigator reads, encrypted by the request''s key.';
comment on column register.check_answer.approval_id is 'The second officer''s decision, without which the row cannot exist.';
comment on column register.check_answer.opens_count is 'How often it may be opened, in times.';
comment on column register.check_answer.opens_until_at is 'Not opened any more from this instant.';
comment on column register.check_answer.released_at is 'When.';
comment on column register.check_answer.released_by is 'Second officer.';
create index check_answer_check on register.check_answer (check_id, released_at);
create index check_answer_approval on register.check_answer (approval_id);
create index check_answer_released_by on register.check_answer (released_by);

create table register.disclosure (
  disclosure_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  check_id uuid not null references register.check_request on delete restrict,
  answer_id uuid not null references register.check_answer on delete restrict,
  given_to uuid not null references access.officer on delete restrict,
  fields text[] not null,
  basis text not null,
  until_at timestamptz not null,
  disclosed_at timestamptz not null default now()
);
comment on table register.disclosure is 'The register of disclosures: what of whom left the register, to whom, by which basis, until when. ARITA-2021 s.24(2).';
comment on column register.disclosure.disclosure_id is 'Opaque id.';
comment on column register.disclosure.person_id is 'About whom.';
comment on column register.disclosure.check_id is 'The request that asked.';
comment on column register.disclosure.answer_id is 'The answer that gave it.';
comment on column register.disclosure.given_to is 'To whom.';
comment on column register.disclosure.fields is 'Names of the fields given.';
comment on column register.disclosure.basis is 'The law key that opens the release.';
comment on column register.disclosure.until_at is 'From when on the answer is not opened.';
comment on column register.disclosure.disclosed_at is 'When it was released.';
create index disclosure_person on register.disclosure (person_id, disclosed_at);
create index disclosure_check on register.disclosure (check_id);
create index disclosure_answer on register.disclosure (answer_id);
create index disclosure_given_to on register.disclosure (given_to, disclosed_at);

do $$
declare name text;
begin
  foreach name in array array['check_answer', 'disclosure'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
  end loop;
end $$;

-- The Bureau sees what the prosecutor sent on; its supervisor also what he left beyond his 48 hours (law/checks.json).
create policy forwarded_to_bureau on register.check_request for select to amanat_app
  using (stage in ('forwarded', 'proposed', 'released') and (select sec.has_role(array['bureau_officer', 'bureau_supervisor']))
    or stage = 'asked' and asked_at < now() - interval '48 hours' and (select sec.has_role(array['bureau_supervisor'])));
create policy bureau_answers on register.check_request for update to amanat_app
  using (stage in ('forwarded', 'proposed') and (select sec.has_role(array['bureau_officer', 'bureau_supervisor'])))
  with check ((select sec.has_role(array['bureau_officer', 'bureau_supervisor']))
    and (stage in ('forwarded', 'proposed')
      or stage = 'released' and exists (select from register.approval_decision d
           where d.approval_id = check_request.approval_id and d.decision = 'approved' and d.decided_by = (select sec.officer_id()))));

create policy bureau_or_who_asked on register.check_answer for select to amanat_app
  using ((select sec.has_role(array['bureau_officer', 'bureau_supervisor']))
    or (select sec.has_role(array['investigator'])) and exists (select from register.check_request c
         where c.check_id = check_answer.check_id and c.asked_by = (select sec.officer_id())));
create policy with_a_live_approval on register.check_answer for insert to amanat_app
  with check (released_by = (select sec.officer_id()) and (select sec.has_role(array['bureau_officer', 'bureau_supervisor']))
    and exists (select from register.approval_decision d join register.approval a using (approval_id)
         where d.approval_id = check_answer.approval_id and d.decision = 'approved' and d.decided_by = (select sec.officer_id())
           and a.kind = 'check' and a.subject_id = check_answer.check_id));
create policy bureau on register.disclosure for select to amanat_app
  using ((select sec.has_role(array['bureau_officer', 'bureau_supervisor'])));
create policy with_its_answer on register.disclosure for insert to amanat_app
  with check ((select sec.has_role(array['bureau_officer', 'bureau_supervisor']))
    and exists (select from register.check_answer a join register.check_request c using (check_id)
         where a.answer_id = disclosure.answer_id and a.check_id = disclosure.check_id and a.outcome = 'record_exists'
           and a.released_by = (select sec.officer_id()) and c.asked_by = disclosure.given_to));
