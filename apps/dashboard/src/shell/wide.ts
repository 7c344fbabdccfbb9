import { useEffect, useState } from 'preact/hooks'

const query = '(min-width: 1280px)'

/** There is room for the chat beside the house. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const media = matchMedia(query)
    const follow = (): void => setWide(media.matches)
    media.addEventListener('change', follow)
    return () => media.removeEventListener('change', follow)
  }, [])
  return wide
}
