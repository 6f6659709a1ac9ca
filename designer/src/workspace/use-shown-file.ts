import { useLocation } from 'wouter';
import { useDraft } from './draft-context.ts';
import { workspacePaths } from './paths.ts';

/** The file of the draft that is on the screen; null where another page is. */
export const useShownFile = (procedureKey: string): string | null => {
  const [location] = useLocation();
  const { files } = useDraft().state;
  const prefix = workspacePaths(procedureKey).file('');
  const path = location.startsWith(prefix) ? decodeURIComponent(location.slice(prefix.length)) : '';
  return files.has(path) ? path : null;
};
