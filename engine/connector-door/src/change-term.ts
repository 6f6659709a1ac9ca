import { CaseworkError } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import { type CaseRow, findTerm, upsertTerm, type CaseTerm, type TimelineKind } from '@irisflow/casework';
import type { UseCase } from './surroundings.ts';
import { dayOf, meetTerm, resumeTerm, startTerm, suspendTerm } from '@irisflow/calendar';
import { entryOf, noteInTimeline } from './note-in-timeline.ts';
import { once, type ConnectorCall } from './once.ts';

export interface ChangeTerm extends ConnectorCall {
  readonly action: 'start' | 'suspend' | 'resume' | 'meet';
  readonly key: string;
  /** In the unit of the term's kind; the procedure's length when absent. */
  readonly length?: number;
  readonly reason?: string;
}

interface Change {
  readonly call: ChangeTerm;
  readonly row: CaseRow;
  readonly procedure: PublishedProcedure;
  readonly today: string;
}

const started = ({ call, row, procedure, today }: Change): CaseTerm => {
  const described = procedure.description.terms.find(({ key }) => key === call.key);
  if (described === undefined)
    throw new CaseworkError('INPUT_INVALID', `Expected a term of ${procedure.key}, but found ${call.key.slice(0, 80)}`);
  const { label, kind, legalRef } = described;
  return {
    ...startTerm(today, { kind, length: call.length ?? described.length }),
    caseId: row.id,
    key: call.key,
    administration: row.administration,
    label,
    kind,
    legalRef,
  };
};

const changed = (term: CaseTerm, { call, today }: Change): CaseTerm => {
  switch (call.action) {
    case 'start':
      return term;
    case 'suspend':
      return { ...term, ...suspendTerm(term, { day: today, reason: call.reason ?? '' }) };
    case 'resume':
      return { ...term, ...resumeTerm(term, today) };
    case 'meet':
      return { ...term, ...meetTerm(term, today) };
  }
};

const timelineKinds: Readonly<Record<ChangeTerm['action'], TimelineKind | null>> = {
  start: 'termStarted',
  suspend: 'termSuspended',
  resume: 'termResumed',
  meet: null,
};

const labelOf = ({ label, dueOn }: CaseTerm) => ({
  fr: `(${label.fr}, échéance le ${dueOn})`,
  nl: `(${label.nl}, vervalt op ${dueOn})`,
  en: `(${label.en}, due on ${dueOn})`,
});

/** Starts, suspends, resumes or meets a legal term. A start of a term that runs begins it anew. */
export const changeTerm: UseCase<ChangeTerm, { dueOn: string }> = async (surroundings, actor, call) =>
  once(surroundings, actor, {
    ...call,
    operation: `term-${call.action}`,
    work: async ({ tx, row, step }) => {
      const procedure = await surroundings.library.version(tx, row.procedure_key, row.procedure_version);
      const change: Change = { call, row, procedure, today: dayOf(surroundings.clock.now()) };
      const known = call.action === 'start' ? started(change) : await findTerm(tx, { caseId: row.id, key: call.key });
      if (known === undefined)
        throw new CaseworkError('INPUT_INVALID', `Expected a started term ${call.key.slice(0, 80)}, but there is none`);
      const term = changed(known, change);
      await upsertTerm(tx, term);
      const kind = timelineKinds[call.action];
      if (kind !== null) await noteInTimeline(surroundings, { tx, row, step }, entryOf(kind, labelOf(term)));
      return { dueOn: term.dueOn };
    },
  });
