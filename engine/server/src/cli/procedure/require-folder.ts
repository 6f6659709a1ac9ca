import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FolderFile } from '@irisflow/procedures';
import { ConfigError } from '../../config/config-error.ts';
import { readFolderFiles } from '../../demo/publish-examples.ts';

/** The files of a procedure folder; refuses a folder that is none. */
export const requireFolder = (name: string): readonly FolderFile[] => {
  const folder = path.resolve(name);
  if (!existsSync(path.join(folder, 'procedure.json')))
    throw new ConfigError(`Expected a procedure folder at ${folder}, but it has no procedure.json.`);
  return readFolderFiles(folder);
};
