-- The ledger: one line for everything that happened, with its cause. Written by dataservice from the stream, each id once.
create table events.event (
  id uuid primary key,
  type text not null,
  at timestamptz not null,
  arrived_at timestamptz not null,
  entity_id text,
  area_id text,
  resident_id text,
  cause text not null,
  -- The value a state changed to.
  to_value text,
  parent_id uuid,
  -- The whole event, as the contracts say it.
  event jsonb not null
);
create index event_at on events.event (at desc, id desc);
create index event_entity on events.event (entity_id, at desc, id desc) where entity_id is not null;
create index event_area on events.event (area_id, at desc, id desc) where area_id is not null;
create index event_resident on events.event (resident_id, at desc, id desc) where resident_id is not null;

-- The last known state of every entity: a projection, kept so that a start need not read the whole ledger.
create table events.entity_state (
  entity_id text primary key,
  -- Null until first reported.
  value text,
  attributes jsonb not null,
  -- Null until the device said so; it counts as reachable then.
  available boolean,
  changed_at timestamptz not null,
  -- The event that last touched this row; an older one never overwrites it.
  event_id uuid not null
);

-- What could not be written after several tries, with the reason, so that nothing is lost and the stream goes on.
create table events.dead_letter (
  stream_id text primary key,
  value text not null,
  reason text not null,
  at timestamptz not null
);

-- Written and read back by the health check: the database works, and not only its socket.
create table events.heartbeat (
  id integer primary key,
  at timestamptz not null
);
