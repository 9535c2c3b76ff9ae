-- The facts of a batch of people (table `batch`: case_no, person_id), from the register into the staging tables.
-- Written beside, and not taken from, the way the first calculator reads them.
insert into given_case
select b.case_no, b.person_id::text, b.day, 0, d.born_on
  from batch b
  left join register.person_detail d on d.person_id = b.person_id and d.superseded_at is null;
create temporary table judgment on commit drop as
select b.case_no, row_number() over (partition by b.case_no order by c.convicted_on, c.conviction_id) as seq, c.*
  from batch b join register.conviction c on c.person_id = b.person_id;
insert into given_conviction
select j.case_no, j.seq, j.conviction_id::text, o.seq, o.offence, j.offence_on, j.convicted_on, j.country, j.jurisdiction,
       j.victim, j.disposal, j.juvenile
  from judgment j cross join unnest(j.offences) with ordinality o (offence, seq);
insert into given_appeal
select j.case_no, j.seq, row_number() over (partition by j.case_no, j.seq order by a.happened_on, a.ordinal), a.event, a.happened_on
  from judgment j join register.appeal_event a on a.conviction_id = j.conviction_id and a.superseded_at is null;
insert into given_interval
select b.case_no, 'custody', c.from_on, coalesce(c.to_on, 'infinity')
  from batch b join register.custody c on c.person_id = b.person_id and c.superseded_at is null
 union all
select b.case_no, s.kind, s.from_on, coalesce(s.to_on, 'infinity')
  from batch b join register.stay s on s.person_id = b.person_id and s.superseded_at is null;
insert into given_desk
select b.case_no, row_number() over (partition by b.case_no order by s.from_on, s.began_at), s.from_on
  from batch b join register.supervision s on s.person_id = b.person_id;
create temporary table owner on commit drop as
select b.case_no, row_number() over (partition by b.case_no order by s.from_on, s.began_at) as desk_no, s.station_id
  from batch b join register.supervision s on s.person_id = b.person_id;
insert into given_closed
select o.case_no, o.desk_no, c.from_on, c.to_on
  from register.closed_desk c join owner o on c.station_id is null or c.station_id = o.station_id
 where c.superseded_at is null;
insert into given_outage
select o.case_no, o.desk_no, u.from_at, coalesce(u.to_at, 'infinity')
  from register.outage u join owner o on u.station_id is null or u.station_id = o.station_id
 where u.superseded_at is null;
insert into given_served
select b.case_no, duty, s.served_at
  from batch b
  join register.serving s on s.person_id = b.person_id and s.superseded_at is null
 cross join unnest(s.duties) duty;
insert into given_change
select b.case_no, c.change_id::text, c.kind, c.changed_on
  from batch b join register.change c on c.person_id = b.person_id and c.superseded_at is null;
insert into given_trip
select b.case_no, t.trip_id::text, t.kind, t.departs_at, t.returns_at, t.cancelled_at
  from batch b join register.trip t on t.person_id = b.person_id and t.superseded_at is null;
insert into given_notice
select b.case_no, row_number() over (partition by b.case_no order by n.received_at, n.recorded_at, n.notice_id),
       n.notice_id::text, n.duty, n.about_id::text, n.received_at
  from batch b join register.notice n on n.person_id = b.person_id and n.superseded_at is null;
insert into given_visit
select b.case_no, row_number() over (partition by b.case_no order by v.visited_on, v.recorded_at, v.visit_id), v.visited_on, v.result
  from batch b join register.visit v on v.person_id = b.person_id and v.superseded_at is null;
