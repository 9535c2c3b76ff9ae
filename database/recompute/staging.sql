-- The facts of RULES 5, one row for each, in temporary tables: case numbers, opaque ids, dates and codes, no identity.
-- Filled for a batch of people, emptied for the next. An open end is 'infinity', so that no comparison meets a null.
create function pg_temp.pakistan_day(at timestamptz) returns date language sql immutable
  return ((at at time zone 'UTC') + interval '5 hours')::date;
comment on function pg_temp.pakistan_day(timestamptz) is 'The date in Pakistan: UTC+5, no summer time.';
create function pg_temp.months_between(a date, b date) returns integer language sql immutable
  return ((date_part('year', b) - date_part('year', a)) * 12 + date_part('month', b) - date_part('month', a))::integer;
comment on function pg_temp.months_between(date, date) is 'Calendar months from a to b, days left out.';
create temporary table given_pack (
  set_no integer not null,
  ordinal integer not null,
  in_force_from date,
  content jsonb not null,
  primary key (set_no, ordinal)
);
comment on table given_pack is 'Packs that follow one another; content holds the values of a pack. Cases name a set.';
create temporary table given_offence (offence text primary key, from_on date not null, until_on date not null);
comment on table given_offence is 'The catalogue: when each offence was in force, half-open.';
create temporary table given_case (case_no integer not null, case_id text not null, day date not null, set_no integer not null, born_on date);
comment on table given_case is 'One row for each person and day asked.';
create temporary table given_conviction (
  case_no integer not null,
  seq integer not null,
  conviction_id text not null,
  offence_seq integer not null,
  offence text not null,
  offence_on date not null,
  convicted_on date not null,
  country text not null,
  jurisdiction text not null,
  victim text not null,
  disposal text not null,
  juvenile boolean not null
);
comment on table given_conviction is 'Convictions in the order given (seq), one row for each offence; the strongest outcome of a conviction stands.';
create temporary table given_appeal (case_no integer not null, conviction_seq integer not null, seq integer not null, event text not null, on_day date not null);
comment on table given_appeal is 'Appeal events in the order given.';
create temporary table given_desk (case_no integer not null, desk_no integer not null, from_on date not null);
comment on table given_desk is 'Whose desk dates roll by, from which day on; the first one governed before as well.';
create temporary table given_closed (case_no integer not null, desk_no integer not null, from_on date not null, to_on date not null);
comment on table given_closed is 'Days on which a desk was closed; half-open.';
create temporary table given_interval (case_no integer not null, kind text not null, from_on date not null, to_on date not null);
comment on table given_interval is 'custody, hospital, abroad and no_fixed_abode; half-open.';
create temporary table given_served (case_no integer not null, duty text not null, at timestamptz not null);
comment on table given_served is 'When each duty was explained.';
create temporary table given_change (case_no integer not null, change_id text not null, kind text not null, on_day date not null);
comment on table given_change is 'Changes of name and address.';
create temporary table given_trip (
  case_no integer not null,
  trip_id text not null,
  kind text not null,
  departs_at timestamptz not null,
  returns_at timestamptz,
  cancelled_at timestamptz
);
comment on table given_trip is 'Journeys abroad and absences inside the country; no return: unknown.';
create temporary table given_notice (
  case_no integer not null,
  seq integer not null,
  notice_id text not null,
  duty text not null,
  about text,
  received_at timestamptz not null
);
comment on table given_notice is 'Notices in the order given.';
create temporary table given_visit (case_no integer not null, seq integer not null, on_day date not null, result text not null);
comment on table given_visit is 'Visits to the address in the order given.';
create temporary table given_outage (case_no integer not null, desk_no integer not null, from_at timestamptz not null, to_at timestamptz not null);
comment on table given_outage is 'Times at which the desk could record nothing.';

create temporary table rule (
  rule_no integer primary key,
  set_no integer not null,
  from_on date not null,
  next_from_on date not null,
  s2h text[] not null,
  scheduled text[] not null,
  victims text[] not null,
  policy text not null,
  no_conviction text[] not null,
  adult_years integer not null,
  countries text[] not null,
  review_places text[] not null,
  entries_from date not null,
  voiding text[] not null,
  surrender_days integer not null,
  period_years integer not null,
  custody_extends boolean not null,
  confirm_months integer not null,
  homeless_months integer not null,
  housed_months integer not null,
  name_days integer not null,
  address_days integer not null,
  travel_days integer not null,
  absence_hours integer not null,
  absence_over_hours integer not null,
  window_days integer not null,
  after_pause_days integer not null,
  cap_days integer not null,
  soon_days integer not null,
  suspends boolean not null,
  closed_weekdays double precision[] not null,
  holidays double precision[] not null,
  opens time not null,
  closes time not null
);
comment on table rule is 'The packs unfolded into columns, oldest first within a set. scheduled: both lists of offences; weekdays: 0 is Sunday; holidays: month * 100 + day.';
