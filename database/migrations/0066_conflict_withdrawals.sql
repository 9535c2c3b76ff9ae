-- A declared conflict of interest that is over, or was a slip: withdrawn by two, dated, never erased. DESIGN 5, wall 4.

alter table register.conflict drop constraint conflict_pkey;
alter table register.conflict add column conflict_id uuid primary key default gen_random_uuid(),
  add column withdrawn_at timestamptz,
  add column withdrawal_id uuid references register.approval_decision on delete restrict;
alter table register.conflict add check ((withdrawn_at is null) = (withdrawal_id is null));
comment on table register.conflict is 'Conflicts of interest an officer declared: while one stands he decides nothing about that subject.';
comment on column register.conflict.conflict_id is 'Opaque id.';
comment on column register.conflict.withdrawn_at is 'Instant from which it stands no more; null while it does.';
comment on column register.conflict.withdrawal_id is 'The second officer''s decision behind it; null while it stands.';
create unique index conflict_live on register.conflict (officer_id, subject_id) where withdrawn_at is null;
create index conflict_officer on register.conflict (officer_id);
create index conflict_withdrawal on register.conflict (withdrawal_id) where withdrawal_id is not null;

-- The officer who declared it proposes; who decides does not see another's conflicts, and the application updates none.
create function register.withdraw_conflict(approval uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    update register.conflict c set withdrawn_at = now(), withdrawal_id = a.approval_id
      from register.approval a join register.approval_decision d on d.approval_id = a.approval_id
     where a.approval_id = approval and a.kind = 'conflict' and d.decision = 'approved' and d.decided_by = sec.officer_id()
       and c.conflict_id = a.subject_id and c.officer_id = a.proposed_by and c.withdrawn_at is null;
    return found; end $$;
comment on function register.withdraw_conflict(uuid) is 'Withdraws the conflict of an approved proposal, in the transaction of the officer who approved it; false: there is none that stands.';
revoke all on function register.withdraw_conflict(uuid) from public;
grant execute on function register.withdraw_conflict(uuid) to amanat_app;

create or replace function register.check_decision() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare a register.approval;
  begin
    select * into a from register.approval x where x.approval_id = new.approval_id;
    if new.shown_hash <> a.shown_hash then raise exception 'approval_changed' using errcode = 'AM001'; end if;
    if new.decision = 'approved' and a.expires_at <= clock_timestamp() then raise exception 'approval_expired' using errcode = 'AM002'; end if;
    if new.decided_by is distinct from sec.officer_id() then raise exception 'approval_forged' using errcode = 'AM003'; end if;
    if new.decision <> 'withdrawn' and exists (select from register.conflict c where c.officer_id = new.decided_by and c.withdrawn_at is null and c.subject_id in (a.subject_id, a.approval_id)) then
      raise exception 'approval_conflict' using errcode = 'AM004';
    end if;
    return new;
  end $$;
