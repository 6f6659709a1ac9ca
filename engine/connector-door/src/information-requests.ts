import { cancelRequests, expireRequests, insertInformationRequest, moveCase } from '@irisflow/casework';
import { suspendOfficeTerms } from '@irisflow/terms';
import { dayOf } from '@irisflow/calendar';
import type { Surroundings, UseCase } from './surroundings.ts';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import { entryOf, noteInTimeline } from './note-in-timeline.ts';
import { once, type CaseWork, type ConnectorCall } from './once.ts';
import { startDescribedTerm } from './start-term.ts';

export interface RequestInformation extends ConnectorCall {
  readonly items: readonly { readonly key: string; readonly label: LocalizedText; readonly hint?: LocalizedText }[];
  /** The term of the procedure within which the answer is due; it starts with the request. */
  readonly termKey?: string;
  /** Without a term: the last day to answer, named by hand. */
  readonly dueDate?: string;
  readonly note?: string;
}

export interface InformationRequested {
  readonly requestId: string;
  readonly dueOn: string;
  /** What `term.warning` and `term.expired` are correlated on; null without a term. */
  readonly termId: string | null;
}

/** Nobody can answer by a day that is over, and no term would ever close such a question. */
const dayToAnswer = ({ clock }: Surroundings, dueDate: string): string => {
  const today = dayOf(clock.now());
  if (dueDate >= today) return dueDate;
  throw new CaseworkError('INPUT_INVALID', `Expected a last day from ${today} on, but found ${dueDate}`, {
    errors: [{ pointer: '/dueDate', keyword: 'range' }],
  });
};

type Due = Omit<InformationRequested, 'requestId'>;

const dueOf = async (surroundings: Surroundings, work: CaseWork, call: RequestInformation): Promise<Due> => {
  if (call.termKey === undefined) {
    if (call.dueDate === undefined)
      throw new CaseworkError('INPUT_INVALID', 'Expected a term or a last day for the answer, but found neither');
    return { dueOn: dayToAnswer(surroundings, call.dueDate), termId: null };
  }
  const { id, dueOn } = await startDescribedTerm(surroundings, work, { key: call.termKey, binds: 'applicant' });
  return { dueOn, termId: id };
};

/**
 * Asks the applicant for missing items: the case is incomplete and the decision term stands still until the answer. A
 * request that is still open gives way to this one.
 */
export const requestInformation: UseCase<RequestInformation, InformationRequested> = async (
  surroundings,
  actor,
  call,
) =>
  once(surroundings, actor, {
    ...call,
    operation: 'information-requests',
    work: async (work) => {
      const { tx, row } = work;
      const at = surroundings.clock.now();
      const day = dayOf(at);
      const requestId = surroundings.random.id();
      await cancelRequests(tx, row.id, day);
      const due = await dueOf(surroundings, work, call);
      await insertInformationRequest(tx, {
        id: requestId,
        caseId: row.id,
        administration: row.administration,
        at,
        items: call.items.map(({ key, label, hint }) => ({ key, label, hint: hint ?? null })),
        note: call.note ?? null,
        ...due,
      });
      await suspendOfficeTerms(tx, row.id, { day, requestId });
      await moveCase(surroundings, tx, row, 'incomplete');
      await noteInTimeline(surroundings, work, entryOf('informationRequested'));
      return { requestId, ...due };
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
    work: async (work) => {
      const wasOpen = await expireRequests(work.tx, work.row.id, dayOf(surroundings.clock.now()));
      if (wasOpen) await noteInTimeline(surroundings, work, entryOf('informationExpired'));
      return {};
    },
  });
