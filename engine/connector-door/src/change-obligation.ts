import { requireConnector } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import {
  endObligation,
  type ObligationReply,
  type OccurrenceReply,
  settleOccurrence,
  startObligation,
  type Verdict,
} from '@irisflow/obligations';
import { type CaseWork, type ConnectorCall, once } from './once.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

export interface ChangeObligation extends ConnectorCall {
  readonly action: 'start' | 'end' | 'settle';
  /** To start: an obligation that the procedure declares, and the right on which it lies. */
  readonly obligation?: string;
  readonly rightId?: string;
  readonly from?: string;
  /** To start: the last day on which something may be due. To ask again: the last day to answer. */
  readonly until?: string;
  /** To end. */
  readonly obligationId?: string;
  /** To settle. */
  readonly occurrenceId?: string;
  readonly verdict?: Verdict;
  readonly reason?: string;
}

export type ObligationAnswer = Partial<ObligationReply & OccurrenceReply>;

const required = <T extends string>(value: T | undefined, name: string): T => {
  if (value !== undefined) return value;
  throw new CaseworkError('INPUT_INVALID', `Expected ${name}, but there is none`, {
    errors: [{ pointer: `/${name}`, keyword: 'required' }],
  });
};

const ofCase = ({ tx, row, step }: CaseWork) => ({ tx, row, voice: { name: step.actor, origin: step.origin } });

type Act = (surroundings: Surroundings, work: CaseWork, call: ChangeObligation) => Promise<ObligationAnswer>;

const acts: Readonly<Record<ChangeObligation['action'], Act>> = {
  start: (surroundings, work, { obligation, rightId, from, until }) =>
    startObligation(surroundings, {
      ...ofCase(work),
      obligation: required(obligation, 'obligation'),
      rightId: required(rightId, 'rightId'),
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
    }),
  end: (surroundings, work, { obligationId }) =>
    endObligation(surroundings, { ...ofCase(work), obligationId: required(obligationId, 'obligationId') }),
  settle: (surroundings, work, { occurrenceId, verdict, reason, until }) =>
    settleOccurrence(surroundings, {
      ...ofCase(work),
      occurrenceId: required(occurrenceId, 'occurrenceId'),
      judgment: {
        verdict: required(verdict, 'verdict'),
        ...(reason !== undefined && { reason }),
        ...(until !== undefined && { until }),
      },
    }),
};

/** Begins an obligation on a right, ends it, or settles what is due of it; a process that begins with `obligation.opened` follows each occurrence. */
export const changeObligation: UseCase<ChangeObligation, ObligationAnswer> = async (surroundings, actor, call) => {
  requireConnector(actor);
  return once(surroundings, actor, {
    ...call,
    operation: 'obligation',
    work: (work) => acts[call.action](surroundings, work, call),
  });
};
