-- Who is not on the register leaves nothing in it: the night work destroys the key of his request. And a man who is taken
-- for another of his name may ask for a slip that says so. DESIGN 5 and 9, SOR-SOP-2024; decision 0050.
create policy night_work_reads on register.check_request for select to amanat_app using ((select sec.has_role(array['night_work'])));
create policy night_work_reads on register.check_answer for select to amanat_app using ((select sec.has_role(array['night_work'])));

create function register.erase_check(request uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    if not sec.has_role(array['night_work']) then return false; end if;
    -- What a desk still works on, or what was confirmed to be him, is not destroyed, whatever is asked.
    update register.check_request c set wrapped_key = null
     where c.check_id = request and c.wrapped_key is not null and c.stage not in ('asked', 'forwarded', 'proposed')
       and not exists (select from register.check_confirmation s where s.check_id = c.check_id and s.said = 'him');
    return found; end $$;
comment on function register.erase_check(uuid) is 'Destroys the key of a request, and with it all that was known of the suspect; the night work''s alone. False: there is nothing to destroy, or it may not be.';
grant execute on function register.erase_check(uuid) to amanat_app;

create table register.clearance_slip (
  slip_id uuid primary key,
  check_id uuid not null references register.check_request on delete restrict,
  answer_id uuid not null unique references register.check_answer on delete restrict,
  holder_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  cnic_index bytea check (octet_length(cnic_index) = 32),
  asked_on date not null,
  asked_by uuid not null references access.officer on delete restrict,
  asked_at timestamptz not null default now(),
  person_id uuid references register.person on delete restrict,
  slip_number text unique,
  content_hash bytea check (octet_length(content_hash) = 32),
  code text,
  issued_by uuid references access.officer on delete restrict,
  issued_at timestamptz,
  check ((issued_at is null) = (issued_by is null) and (issued_at is null) = (slip_number is null) and (issued_at is null) = (person_id is null))
);
comment on table register.clearance_slip is 'A slip for a man who was taken for another of his name, made at his own request: later checks see that he is not that person. Constitution Art. 10-A, 14.';
comment on column register.clearance_slip.slip_id is 'Opaque id.';
comment on column register.clearance_slip.check_id is 'The request in which he was taken for another.';
comment on column register.clearance_slip.answer_id is 'The answer that was not about him.';
comment on column register.clearance_slip.holder_enc is 'His names, father and CNIC as his own card gives them, encrypted by the slip''s key.';
comment on column register.clearance_slip.wrapped_key is 'The slip''s key; null once destroyed.';
comment on column register.clearance_slip.kek_id is 'Which key-encryption key wraps it.';
comment on column register.clearance_slip.cnic_index is 'Keyed hash of his CNIC, of a kind of its own: found by checks alone, never by a look-up; null once destroyed.';
comment on column register.clearance_slip.asked_on is 'Day on which he asked for it himself.';
comment on column register.clearance_slip.asked_by is 'Investigator who passed it on, having seen his card.';
comment on column register.clearance_slip.asked_at is 'When.';
comment on column register.clearance_slip.person_id is 'Whom he is not; null until it is issued, and never printed.';
comment on column register.clearance_slip.slip_number is 'Printed number, P-<year>-<serial>.';
comment on column register.clearance_slip.content_hash is 'Keyed hash of what it says.';
comment on column register.clearance_slip.code is 'The signed code printed on it.';
comment on column register.clearance_slip.issued_by is 'Officer of the Bureau who issued it.';
comment on column register.clearance_slip.issued_at is 'When; null while it waits.';
create index clearance_slip_check on register.clearance_slip (check_id);
create index clearance_slip_asked_by on register.clearance_slip (asked_by);
create index clearance_slip_person on register.clearance_slip (person_id) where person_id is not null;
create index clearance_slip_issued_by on register.clearance_slip (issued_by) where issued_by is not null;
create index clearance_slip_cnic on register.clearance_slip (cnic_index) where cnic_index is not null;
alter table register.clearance_slip enable row level security;
alter table register.clearance_slip force row level security;
create policy owner on register.clearance_slip to amanat_owner using (true) with check (true);
grant select, insert, update (person_id, slip_number, content_hash, code, issued_by, issued_at) on register.clearance_slip to amanat_app;
create policy who_asked_or_bureau on register.clearance_slip for select to amanat_app
  using ((select sec.has_role(array['bureau_officer', 'bureau_supervisor']))
    or asked_by = (select sec.officer_id()) and (select sec.has_role(array['investigator'])));
create policy who_said_not_him on register.clearance_slip for insert to amanat_app
  with check (asked_by = (select sec.officer_id()) and (select sec.has_role(array['investigator'])) and issued_at is null
    and exists (select from register.check_confirmation s where s.answer_id = clearance_slip.answer_id and s.check_id = clearance_slip.check_id
      and s.said = 'not_him' and s.said_by = (select sec.officer_id())));
create policy bureau_issues on register.clearance_slip for update to amanat_app
  using (issued_at is null and (select sec.has_role(array['bureau_officer', 'bureau_supervisor'])))
  with check (issued_by = (select sec.officer_id()) and exists (select from register.disclosure d
    where d.answer_id = clearance_slip.answer_id and d.person_id = clearance_slip.person_id));
