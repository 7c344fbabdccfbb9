import type { Overlay } from '@tali/contracts'
import type { Sql } from '@tali/sql'

/** How each resident likes to be answered. Kept in memory once read: it is asked for with every sentence. */
export class Overlays {
  readonly #sql: Sql
  readonly #known = new Map<string, Overlay>()

  constructor(sql: Sql) {
    this.#sql = sql
  }

  async of(residentId: string): Promise<Overlay> {
    const known = this.#known.get(residentId)
    if (known) return known
    const [row] = await this.#sql.query<{ tone: Overlay['tone'] }>(
      'select tone from persona.overlay where resident_id = $1',
      [residentId],
    )
    const overlay: Overlay = { residentId, tone: row?.tone ?? 'plain' }
    this.#known.set(residentId, overlay)
    return overlay
  }

  async change(overlay: Overlay): Promise<void> {
    await this.#sql.query(
      'insert into persona.overlay (resident_id, tone) values ($1, $2) on conflict (resident_id) do update set tone = excluded.tone',
      [overlay.residentId, overlay.tone],
    )
    this.#known.set(overlay.residentId, overlay)
  }
}
