import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Creates the folder and those above it that are missing, for us alone; under root so that the account of the bundled server can pass through, though nobody
 * can list them. The umask has no say.
 */
export function makePassage(folder: string): void {
  const first = mkdirSync(folder, { recursive: true })
  if (first === undefined) return
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  for (let at = folder; at.length >= first.length; at = dirname(at)) chmodSync(at, mode)
}
