-- A search by name keeps what was understood and how each one fitted, sealed, and whether the officer found none of them.
-- Whatever kinds there are by now, and `name`.
do $$
declare known record;
begin
  select conname, pg_get_constraintdef(oid) as text into strict known from pg_constraint where contypid = 'register.search_kind'::regtype and contype = 'c';
  execute format('alter domain register.search_kind drop constraint %I', known.conname);
  execute format('alter domain register.search_kind add constraint search_kind_known %s', replace(known.text, '])', ', ''name''::text])'));
end $$;

alter table register.search add column answer_enc bytea;
comment on column register.search.answer_enc is 'Of a search by name: what was understood, the score of each one found, and how many others fit as well, as JSON, encrypted; null for an exact one.';

create table register.search_none (
  search_id uuid primary key references register.search on delete restrict,
  officer_id uuid not null,
  said_at timestamptz not null default now()
);
comment on table register.search_none is 'The officer looked at everybody a search found, and it is none of them. ARITA-2021 s.24(1).';
comment on column register.search_none.search_id is 'The search.';
comment on column register.search_none.officer_id is 'Who searched, and says so.';
comment on column register.search_none.said_at is 'When.';
alter table register.search_none enable row level security;
alter table register.search_none force row level security;
create policy owner on register.search_none to amanat_owner using (true) with check (true);
create policy own on register.search_none for select to amanat_app using (officer_id = (select sec.officer_id()));
create policy own_write on register.search_none for insert to amanat_app
  with check (officer_id = (select sec.officer_id())
    and exists (select from register.search s where s.search_id = search_none.search_id and s.officer_id = search_none.officer_id));
grant select, insert on register.search_none to amanat_app;
