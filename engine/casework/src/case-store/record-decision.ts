import type { Queryable } from '@irisflow/database';
import { endStatuses, moveCase } from '../cases/move-case.ts';
import { insertDecision } from '../storage/case-parts.ts';
import { findPerson } from '../storage/people.ts';
import { findLastPerformer } from '../storage/tasks.ts';
import type { UseCase } from '../surroundings.ts';
import type { ProcedureDescription } from '../procedures/procedure-description.ts';
import type { LocalizedText } from '../views/text.ts';
import { entryOf, noteInTimeline } from './note-in-timeline.ts';
import { once, type ConnectorCall } from './once.ts';

interface Ground {
  readonly code: string;
  readonly text?: string;
}

export interface RecordDecision extends ConnectorCall {
  readonly outcome: string;
  readonly grounds: readonly Ground[];
  /** In euro. */
  readonly amount?: number;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Id or name of who decided; without it, who last completed a task of the case. */
  readonly decidedBy?: string;
}

const deciderOf = async (tx: Queryable, { caseId, decidedBy }: RecordDecision): Promise<string | null> => {
  if (decidedBy === undefined) return (await findLastPerformer(tx, caseId)) ?? null;
  return (await findPerson(tx, decidedBy))?.name ?? decidedBy;
};

/** The text of a ground in every language: the procedure's, else the one that came with it. */
export const groundText = ({ grounds }: ProcedureDescription, { code, text }: Ground): LocalizedText => {
  const known = Object.hasOwn(grounds, code) ? grounds[code] : undefined;
  if (known !== undefined) return known;
  const words = text ?? code;
  return { fr: words, nl: words, en: words };
};

/** Records the administrative decision with its grounds in every language; the case takes its outcome as status. */
export const recordDecision: UseCase<RecordDecision, { decisionId: string }> = async (surroundings, actor, call) =>
  once(surroundings, actor, {
    ...call,
    operation: 'decisions',
    work: async (tx, row) => {
      const { library, random, clock } = surroundings;
      const { description } = await library.version(tx, row.procedure_key, row.procedure_version);
      const decisionId = random.id();
      await insertDecision(tx, {
        id: decisionId,
        caseId: row.id,
        administration: row.administration,
        at: clock.now(),
        outcome: call.outcome,
        decidedBy: await deciderOf(tx, call),
        grounds: call.grounds.map((ground) => ({ code: ground.code, text: groundText(description, ground) })),
        amount: call.amount ?? null,
        validFrom: call.validFrom ?? null,
        validTo: call.validTo ?? null,
      });
      const status = endStatuses.find((candidate) => candidate === call.outcome);
      if (status !== undefined) await moveCase(surroundings, tx, row, status);
      await noteInTimeline(surroundings, tx, row, entryOf('decided'));
      return { decisionId };
    },
  });
