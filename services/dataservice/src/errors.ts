import { catalogue } from '@tali/runtime'

export const errors = catalogue('dataservice', {
  migration_changed: {
    status: 500,
    title: 'An applied migration was changed',
    detail:
      'The file {file} was applied in another form before. An applied migration never changes: restore the file, and write a new one for what should differ.',
  },
  migration_missing: {
    status: 500,
    title: 'The data is newer than the program',
    detail:
      'The database has {module}@{version}, which this version of TALI does not know. Start the newer version again, or restore a backup made before it.',
  },
  migration_failed: {
    status: 500,
    title: 'A migration failed',
    detail: 'The migration {file} failed, and nothing of it was kept: {reason}',
  },
  migration_unreadable: { status: 500, title: 'A migration cannot be read', detail: '{file}: {reason}' },
})
