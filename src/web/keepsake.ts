/** Small preferences in localStorage. A browser may forbid storage; then nothing is remembered and nothing breaks. */
const prefix = 'changke.'

export function kept(name: string): string | undefined {
  try { return localStorage.getItem(prefix + name) ?? undefined } catch { return undefined }
}

export function keep(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name)
    else localStorage.setItem(prefix + name, value)
  } catch { /* storage is forbidden or full: the preference lasts until the page is left */ }
}
