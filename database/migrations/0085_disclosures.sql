-- The register of disclosures holds whatever leaves: answers to investigators, and papers. What turns out wrong, or must be
-- forgotten, is called back from everybody who holds a copy. ARITA-2021 s.24(2); LAW 3; decision 0053.
alter table register.disclosure
  alter column check_id drop not null,
  alter column answer_id drop not null,
  alter column given_to drop not null,
  alter column until_at drop not null,
  add column kind text not null default 'answer' check (kind in ('answer', 'paper')),
  add column recipient text not null default 'investigator' check (recipient in ('investigator', 'prosecution', 'person')),
  add column paper_id uuid,
  add column given_by uuid references access.officer on delete restrict,
  add constraint disclosure_is_of_its_kind check (
    kind = 'answer' and answer_id is not null and check_id is not null and given_to is not null and until_at is not null
    or kind = 'paper' and paper_id is not null and given_by is not null and answer_id is null and check_id is null and given_to is null);
comment on column register.disclosure.check_id is 'The request that asked; null for a paper.';
comment on column register.disclosure.answer_id is 'The answer that gave it; null for a paper.';
comment on column register.disclosure.given_to is 'To whom; null where it is no officer of the register.';
comment on column register.disclosure.until_at is 'From when on the answer is not opened; null for a paper, which has no end.';
comment on column register.disclosure.kind is 'answer (to a check request) or paper.';
comment on column register.disclosure.recipient is 'investigator, prosecution, or the person himself.';
comment on column register.disclosure.paper_id is 'The print or certificate; null for an answer.';
comment on column register.disclosure.given_by is 'Who let it out: the second officer of an answer, or who printed the paper. Null for answers before this column.';
create index disclosure_given_by on register.disclosure (given_by);
create index disclosure_latest on register.disclosure (disclosed_at desc, disclosure_id);
create policy with_the_person on register.disclosure for select to amanat_app
  using (exists (select from register.person p where p.person_id = disclosure.person_id));
create policy of_his_own_paper on register.disclosure for insert to amanat_app
  with check (kind = 'paper' and given_by = (select sec.officer_id())
    and (exists (select from register.print p where p.print_id = disclosure.paper_id and p.person_id = disclosure.person_id
           and p.printed_by = (select sec.officer_id()))
      or exists (select from register.certificate c join register.exit e using (exit_id)
           where c.print_id = disclosure.paper_id and e.person_id = disclosure.person_id and c.printed_by = (select sec.officer_id()))));

create table register.recall (
  recall_id uuid primary key,
  disclosure_id uuid not null unique references register.disclosure on delete restrict,
  answer_id uuid references register.check_answer on delete restrict,
  check_id uuid references register.check_request on delete restrict,
  recipient text not null check (recipient in ('investigator', 'prosecution')),
  given_to uuid references access.officer on delete restrict,
  cause text not null check (cause in ('correction', 'acquittal', 'set_aside', 'ended', 'law_change')),
  cause_id uuid not null,
  opened_at timestamptz not null
);
comment on table register.recall is 'A copy that is called back: what was disclosed is corrected, or the person left the register. One for each copy. The person''s own papers are his and are not called back. ARITA-2021 s.24(2).';
comment on column register.recall.recall_id is 'Opaque id.';
comment on column register.recall.disclosure_id is 'What was disclosed.';
comment on column register.recall.answer_id is 'The answer, which is not opened any more; null for a paper.';
comment on column register.recall.check_id is 'The request it answered; null for a paper.';
comment on column register.recall.recipient is 'Who holds the copy: investigator or prosecution.';
comment on column register.recall.given_to is 'The officer who holds it and confirms; null where it is no officer of the register, and the Bureau confirms what he wrote.';
comment on column register.recall.cause is 'correction, or how the person left: acquittal, set_aside, ended, law_change.';
comment on column register.recall.cause_id is 'The correction or the exit.';
comment on column register.recall.opened_at is 'When it was called back.';
create index recall_answer on register.recall (answer_id);
create index recall_check on register.recall (check_id);
create index recall_given_to on register.recall (given_to, opened_at);

