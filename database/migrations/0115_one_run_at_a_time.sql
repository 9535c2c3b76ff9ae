-- Of runs that compare the whole register one is under way at most, whoever asks. Decision 0044.
-- One that another overtook would never have been gone on with: it said nothing of anybody.
delete from register.link_run r
 where r.ended_at is null and exists (
   select from register.link_run x where x.ended_at is null and (x.begun_at, x.link_run_id) > (r.begun_at, r.link_run_id));
create unique index link_run_under_way on register.link_run ((true)) where ended_at is null;
