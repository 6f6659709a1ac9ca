import { locales } from '@irisflow/foundation';

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

/** What its addresses begin with: the portal names its language there. */
const baseOf = (address: string): string => {
  const first = address.split(/[/?#]/, 2)[1];
  const locale = locales.find((known) => known === first);
  return locale === undefined ? appOf(address) : `/${locale}`;
};

/** The sign-in page of the application that somebody came from, which says why they are not in. */
export const signInPageOf = (returnTo: string, refused: string): string => {
  const base = baseOf(returnTo);
  // The designer asks who is there on its first page.
  if (base === '/designer') return `/designer/?refused=${refused}`;
  const query = new URLSearchParams({ refused, returnTo: returnTo.slice(base.length) || '/' });
  return `${base}/sign-in?${query.toString()}`;
};
