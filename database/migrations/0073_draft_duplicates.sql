-- A draft that looks like somebody its author can see stops until he says who it is. Decision 0043.
alter table register.draft add column stopped_search_id uuid references register.search on delete restrict;
comment on column register.draft.stopped_search_id is 'The look-up by name that found somebody in scope who is probably the same; null when none did, or its author said that it is another person.';
create index draft_stopped on register.draft (stopped_search_id) where stopped_search_id is not null;
grant update (stopped_search_id) on register.draft to amanat_app;
