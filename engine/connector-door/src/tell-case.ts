import { type Actor, actingFor, requireConnector } from '@irisflow/access';
import {
  type CaseRow,
  findTaken,
  findCaseByName,
  lockSealedCase,
  requireHearing,
  requireSayable,
  tellProcess,
} from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import { knownReply, once, type ConnectorCall } from './once.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

export interface TellCase extends ConnectorCall {
  /** The key or the reference of another case. */
  readonly toCase: string;
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

const operation = 'tell-case';

/** Another case that goes on, of the administration of the connector's own: any other one does not exist for it. */
const requireTarget = async (surroundings: Surroundings, actor: Actor, call: TellCase): Promise<CaseRow> => {
  const own = await surroundings.database.transaction((tx) => lockSealedCase(tx, requireConnector(actor)));
  const { database } = actingFor(surroundings, actor, 'intake');
  const target = requireHearing(
    await findCaseByName(database, { administration: own.administration, name: call.toCase }),
  );
  if (target.id !== own.id) return target;
  throw new CaseworkError('INPUT_INVALID', 'Expected another case, but found the one that tells');
};

/**
 * Tells the process of another case of the same administration something, once: it waits with the telling case until it has
 * gone out. It is correlated on the key of the case that is told.
 */
export const tellCase: UseCase<TellCase, { readonly caseId: string }> = async (surroundings, actor, call) => {
  requireSayable(call);
  const { caseId } = requireConnector(actor).case;
  const known = await knownReply<{ caseId: string }>(surroundings.database, { ...call, caseId, operation });
  if (known !== null) return known.reply;
  const target = await requireTarget(surroundings, actor, call);
  const teller = { caseId };
  const taken = await findTaken(surroundings, surroundings.database, { teller, target });
  return once(surroundings, actor, {
    ...call,
    operation,
    work: async ({ tx, row }) => {
      const { message, data = {} } = call;
      const content = { fromCase: row.id, fromReference: row.reference, data };
      await tellProcess(surroundings, tx, { teller, target, taken, message, content });
      return { caseId: target.id };
    },
  });
};
