-- What is done is done in an open session. A session that ends while its request is under way (its officer signs in
-- elsewhere) shows no rows from that instant on: "nobody was found" would then be read where nothing was looked at.
-- So an event that says "done" is refused once the session is over, and with it the reply; a refusal and a fault are
-- still written down.
create function sec.is_acting(officer uuid, session uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$ declare hash bytea := sec.token_hash(); begin
    perform from access.live_session s where s.token_hash = hash and s.officer_id = officer and s.session_id = session;
    return found; end $$;
comment on function sec.is_acting(uuid, uuid) is 'Whether this transaction was begun with the secret of this session of this officer, and the session may still act.';
grant execute on function sec.is_acting(uuid, uuid) to amanat_app;

drop policy bearer_writes on audit.event;
create policy bearer_writes on audit.event for insert to amanat_app
  with check (case
    when officer_id is null then session_id is null and posting_id is null and role is null
    when outcome = 'done' then sec.is_acting(officer_id, session_id)
    else sec.is_bearer(officer_id, session_id) end);
