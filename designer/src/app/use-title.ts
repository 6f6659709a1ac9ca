import { usePageTitle } from '@irisflow/ui';

/** Names the page in the browser's tab and history; a part that is empty says nothing. */
export const useTitle = (...parts: readonly string[]): void => {
  usePageTitle([...parts.filter((part) => part !== ''), 'Irisflow'].join(' · '));
};
