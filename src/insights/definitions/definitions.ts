/**
 * Definitions: what a figure means, as an object with a version. A new version never changes an old one, so a figure that names version 1 keeps meaning
 * what it meant when it was printed.
 */
export { cohortsRule, lifecycleRule, rfmRule, type Rule } from './definitions.defaults.ts'
