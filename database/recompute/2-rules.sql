-- Packs into columns, and their calendars. Run once, after given_pack is filled.
insert into rule
select row_number() over (order by set_no, ordinal),
       set_no,
       case when ordinal = min(ordinal) over w then '-infinity' else in_force_from end,
       coalesce(lead(in_force_from) over (partition by set_no order by ordinal), 'infinity'),
       array(select jsonb_array_elements_text(content -> 's2h_offences' -> 'value')),
       array(select jsonb_array_elements_text(content -> 's24_extra_offences' -> 'value')),
       array(select jsonb_array_elements_text(content -> 's24_victims' -> 'value')),
       content -> 'eligibility_policy' ->> 'value',
       array(select jsonb_array_elements_text(content -> 'disposals_not_convictions' -> 'value')),
       (content -> 'adult_from_years' ->> 'value')::integer,
       array(select jsonb_array_elements_text(content -> 'countries' -> 'value')),
       array(select jsonb_array_elements_text(content -> 'review_jurisdictions' -> 'value')),
       (content -> 'entries_from' ->> 'value')::date,
       array(select jsonb_array_elements_text(content -> 'voiding_events' -> 'value')),
       (content -> 'surrender_days' ->> 'value')::integer,
       (content -> 'period_years' ->> 'value')::integer,
       (content -> 'custody_extends_period' ->> 'value')::boolean,
       (content -> 'confirm_every_months' ->> 'value')::integer,
       (content -> 'confirm_no_fixed_abode_every_months' ->> 'value')::integer,
       (content -> 'confirm_after_no_fixed_abode_months' ->> 'value')::integer,
       (content -> 'notify_name_change_days' ->> 'value')::integer,
       (content -> 'notify_address_change_days' ->> 'value')::integer,
       (content -> 'notify_travel_abroad_days' ->> 'value')::integer,
       (content -> 'notify_absence_hours' ->> 'value')::integer,
       (content -> 'absence_over_hours' ->> 'value')::integer,
       (content -> 'confirm_window_days' ->> 'value')::integer,
       (content -> 'after_pause_days' ->> 'value')::integer,
       (content -> 'abroad_cap_days' ->> 'value')::integer,
       (content -> 'due_soon_days' ->> 'value')::integer,
       content -> 'appeal_effect' ->> 'value' = 'suspend',
       array(select jsonb_array_elements_text(content -> 'closed_weekdays' -> 'value')),
       array(select jsonb_array_elements_text(content -> 'holidays' -> 'value')),
       (content -> 'desk_hours' -> 'value' ->> 'opens')::time,
       (content -> 'desk_hours' -> 'value' ->> 'closes')::time
  from given_pack
window w as (partition by set_no);

insert into calendar
select rule_no,
       day,
       -- Read backwards, the least working day so far is the next one.
       min(day) filter (where is_working) over (partition by rule_no order by day desc)
  from (select r.rule_no,
               d::date as day,
               not to_char(d, 'FMday') = any (r.closed_weekdays) and not to_char(d, 'MM-DD') = any (r.holidays) as is_working
          from rule r
         cross join generate_series(timestamp '1900-01-01', timestamp '2400-01-01', interval '1 day') d) days;
analyze calendar;
analyze rule;
