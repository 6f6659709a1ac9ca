import { moveCase } from '../cases/move-case.ts';
import { CaseworkError } from '../errors/casework-error.ts';
import { takeInstance } from '../storage/cases.ts';
import type { UseCase } from '../surroundings.ts';
import { caseStatuses, type CaseStatus } from '../views/case.ts';
import { once, type ConnectorCall } from './once.ts';

export interface SetStatus extends ConnectorCall {
  readonly status: string;
  /** The instance that asks: it must be the one the case has. */
  readonly processInstanceKey?: string;
}

const requireStatus = (status: string): CaseStatus => {
  const known = caseStatuses.find((candidate) => candidate === status);
  if (known !== undefined) return known;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected one of ${caseStatuses.join(', ')}, but found ${status.slice(0, 40)}`,
  );
};

/** Moves a case to another status. Refused for an instance that is not the case's own. */
export const setStatus: UseCase<SetStatus, Record<string, never>> = async (surroundings, actor, call) =>
  once(surroundings, actor, {
    ...call,
    operation: 'status',
    work: async (tx, row) => {
      const status = requireStatus(call.status);
      const { processInstanceKey: own } = call;
      const kept = own === undefined ? undefined : await takeInstance(tx, { id: row.id, processInstanceKey: own });
      if (kept !== own)
        throw new CaseworkError('CASE_ENDED', `Expected instance ${kept} of case ${row.id} to ask, but it was ${own}`);
      await moveCase(surroundings, tx, row, status);
      return {};
    },
  });
