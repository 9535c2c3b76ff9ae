-- A discarded draft is compared with nobody any more: its place in the queue goes with it. Decision 0043; DESIGN 9.
create or replace function register.erase_around_discarded() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    update register.approval a set wrapped_key = null where a.subject_id = new.draft_id and a.kind = 'entry';
    update register.search s set wrapped_key = null where s.draft_id = new.draft_id;
    delete from register.form_state f where f.subject_id = new.draft_id;
    delete from register.match_pair m where m.draft_id = new.draft_id
       and not exists (select from register.match_decision d where d.match_pair_id = m.match_pair_id)
       and not exists (select from register.clearance c where c.match_pair_id = m.match_pair_id);
    update register.match_pair m set wrapped_key = null where m.draft_id = new.draft_id;
    return null; end $$;
comment on function register.erase_around_discarded() is 'What was kept about a discarded draft under other keys goes with it: earlier proposals, look-ups, refused forms, whom it may be. A comparison that was decided stays, without its reasons.';

-- Drafts discarded before this migration.
alter table register.draft no force row level security;
delete from register.match_pair m using register.draft d where d.draft_id = m.draft_id and d.stage = 'discarded'
   and not exists (select from register.match_decision x where x.match_pair_id = m.match_pair_id)
   and not exists (select from register.clearance x where x.match_pair_id = m.match_pair_id);
update register.match_pair m set wrapped_key = null from register.draft d where d.draft_id = m.draft_id and d.stage = 'discarded';
alter table register.draft force row level security;
