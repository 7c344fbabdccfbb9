create table messenger.message (
  id uuid primary key,
  conversation_id text not null,
  author text not null check (author in ('resident', 'tali')),
  resident_id text,
  resident_name text,
  turn_id text not null,
  text text not null,
  parts jsonb not null,
  at timestamptz not null
);
create index message_conversation on messenger.message (conversation_id, at desc, id desc);
