-- A look-up asks of everybody it finds whether other records are of him. Of nearly all there are none, and two looks at the
-- links under their own policy cost more than finding him; so a record notes that a link ever named it. Never taken back: which
-- records are his now is read from the links alone.
alter table register.person add column is_linked boolean not null default false;
comment on column register.person.is_linked is 'Whether a link of identity ever named this record; what holds now is in identity_link.';

create function register.note_linked() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
    update register.person p set is_linked = true
     where not p.is_linked and p.person_id in (select n.person_id from added n union all select n.identity_id from added n);
    return null; end $$;
revoke all on function register.note_linked() from public;
comment on function register.note_linked() is 'Notes on the records that a new link names that one names them.';
create trigger note_linked after insert on register.identity_link referencing new table as added
  for each statement execute function register.note_linked();

update register.person p set is_linked = true
  from register.identity_link l where p.person_id in (l.person_id, l.identity_id);
