/** How often sign-in may be tried, and for how long what it hands out is good. */
export const signInLimits = {
  /** Wrong passwords for one account, and from one address (a commune's office shares one), in the window. */
  perAccount: 8,
  perAddress: 60,
  windowSeconds: 15 * 60,
  /** Links asked for by one account in the window. */
  linksPerAccount: 4,
}

export const LINK_MINUTES = 30

export const linkExpiry = (now: Date): Date => new Date(now.getTime() + LINK_MINUTES * 60_000)

/** A path of this portal to go on to after signing in; anything else becomes the person's home ('/'). */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(next) && !next.startsWith('/sign-in')
    ? next
    : '/'
}
