-- People of the batch whose stored projection, made for this day and nothing changed since, is not what was computed here.
select b.person_id
  from batch b
  join register.duty_standing s on s.person_id = b.person_id and s.computed_on = b.day
   and s.generation = (select coalesce(max(generation), 0) from register.duty_generation)
  join registration g on g.case_no = b.case_no
  join standing t on t.case_no = b.case_no
 where (s.status, s.standing, s.starts_on, s.released_on, s.ends_on)
       is distinct from (g.status, t.standing, g.starts_on, g.released_on, nullif(g.ends_on, 'infinity'))
    or exists (
       select from (select duty, key, due_on, due_at, notice_id::text, met from register.duty_due p where p.person_id = b.person_id
                    except
                    select duty, key, due_on, due_at, notice_id, case when state in ('met', 'met_late') then state end from duty d where d.case_no = b.case_no) more)
    or (select count(*) from register.duty_due p where p.person_id = b.person_id) <> (select count(*) from duty d where d.case_no = b.case_no)
 order by b.person_id;
