-- An exit follows a decision of its own kind, and an end is none while the release is not known. DESIGN §5 (4), §7.
comment on column register.duty_standing.ends_on is 'First day no longer on the register; null while open, and while the custody is unknown: imprisonment without custody dates is an exception, not a release.';
alter policy with_a_live_approval_or_an_end on register.exit
  with check (begun_by = (select sec.officer_id()) and handed_at is null and reversed_at is null and case
    when ground = 'ended' then approval_id is null and exists (select from register.duty_standing s
      where s.person_id = exit.person_id and s.ends_on = left_on and s.ends_on <= (now() at time zone 'Asia/Karachi')::date
        and not s.exceptions @> array['custody_unknown'])
    else exists (select from register.approval_decision d join register.approval a using (approval_id)
      where d.approval_id = exit.approval_id and d.decision = 'approved' and d.decided_by = (select sec.officer_id())
        and case when ground = 'law_change' then a.kind = 'pack'
          and exists (select from register.law_change c where c.approval_id = a.approval_id and c.from_on = left_on)
          -- An acquittal comes by the order, or by striking out the event that had restored the conviction.
          else a.kind in ('appeal', 'strikeout') end) end);
