/** The ground of a cell by its share, 0 to 1. It never goes past half of the accent, so that ink stays readable on it in both themes, and grows monotonously in greyscale. */
export const shade = (share: number): string => `color-mix(in srgb, var(--accent) ${String(Math.round(6 + 44 * Math.max(0, Math.min(1, share))))}%, var(--surface))`
