-- The home as people know it. What a device can do comes from its discovery message; here is what must outlive it:
-- the ids that everything else refers to, and what people said about names and places.
create table core.floor (
  id text primary key,
  name text not null,
  level integer,
  aliases text[] not null default '{}'
);
create unique index floor_name on core.floor (lower(name));

create table core.area (
  id text primary key,
  name text not null,
  floor_id text references core.floor on delete set null,
  aliases text[] not null default '{}'
);
create unique index area_name on core.area (lower(name));

create table core.device (
  id text primary key,
  -- What the device calls itself by, over restarts and renames.
  identifier text not null unique,
  area_id text references core.area on delete set null
);

create table core.entity (
  id text primary key,
  -- `domain.unique_id` of its discovery message.
  unique_id text not null unique,
  device_id text references core.device on delete set null
);

-- What people said of an entity. It may be said before the device was ever seen (an imported home), and outlives it.
create table core.entity_note (
  unique_id text primary key,
  name text,
  aliases text[] not null default '{}',
  area_id text references core.area on delete set null
);
