import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Actor } from '@irisflow/access';
import type { Casework } from '@irisflow/platform';

interface ProcedureFolder {
  readonly name: string;
  readonly files: { readonly path: string; readonly content: string }[];
}

export const readFolderFiles = (folder: string, prefix = ''): ProcedureFolder['files'] =>
  readdirSync(path.join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return readFolderFiles(folder, `${name}/`);
    return [{ path: name, content: readFileSync(path.join(folder, name), 'utf8') }];
  });

/** Every procedure folder directly inside a folder. */
export const readProcedureFolders = (folder: string): ProcedureFolder[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'procedure.json')))
    .map((entry) => ({ name: entry.name, files: readFolderFiles(path.join(folder, entry.name)) }));

const system: Actor = { kind: 'job', name: 'operator' };

/** Publishes the example procedures that are not published yet; what an analyst has changed since is left alone. */
export const publishExamples = async (casework: Casework, folder: string): Promise<string[]> => {
  const published = await casework.procedures.listCatalog(system, {});
  const missing = readProcedureFolders(folder).filter(({ name }) => !published.some(({ key }) => key === name));
  for (const { name, files } of missing) {
    const draft = await casework.procedures.importFolder(system, { files });
    await casework.procedures.publish(system, { key: name, revision: draft.revision, note: 'First version' });
    await casework.authorizations.seedAuthorizations(system, { key: name });
  }
  return missing.map(({ name }) => name);
};
