const anyOrigin = 'https://own.invalid';

/** Only addresses of our own: anything else would make us an open redirect. Read as browsers do, who skip tabs and take `\\` for `/`. */
export const ownAddress = (returnTo: string): string => {
  if (!returnTo.startsWith('/') || !URL.canParse(returnTo, anyOrigin)) return '/';
  const { origin, pathname, search, hash } = new URL(returnTo, anyOrigin);
  return origin === anyOrigin && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
};

const apps = ['/desk', '/designer'] as const;

/** The application that an address belongs to; the portal is the one at the root. */
const appOf = (address: string): '' | (typeof apps)[number] =>
  apps.find((app) => address === app || address.startsWith(`${app}/`)) ?? '';

/** Whether people of an administration work there. */
export const isOfStaff = (address: string): boolean => appOf(address) !== '';

/** The sign-in page of the application that somebody came from, which says why they are not in. */
export const signInPageOf = (returnTo: string, refused: string): string => {
  const app = appOf(returnTo);
  // The designer asks who is there on its first page.
  if (app === '/designer') return `/designer/?refused=${refused}`;
  const query = new URLSearchParams({ refused, returnTo: returnTo.slice(app.length) || '/' });
  return `${app}/sign-in?${query.toString()}`;
};
