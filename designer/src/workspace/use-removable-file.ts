import { kindOfFile, type FileKind } from './file-kinds.ts';
import { useShownFile } from './use-shown-file.ts';

/** A procedure cannot do without its sheet, its process and its amounts; the rest may go. */
const removableKinds: ReadonlySet<FileKind> = new Set([
  'form',
  'decision',
  'letter',
  'right',
  'quota',
  'obligation',
  'codes',
  'scenario',
  'decisionTests',
]);

/** The file on the screen, if it may be removed. */
export const useRemovableFile = (procedureKey: string): string | null => {
  const path = useShownFile(procedureKey);
  return path !== null && removableKinds.has(kindOfFile(path)) ? path : null;
};
