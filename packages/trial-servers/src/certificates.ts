import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './docker.ts'

/** PEM of an authority that nobody else trusts, and of a certificate of its making. */
export interface Certificates {
  readonly ca: string
  readonly cert: string
  readonly key: string
}

/** Makes an authority and a server's certificate for a name and 127.0.0.1, good for a day, by the `openssl` command. */
export async function makeCertificates(name: string): Promise<Certificates> {
  const dir = await mkdtemp(join(tmpdir(), 'tali-certificates-'))
  const openssl = (...args: string[]): Promise<string> =>
    run('openssl', args, 'The stack tests make certificates: they need the openssl command.')
  const path = (file: string): string => join(dir, file)
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  try {
    await openssl(
      'req',
      '-x509',
      '-subj',
      '/CN=TALI test',
      ...newKey,
      '-keyout',
      path('ca.key'),
      '-out',
      path('ca.crt'),
    )
    await openssl('req', '-subj', `/CN=${name}`, ...newKey, '-keyout', path('key'), '-out', path('csr'))
    await writeFile(path('names'), `subjectAltName=DNS:${name},IP:127.0.0.1\n`)
    const signing = ['-CA', path('ca.crt'), '-CAkey', path('ca.key'), '-CAcreateserial', '-extfile', path('names')]
    await openssl('x509', '-req', '-days', '1', '-in', path('csr'), ...signing, '-out', path('crt'))
    const [ca, cert, key] = await Promise.all(['ca.crt', 'crt', 'key'].map((file) => readFile(path(file), 'utf8')))
    return { ca: ca ?? '', cert: cert ?? '', key: key ?? '' }
  } finally {
    await rm(dir, { recursive: true })
  }
}
