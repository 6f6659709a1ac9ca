import type { Actor } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import type { FolderFile, ProcedureDraft } from '@irisflow/procedures';
import type { Casework } from '../open-casework.ts';

const keyOf = (files: readonly FolderFile[]): string => {
  const file = files.find(({ path }) => path === 'procedure.json');
  return (JSON.parse(file?.content ?? '{}') as { readonly key: string }).key;
};

const revisionOf = async ({ procedures }: Casework, analyst: Actor, key: string): Promise<number | undefined> => {
  try {
    return (await procedures.getDraft(analyst, { key })).revision;
  } catch (thrown) {
    if (thrown instanceof CaseworkError && thrown.code === 'NOT_FOUND') return undefined;
    throw thrown;
  }
};

/** Imports a folder as somebody who has seen the draft that it replaces. */
export const givenImport = async (
  casework: Casework,
  analyst: Actor,
  files: readonly FolderFile[],
): Promise<ProcedureDraft> =>
  casework.procedures.importFolder(analyst, { files, replaces: await revisionOf(casework, analyst, keyOf(files)) });
