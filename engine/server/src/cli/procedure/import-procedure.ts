import type { Run } from '../command.ts';
import { withCasework } from '../open-operator-casework.ts';
import { requireFolder } from './require-folder.ts';

/** Makes a folder the draft of the procedure that it names; an analyst publishes it. */
export const importProcedure: Run = async ([name = '']) => {
  const files = requireFolder(name);
  const draft = await withCasework((casework) =>
    casework.procedures.importFolder({ kind: 'job', name: 'operator' }, { files }),
  );
  process.stdout.write(`The draft of ${draft.key} has ${files.length} files.\n`);
  return 0;
};
