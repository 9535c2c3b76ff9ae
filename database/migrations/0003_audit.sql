-- The audit log: events as they happen, and the signed Merkle tree over them. DESIGN 6, decision 0012.
-- Nothing here is ever updated or deleted: no role has the right, and no policy would let it.
create schema audit;
comment on schema audit is 'Who did or asked what: events, and the tree that makes a change of them visible. Legal basis: ARITA-2021 s.24 (the register is confidential).';
grant usage on schema audit to amanat_app, amanat_gate, amanat_sequencer;

create table audit.event (
  event_id uuid primary key,
  -- One number at a time (cache 1): the sequencer relies on numbers being drawn in order.
  event_no bigint not null generated always as identity (cache 1) unique,
  occurred_at timestamptz not null default clock_timestamp(),
  officer_id uuid,
  session_id uuid,
  posting_id uuid,
  role varchar(100),
  action varchar(200) not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  subject_kind varchar(100),
  subject_id uuid,
  second_id uuid,
  purpose varchar(200),
  request_id uuid,
  policy varchar(200),
  row_before bytea check (octet_length(row_before) = 32),
  row_after bytea check (octet_length(row_after) = 32),
  place_district varchar(100),
  body bytea,
  body_salt bytea not null check (octet_length(body_salt) >= 16),
  body_commitment bytea not null check (octet_length(body_commitment) = 32)
);
comment on table audit.event is 'One row for every read, write and refusal, in the transaction of its effect. No foreign keys: an event outlives what it is about.';
comment on column audit.event.event_id is 'Opaque id, chosen by the program.';
comment on column audit.event.event_no is 'Order of drawing; a number is missing where a transaction was undone.';
comment on column audit.event.occurred_at is 'Instant of the event by the database clock.';
comment on column audit.event.officer_id is 'Who acted; null when nobody was signed in.';
comment on column audit.event.session_id is 'In which session.';
comment on column audit.event.posting_id is 'In which posting.';
comment on column audit.event.role is 'Role of the posting at that time.';
comment on column audit.event.action is 'Code of the act, e.g. person.seen.';
comment on column audit.event.outcome is 'done, refused by a policy or rule, or failed by a fault.';
comment on column audit.event.subject_kind is 'Noun the act is about, e.g. person.';
comment on column audit.event.subject_id is 'Opaque id of that record.';
comment on column audit.event.second_id is 'Opaque id of a second record, e.g. the other person of a merge.';
comment on column audit.event.purpose is 'Why it was asked, as a code.';
comment on column audit.event.request_id is 'Request that caused it; shown to the officer when something fails.';
comment on column audit.event.policy is 'Id of the policy that decided.';
comment on column audit.event.row_before is 'SHA-256 of the row before a write; null for reads and new rows.';
comment on column audit.event.row_after is 'SHA-256 of the row after a write; null for reads.';
comment on column audit.event.place_district is 'District of the record, for statistics of access.';
comment on column audit.event.body is 'Further detail, AES-256-GCM; erased by destroying its key, never by removing the bytes. Null when there is none.';
comment on column audit.event.body_salt is 'Random bytes of the commitment; never in the log.';
comment on column audit.event.body_commitment is 'SHA-256 of salt and encrypted body (of the salt alone when there is no body).';
create index event_subject on audit.event (subject_kind, subject_id, event_no);
create index event_officer on audit.event (officer_id, event_no);

create table audit.leaf (
  leaf_index bigint primary key check (leaf_index >= 0),
  event_no bigint not null unique,
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32)
);
comment on table audit.leaf is 'Which event stands at which place of the tree. Each event stands there once. No foreign key: its check would lock, and so rewrite, every event.';
comment on column audit.leaf.leaf_index is 'Place in the tree, from 0 without gaps.';
comment on column audit.leaf.event_no is 'The event; not always in order of numbers, because transactions end in another order than they begin.';
comment on column audit.leaf.leaf_hash is 'SHA-256 of 0x00 and the event''s canonical line (RFC 6962, decision 0012).';

create table audit.tile (
  level integer check (level between 0 and 63),
  tile_index bigint check (tile_index >= 0),
  hashes bytea not null check (octet_length(hashes) = 8192),
  root_hash bytea not null check (octet_length(root_hash) = 32),
  primary key (level, tile_index)
);
alter table audit.tile alter column hashes set storage external;
comment on table audit.tile is 'Full tiles of the tree (C2SP tlog-tiles). Partial tiles are not kept: level 0 is the newest leaves, level n the root_hash of tiles of level n - 1.';
comment on column audit.tile.level is 'Level: a hash covers 256 to the power of level leaves.';
comment on column audit.tile.tile_index is 'Place in the level, from 0.';
comment on column audit.tile.hashes is '256 hashes of 32 bytes, side by side.';
comment on column audit.tile.root_hash is 'Hash of the tile as a tree; stands in the level above.';

