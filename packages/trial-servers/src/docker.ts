import { execFile } from 'node:child_process'

/** Runs the `docker` command and resolves with what it wrote; rejects with what it complained of. */
export function docker(...args: readonly string[]): Promise<string> {
  return run('docker', args, 'The stack tests need Docker: the docker command, and an engine (DOCKER_HOST).')
}

export function run(command: string, args: readonly string[], hint: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout.trim())
      const unavailable = error.code === 'ENOENT' || stderr.includes('Cannot connect to the Docker daemon')
      const said = `${command} ${args.slice(0, 2).join(' ')}: ${stderr.trim() || error.message}`
      reject(new Error(unavailable ? `${hint} ${said}` : said, { cause: error }))
    })
  })
}
