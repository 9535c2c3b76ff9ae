-- An answer is opened so often, until a day, each time under a print number of its own; and two identifiers confirm who
-- he is before anybody relies on it. SOR-SOP-2024; DESIGN 5; decision 0050.
create table register.check_print (
  print_id uuid primary key,
  check_id uuid not null references register.check_request on delete restrict,
  kind text not null check (kind in ('annexure_a', 'check_answer')),
  answer_id uuid references register.check_answer on delete restrict,
  print_number text not null unique,
  content_hash bytea not null check (octet_length(content_hash) = 32),
  code text not null,
  printed_by uuid not null references access.officer on delete restrict,
  printed_at timestamptz not null default now(),
  check ((kind = 'check_answer') = (answer_id is not null))
);
comment on table register.check_print is 'Annexure A as printed, and each opening of an answer, on screen or on paper. What it says is made of the request''s sealed rows, and goes with them. SOR-SOP-2024.';
comment on column register.check_print.print_id is 'Opaque id.';
comment on column register.check_print.check_id is 'The request.';
comment on column register.check_print.kind is 'annexure_a or check_answer.';
comment on column register.check_print.answer_id is 'The answer that was opened; null for Annexure A.';
comment on column register.check_print.print_number is 'Printed number, P-<year>-<serial>, of the same row as all papers.';
comment on column register.check_print.content_hash is 'Keyed hash of what it says, with the request''s salt, which goes with the key.';
comment on column register.check_print.code is 'The signed code printed on it; no personal data.';
comment on column register.check_print.printed_by is 'Who opened or printed it.';
comment on column register.check_print.printed_at is 'When.';
create index check_print_check on register.check_print (check_id, printed_at);
create index check_print_answer on register.check_print (answer_id) where answer_id is not null;
create index check_print_printed_by on register.check_print (printed_by);

create table register.check_confirmation (
  confirmation_id uuid primary key,
  check_id uuid not null references register.check_request on delete restrict,
  answer_id uuid not null unique references register.check_answer on delete restrict,
  said text not null check (said in ('him', 'not_him')),
  identifiers text[] not null,
  said_at timestamptz not null default now(),
  said_by uuid not null references access.officer on delete restrict,
  check (said <> 'him' or cardinality(identifiers) >= 2),
  check (cardinality(identifiers) >= 1)
);
comment on table register.check_confirmation is 'Whether the man asked about is the one of the record, by which identifiers; without it an answer is not relied on. SOR-SOP-2024.';
comment on column register.check_confirmation.confirmation_id is 'Opaque id.';
comment on column register.check_confirmation.check_id is 'The request.';
comment on column register.check_confirmation.answer_id is 'The answer; it is said once.';
comment on column register.check_confirmation.said is 'him or not_him.';
comment on column register.check_confirmation.identifiers is 'Names of the identifiers that agree (him) or differ (not_him); no values.';
comment on column register.check_confirmation.said_at is 'When.';
comment on column register.check_confirmation.said_by is 'The investigator.';
create index check_confirmation_check on register.check_confirmation (check_id);
create index check_confirmation_said_by on register.check_confirmation (said_by);

do $$
declare name text;
begin
  foreach name in array array['check_print', 'check_confirmation'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
  end loop;
end $$;
create policy who_asked on register.check_print for select to amanat_app
  using ((select sec.has_role(array['investigator'])) and exists (select from register.check_request c
    where c.check_id = check_print.check_id and c.asked_by = (select sec.officer_id())));
create policy who_asked_in on register.check_print for insert to amanat_app
  with check (printed_by = (select sec.officer_id()) and (select sec.has_role(array['investigator']))
    and exists (select from register.check_request c where c.check_id = check_print.check_id and c.asked_by = (select sec.officer_id()))
    and (answer_id is null or exists (select from register.check_answer a where a.answer_id = check_print.answer_id and a.check_id = check_print.check_id)));
create policy who_asked_or_bureau on register.check_confirmation for select to amanat_app
  using (exists (select from register.check_answer a where a.answer_id = check_confirmation.answer_id));
create policy who_opened_it on register.check_confirmation for insert to amanat_app
  with check (said_by = (select sec.officer_id()) and exists (select from register.check_answer a
    join register.check_print p using (answer_id)
    where a.answer_id = check_confirmation.answer_id and a.check_id = check_confirmation.check_id
      and a.outcome = 'record_exists' and p.printed_by = (select sec.officer_id())));

-- Of two tabs that open at once one counts after the other: the wall counts too, and takes the answer's own numbers.
create function register.keep_openings_few() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare a register.check_answer;
  begin
    select * into a from register.check_answer x where x.answer_id = new.answer_id for update;
    if (select count(*) from register.check_print p where p.answer_id = new.answer_id) >= a.opens_count then
      raise exception 'answer_over' using errcode = 'AM006';
    end if;
    return new;
  end $$;
comment on function register.keep_openings_few() is 'Refuses an opening beyond the number an answer allows.';
create trigger openings_are_few before insert on register.check_print
  for each row when (new.answer_id is not null) execute function register.keep_openings_few();