create table audit.checkpoint (
  tree_size bigint primary key check (tree_size > 0),
  root_hash bytea not null check (octet_length(root_hash) = 32),
  note text not null,
  settled_to bigint not null check (settled_to >= 0),
  signed_at timestamptz not null default clock_timestamp()
);
comment on table audit.checkpoint is 'Signed heads of the log (C2SP tlog-checkpoint), one for each batch; what witnesses keep and compare.';
comment on column audit.checkpoint.tree_size is 'Leaves in the tree.';
comment on column audit.checkpoint.root_hash is 'Root of the tree.';
comment on column audit.checkpoint.note is 'The signed note, as published.';
comment on column audit.checkpoint.settled_to is 'Every event up to this number is in a leaf or was never committed; the sequencer resumes here.';
comment on column audit.checkpoint.signed_at is 'Instant of signing by the database clock; not part of the note.';

alter table audit.event enable row level security;
alter table audit.event force row level security;
-- The application writes in nobody's name but the bearer's, also when his session is locked or over; the gate knows more.
create function sec.is_bearer(officer uuid, session uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$ begin
    return exists (select from access.session s where s.token_hash = (select sec.token_hash()) and s.officer_id = officer and s.session_id = session); end $$;
comment on function sec.is_bearer(uuid, uuid) is 'Whether this transaction was begun with the secret of this session of this officer, open or not.';
grant execute on function sec.is_bearer(uuid, uuid) to amanat_app;
create policy bearer_writes on audit.event for insert to amanat_app
  with check (case when officer_id is null then session_id is null and posting_id is null and role is null else sec.is_bearer(officer_id, session_id) end);
create policy gate_writes on audit.event for insert to amanat_gate with check (true);
create policy auditor_reads on audit.event for select to amanat_app using ((select sec.has_role(array['auditor'])));
create policy own_acts on audit.event for select to amanat_app using (officer_id = (select sec.officer_id()));
create policy sequencer_reads on audit.event for select to amanat_sequencer using (true);
create policy owner_reads on audit.event for select to amanat_owner using (true);
-- Number and instant are the database's own: without the right to these two columns nobody can override them.
grant insert (event_id, officer_id, session_id, posting_id, role, action, outcome, subject_kind, subject_id, second_id, purpose,
  request_id, policy, row_before, row_after, place_district, body, body_salt, body_commitment) on audit.event to amanat_app, amanat_gate;
grant select on audit.event to amanat_app;
grant select (event_id, event_no, occurred_at, officer_id, session_id, posting_id, role, action, outcome, subject_kind, subject_id,
  second_id, purpose, request_id, policy, row_before, row_after, place_district, body_commitment) on audit.event to amanat_sequencer;

alter table audit.leaf enable row level security;
alter table audit.leaf force row level security;
create policy sequencer_reads on audit.leaf for select to amanat_sequencer using (true);
create policy sequencer_writes on audit.leaf for insert to amanat_sequencer with check (true);
create policy auditor_reads on audit.leaf for select to amanat_app using ((select sec.has_role(array['auditor'])));
create policy owner_reads on audit.leaf for select to amanat_owner using (true);
grant select, insert on audit.leaf to amanat_sequencer;
grant select on audit.leaf to amanat_app;

alter table audit.tile enable row level security;
alter table audit.tile force row level security;
create policy sequencer_reads on audit.tile for select to amanat_sequencer using (true);
create policy sequencer_writes on audit.tile for insert to amanat_sequencer with check (true);
create policy auditor_reads on audit.tile for select to amanat_app using ((select sec.has_role(array['auditor'])));
create policy owner_reads on audit.tile for select to amanat_owner using (true);
grant select, insert on audit.tile to amanat_sequencer;
grant select on audit.tile to amanat_app;

alter table audit.checkpoint enable row level security;
alter table audit.checkpoint force row level security;
create policy sequencer_reads on audit.checkpoint for select to amanat_sequencer using (true);
create policy sequencer_writes on audit.checkpoint for insert to amanat_sequencer with check (true);
create policy auditor_reads on audit.checkpoint for select to amanat_app using ((select sec.has_role(array['auditor'])));
create policy owner_reads on audit.checkpoint for select to amanat_owner using (true);
grant select, insert on audit.checkpoint to amanat_sequencer;
grant select on audit.checkpoint to amanat_app;
