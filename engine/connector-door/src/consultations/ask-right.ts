import { requireConnector } from '@irisflow/access';
import { findParty } from '@irisflow/casework';
import { answerQuestion, type RightQuestion, type ToldRight } from '@irisflow/right-sources';
import { CaseworkError } from '@irisflow/foundation';
import { findQuestions } from '@irisflow/facts';
import type { ConnectorCall } from '../once.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';

export interface AskedRight extends ToldRight {
  /** The party of the case that it is about, on which `register.mutation` is correlated; null where there is none. */
  readonly mutationKey: string | null;
}

const requireOwnQuestion = async (
  { database }: Surroundings,
  { caseId, consultationId }: { readonly caseId: string; readonly consultationId: string },
): Promise<string | null> => {
  const isId = /^[0-9]{1,18}$/.test(consultationId);
  const [found] = isId ? await findQuestions(database, { caseId, ids: [consultationId] }) : [];
  if (found !== undefined) return found.subject_index;
  throw new CaseworkError('NOT_FOUND', 'Expected a question of this case, but there is none');
};

/** Answers a question that the case was let ask, from rights of another administration. */
export const askRight: UseCase<RightQuestion & ConnectorCall, AskedRight> = async (surroundings, caller, question) => {
  const actor = requireConnector(caller);
  const { caseId } = actor.case;
  const numberIndex = await requireOwnQuestion(surroundings, { caseId, consultationId: question.consultationId });
  const told = await answerQuestion(surroundings, actor, question);
  const party = numberIndex === null ? undefined : await findParty(surroundings.database, { caseId, numberIndex });
  return { ...told, mutationKey: party?.id ?? null };
};
