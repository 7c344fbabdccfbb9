import { createHash } from 'node:crypto'
import { mkdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataFolderUnusable } from '../data/data-folder-unusable.ts'

/** What a Unix socket's address can hold (`sun_path`: 108 bytes on Linux, 104 on macOS, with the closing zero). */
const maxPathBytes = 103

/**
 * Where the owner's socket of a data folder is: in it, or, when that path is too long, in a folder of ours that nobody else
 * may enter. Who may reach it owns the data anyway.
 */
export async function ownerSocketPath(dataFolder: string): Promise<string> {
  const inside = join(dataFolder, 'owner.sock')
  if (Buffer.byteLength(inside) <= maxPathBytes) return inside
  const digest = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  const folder = join(tmpdir(), `tali-${process.getuid?.() ?? 'user'}-${digest}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = await stat(folder)
  if ((process.getuid && uid !== process.getuid()) || (mode & 0o077) !== 0)
    throw new DataFolderUnusable(`${folder} is open to others; remove it, or choose a shorter path with --data DIR.`)
  return join(folder, 'owner.sock')
}
