import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

const examples = path.join(root, 'examples');

/** The procedure folders that ship with the platform, those of the journeys too. */
export const procedureFolders = () =>
  ['', 'journeys']
    .flatMap((below) => readdirSync(path.join(examples, below)).map((name) => path.join(examples, below, name)))
    .filter((folder) => existsSync(path.join(folder, 'procedure.json')));
