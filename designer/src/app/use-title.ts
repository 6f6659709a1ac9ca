import { useEffect } from 'react';

/** Names the page in the browser's tab and history. */
export const useTitle = (...parts: readonly string[]): void => {
  const title = [...parts, 'Irisflow'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
};
