import { suspendDecisionTerm, moveCase, closeOpenRequests, insertInformationRequest } from '@irisflow/casework';
import { dayOf } from '@irisflow/calendar';
import type { UseCase } from './surroundings.ts';
import type { LocalizedText } from '@irisflow/foundation';
import { entryOf, noteInTimeline } from './note-in-timeline.ts';
import { once, type ConnectorCall } from './once.ts';

export interface RequestInformation extends ConnectorCall {
  readonly items: readonly { readonly key: string; readonly label: LocalizedText; readonly hint?: LocalizedText }[];
  /** The last day to answer. */
  readonly dueDate: string;
  readonly note?: string;
}

/**
 * Asks the applicant for missing items: the case is incomplete and the decision term stands still until the answer. A
 * request that is still open gives way to this one.
 */
export const requestInformation: UseCase<RequestInformation, { requestId: string }> = async (
  surroundings,
  actor,
  call,
) =>
  once(surroundings, actor, {
    ...call,
    operation: 'information-requests',
    work: async ({ tx, row, step }) => {
      const requestId = surroundings.random.id();
      await insertInformationRequest(tx, {
        id: requestId,
        caseId: row.id,
        administration: row.administration,
        at: surroundings.clock.now(),
        items: call.items.map(({ key, label, hint }) => ({ key, label, hint: hint ?? null })),
        note: call.note ?? null,
        dueOn: call.dueDate,
      });
      const day = dayOf(surroundings.clock.now());
      await suspendDecisionTerm(tx, row.id, { day, reason: requestId });
      await moveCase(surroundings, tx, row, 'incomplete');
      await noteInTimeline(surroundings, { tx, row, step }, entryOf('informationRequested'));
      return { requestId };
    },
  });

/** Closes the open request of a case: its term is over. Without an open one nothing happens. */
export const expireInformationRequest: UseCase<ConnectorCall, Record<string, never>> = async (
  surroundings,
  actor,
  call,
) =>
  once(surroundings, actor, {
    ...call,
    operation: 'information-request-expiry',
    work: async ({ tx, row, step }) => {
      const closed = await closeOpenRequests(tx, row.id, 'expired');
      if (closed > 0) await noteInTimeline(surroundings, { tx, row, step }, entryOf('informationExpired'));
      return {};
    },
  });
