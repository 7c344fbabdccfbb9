create table persona.overlay (
  resident_id text primary key,
  tone text not null
);

-- What was said and answered, to understand and to improve; kept six months.
create table persona.interaction (
  turn_id text primary key,
  conversation_id text not null,
  resident_id text,
  channel text not null,
  said text not null,
  answered text not null,
  parts jsonb not null,
  at timestamptz not null
);
create index interaction_at on persona.interaction (at);
