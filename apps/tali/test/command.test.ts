import { access, mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askHouse } from '../src/owner/ask-house.ts'
import { runTali, TaliProcess, temporaryFolder } from './tali-process.ts'

const atOnce = 40_000

describe('tali', { timeout: atOnce }, () => {
  it.each([
    [['--help'], 0, 'tali start'],
    [['start', '--help'], 0, '--mqtt-port'],
    [['dance'], 2, 'tali has no command "dance"'],
    [['say'], 2, 'tali say "turn on'],
    [['token', 'create'], 2, 'tali token create NAME'],
    [['say', 'hello', '--data', '/nowhere'], 1, 'No house runs on /nowhere.'],
    [['start', '--prot', '1'], 1, 'did you mean --port?'],
  ])('%j exits with %i and says %j', async (args, code, words) => {
    const ended = await runTali(args)
    expect(ended.output).toContain(words)
    expect(ended.code).toBe(code)
  })

  it('tells every fault of a settings file, with its line', async () => {
    await using folder = await temporaryFolder()
    await writeFile(join(folder.path, 'tali.yaml'), 'http:\n  port: many\n  hots: x\ndemo: perhaps\n')
    const { code, output } = await runTali(['start', '--data', folder.path])
    expect(code).toBe(1)
    expect(output).toMatch(/tali\.yaml:2:3: http\.port does not take "many"/)
    expect(output).toMatch(/tali\.yaml:3:3: http\.hots is not a setting/)
    expect(output).toMatch(/tali\.yaml:4:1: demo does not take "perhaps"/)
  })

  it('says so when it cannot write in its data folder', async () => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'file')
    await writeFile(file, '')
    const { code, output } = await runTali(['start', '--data', join(file, 'data')])
    expect(code).toBe(1)
    expect(output).toMatch(/^TALI cannot write in its data folder .*\/data \(ENOTDIR.*--data DIR\.\n$/)
  })

  it('says which port is taken, and leaves nothing behind', async () => {
    await using folder = await temporaryFolder()
    const other = createServer().listen(0, '0.0.0.0')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    try {
      const data = join(folder.path, 'data')
      const mqtt = await runTali(['start', '--data', data, '--port', '0', '--mqtt-port', String(port)])
      expect(mqtt.output).toContain(`Port ${port} for the device broker is taken by another program.`)
      expect(mqtt.code).toBe(1)
      const page = await runTali(['start', '--data', data, '--mqtt-port', '0', '--port', String(port)])
      expect(page.output).toContain(`choose another port with --port ${port + 1}`)
      expect(page.code).toBe(1)
    } finally {
      other.close()
    }
  })
})

describe('a running house', { timeout: atOnce }, () => {
  it('answers its owner, refuses a second start, and stops calmly', async () => {
    await using folder = await temporaryFolder()
    const data = join(folder.path, 'data')
    await mkdir(data)
    await using house = await TaliProcess.start(data, ['--no-demo'])
    expect(house.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)

    const second = await runTali(['start', '--data', data, '--port', '0', '--mqtt-port', '0'])
    expect(second.output).toContain(`TALI is running already on the data folder ${data}.`)
    expect(second.code).toBe(1)

    expect((await runTali(['say', 'what time is it', '--data', data])).output).toMatch(/^It is \d\d:\d\d\.\n$/)
    const token = await runTali(['token', 'create', 'test', '--json', '--data', data])
    expect(JSON.parse(token.output)).toMatchObject({ info: { name: 'test' } })
    const exported = join(folder.path, 'home.yaml')
    await writeFile(exported, 'areas:\n  - name: Workshop\n')
    expect((await runTali(['home', 'import', exported, '--data', data])).output).toContain('1 areas')
    expect((await runTali(['home', 'export', '--data', data])).output).toContain('name: Workshop')
    expect(await askHouse(data, { method: 'GET', path: '/metrics' })).toMatch(
      /tali_http_request_seconds_count\{.*route="\/api\/turns".*\} 1/,
    )
    const doctor = await runTali(['doctor', '--data', data])
    expect(doctor.output).toContain('✓ house: runs')
    expect(doctor.code).toBe(0)

    const postmaster = join(data, 'postgres', 'data', 'postmaster.pid')
    await access(postmaster)
    expect(await house.stop()).toBe(0)
    await expect(access(postmaster)).rejects.toThrow('ENOENT')
  })
})
