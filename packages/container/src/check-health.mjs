// The container's health check: asks the service in it, over TLS, whether its work can be done. Plain JavaScript, since it
// runs again and again.
import { readFileSync } from 'node:fs'
import { get } from 'node:https'

const ca = readFileSync(process.env.TALI_TLS_CA_FILE)
const port = process.env.TALI_HTTP_PORT || 8443
get({ host: 'localhost', port, path: '/actuator/health', ca, timeout: 5_000 }, ({ statusCode }) =>
  process.exit(statusCode === 200 ? 0 : 1),
)
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1))
