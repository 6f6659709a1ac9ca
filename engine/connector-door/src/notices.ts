import { actorReference, requireConnector } from '@irisflow/access';
import { lockSealedCase } from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import {
  copyNotice,
  fileNotice,
  hearFate,
  type HeardFate,
  type NoticeOrder,
  type SentNotice,
  writeNotice,
} from '@irisflow/notices';
import { knownReply, once, type CaseWork, type ConnectorCall } from './once.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

export type SendNotice = ConnectorCall &
  Partial<NoticeOrder> & {
    /** The letter to send once more for information, in place of a new one. */
    readonly copyOf?: string;
  };

const operation = 'notices';

const orderOf = ({ template, channels, values, participantId, termKey }: SendNotice): NoticeOrder => {
  if (template === undefined || channels === undefined || channels.length === 0)
    throw new CaseworkError(
      'INPUT_INVALID',
      'Expected a template and at least one way to send it, or a letter to copy',
    );
  return {
    template,
    channels,
    values: values ?? {},
    ...(participantId === undefined ? {} : { participantId }),
    ...(termKey === undefined ? {} : { termKey }),
  };
};

const copy: UseCase<SendNotice & { readonly copyOf: string }, SentNotice> = async (surroundings, actor, call) => {
  if (call.termKey !== undefined)
    throw new CaseworkError('INPUT_INVALID', 'Expected a copy without a term: a second letter gives no new one');
  return once(surroundings, actor, {
    ...call,
    operation,
    work: ({ tx, row, step }) => copyNotice(surroundings, { tx, row, voice: step }, call.copyOf),
  });
};

const send: UseCase<SendNotice, SentNotice> = async (surroundings, actor, call) => {
  const { caseId } = requireConnector(actor).case;
  const { database } = surroundings;
  const known = await knownReply<SentNotice>(database, { ...call, caseId, operation });
  if (known !== null) return known.reply;
  const order = orderOf(call);
  const seen = await database.transaction((tx) => lockSealedCase(tx, actor));
  const copies = await writeNotice(surroundings, seen, order);
  return once(surroundings, actor, {
    ...call,
    operation,
    work: ({ tx, row, step }) => fileNotice(surroundings, { tx, row, voice: step }, { copies, order }),
  });
};

/** Sends a letter of which it matters when it arrives; answers the key on which what becomes of it is told. */
export const sendNotice: UseCase<SendNotice, SentNotice> = (surroundings, actor, call) => {
  const { copyOf } = call;
  return copyOf === undefined ? send(surroundings, actor, call) : copy(surroundings, actor, { ...call, copyOf });
};

export type NoteNoticeFate = ConnectorCall & HeardFate;

const heard =
  (surroundings: Surroundings, by: string, call: HeardFate) =>
  async ({ tx, row }: CaseWork): Promise<{ readonly isNew: boolean }> => ({
    isNew: await hearFate(surroundings, tx, { row, by, heard: call }),
  });

/** Takes in what a carrier tells of a letter of the case: once, in whatever order they do. */
export const noteNoticeFate: UseCase<NoteNoticeFate, { readonly isNew: boolean }> = (surroundings, actor, call) => {
  const { idempotencyKey: _, ...fate } = call;
  const work = heard(surroundings, actorReference(actor), fate);
  return once(surroundings, actor, { ...call, operation: 'noticeFate', work });
};
