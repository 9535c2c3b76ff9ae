-- What ties a paper to the act it belongs to: the print a person was given, and the number of a notice on its receipt.
alter table register.serving add foreign key (print_id) references register.print on delete restrict;
create index serving_print on register.serving (print_id) where print_id is not null;

alter table register.notice add column notice_serial bigint generated always as identity;
comment on column register.notice.notice_serial is 'Serial number, printed on the receipt as N-<year>-<serial>.';
