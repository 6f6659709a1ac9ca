import { parseArgs } from 'node:util';
import type { Actor } from '@irisflow/access';
import type { Run } from '../command.ts';
import { withCasework } from '../open-operator-casework.ts';
import { countErrors, printProblems, problemsOf } from './lint-procedure.ts';
import { requireFolder } from './require-folder.ts';

const system: Actor = { kind: 'job', name: 'operator' };

/** Publishes a folder as the next version of the procedure that it names. */
export const publishProcedure: Run = async (parameters) => {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: { note: { type: 'string', default: 'Published from a folder' } },
  });
  const files = requireFolder(positionals[0] ?? '');
  const problems = problemsOf(files);
  if (countErrors(problems) > 0) {
    printProblems(problems);
    return 1;
  }
  const { key, version } = await withCasework(async ({ procedures }) => {
    const draft = await procedures.importFolder(system, { files });
    const published = await procedures.publish(system, {
      key: draft.key,
      revision: draft.revision,
      note: values.note,
    });
    return { key: draft.key, version: published.version };
  });
  process.stdout.write(`${key} is published as version ${version}.\n`);
  return 0;
};
