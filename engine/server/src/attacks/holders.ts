import type { OperationId } from '../api/contract/index.ts';

type Call = readonly [OperationId, unknown];
/** Those whose work it would be at home are told that it is not there; all others, that it is not their work. */
const ofCases = {
  'its agent': '404',
  'its supervisor': '404',
  'its analyst': '403',
  'its administrator': '403',
  'its auditor': '403',
  'its connector': '401',
  'another citizen': '403',
  nobody: '401',
};
const ofProcedures = {
  ...ofCases,
  'its agent': '403',
  'its supervisor': '403',
  'its analyst': '404',
  'its administrator': '404',
};
const reason = { reason: 'x' };

/** How things of the other administration are reached, and what strangers are answered. */
export const holders = {
  publication: {
    operations: [
      ['getProcedureDraft', null],
      ['listProcedureVersions', null],
      ['exportProcedure', null],
      ['getInstanceStatistics', null],
    ] as readonly Call[],
    callers: ofProcedures,
  },
  instance: {
    operations: [
      ['getInstance', null],
      ['suspendInstance', reason],
    ] as readonly Call[],
    callers: ofProcedures,
  },
  task: {
    operations: [
      ['getTask', null],
      ['claimTask', null],
    ] as readonly Call[],
    callers: ofCases,
  },
  case: {
    operations: [
      ['getCase', null],
      ['addNote', { text: 'x' }],
      ['getCaseProcess', null],
    ] as readonly Call[],
    callers: ofCases,
  },
} as const;
