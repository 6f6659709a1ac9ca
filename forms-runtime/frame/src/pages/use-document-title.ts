import { usePageTitle } from '@irisflow/ui';

/** Names the browser tab after the page. */
export const useDocumentTitle = (title: string): void => {
  usePageTitle(`${title} – Irisflow`);
};
