-- Facts as RULES 5 writes them, one object in each row of `line`, into the staging tables.
insert into given_case
select l.case_no, l.facts ->> 'case_id', (l.facts ->> 'on')::date, p.set_no, (l.facts #>> '{person,born_on}')::date
  from line l
  join pack_set p on p.name = l.facts ->> 'pack';
insert into given_conviction
select l.case_no, c.seq, c.v ->> 'conviction_id', c.v ->> 'offence', (c.v ->> 'offence_on')::date, (c.v ->> 'convicted_on')::date,
       c.v ->> 'country', c.v ->> 'jurisdiction', c.v ->> 'victim', c.v ->> 'disposal', (c.v ->> 'juvenile')::boolean
  from line l cross join jsonb_array_elements(l.facts -> 'convictions') with ordinality c (v, seq);
insert into given_appeal
select l.case_no, c.seq, a.seq, a.v ->> 'event', (a.v ->> 'on')::date
  from line l
 cross join jsonb_array_elements(l.facts -> 'convictions') with ordinality c (v, seq)
 cross join jsonb_array_elements(c.v -> 'appeal') with ordinality a (v, seq);
insert into given_interval
select l.case_no, k.kind, (i ->> 'from_on')::date, coalesce((i ->> 'to_on')::date, 'infinity')
  from line l
 cross join (values ('custody', 'custody'), ('hospital', 'hospital'), ('abroad', 'abroad'), ('no_fixed_abode', 'no_fixed_abode'),
                    ('closed_desks', 'closed_desk')) k (name, kind)
 cross join jsonb_array_elements(l.facts -> k.name) i;
insert into given_served
select l.case_no, s ->> 'duty', (s ->> 'at')::timestamptz from line l cross join jsonb_array_elements(l.facts -> 'served') s;
insert into given_change
select l.case_no, c ->> 'change_id', c ->> 'kind', (c ->> 'on')::date from line l cross join jsonb_array_elements(l.facts -> 'changes') c;
insert into given_trip
select l.case_no, t ->> 'trip_id', t ->> 'kind', (t ->> 'departs_at')::timestamptz, (t ->> 'returns_at')::timestamptz, (t ->> 'cancelled_at')::timestamptz
  from line l cross join jsonb_array_elements(l.facts -> 'trips') t;
insert into given_notice
select l.case_no, n.seq, n.v ->> 'notice_id', n.v ->> 'duty', n.v ->> 'about', (n.v ->> 'received_at')::timestamptz
  from line l cross join jsonb_array_elements(l.facts -> 'notices') with ordinality n (v, seq);
insert into given_visit
select l.case_no, v.seq, (v.v ->> 'on')::date, v.v ->> 'result'
  from line l cross join jsonb_array_elements(l.facts -> 'visits') with ordinality v (v, seq);
insert into given_outage
select l.case_no, (o ->> 'from_at')::timestamptz, coalesce((o ->> 'to_at')::timestamptz, 'infinity')
  from line l cross join jsonb_array_elements(l.facts -> 'outages') o;
