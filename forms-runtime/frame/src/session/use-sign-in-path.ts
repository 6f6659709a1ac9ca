import { useLocation, useSearch } from 'wouter';
import { signInPath } from './return-path.ts';

/** The sign-in page that leads back to this very page, with what its address asks for; on the sign-in page, that page. */
export const useSignInPath = (): string => {
  const [path] = useLocation();
  const search = useSearch();
  const here = search === '' ? path : `${path}?${search}`;
  return path === '/sign-in' ? here : signInPath(here);
};
