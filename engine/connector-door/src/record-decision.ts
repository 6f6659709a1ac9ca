import type { Queryable } from '@irisflow/database';
import { requireConnector } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { moveCase, insertDecision, type CaseRow, type Ground, groundText } from '@irisflow/casework';
import { findLastPerformer, noteHands, refuseUnapprovedDecision } from '@irisflow/tasks';
import { refuseAgainstTacitGrant } from '@irisflow/term-clock';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import { type AppealRuling, isUnderAppeal, settleAppeals } from '@irisflow/lifecycle';
import type { UseCase } from './surroundings.ts';
import { endStatuses, type ProcedureDescription } from '@irisflow/procedures';
import { entryOf, noteInTimeline } from './note-in-timeline.ts';
import { knownReply, once, type ConnectorCall } from './once.ts';

export interface RecordDecision extends ConnectorCall {
  readonly outcome: string;
  readonly grounds: readonly Ground[];
  /** In euro. */
  readonly amount?: number;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** For the decision on an appeal: what becomes of the one that it attacks. */
  readonly appealOutcome?: AppealRuling;
}

/** Who completed the last task of the case in the engine; a process cannot name anybody, and without tasks nobody decided. */
const deciderOf = async (tx: Queryable, row: CaseRow, { title }: ProcedureDescription): Promise<string> =>
  (await findLastPerformer(tx, row.id)) ??
  {
    fr: `décision automatique de « ${title.fr} », version ${row.procedure_version}`,
    nl: `automatische beslissing van “${title.nl}”, versie ${row.procedure_version}`,
    en: `automatic decision by “${title.en}”, version ${row.procedure_version}`,
  }[row.language];

const operation = 'decisions';

/** Why the books take back what was asked. */
const annulled: Readonly<Record<Locale, string>> = {
  fr: 'La décision a été annulée sur recours.',
  nl: 'De beslissing werd in beroep vernietigd.',
  en: 'The decision was annulled on appeal.',
};

const requireOrder = ({ validFrom, validTo }: RecordDecision): void => {
  if (validFrom === undefined || validTo === undefined || validFrom <= validTo) return;
  throw new CaseworkError('INPUT_INVALID', `Expected validTo from ${validFrom} on, but found ${validTo}`, {
    errors: [{ pointer: '/validTo', keyword: 'order' }],
  });
};

/** Records the administrative decision with its grounds in every language; the case takes its outcome as status. */
export const recordDecision: UseCase<RecordDecision, { decisionId: string }> = async (surroundings, actor, call) => {
  const connector = requireConnector(actor);
  const { caseId } = connector.case;
  const known = await knownReply<{ decisionId: string }>(surroundings.database, { ...call, caseId, operation });
  if (known !== null) return known.reply;
  requireOrder(call);
  // What a second person approved was the decision that is attacked: whoever decides on the appeal says another.
  const isOnAppeal = call.appealOutcome !== undefined && (await isUnderAppeal(surroundings.database, caseId));
  if (!isOnAppeal) await refuseUnapprovedDecision(surroundings, connector, call);
  return once(surroundings, actor, {
    ...call,
    operation,
    work: async ({ tx, row, step }) => {
      const { library, random, clock } = surroundings;
      const today = dayOf(clock.now());
      await refuseAgainstTacitGrant(tx, { caseId: row.id, outcome: call.outcome, today });
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
      await noteHands(tx, { row, decisionId, description, now: clock.now() });
      const status = endStatuses.find((candidate) => candidate === call.outcome);
      if (status !== undefined) await moveCase(surroundings, tx, row, status);
      await noteInTimeline(surroundings, { tx, row, step }, entryOf('decided'));
      await settleAppeals(surroundings, tx, {
        actor,
        row,
        decisionId,
        ruling: call.appealOutcome ?? null,
        reason: annulled[row.language],
      });
      return { decisionId };
    },
  });
};
