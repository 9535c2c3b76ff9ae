-- A discarded draft keeps its events and its codes, and nothing that identifies: its key, and all else that was kept
-- about it, is destroyed by the database itself, whoever discards it. DESIGN 9 (erasure), LAW 5.
alter table register.search add column draft_id uuid references register.draft on delete restrict;
comment on column register.search.draft_id is 'The draft a look-up of kind draft was made for; null for other searches. With the draft its key is destroyed.';
create index search_draft on register.search (draft_id) where draft_id is not null;

alter table register.form_state add column subject_id uuid;
comment on column register.form_state.subject_id is 'The record the form is about; null where it is about none. Forms about a draft go with it.';
create index form_state_subject on register.form_state (subject_id) where subject_id is not null;

drop function sec.keep_form(uuid, bytea, text, bytea);
create function sec.keep_form(form_id uuid, wrapped_key bytea, kek_id text, body_enc bytea, subject_id uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare owner uuid;
  begin
    select s.officer_id into owner from access.session s where s.token_hash = sec.token_hash() and s.ended_at is null and s.expires_at > now();
    if owner is null then return false; end if;
    insert into register.form_state (form_id, officer_id, wrapped_key, kek_id, body_enc, subject_id)
    values (keep_form.form_id, owner, keep_form.wrapped_key, keep_form.kek_id, keep_form.body_enc, keep_form.subject_id);
    return true;
  end $$;
comment on function sec.keep_form(uuid, bytea, text, bytea, uuid) is 'Keeps a refused form for the officer of this token, also while his session is locked; it shows nothing.';
grant execute on function sec.keep_form(uuid, bytea, text, bytea, uuid) to amanat_app;

create function register.destroy_key_of_discarded() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
  as $$ begin new.wrapped_key := null; return new; end $$;
comment on function register.destroy_key_of_discarded() is 'A draft that is discarded loses its key in the same statement: body, identity answers, legal reasons and return reason are never read again.';
create trigger discarded_loses_its_key before update of stage on register.draft
  for each row when (new.stage = 'discarded') execute function register.destroy_key_of_discarded();

create function register.erase_around_discarded() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    update register.approval a set wrapped_key = null where a.subject_id = new.draft_id and a.kind = 'entry';
    update register.search s set wrapped_key = null where s.draft_id = new.draft_id;
    delete from register.form_state f where f.subject_id = new.draft_id;
    return null; end $$;
comment on function register.erase_around_discarded() is 'What was kept about a discarded draft under other keys goes with it: earlier proposals, look-ups, refused forms.';
create trigger discarded_leaves_nothing after update of stage on register.draft
  for each row when (new.stage = 'discarded') execute function register.erase_around_discarded();

-- Drafts discarded before this migration. The owner sees no draft while row-level security is forced.
alter table register.draft no force row level security;
update register.draft set stage = 'discarded' where stage = 'discarded';
alter table register.draft force row level security;
alter table register.draft add constraint discarded_is_erased check (stage <> 'discarded' or wrapped_key is null);
comment on column register.draft.wrapped_key is 'The draft''s key; null once destroyed, which discarding does.';
