-- An officer who declared a conflict about a check, or about the person it may be, has no desk in it; and a copy that is
-- called back has a last day, after which its holder's superiors are told. DESIGN 5, wall 4; decisions 0050 and 0053.
create function register.keep_check_desks_impartial() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    if exists (select from register.conflict c where c.officer_id = new.done_by and c.subject_id = new.check_id and c.withdrawn_at is null) then
      raise exception 'approval_conflict' using errcode = 'AM004';
    end if;
    return new; end $$;
comment on function register.keep_check_desks_impartial() is 'Refuses the word of a desk by an officer who declared a conflict about the request.';
create trigger desks_are_impartial before insert on register.check_step
  for each row when (new.act in ('forwarded', 'returned', 'refused', 'proposed', 'released')) execute function register.keep_check_desks_impartial();

create function register.keep_answers_impartial() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    if exists (select from register.check_answer w join register.approval a using (approval_id)
                 join register.conflict c on c.officer_id in (a.proposed_by, w.released_by)
                where w.answer_id = new.answer_id and c.subject_id = new.person_id and c.withdrawn_at is null) then
      raise exception 'approval_conflict' using errcode = 'AM004';
    end if;
    return new; end $$;
comment on function register.keep_answers_impartial() is 'Refuses an answer about a person whom an officer who proposed or released it is partial about.';
create trigger answers_are_impartial before insert on register.disclosure
  for each row when (new.kind = 'answer') execute function register.keep_answers_impartial();

-- Of another's conflict a deputy learns this one thing, since the request is then his to screen.
create function sec.is_prosecutor_partial(request uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select exists (select from register.check_request r
                 join reference.unit u on u.district_id = r.district_id
                 join access.posting p on p.unit_id = u.unit_id and p.role = 'prosecutor'
                 join register.conflict c on c.officer_id = p.officer_id and c.subject_id = r.check_id and c.withdrawn_at is null
                where r.check_id = request and p.from_on <= current_date and (p.to_on is null or p.to_on > current_date)
                  and sec.has_role(array['deputy_prosecutor']) and sec.people_key() = 'd:' || r.district_id) $$;
comment on function sec.is_prosecutor_partial(uuid) is 'Whether the prosecutor declared a conflict about a request of the district in which the asking deputy is posted.';
revoke execute on function sec.is_prosecutor_partial(uuid) from public;
grant execute on function sec.is_prosecutor_partial(uuid) to amanat_app;

-- A District Police Officer must know which of his officers has not answered, and nothing of what the copy says: neither
-- the request nor the cause. Seven days: recall_days of law/checks.json.
create function sec.late_recalls() returns table (recall_id uuid, given_to uuid, opened_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select r.recall_id, r.given_to, r.opened_at
          from register.recall r join register.check_request q using (check_id)
         where r.opened_at < now() - interval '7 days' and not exists (select from register.recall_confirmation k where k.recall_id = r.recall_id)
           and sec.has_role(array['district_police_officer']) and sec.people_key() = 'd:' || q.district_id $$;
comment on function sec.late_recalls() is 'Copies that officers of the asking District Police Officer''s district have not confirmed gone within the days given: who, and since when.';
revoke execute on function sec.late_recalls() from public;
grant execute on function sec.late_recalls() to amanat_app;
