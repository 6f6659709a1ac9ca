import { ConfigError } from '../config/config-error.ts';
import type { Run } from './command.ts';

/** Loaded when it is asked for: most of them need neither store nor engine. */
const actions: Readonly<Record<string, () => Promise<Run>>> = {
  lint: async () => (await import('./procedure/lint-procedure.ts')).lintProcedure,
  test: async () => (await import('./procedure/test-procedure.ts')).testProcedure,
  import: async () => (await import('./procedure/import-procedure.ts')).importProcedure,
  publish: async () => (await import('./procedure/publish-procedure.ts')).publishProcedure,
  export: async () => (await import('./procedure/export-procedure.ts')).exportProcedure,
};

export const runProcedure: Run = async ([name, ...parameters]) => {
  const load = actions[name ?? ''];
  if (load === undefined || parameters.length === 0)
    throw new ConfigError(`Expected "procedure ${Object.keys(actions).join('|')} <folder>".`);
  const run = await load();
  return run(parameters);
};
