-- One line of text for each case, in an order and form that the other calculator's answer can be put into as well.
select g.case_no,
       concat_ws('|', g.registrable, g.status, coalesce(g.starts_on::text, '-'), coalesce(g.released_on::text, '-'),
         case when g.ends_on < 'infinity' then g.ends_on::text else '-' end, s.standing,
         coalesce(e.told, ''), coalesce(d.told, '')) as answer
  from registration g
  join standing s on s.case_no = g.case_no
  left join (
       select case_no, string_agg(concat_ws(',', conviction_id, case when s2h then 1 else 0 end, case when s24 then 1 else 0 end), ';' order by seq) as told
         from eligibility group by case_no) e on e.case_no = g.case_no
  left join (
       select case_no,
              string_agg(concat_ws(',', duty, key, coalesce(due_on::text, '-'), coalesce((extract(epoch from due_at) * 1000)::bigint::text, '-'), state, coalesce(notice_id, '-')), ';'
                order by due_on, duty collate "C", unrolled_on, key collate "C") as told
         from duty group by case_no) d on d.case_no = g.case_no
 order by g.case_no;
