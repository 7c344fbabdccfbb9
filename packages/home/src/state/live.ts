import type { EntityState } from '@tali/contracts'

/** An entity's state and what has to be remembered beside it to judge the next message. Plain data. */
export interface Live {
  readonly state: EntityState
  /** What each availability topic said last. A topic that has said nothing counts as not reachable. */
  readonly reachable: Readonly<Record<string, boolean>>
  readonly latestReachable: boolean
  /** When the reading expires by `expire_after`, in epoch ms; null when it does not, or has. */
  readonly expiresAt: number | null
  /** When a binary sensor goes off by itself (`off_delay`), in epoch ms. */
  readonly offAt: number | null
}
