import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const namesIn = (modules: string): string[] =>
  readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(path.join(modules, name)).map((own) => `${name}/${own}`) : [name],
    );

/**
 * What `npm install` of the guide would bring, for a machine that reaches no registry: the packed SDK is unpacked, and the
 * libraries are those of this repository, which has the same versions.
 */
export const linkLibraries = (folder: string, root: string): void => {
  const modules = path.join(folder, 'node_modules');
  const sdk = path.join(modules, '@irisflow', 'connector-sdk');
  const bin = path.join(modules, '.bin');
  for (const directory of [sdk, bin]) mkdirSync(directory, { recursive: true });
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (packed !== undefined)
    execFileSync('tar', ['-xzf', path.join(folder, packed), '-C', sdk, '--strip-components=1'], { stdio: 'pipe' });
  const link = (from: string, name: string): void => {
    const target = path.join(modules, name);
    mkdirSync(path.dirname(target), { recursive: true });
    execFileSync('rm', ['-rf', target]);
    symlinkSync(path.join(from, name), target);
  };
  const libraries = path.join(root, 'connectors/sdk/node_modules');
  for (const name of namesIn(libraries)) link(libraries, name);
  for (const name of ['typescript', '@types/node']) link(path.join(root, 'node_modules'), name);
  execFileSync('ln', ['-sf', '../typescript/bin/tsc', path.join(bin, 'tsc')]);
};
