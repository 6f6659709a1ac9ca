import { rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './root.mjs';

const compiled = path.join(root, 'engine/server/dist/main.js');
const program = path.join(root, 'engine/server/dist/program');

/** Libraries of hundreds of small modules without files of their own; any other library is loaded from where it lies. */
const inlined = /\/node_modules\/(?:typebox|kysely)\//;

const relativeTo = (file) => path.relative(program, file).split(path.sep).join('/');

/** Libraries stay where they are: some read files beside themselves, some are native. */
const librariesStay = {
  name: 'libraries-stay',
  async resolveId(source, importer, options) {
    if (importer === undefined || source.startsWith('node:')) return null;
    const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
    if (resolved === null || resolved.external) return resolved;
    const isLibrary = resolved.id.includes('/node_modules/') && !inlined.test(resolved.id);
    return isLibrary ? { id: relativeTo(resolved.id), external: true } : resolved;
  },
};

/** A module that reads files beside itself finds them where it was compiled. */
const placesStay = {
  name: 'places-stay',
  transform(code, id) {
    if (!code.includes('import.meta.url')) return null;
    return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(relativeTo(id))}, import.meta.url).href`);
  },
};

/** Makes few files of the compiled server's thousands: a start spends seconds on finding and opening modules one by one. */
export const bundleProgram = async () => {
  rmSync(program, { recursive: true, force: true });
  const bundle = await rolldown({
    input: compiled,
    platform: 'node',
    plugins: [librariesStay, placesStay],
    onLog: (level, log, handle) => handle(level === 'warn' ? 'error' : level, log),
  });
  await bundle.write({ dir: program, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' });
  await bundle.close();
};
