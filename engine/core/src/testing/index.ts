export { createTestEngine } from './test-engine.ts';
export type { CreateOptions, EngineActs, EngineViews, TestEngine, Values } from './test-engine.ts';
export type { TestEngineOptions } from './engine-loop.ts';
export type { NamedResource } from './parse-resource.ts';
export { createMemoryState } from './memory-state.ts';
export type { MemoryState } from './memory-state.ts';
export { dueCommands } from './due-commands.ts';
export type { DueCommand } from './due-commands.ts';
export { writeStory } from './write-story.ts';
