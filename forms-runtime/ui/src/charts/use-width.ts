import { useEffect, useRef, useState, type RefObject } from 'react';

/** Drawn before anybody measured. */
const UNKNOWN = 640;

/** How wide an element is now, so that texts of a drawing keep their size on a narrow screen. */
export const useWidth = (): readonly [RefObject<HTMLDivElement | null>, number] => {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(UNKNOWN);
  useEffect(() => {
    const seen = element.current;
    if (seen === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.max(240, Math.round(entry.contentRect.width)));
    });
    observer.observe(seen);
    return () => observer.disconnect();
  }, []);
  return [element, width];
};
