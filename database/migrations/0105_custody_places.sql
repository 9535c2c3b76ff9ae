-- Where somebody is held: nobody is in two districts on one day, so two records that say so are not of one person. DESIGN 8.
alter table register.custody add column held_district_id text references reference.district on delete restrict;
comment on column register.custody.held_district_id is 'District of the prison or station that holds him; null where nobody said, as of custody that came with an entry.';
create index custody_held_district on register.custody (held_district_id) where held_district_id is not null;
create index custody_held on register.custody (person_id) where held_district_id is not null and superseded_at is null;
