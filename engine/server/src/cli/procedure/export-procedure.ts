import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readArchive } from '@irisflow/procedures';
import { ConfigError } from '../../config/config-error.ts';
import type { Run } from '../command.ts';
import { withCasework } from '../open-operator-casework.ts';

/** Writes the draft of a procedure, or what is published where nobody changed it, as a folder of that name. */
export const exportProcedure: Run = async ([name = '']) => {
  const folder = path.resolve(name);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new ConfigError(`Expected ${folder} to be empty or missing, but it has files.`);
  const key = path.basename(folder);
  const { bytes } = await withCasework(({ procedures }) =>
    procedures.exportArchive({ kind: 'job', name: 'operator' }, { key }),
  );
  const files = await readArchive(bytes);
  for (const file of files) {
    const target = path.join(folder, file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.content);
  }
  process.stdout.write(`${files.length} files of ${key} are in ${folder}.\n`);
  return 0;
};
