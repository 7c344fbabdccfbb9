import { prepare, refuseForeignHosts } from './prepare.ts'
import { CannotPrepare } from './secrets.ts'

const hosts = (process.env['TALI_HOSTS'] ?? '')
  .split(',')
  .map((host) => host.trim())
  .filter(Boolean)
try {
  refuseForeignHosts(hosts)
  const { fingerprint, written } = await prepare({ volumes: '/volumes', hosts, now: Date.now() })
  const port = process.env['TALI_HTTPS_PORT'] || '8443'
  console.log(written.length === 0 ? 'Everything is prepared already.' : `Prepared ${written.length} files.`)
  console.log(`The page: https://${hosts[0] ?? 'localhost'}:${port}`)
  console.log(`The house's own certificate authority (volumes/tali-ca.pem) has the SHA-256 fingerprint ${fingerprint}`)
} catch (error) {
  if (!(error instanceof CannotPrepare)) throw error
  console.error(error.message)
  process.exitCode = 1
}
