import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'wouter';

/** The path whose heading was focused or that the browser loaded itself; there the browser sets focus, as it should. */
let arrivedAt: string | undefined;

/** A heading that takes focus when a person moves to another page, as a page load would have done. */
export const useArrival = (): RefObject<HTMLHeadingElement | null> => {
  const heading = useRef<HTMLHeadingElement>(null);
  const [path] = useLocation();
  useEffect(() => {
    const isFirst = arrivedAt === undefined;
    if (!isFirst && arrivedAt !== path) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    arrivedAt = path;
  }, [path]);
  return heading;
};
