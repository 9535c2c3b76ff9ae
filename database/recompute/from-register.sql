-- The facts of a batch of people (table `batch`: case_no, person_id), from the register into the staging tables.
-- Written beside, and not taken from, the way the first calculator reads them.
-- A person's facts are those of all his records (table `part`), numbered from the oldest, which keeps his duties.
create temporary table link on commit drop as
select distinct on (person_id) person_id, identity_id from register.identity_link order by person_id, link_no desc;
create temporary table part on commit drop as
select m.case_no, m.person_id, row_number() over (partition by m.case_no order by p.entered_at, p.person_id) as record_no,
       m.person_id = m.asked_id as is_asked
  from (select b.case_no, b.person_id as asked_id, b.person_id from batch b
         union
        select b.case_no, b.person_id, h.identity_id from batch b join link h on h.person_id = b.person_id
         union
        select b.case_no, b.person_id, o.person_id from batch b left join link h on h.person_id = b.person_id
          join link o on o.identity_id = coalesce(h.identity_id, b.person_id)) m
  join register.person p on p.person_id = m.person_id;
create index on part (case_no);
analyze part;
insert into given_case
select b.case_no, b.person_id::text, b.day, 0,
       (select d.born_on from part r join register.person_detail d on d.person_id = r.person_id and d.superseded_at is null
         where r.case_no = b.case_no and d.born_on is not null order by r.record_no limit 1)
  from batch b;
create temporary table judgment on commit drop as
select b.case_no, row_number() over (partition by b.case_no order by c.convicted_on, b.record_no, c.conviction_id) as seq, c.*
  from part b join register.conviction c on c.person_id = b.person_id;
insert into given_conviction
select j.case_no, j.seq, j.conviction_id::text, o.seq, o.offence, j.offence_on, j.convicted_on, j.country, j.jurisdiction,
       j.victim, j.disposal, j.juvenile
  from judgment j cross join unnest(j.offences) with ordinality o (offence, seq);
insert into given_appeal
select j.case_no, j.seq, row_number() over (partition by j.case_no, j.seq order by a.happened_on, a.ordinal), a.event, a.happened_on
  from judgment j join register.appeal_event a on a.conviction_id = j.conviction_id and a.superseded_at is null;
insert into given_interval
select b.case_no, 'custody', c.from_on, coalesce(c.to_on, 'infinity')
  from part b join register.custody c on c.person_id = b.person_id and c.superseded_at is null
 union all
select b.case_no, s.kind, s.from_on, coalesce(s.to_on, 'infinity')
  from part b join register.stay s on s.person_id = b.person_id and s.superseded_at is null;
insert into given_desk
select b.case_no, row_number() over (partition by b.case_no order by s.from_on, s.began_at), s.from_on
  from part b join register.supervision s on s.person_id = b.person_id and b.record_no = 1;
create temporary table owner on commit drop as
select b.case_no, row_number() over (partition by b.case_no order by s.from_on, s.began_at) as desk_no, s.station_id
  from part b join register.supervision s on s.person_id = b.person_id and b.record_no = 1;
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
  from part b
  join register.serving s on s.person_id = b.person_id and s.superseded_at is null
 cross join unnest(s.duties) duty;
-- What two records tell of is one change, one trip: as the older record has it. What one record tells twice stays twice.
create temporary table told on commit drop as
select b.case_no, b.record_no, 'change' as what, c.kind, c.changed_on::text as at, c.change_id as id
  from part b join register.change c on c.person_id = b.person_id and c.superseded_at is null
 union all
select b.case_no, b.record_no, 'trip', t.kind, extract(epoch from t.departs_at)::text, t.trip_id
  from part b join register.trip t on t.person_id = b.person_id and t.superseded_at is null;
create temporary table known on commit drop as
select t.case_no, t.id, t.record_no = min(t.record_no) over same as is_first,
       first_value(t.id) over (same order by t.record_no, t.id) as first_id
  from told t window same as (partition by t.case_no, t.what, t.kind, t.at);
insert into given_change
select b.case_no, c.change_id::text, c.kind, c.changed_on
  from part b join register.change c on c.person_id = b.person_id and c.superseded_at is null
  join known k on k.case_no = b.case_no and k.id = c.change_id and k.is_first;
insert into given_trip
select b.case_no, t.trip_id::text, t.kind, t.departs_at, t.returns_at, t.cancelled_at
  from part b join register.trip t on t.person_id = b.person_id and t.superseded_at is null
  join known k on k.case_no = b.case_no and k.id = t.trip_id and k.is_first;
insert into given_notice
select b.case_no, row_number() over (partition by b.case_no order by n.received_at, b.record_no, n.recorded_at, n.notice_id),
       n.notice_id::text, n.duty, (case when k.is_first then n.about_id else coalesce(k.first_id, n.about_id) end)::text, n.received_at
  from part b join register.notice n on n.person_id = b.person_id and n.superseded_at is null
  left join known k on k.case_no = b.case_no and k.id = n.about_id;
insert into given_visit
select b.case_no, row_number() over (partition by b.case_no order by v.visited_on, b.record_no, v.recorded_at, v.visit_id), v.visited_on, v.result
  from part b join register.visit v on v.person_id = b.person_id and v.superseded_at is null;
