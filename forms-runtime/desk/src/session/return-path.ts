/** Where to go after sign-in: a path of the desk. Anything that could lead off it is dropped. */
export const returnPath = (wanted: string | null): string =>
  wanted !== null && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-in') ? wanted : '/';
