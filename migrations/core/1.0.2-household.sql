create table core.timer (
  id uuid primary key,
  name text,
  seconds integer not null,
  ends_at timestamptz not null,
  -- Milliseconds that were left when it was paused; null while it runs.
  paused_ms integer,
  resident_id uuid references core.resident on delete set null,
  conversation_id text,
  area_id text,
  language text not null,
  started_event uuid
);

create table core.list_item (
  id uuid primary key,
  text text not null,
  created_at timestamptz not null
);
