import { useLocation } from 'wouter';
import { useDraft } from './draft-context.ts';
import { kindOfFile, type FileKind } from './file-kinds.ts';
import { workspacePaths } from './paths.ts';

/** A procedure cannot do without its sheet, its process and its amounts; the rest may go. */
const removableKinds: ReadonlySet<FileKind> = new Set([
  'form',
  'decision',
  'letter',
  'right',
  'quota',
  'obligation',
  'scenario',
  'decisionTests',
]);

/** The file on the screen, if it may be removed. */
export const useRemovableFile = (procedureKey: string): string | null => {
  const [location] = useLocation();
  const { files } = useDraft().state;
  const prefix = workspacePaths(procedureKey).file('');
  const path = location.startsWith(prefix) ? decodeURIComponent(location.slice(prefix.length)) : '';
  return files.has(path) && removableKinds.has(kindOfFile(path)) ? path : null;
};
