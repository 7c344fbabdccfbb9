import { describe, expect, it } from 'vitest'
import type { HealthStatus, SystemHealth } from '@tali/contracts'
import { mapOf, roleOf } from './parts.ts'

const at = '2026-11-21T08:00:00Z'
const service = (name: string) => ({
  service: name,
  version: '0.1.0',
  status: 'up' as HealthStatus,
  startedAt: at,
  memoryMb: 10,
  checks: [],
  lastError: null,
})
const store = (name: string) => ({
  store: name,
  description: '',
  status: 'up' as HealthStatus,
  summary: '',
  figures: [],
})

describe('mapOf', () => {
  it('lays the parts along the way of the data, whatever order they come in', () => {
    const health: SystemHealth = {
      status: 'up',
      at,
      version: '0.1.0',
      memoryMb: 100,
      services: ['analytics', 'core', 'dataservice', 'messenger', 'persona', 'something'].map(service),
      stores: ['postgres', 'stream', 'broker', 'blobs'].map(store),
    }
    const { way, beside } = mapOf(health)
    expect(way.map((part) => part.id)).toEqual(['devices', 'broker', 'core', 'stream', 'dataservice', 'postgres'])
    expect(beside.map((part) => part.id)).toEqual(['analytics', 'messenger', 'persona', 'something', 'blobs'])
  })
  it('knows stores by the words in their names', () => {
    expect(['Embedded MQTT broker', 'kv journal', 'PGlite', 'minio'].map((name) => roleOf({ store: name }))).toEqual([
      'broker',
      'stream',
      'database',
      'other',
    ])
  })
})
