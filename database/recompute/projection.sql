-- Only the oldest record of a person keeps his duties and exceptions; while his custody is unknown, no end is acted on.
-- People of the batch whose stored projection, made for this day and nothing changed since, is not what was computed here.
select b.person_id
  from batch b
  join register.duty_standing s on s.person_id = b.person_id and s.computed_on = b.day
   and s.generation = (select coalesce(max(generation), 0) from register.duty_generation)
  join registration g on g.case_no = b.case_no
  join standing t on t.case_no = b.case_no
  join part r on r.case_no = b.case_no and r.is_asked
  join part o on o.case_no = b.case_no and o.record_no = 1
  left join register.duty_standing k on k.person_id = o.person_id
 where (s.status, s.standing, s.starts_on, s.released_on, s.ends_on)
       is distinct from (g.status, t.standing, g.starts_on, g.released_on, case when 'custody_unknown' = any (k.exceptions) then null else nullif(g.ends_on, 'infinity') end)
    or exists (
       select from (select duty, key, due_on, due_at, notice_id::text, met from register.duty_due p where p.person_id = b.person_id
                    except
                    select duty, key, due_on, due_at, notice_id, case when state in ('met', 'met_late') then state end from duty d where d.case_no = b.case_no and r.record_no = 1) more)
    or (select count(*) from register.duty_due p where p.person_id = b.person_id) <> (select count(*) from duty d where d.case_no = b.case_no and r.record_no = 1)
 order by b.person_id;
