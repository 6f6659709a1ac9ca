export type { ObservedConsultation } from './consultation-diary.ts';
export { FAULT_MODES, type Fault, type FaultMode } from './faults.ts';
export { demoPeople, type DemoPerson } from './fixtures/demo-people.ts';
export { SOURCE_IDS, type SourceId } from './source-ids.ts';
export { startSandbox, type Sandbox, type SandboxOptions } from './start-sandbox.ts';
