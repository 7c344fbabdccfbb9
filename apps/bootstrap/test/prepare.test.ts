import { X509Certificate } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:tls'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { prepare, refuseForeignHosts } from '../src/prepare.ts'
import { CannotPrepare } from '../src/secrets.ts'

const now = Date.UTC(2026, 10, 1)
const day = 86_400_000
const me = process.getuid?.() ?? 0
const folders: string[] = []

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tali-prepare-'))
  folders.push(folder)
  return folder
}

const prepareIn = (volumes: string, at = now, hosts: string[] = []) =>
  prepare({ volumes, hosts, now: at, uidOf: () => me })

async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')] as const),
    ),
  )
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

describe('what the stack needs', () => {
  it('is made once, and a second run changes nothing', async () => {
    const volumes = await newFolder()
    const first = await prepareIn(volumes)
    const made = await filesIn(volumes)
    const second = await prepareIn(volumes, now + day)
    expect(first.written.length).toBeGreaterThan(30)
    expect(second).toEqual({ ...first, written: [] })
    expect(await filesIn(volumes)).toEqual(made)
  })

  it('has no secret in common with another house, each of 256 bits (SI-01)', async () => {
    const houses = [await newFolder(), await newFolder()]
    for (const house of houses) await prepareIn(house)
    const [one = [], other = []] = await Promise.all(
      houses.map(async (house): Promise<string[]> =>
        Object.values(JSON.parse(await readFile(join(house, 'bootstrap', 'secrets.json'), 'utf8'))),
      ),
    )
    expect(new Set([...one, ...other]).size).toBe(one.length + other.length)
    for (const secret of one) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  })

  it('is for one consumer alone (SI-03)', async () => {
    const volumes = await newFolder()
    await prepareIn(volumes)
    for (const name of await readdir(join(volumes, 'secrets'))) {
      expect((await stat(join(volumes, 'secrets', name))).mode & 0o077).toBe(0)
      for (const file of await readdir(join(volumes, 'secrets', name)))
        expect((await stat(join(volumes, 'secrets', name, file))).mode & 0o777).toBe(0o400)
    }
    const files = await filesIn(join(volumes, 'secrets'))
    const passwords = [...files]
      .filter(([file]) => /(password|-url|tls\.key)$/.test(file))
      .map(([, content]) => content)
    // The one account that devices share is told to core for the page; Mosquitto has its hash.
    expect(new Set(passwords).size).toBe(passwords.length)
  })

  it('is completed after a kill at any write', async () => {
    const whole = await newFolder()
    await prepareIn(whole)
    const files = [...(await filesIn(whole)).keys()].filter((file) => !file.startsWith('bootstrap/'))
    for (const missing of files) {
      const volumes = await newFolder()
      await cp(whole, volumes, { recursive: true })
      await rm(join(volumes, missing))
      await writeFile(join(volumes, `${missing}.1.new`), 'half a fi')
      await prepareIn(volumes)
      const files = await filesIn(volumes)
      expect(files.get(missing)?.length).toBeGreaterThan(20)
      expect(files.get('bootstrap/secrets.json')).toBe(await readFile(join(whole, 'bootstrap/secrets.json'), 'utf8'))
    }
  })

  it('is not invented for a database that exists (F-24)', async () => {
    const volumes = await newFolder()
    await mkdir(join(volumes, 'postgres/18/docker'), { recursive: true })
    await writeFile(join(volumes, 'postgres/18/docker/PG_VERSION'), '18')
    await expect(prepareIn(volumes)).rejects.toThrow(CannotPrepare)
    await expect(prepareIn(volumes)).rejects.toThrow(/Bring this file back from a backup/)
  })

  it('renews a certificate in its last 30 days, or when the machine gets another name', async () => {
    const volumes = await newFolder()
    const { fingerprint } = await prepareIn(volumes)
    expect((await prepareIn(volumes, now + 59 * day)).written).toEqual([])
    expect((await prepareIn(volumes, now + 61 * day)).written).toContain('edge/tls.pem')
    const renamed = await prepareIn(volumes, now + 61 * day, ['192.168.1.7', 'box.home.arpa'])
    expect(renamed.written.toSorted()).toEqual(['edge/tls.key', 'edge/tls.pem', 'mqtt/tls.key', 'mqtt/tls.pem'])
    expect(renamed.fingerprint).toBe(fingerprint)
    const edge = new X509Certificate(await readFile(join(volumes, 'secrets/edge/tls.pem')))
    expect(edge.subjectAltName).toContain('DNS:box.home.arpa')
  })

  it('refuses to vouch for names outside of a home', () => {
    expect(() => refuseForeignHosts(['192.168.1.7', 'fd00::7', 'tali.local', 'nas.fritz.box'])).not.toThrow()
    expect(() => refuseForeignHosts(['example.org'])).toThrow(CannotPrepare)
    expect(() => refuseForeignHosts(['evil-local'])).toThrow(/evil-local/)
  })

  it('lets a client tell the right server from others (SI-06)', async () => {
    const [ours, others] = [await newFolder(), await newFolder()]
    for (const house of [ours, others]) await prepareIn(house, Date.now())
    const read = (house: string, file: string) => readFile(join(house, 'secrets', file), 'utf8')
    const server = createServer({ cert: await read(ours, 'core/tls.pem'), key: await read(ours, 'core/tls.key') })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    const call = async (servername: string, ca: string) => {
      const socket = connect({ port, host: '127.0.0.1', servername, ca })
      try {
        await once(socket, 'secureConnect')
      } finally {
        socket.destroy()
      }
    }
    const [right, wrong] = [await read(ours, 'persona/ca.pem'), await read(others, 'persona/ca.pem')]
    await call('core', right)
    await expect(call('postgres', right)).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
    await expect(call('core', wrong)).rejects.toMatchObject({ code: /SELF_SIGNED|UNABLE_TO_VERIFY|SIGNATURE/ })
    server.close()
  })
})
