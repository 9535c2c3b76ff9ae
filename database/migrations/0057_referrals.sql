-- A referral bundle is a print like any other, but for this: it exists only of a signed decision to refer. LAW 1, DESIGN 7.
create policy referral_has_a_signed_decision on register.print as restrictive for insert to amanat_app
  with check (kind <> 'referral' or exists (
    select from register.breach_outcome o join register.breach_decision d using (breach_decision_id)
     where o.breach_id = print.about_id and o.said = 'approved' and d.decision = 'refer'));
