import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseLocation } from '../database.ts';
import { openDatabase } from '../open-database.ts';
import { makeScratchFolder, scratchRoot } from './scratch-folder.ts';
import type { TestDatabase, TestStores } from './test-database.ts';

const EMPTY = join(scratchRoot(), 'irisflow-pglite-template-0.5.16');

const folderOf = (location: DatabaseLocation): string => (location.kind === 'pglite' ? location.dir : '');

const openCopy = async (template: string | null): Promise<TestDatabase> => {
  const dir = makeScratchFolder('irisflow-pglite-');
  if (template !== null) cpSync(template, join(dir, 'pgdata'), { recursive: true });
  const location: DatabaseLocation = { kind: 'pglite', dir };
  const database = await openDatabase(location);
  return {
    database,
    location,
    drop: async () => {
      await database.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};

const keepAt = async ({ database, location }: TestDatabase, template: string): Promise<string> => {
  await database.close();
  const dir = folderOf(location);
  try {
    renameSync(join(dir, 'pgdata'), template);
  } catch (error) {
    if (!existsSync(template)) throw error;
  }
  rmSync(dir, { recursive: true, force: true });
  return template;
};

/** The first boot of PGlite takes two seconds; a copy of its empty data folder takes a tenth. */
const emptyTemplate = async (): Promise<string> => (existsSync(EMPTY) ? EMPTY : keepAt(await openCopy(null), EMPTY));

export const pgliteStores = (templates: string): TestStores => ({
  open: async (template) => openCopy(template ?? (await emptyTemplate())),
  findTemplate: async (name) => (existsSync(join(templates, name)) ? join(templates, name) : null),
  keep: (store, name) => keepAt(store, join(templates, name)),
});
