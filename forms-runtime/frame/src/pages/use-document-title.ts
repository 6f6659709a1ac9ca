import { useEffect } from 'react';

/** Names the browser tab after the page. */
export const useDocumentTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} – Irisflow`;
  }, [title]);
};
