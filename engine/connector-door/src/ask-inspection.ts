import { actingFor, requireConnector } from '@irisflow/access';
import { findCase } from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import {
  askInspection as ask,
  declaredInspection,
  type InspectionAsked,
  type InspectionOrder,
} from '@irisflow/inquiries';
import { knownReply, once, type ConnectorCall } from './once.ts';
import type { UseCase } from './surroundings.ts';

export interface AskInspection extends ConnectorCall, Omit<InspectionOrder, 'documents'> {
  /** Of an inspection that the procedure of the case declares. */
  readonly key: string;
  /** Ids of documents of the case. */
  readonly documents?: readonly string[];
}

const operation = 'inspection';

/** Asks whom the procedure names to go and look; their report, or the end of its term, comes as `inspection.reported`. */
export const askInspection: UseCase<AskInspection, InspectionAsked> = async (surroundings, actor, call) => {
  const { caseId } = requireConnector(actor).case;
  const { database } = surroundings;
  const known = await knownReply<InspectionAsked>(database, { ...call, caseId, operation });
  if (known !== null) return known.reply;
  const seen = await findCase(database, caseId);
  if (seen === undefined) throw new CaseworkError('NOT_FOUND', `Expected case ${caseId}, but there is none`);
  // The names of groups are nobody's business of the connector itself.
  const among = actingFor(surroundings, actor, 'opinions');
  const declared = await declaredInspection(surroundings, { row: seen, key: call.key, among });
  const { address, subject, documents = [], length } = call;
  return once(surroundings, actor, {
    ...call,
    operation,
    work: ({ tx, row, step }) =>
      ask(surroundings, {
        ...declared,
        ...(length !== undefined && { length }),
        tx,
        row,
        address,
        subject,
        documents,
        askedBy: null,
        voice: step,
      }),
  });
};
