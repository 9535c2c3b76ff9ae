-- Taking records apart may leave one of whom no conviction stands: until then another's kept him on the register. He
-- leaves by the decision that parted them. Decision 0044; RULES 2, 3.
alter policy with_a_live_approval_or_an_end on register.exit
  with check (begun_by = (select sec.officer_id()) and handed_at is null and reversed_at is null and case
    when ground = 'ended' then approval_id is null and exists (select from register.duty_standing s
      where s.person_id = exit.person_id and s.ends_on = left_on and s.ends_on <= (now() at time zone 'Asia/Karachi')::date
        and not s.exceptions @> array['custody_unknown'])
    else exists (select from register.approval_decision d join register.approval a using (approval_id)
      where d.approval_id = exit.approval_id and d.decision = 'approved' and d.decided_by = (select sec.officer_id())
        and case when ground = 'law_change' then a.kind = 'pack'
          and exists (select from register.law_change c where c.approval_id = a.approval_id and c.from_on = left_on)
          -- By a split only who was of the person that was taken apart.
          when a.kind = 'merge' then exists (select from register.identity_link l
            where l.approval_id = a.approval_id and l.act = 'split'
              and (exit.person_id in (l.person_id, a.subject_id)
                or exists (select from register.identity_link m where m.person_id = exit.person_id and m.identity_id = a.subject_id)))
          -- An acquittal comes by the order, or by striking out the event that had restored the conviction.
          else a.kind in ('appeal', 'strikeout') end) end);
comment on column register.exit.conviction_id is 'The conviction that a court undid, of another of his records where this one holds none that was; null where the period ended or the rules changed.';
comment on column register.exit.left_on is 'First day no longer on the register: the day of the order (of the last, where several convictions were undone), or the end of the period.';
comment on column register.exit.approval_id is 'The approved order of the court, the approved change of the rules, or the decision that took records apart; null where the period ended.';
