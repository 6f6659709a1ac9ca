import { usePageTitle } from '@irisflow/ui';

/** Names the page in the browser's tab and history. */
export const useTitle = (...parts: readonly string[]): void => {
  usePageTitle([...parts, 'Irisflow'].join(' · '));
};
