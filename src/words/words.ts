/** The portal's two languages; Vietnamese is the first and the default. */
export type Lang = 'vi' | 'en'

/**
 * A feature's sentences by key ('reports.submit'), each in both languages. `{name}` is a placeholder,
 * and both languages have the same ones.
 */
export type Words = Record<string, { vi: string; en: string }>
