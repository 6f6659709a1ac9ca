import { actingFor, requireConnector } from '@irisflow/access';
import { findCase } from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import { askOpinion as ask, declaredOpinion, type OpinionAsked } from '@irisflow/inquiries';
import { knownReply, once, type ConnectorCall } from './once.ts';
import type { UseCase } from './surroundings.ts';

export interface AskOpinion extends ConnectorCall {
  /** Of an opinion that the procedure of the case declares. */
  readonly key: string;
  readonly question: string;
  /** Ids of documents of the case. */
  readonly documents?: readonly string[];
  /** In the unit that the procedure says; its length when absent. */
  readonly length?: number;
}

const operation = 'opinion';

/** Asks whom the procedure names for their opinion; its answer, or the silence of its term, comes as `opinion.given`. */
export const askOpinion: UseCase<AskOpinion, OpinionAsked> = async (surroundings, actor, call) => {
  const { caseId } = requireConnector(actor).case;
  const { database } = surroundings;
  const known = await knownReply<OpinionAsked>(database, { ...call, caseId, operation });
  if (known !== null) return known.reply;
  const seen = await findCase(database, caseId);
  if (seen === undefined) throw new CaseworkError('NOT_FOUND', `Expected case ${caseId}, but there is none`);
  // The names of groups are nobody's business of the connector itself.
  const among = actingFor(surroundings, actor, 'opinions');
  const { rule, ...declared } = await declaredOpinion(surroundings, { row: seen, key: call.key, among });
  return once(surroundings, actor, {
    ...call,
    operation,
    work: ({ tx, row, step }) =>
      ask(surroundings, tx, {
        ...declared,
        rule: { ...rule, length: call.length ?? rule.length },
        row,
        question: call.question,
        documents: call.documents ?? [],
        askedBy: null,
        voice: step,
      }),
  });
};