create table register.recall_confirmation (
  recall_id uuid primary key references register.recall on delete restrict,
  said text not null check (said in ('destroyed', 'returned', 'never_kept')),
  confirmed_by uuid not null references access.officer on delete restrict,
  confirmed_at timestamptz not null
);
comment on table register.recall_confirmation is 'The recipient''s word that his copy is gone; until then the recall is open. ARITA-2021 s.24(2).';
comment on column register.recall_confirmation.recall_id is 'The recall.';
comment on column register.recall_confirmation.said is 'destroyed, returned to the Bureau, or never kept on paper.';
comment on column register.recall_confirmation.confirmed_by is 'Who said so: the recipient, or an officer of the Bureau for one outside the register or out of office.';
comment on column register.recall_confirmation.confirmed_at is 'When.';
create index recall_confirmation_confirmed_by on register.recall_confirmation (confirmed_by);

do $$
declare name text;
begin
  foreach name in array array['recall', 'recall_confirmation'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('grant select on register.%I to amanat_app', name);
  end loop;
end $$;
grant insert on register.recall_confirmation to amanat_app;
create policy recipient_or_with_the_disclosure on register.recall for select to amanat_app
  using (given_to = (select sec.officer_id())
    or exists (select from register.disclosure d where d.disclosure_id = recall.disclosure_id));
create policy with_the_recall on register.recall_confirmation for select to amanat_app
  using (exists (select from register.recall r where r.recall_id = recall_confirmation.recall_id));
create policy recipient_or_bureau on register.recall_confirmation for insert to amanat_app
  with check (confirmed_by = (select sec.officer_id())
    and exists (select from register.recall r where r.recall_id = recall_confirmation.recall_id
      and (r.given_to = (select sec.officer_id())
        or r.given_to is null and (select sec.has_role(array['bureau_officer', 'bureau_supervisor']))
        or (select sec.has_role(array['bureau_supervisor'])))));

create policy owner on register.correction for select to amanat_owner using (true);

-- Runs with the owner's rights, since whoever ends a registration may not see who was told of it. It takes nobody's word
-- for the cause: the correction or the exit must be the work of the officer of this transaction.
create function sec.recall_copies(cause_id uuid, touched text[]) returns table (recall_id uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare whose uuid; why text;
  begin
    select c.person_id, 'correction' into whose, why from register.correction c join register.approval_decision d using (approval_id)
     where c.correction_id = recall_copies.cause_id and d.decision = 'approved' and d.decided_by = sec.officer_id();
    if whose is null then
      select e.person_id, e.ground into whose, why from register.exit e
       where e.exit_id = recall_copies.cause_id and e.begun_by = sec.officer_id() and e.reversed_at is null;
    end if;
    return query
      insert into register.recall as r (recall_id, disclosure_id, answer_id, check_id, recipient, given_to, cause, cause_id, opened_at)
      select gen_random_uuid(), d.disclosure_id, d.answer_id, d.check_id, d.recipient, d.given_to, why, recall_copies.cause_id, now()
        from register.disclosure d
       where d.person_id = whose and d.recipient <> 'person' and (why <> 'correction' or d.fields && touched)
      on conflict on constraint recall_disclosure_id_key do nothing
      returning r.recall_id;
  end $$;
comment on function sec.recall_copies(uuid, text[]) is 'Calls back every copy of what was disclosed of a person, for a correction approved or an exit begun by the officer of this transaction; of a correction, only copies that hold one of the touched fields. Returns the recalls it opened; a copy is called back once.';
revoke execute on function sec.recall_copies(uuid, text[]) from public;
grant execute on function sec.recall_copies(uuid, text[]) to amanat_app;
