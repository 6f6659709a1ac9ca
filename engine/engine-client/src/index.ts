export { askEngine, EngineFailure, isEngineFailure, toCaseworkError } from './engine-failure.ts';
export type {
  DeployedDefinition,
  Engine,
  EngineElement,
  EngineStep,
  EngineIncident,
  EngineInstance,
  EngineInstanceState,
  EngineJob,
  EngineResource,
  EngineTask,
  EngineTaskSearch,
  EngineVariable,
  Variables,
} from './engine.ts';
export { findRootInstance } from './find-root-instance.ts';
export { type EngineAddress, openEngine } from './open-engine.ts';
export { probeGateway } from './probe-gateway.ts';
