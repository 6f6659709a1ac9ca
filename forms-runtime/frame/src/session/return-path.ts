/** The sign-in page that leads back to where somebody was. */
export const signInPath = (from: string): string => `/sign-in?returnTo=${encodeURIComponent(from)}`;

/** Where to go after sign-in: a path of the application. Anything that could lead off it is dropped. */
export const returnPath = (wanted: string | null): string =>
  wanted !== null && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-in') ? wanted : '/';
