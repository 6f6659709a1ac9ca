import type { ConnectorDraft } from './connector-draft.ts';
import { definitionFile, fileNameOf } from './files/definition-file.ts';
import { compilerFile, packageFile, readmeFile, settingsFile, workerFile } from './files/plain-files.ts';
import { testFile } from './files/test-file.ts';

/** The files of a new connector by their path in its folder. */
export const scaffold = (draft: ConnectorDraft): ReadonlyMap<string, string> =>
  new Map([
    ['package.json', packageFile(draft)],
    ['tsconfig.json', compilerFile()],
    ['.gitignore', 'dist\nnode_modules\n.env\n'],
    ['.env.example', settingsFile(draft)],
    ['README.md', readmeFile(draft)],
    [`src/${fileNameOf(draft)}.ts`, definitionFile(draft)],
    [`src/${fileNameOf(draft)}.test.ts`, testFile(draft)],
    ['src/worker.ts', workerFile(draft)],
  ]);
