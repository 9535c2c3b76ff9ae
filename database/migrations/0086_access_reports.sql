-- The person's own access report is a paper like others: who has looked at his record, and what was given out.
-- Constitution Art. 10-A, 14 (LAW 3); decision 0053.
alter table register.print drop constraint print_kind_check;
alter table register.print add constraint print_kind_check
  check (kind in ('receipt', 'duties', 'certificate', 'week_list', 'referral', 'access_report'));
comment on column register.print.kind is 'receipt, duties, certificate, week_list, referral or access_report.';
