-- The roles of the house. Logins get their passwords from the operator (or from the embedded start), never here.
-- Run by whoever may create roles; every later migration runs as amanat_owner.
do $$
declare name text;
begin
  foreach name in array array['amanat_owner'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin noinherit', name);
    end if;
  end loop;
  foreach name in array array['amanat_app', 'amanat_gate', 'amanat_sequencer', 'amanat_worker'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I login noinherit', name);
    end if;
  end loop;
  execute format('grant amanat_owner to %I', current_user);
  execute format('revoke all on database %I from public', current_database());
  execute format('grant create on database %I to amanat_owner', current_database());
  execute format('grant connect on database %I to amanat_app, amanat_gate, amanat_sequencer, amanat_worker', current_database());
  execute format('grant create on database %I to amanat_worker', current_database());
end $$;
revoke all on schema public from public;
-- What the owner makes is closed until a migration opens it: functions too, which PostgreSQL opens to all by default.
alter default privileges for role amanat_owner revoke execute on functions from public;
