import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const namesIn = (modules: string): string[] =>
  readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(path.join(modules, name)).map((own) => `${name}/${own}`) : [name],
    );

interface Manifest {
  readonly files: readonly string[];
  readonly publishConfig: { readonly exports: unknown };
}

/** The SDK as packing makes it: what `files` names, and the front door of `publishConfig`. */
const copySdk = (from: string, to: string): void => {
  const manifest = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8')) as Manifest;
  mkdirSync(to, { recursive: true });
  for (const name of ['LICENSE', 'README.md', ...manifest.files.filter((file) => !file.startsWith('!'))])
    cpSync(path.join(from, name), path.join(to, name), { recursive: true });
  const { publishConfig, ...rest } = manifest;
  const published = { ...rest, exports: publishConfig.exports, dependencies: {}, devDependencies: {} };
  writeFileSync(path.join(to, 'package.json'), JSON.stringify(published));
};

/**
 * What packing and `npm install` of the guide would bring, for a machine that reaches no registry: the SDK as it would be
 * packed, beside the libraries of this repository, which has the same versions.
 */
export const linkLibraries = (folder: string, root: string): void => {
  const modules = path.join(folder, 'node_modules');
  const sdk = path.join(root, 'connectors/sdk');
  const link = (from: string, name: string): void => {
    const target = path.join(modules, name);
    mkdirSync(path.dirname(target), { recursive: true });
    rmSync(target, { recursive: true, force: true });
    symlinkSync(from, target);
  };
  rmSync(modules, { recursive: true, force: true });
  copySdk(sdk, path.join(modules, '@irisflow/connector-sdk'));
  for (const name of namesIn(path.join(sdk, 'node_modules'))) link(path.join(sdk, 'node_modules', name), name);
  for (const name of ['typescript', '@types/node']) link(path.join(root, 'node_modules', name), name);
  link('../typescript/bin/tsc', '.bin/tsc');
};
