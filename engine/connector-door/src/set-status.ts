import { moveCase } from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import type { UseCase } from './surroundings.ts';
import { caseStatuses, type CaseStatus } from '@irisflow/procedures';
import { once, type ConnectorCall } from './once.ts';

export interface SetStatus extends ConnectorCall {
  readonly status: string;
}

const requireStatus = (status: string): CaseStatus => {
  const known = caseStatuses.find((candidate) => candidate === status);
  if (known !== undefined) return known;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected one of ${caseStatuses.join(', ')}, but found ${status.slice(0, 40)}`,
  );
};

/** Moves a case to another status. */
export const setStatus: UseCase<SetStatus, Record<string, never>> = async (surroundings, actor, call) =>
  once(surroundings, actor, {
    ...call,
    operation: 'status',
    work: async ({ tx, row }) => {
      const status = requireStatus(call.status);
      await moveCase(surroundings, tx, row, status);
      return {};
    },
  });
