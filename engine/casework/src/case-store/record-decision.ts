import type { Queryable } from '@irisflow/database';
import { requireConnector } from '../actor.ts';
import { endStatuses, moveCase } from '../cases/move-case.ts';
import { refuseUnapprovedDecision } from '../proposals/refuse-unapproved-decision.ts';
import { insertDecision } from '../storage/case-parts.ts';
import type { CaseRow } from '../storage/cases.ts';
import { findLastPerformer } from '../storage/tasks.ts';
import type { UseCase } from '../surroundings.ts';
import type { ProcedureDescription } from '../procedures/procedure-description.ts';
import type { LocalizedText } from '../views/text.ts';
import { entryOf, noteInTimeline } from './note-in-timeline.ts';
import { knownReply, once, type ConnectorCall } from './once.ts';

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
}

/** Who completed the last task of the case in the engine; a process cannot name anybody, and without tasks nobody decided. */
const deciderOf = async (tx: Queryable, row: CaseRow, { title }: ProcedureDescription): Promise<string> =>
  (await findLastPerformer(tx, row.id)) ??
  {
    fr: `décision automatique de « ${title.fr} », version ${row.procedure_version}`,
    nl: `automatische beslissing van “${title.nl}”, versie ${row.procedure_version}`,
    en: `automatic decision by “${title.en}”, version ${row.procedure_version}`,
  }[row.language];

/** The text of a ground in every language: the procedure's, else the one that came with it. */
export const groundText = ({ grounds }: ProcedureDescription, { code, text }: Ground): LocalizedText => {
  const known = Object.hasOwn(grounds, code) ? grounds[code] : undefined;
  if (known !== undefined) return known;
  const words = text ?? code;
  return { fr: words, nl: words, en: words };
};

const operation = 'decisions';

/** Records the administrative decision with its grounds in every language; the case takes its outcome as status. */
export const recordDecision: UseCase<RecordDecision, { decisionId: string }> = async (surroundings, actor, call) => {
  const connector = requireConnector(actor);
  const { caseId } = connector.case;
  const known = await knownReply<{ decisionId: string }>(surroundings.database, { ...call, caseId, operation });
  if (known !== null) return known.reply;
  await refuseUnapprovedDecision(surroundings, connector, call);
  return once(surroundings, actor, {
    ...call,
    operation,
    work: async ({ tx, row, step }) => {
      const { library, random, clock } = surroundings;
      const { description } = await library.version(tx, row.procedure_key, row.procedure_version);
      const decisionId = random.id();
      await insertDecision(tx, {
        id: decisionId,
        caseId: row.id,
        administration: row.administration,
        at: clock.now(),
        outcome: call.outcome,
        decidedBy: await deciderOf(tx, row, description),
        grounds: call.grounds.map((ground) => ({ code: ground.code, text: groundText(description, ground) })),
        amount: call.amount ?? null,
        validFrom: call.validFrom ?? null,
        validTo: call.validTo ?? null,
      });
      const status = endStatuses.find((candidate) => candidate === call.outcome);
      if (status !== undefined) await moveCase(surroundings, tx, row, status);
      await noteInTimeline(surroundings, { tx, row, step }, entryOf('decided'));
      return { decisionId };
    },
  });
};
