/** A fresh idempotency key. `crypto.randomUUID` exists only on https and localhost, and a shop's console often runs on plain http in its own network. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
