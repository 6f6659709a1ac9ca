import { Type, type Static } from 'typebox';

export const caseStatuses = [
  'submitted',
  'received',
  'incomplete',
  'complete',
  'inInstruction',
  'decisionPending',
  'granted',
  'refused',
  'inadmissible',
  'withdrawn',
  'closed',
] as const;

export const CaseStatus = Type.Union([
  Type.Literal('submitted'),
  Type.Literal('received'),
  Type.Literal('incomplete'),
  Type.Literal('complete'),
  Type.Literal('inInstruction'),
  Type.Literal('decisionPending'),
  Type.Literal('granted'),
  Type.Literal('refused'),
  Type.Literal('inadmissible'),
  Type.Literal('withdrawn'),
  Type.Literal('closed'),
]);
export type CaseStatus = Static<typeof CaseStatus>;
