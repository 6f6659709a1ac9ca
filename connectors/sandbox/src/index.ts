export { FAULT_MODES, type FaultMode } from './faults.ts';
export { demoPeople } from './fixtures/demo-people.ts';
export { SOURCE_IDS, type SourceId } from './source-ids.ts';
export { startSandbox, type Sandbox } from './start-sandbox.ts';
