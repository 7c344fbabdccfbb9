import { useState } from 'preact/hooks'

/** What a form's change came to. */
export interface Saving {
  state: 'idle' | 'saving' | 'saved' | 'failed'
  error: unknown
  run: (work: () => Promise<unknown>) => Promise<boolean>
}

/** Runs a change and tells how it stands; true when it worked. */
export function useSaving(): Saving {
  const [now, setNow] = useState<{ state: Saving['state']; error: unknown }>({ state: 'idle', error: null })
  async function run(work: () => Promise<unknown>): Promise<boolean> {
    setNow({ state: 'saving', error: null })
    try {
      await work()
      setNow({ state: 'saved', error: null })
      return true
    } catch (error) {
      setNow({ state: 'failed', error })
      return false
    }
  }
  return { ...now, run }
}
