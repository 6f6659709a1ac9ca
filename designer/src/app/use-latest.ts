import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function for as long as the component is there, doing what the newest one does. */
export const useLatest = <Given extends readonly unknown[], Result>(
  act: (...given: Given) => Result,
): ((...given: Given) => Result) => {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given) => latest.current(...given), []);
};
