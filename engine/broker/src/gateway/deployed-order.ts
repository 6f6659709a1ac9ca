import type { DeployedItem } from '@irisflow/core';

/** Clients take the first process or the first decision of an answer, wherever its file stood in the request. */
const ORDER = [
  'process',
  'decision',
  'requirements',
  'form',
  'resource',
] as const satisfies readonly DeployedItem['kind'][];

/** What was deployed in the order in which clients know it; within a kind, that of the files. */
export const inAnswerOrder = (items: readonly DeployedItem[]): DeployedItem[] =>
  items.toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
