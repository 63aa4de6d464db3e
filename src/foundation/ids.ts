import { v7 } from 'uuid'

/** A UUIDv7: sortable by the instant it was made, so that indexes grow at their end. */
export const newId = (now: Date): string => v7({ msecs: now.getTime() })
