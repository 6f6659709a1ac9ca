import type { ExecutableProcess } from '../graph.ts';

const freezeDeep = (value: unknown): void => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || value instanceof Map) return;
  Object.freeze(value);
  for (const [key, part] of Object.entries(value)) {
    // A parsed expression belongs to the FEEL engine, which may keep notes in it.
    if (key !== 'feel') freezeDeep(part);
  }
};

/** Makes the graph immutable: one graph serves every instance at once. */
export const freezeGraph = (process: ExecutableProcess): ExecutableProcess => {
  freezeDeep(process);
  return process;
};
