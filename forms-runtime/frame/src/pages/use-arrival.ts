import { useEffect } from 'react';
import { useLocation } from 'wouter';

/** The last page one arrived at. On the first one the browser sets focus itself, as it should. */
let arrivedAt: string | undefined;

/** Moves focus to the heading when a person comes from another page, as a page load would have started anew. */
export const useArrival = (): void => {
  const [path] = useLocation();
  useEffect(() => {
    if (arrivedAt !== undefined && arrivedAt !== path) {
      window.scrollTo(0, 0);
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    }
    arrivedAt = path;
  }, [path]);
};
