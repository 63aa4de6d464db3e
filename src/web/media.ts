import { useSyncExternalStore } from 'react'

/** Whether this holds of the window or of what its owner asked for; follows it. For what styles cannot do, such as leaving out a table's column. */
function useMedia(query: string): boolean {
  return useSyncExternalStore((changed) => {
    const media = matchMedia(query)
    media.addEventListener('change', changed)
    return () => media.removeEventListener('change', changed)
  }, () => matchMedia(query).matches)
}

/** As narrow as a phone: the width at which `ck-wide` columns go. */
export const useNarrow = (): boolean => useMedia('(max-width: 767px)')
/** Room for a sentence beside the numbers of a table. */
export const useRoomy = (): boolean => useMedia('(min-width: 1200px)')
export const useDarkSystem = (): boolean => useMedia('(prefers-color-scheme: dark)')
/** Who asked that nothing moves. */
export const useStillness = (): boolean => useMedia('(prefers-reduced-motion: reduce)')
