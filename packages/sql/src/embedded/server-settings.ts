/**
 * Settings for a small machine that does other things too: little memory when idle, few processes, few wake-ups, and
 * every commit on disk. https://www.postgresql.org/docs/18/runtime-config.html
 */
export function serverSettings(socketFolder: string, maxConnections: number): string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: quoted(socketFolder),
    unix_socket_permissions: '0700',
    port: 5432,
    max_connections: maxConnections,
    shared_buffers: '24MB',
    work_mem: '4MB',
    maintenance_work_mem: '32MB',
    effective_cache_size: '256MB',
    temp_file_limit: '1GB',
    huge_pages: 'off',
    // Reading by worker processes would cost their memory.
    io_method: 'sync',
    max_worker_processes: 0,
    max_parallel_workers: 0,
    max_logical_replication_workers: 0,
    jit: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    wal_buffers: '2MB',
    min_wal_size: '32MB',
    max_wal_size: '256MB',
    checkpoint_timeout: '15min',
    autovacuum_worker_slots: 2,
    autovacuum_max_workers: 1,
    autovacuum_naptime: '5min',
    bgwriter_delay: '2s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // No line holds a statement or a value of a row: they are people's private life.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_line_prefix: '',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** The setting is a list: a folder with a comma in its name needs quotes. */
function quoted(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`
}
