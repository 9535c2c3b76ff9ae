-- Rule packs as rows: drafted by one officer, brought into force from a day by a second one's approval, reversible. DESIGN 7, decision 0032.
create table register.pack (
  pack_id uuid primary key,
  pack text not null unique check (pack ~ '^[a-z0-9-]{3,40}$'),
  title_en text not null,
  title_ur text not null,
  based_on_id uuid references register.pack on delete restrict,
  content jsonb not null,
  drafted_by uuid references access.officer on delete restrict,
  drafted_at timestamptz not null default now()
);
comment on table register.pack is 'Rule packs: those that ship with the register, and those drafted here. Each value with the text it rests on. LAW 4.';
comment on column register.pack.pack_id is 'Opaque id.';
comment on column register.pack.pack is 'Its name, as facts and registrations give it.';
comment on column register.pack.title_en is 'Title in English.';
comment on column register.pack.title_ur is 'Title in Urdu.';
comment on column register.pack.based_on_id is 'The pack it was begun from; null for one that ships.';
comment on column register.pack.content is 'Every value with basis, section, status and reason, as it was begun.';
comment on column register.pack.drafted_by is 'Officer who began it; null for one that ships.';
comment on column register.pack.drafted_at is 'When.';
create index pack_based_on on register.pack (based_on_id);
create index pack_drafted_by on register.pack (drafted_by);

create table register.pack_value (
  value_id uuid primary key,
  pack_id uuid not null references register.pack on delete restrict,
  name text not null,
  value jsonb not null,
  changed_by uuid not null references access.officer on delete restrict,
  changed_at timestamptz not null default now()
);
comment on table register.pack_value is 'Values changed in a drafted pack, version by version; the last of a name counts. LAW 4.';
comment on column register.pack_value.value_id is 'Opaque id.';
comment on column register.pack_value.pack_id is 'The pack.';
comment on column register.pack_value.name is 'Which value.';
comment on column register.pack_value.value is 'The value with basis, section, status and reasons.';
comment on column register.pack_value.changed_by is 'Officer who changed it.';
comment on column register.pack_value.changed_at is 'When.';
create index pack_value_pack on register.pack_value (pack_id, name, changed_at);
create index pack_value_changed_by on register.pack_value (changed_by);

create table register.pack_in_force (
  in_force_id uuid primary key,
  pack_id uuid not null references register.pack on delete restrict,
  from_on date,
  content jsonb not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  approval_id uuid references register.approval_decision on delete restrict,
  decided_at timestamptz not null default now()
);
comment on table register.pack_in_force is 'From which day a pack governs, by whose approval; what was approved is kept with it. A later one replaces it from its own day.';
comment on column register.pack_in_force.in_force_id is 'Opaque id.';
comment on column register.pack_in_force.pack_id is 'The pack.';
comment on column register.pack_in_force.from_on is 'First day it governs; null: from the beginning.';
comment on column register.pack_in_force.content is 'Its values as approved.';
comment on column register.pack_in_force.sha256 is 'SHA-256 of their canonical JSON.';
comment on column register.pack_in_force.approval_id is 'The approval without which the row cannot exist; null only for the pack a new register begins with.';
comment on column register.pack_in_force.decided_at is 'When it was approved.';
create index pack_in_force_pack on register.pack_in_force (pack_id);
create index pack_in_force_approval on register.pack_in_force (approval_id) where approval_id is not null;

create table register.pack_reversal (
  in_force_id uuid primary key references register.pack_in_force on delete restrict,
  approval_id uuid not null references register.approval_decision on delete restrict,
  reversed_at timestamptz not null default now()
);
comment on table register.pack_reversal is 'A pack''s coming into force, undone by two people: everyone is computed as if it had never been.';
comment on column register.pack_reversal.in_force_id is 'What is undone.';
comment on column register.pack_reversal.approval_id is 'The approval without which the row cannot exist.';
comment on column register.pack_reversal.reversed_at is 'When.';
create index pack_reversal_approval on register.pack_reversal (approval_id);

do $$
declare name text;
begin
  foreach name in array array['pack', 'pack_value', 'pack_in_force', 'pack_reversal'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('create policy every_officer on register.%I for select to amanat_app using ((select sec.officer_id()) is not null)', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
  end loop;
  foreach name in array array['pack_in_force', 'pack_reversal'] loop
    execute format('create policy with_a_live_approval on register.%I for insert to amanat_app with check (exists (select from register.approval_decision d join register.approval a on a.approval_id = d.approval_id where d.approval_id = %I.approval_id and a.kind = ''pack'' and d.decision = ''approved'' and d.decided_by = (select sec.officer_id())))', name, name);
  end loop;
end $$;
create policy own on register.pack for insert to amanat_app with check (drafted_by = (select sec.officer_id()));
create policy own on register.pack_value for insert to amanat_app with check (changed_by = (select sec.officer_id()));

create function register.pack_moves_dates() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    insert into register.duty_generation (station_id, cause) values (null, 'pack');
    return null; end $$;
comment on function register.pack_moves_dates() is 'A pack that comes into force, or no longer does, makes everybody''s dates stale.';
create trigger in_force_moves_dates after insert on register.pack_in_force for each row execute function register.pack_moves_dates();
create trigger reversal_moves_dates after insert on register.pack_reversal for each row execute function register.pack_moves_dates();
