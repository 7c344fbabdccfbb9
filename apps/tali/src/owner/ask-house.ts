import { request } from 'node:http'
import { realpath } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { z } from 'zod'
import { problemSchema } from '@tali/contracts'
import { ownerSocketPath } from './owner-socket-path.ts'

/** No house runs on that data folder. */
export class NoHouse extends Error {
  override name = 'NoHouse'
}

/** The house said no; the message is its reason. */
export class HouseRefused extends Error {
  override name = 'HouseRefused'
}

export interface Question {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  body?: unknown
}

/** Asks the house that runs on a data folder, as its owner. Returns the body's text. Throws `NoHouse` or `HouseRefused`. */
export async function askHouse(dataFolder: string, { method, path, body }: Question): Promise<string> {
  const socketPath = await ownerSocketPath(await realpath(dataFolder).catch(() => dataFolder))
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>()
  const headers = { host: 'localhost', ...(body !== undefined && { 'content-type': 'application/json' }) }
  const asked = request({ socketPath, method, path, headers, timeout: 60_000 }, (response) => {
    text(response).then((read) => resolve({ status: response.statusCode ?? 0, body: read }), reject)
  })
  asked.on('timeout', () => asked.destroy(new Error('The house did not answer within a minute.')))
  asked.on('error', (error) => {
    const nobody = 'code' in error && (error.code === 'ENOENT' || error.code === 'ECONNREFUSED')
    reject(
      nobody
        ? new NoHouse(`No house runs on ${dataFolder}. Start it with "npm start", or name its folder with --data DIR.`)
        : error,
    )
  })
  asked.end(body === undefined ? undefined : JSON.stringify(body))
  const answer = await promise
  if (answer.status >= 400) throw new HouseRefused(reasonIn(answer.body) ?? `The house answered ${answer.status}.`)
  return answer.body
}

/** The same for an answer in JSON, checked by its schema. */
export async function askHouseFor<S extends z.ZodType>(
  schema: S,
  dataFolder: string,
  question: Question,
): Promise<z.output<S>> {
  return schema.parse(JSON.parse(await askHouse(dataFolder, question)))
}

function reasonIn(body: string): string | null {
  try {
    return problemSchema.parse(JSON.parse(body)).detail
  } catch {
    // Not one of our problems; the status has to do.
    return null
  }
}
