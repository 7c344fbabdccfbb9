create table core.resident (
  id uuid primary key,
  name text not null,
  role text not null check (role in ('admin', 'resident')),
  language text not null,
  created_at timestamptz not null
);
create unique index resident_name on core.resident (lower(name));

-- Only hashes of secrets are kept (SI-22).
create table core.session (
  id uuid primary key,
  resident_id uuid not null references core.resident on delete cascade,
  secret_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table core.token (
  id uuid primary key,
  -- Null: a token of whoever owns the data directory.
  resident_id uuid references core.resident on delete cascade,
  name text not null,
  secret_hash bytea not null unique,
  created_at timestamptz not null,
  last_used_at timestamptz
);

create table core.pairing_code (
  code_hash bytea primary key,
  resident_id uuid references core.resident on delete cascade,
  expires_at timestamptz not null
);
