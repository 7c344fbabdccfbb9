import { useEffect, useState } from 'preact/hooks'

/** Says what is waited for, once it takes longer than a second; before that, nothing flickers. */
export function Waiting({ text }: { text: string }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 700)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p class="waiting" role="status">
      {late ? text : ''}
    </p>
  )
}
