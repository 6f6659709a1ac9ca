export { createTestEngine } from './test-engine.ts';
export type { TestEngine, Values } from './test-engine.ts';
export type { TestEngineOptions } from './engine-loop.ts';
export { parseResource, type NamedResource } from './parse-resource.ts';
export { createMemoryState } from './memory-state.ts';
