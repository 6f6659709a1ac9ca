import { type Actor, actingFor, requireConnector } from '@irisflow/access';
import { type CaseRow, findCaseByName, hasEnded, insertOutbox, lockSealedCase } from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import { platformMessages } from '@irisflow/protocol';
import { knownReply, once, type ConnectorCall } from './once.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

export interface TellCase extends ConnectorCall {
  /** The key or the reference of another case. */
  readonly toCase: string;
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

const operation = 'tell-case';
const longestData = 50_000;
/** What the platform says itself begins with one of these; nobody else may seem to say it. */
const reserved: ReadonlySet<string> = new Set(platformMessages.map((name) => name.split('.')[0] ?? ''));
/** Before it the engine may know an administration or a procedure: the tail says whose message it is. */
const isOfPlatform = (message: string): boolean =>
  reserved.has(message.split('.')[0] ?? '') || platformMessages.some((name) => message.endsWith(`.${name}`));

const refuse = (detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail);
};

const requireMessage = ({ message, data = {} }: TellCase): void => {
  if (isOfPlatform(message)) refuse(`Expected a name of your own, but "${message}" is the platform's`);
  if (JSON.stringify(data).length > longestData) refuse(`Expected at most ${longestData} characters of data`);
};

/** Another case that goes on, of the administration of the connector's own: any other one does not exist for it. */
const requireTarget = async (surroundings: Surroundings, actor: Actor, call: TellCase): Promise<CaseRow> => {
  const own = await surroundings.database.transaction((tx) => lockSealedCase(tx, requireConnector(actor)));
  const { database } = actingFor(surroundings, actor, 'intake');
  const target = await findCaseByName(database, { administration: own.administration, name: call.toCase });
  if (target === undefined)
    throw new CaseworkError('NOT_FOUND', 'Expected a case of this administration, but there is none of that name');
  if (target.id === own.id) refuse('Expected another case, but found the one that tells');
  if (hasEnded(target)) throw new CaseworkError('CASE_ENDED', `Expected an open case, but it is ${target.status}`);
  return target;
};

/**
 * Tells the process of another case of the same administration something, once: it waits with the telling case until it has
 * gone out. It is correlated on the key of the case that is told.
 */
export const tellCase: UseCase<TellCase, { readonly caseId: string }> = async (surroundings, actor, call) => {
  requireMessage(call);
  const { caseId } = requireConnector(actor).case;
  const known = await knownReply<{ caseId: string }>(surroundings.database, { ...call, caseId, operation });
  if (known !== null) return known.reply;
  const target = await requireTarget(surroundings, actor, call);
  return once(surroundings, actor, {
    ...call,
    operation,
    work: async ({ tx, row }) => {
      const { message: name, data = {} } = call;
      await insertOutbox(tx, {
        caseId: row.id,
        at: surroundings.clock.now(),
        message: {
          kind: 'publishMessage',
          name,
          to: target.id,
          key: target.id,
          variables: { message: { name, fromCase: row.id, fromReference: row.reference, data } },
        },
      });
      return { caseId: target.id };
    },
  });
};
