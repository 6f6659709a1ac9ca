export { readProcedure } from './read-procedure.ts';
export type { ScenarioFolder } from './read-procedure.ts';
