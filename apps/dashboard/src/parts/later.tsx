import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../app.ts'
import { ProblemNote } from './problem-note.tsx'
import { Waiting } from './waiting.tsx'

export interface Later<P> {
  View: ComponentType<P>
  /** Fetches it before it is needed. */
  prepare: () => Promise<void>
}

/** A view that is fetched when it is first shown, so that the first load stays small. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let Loaded: ComponentType<P> | null = null
  async function prepare(): Promise<void> {
    Loaded ??= await load()
  }
  function View(props: P) {
    const { t } = useWords()
    const [error, setError] = useState<unknown>(null)
    const [, redraw] = useState(0)
    const fetch = (): void => {
      setError(null)
      prepare().then(() => redraw((n) => n + 1), setError)
    }
    useEffect(() => {
      if (!Loaded) fetch()
    }, [])
    if (Loaded) return <Loaded {...props} />
    return error === null ? <Waiting text={t.common.loading} /> : <ProblemNote error={error} onRetry={fetch} />
  }
  return { View, prepare }
}
