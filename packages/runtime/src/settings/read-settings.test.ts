import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readSettings, SettingsFaulty, type SettingsSources } from './read-settings.ts'

const schema = z.object({
  demo: z.boolean().default(false),
  http: z.object({
    port: z.number().int().min(0).max(65_535).default(8484),
    allowedHosts: z.array(z.string()).default([]),
  }),
  database: z.object({ url: z.string().startsWith('postgres://').meta({ secret: true }).optional() }),
})

describe('readSettings', () => {
  let dir: string
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tali-settings-'))
  })
  afterAll(() => rm(dir, { recursive: true }))

  const file = async (text: string) => {
    const path = join(dir, 'tali.yaml')
    await writeFile(path, text)
    return path
  }
  const faultsOf = async (sources: SettingsSources) => {
    const error: unknown = await readSettings(schema, sources).then(
      () => null,
      (reason: unknown) => reason,
    )
    if (!(error instanceof SettingsFaulty)) throw new Error('no faults were found')
    return error.faults.map(({ where, what }) => `${where.replace(dir, '')} ${what}`)
  }

  it('takes defaults', async () => {
    const { values, origins } = await readSettings(schema, {})
    expect(values).toEqual({ demo: false, http: { port: 8484, allowedHosts: [] }, database: {} })
    expect(origins.size).toBe(0)
  })

  it('puts flags over environment over files, and tells where each came from', async () => {
    const path = await file('tali:\n  http:\n    port: 1\n    allowedHosts: [house.lan]\n  demo: true\n')
    const { values, origins } = await readSettings(schema, {
      files: [path],
      environment: { TALI_HTTP_PORT: '2', TALI_DEMO: '' },
      args: ['--port', '3', '--no-demo'],
      shortFlags: { port: 'http.port' },
    })
    expect(values).toEqual({ demo: false, http: { port: 3, allowedHosts: ['house.lan'] }, database: {} })
    expect(Object.fromEntries(origins)).toEqual({
      demo: '--no-demo',
      'http.port': '--port',
      'http.allowedHosts': `${path}:4:5`,
    })
  })

  it('reads lists and secrets from the environment', async () => {
    const secret = await file('postgres://tali:hidden@db/tali\n')
    const { values } = await readSettings(schema, {
      environment: { TALI_HTTP_ALLOWED_HOSTS: 'a.lan, b.lan', TALI_DATABASE_URL_FILE: secret },
    })
    expect(values.http.allowedHosts).toEqual(['a.lan', 'b.lan'])
    expect(values.database.url).toBe('postgres://tali:hidden@db/tali')
  })

  it('reports every fault with its place', async () => {
    const path = await file('http:\n  prot: 80\n  port: many\ndemo: perhaps\n')
    expect(await faultsOf({ files: [path], environment: { TALI_HTTP_PORT: '-1' }, args: ['--demmo'] })).toEqual([
      '--demmo is not a flag TALI knows (did you mean --demo?); --help lists them',
      '/tali.yaml:2:3 http.prot is not a setting (did you mean http.port?)',
      '/tali.yaml:4:1 demo does not take "perhaps": Invalid input: expected boolean, received string',
      'environment TALI_HTTP_PORT http.port does not take "-1": Too small: expected number to be >=0',
      '/tali.yaml:3:3 http.port does not take "many": Invalid input: expected number, received string',
    ])
  })

  it('does not repeat a secret', async () => {
    const [fault] = await faultsOf({ environment: { TALI_DATABASE_URL: 'mysql://tali:hidden@db' } })
    expect(fault).toContain('database.url does not take the given value')
    expect(fault).not.toContain('hidden')
  })

  it.each([
    ['a broken file', 'http: [1', /tali\.yaml:1:\d+ Flow sequence/],
    ['a file that is a list', '- 1\n', /tali\.yaml:1:1 holds no settings/],
  ])('tells of %s', async (_, text, expected) => {
    expect((await faultsOf({ files: [await file(text)] })).join('\n')).toMatch(expected)
  })
})
