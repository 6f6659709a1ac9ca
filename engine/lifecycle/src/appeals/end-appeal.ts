import {
  type CaseRow,
  type CaseView,
  findCase,
  hasEnded,
  lockCase,
  recordOpening,
  requireClerkCase,
  viewCase,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, inEveryLocale, type LocalizedText, requireReason } from '@irisflow/foundation';
import type { UseCase } from '../surroundings.ts';
import type { AppealEnd, AppealRuling } from '../views/appeal.ts';
import { closeAppeal } from './close-appeal.ts';

export interface EndedAppeal {
  /** The appeal, a case of its own. */
  readonly caseId: string;
  readonly outcome: AppealEnd;
  /** What another body did with the decision; confirmed where it is left out. */
  readonly ruling?: AppealRuling;
  /** Read by the applicant too. */
  readonly reason: string;
}

const texts: Readonly<Record<AppealEnd, LocalizedText>> = {
  withdrawn: {
    fr: 'Le recours a été retiré',
    nl: 'Het beroep werd ingetrokken',
    en: 'The appeal was withdrawn',
  },
  withoutObject: {
    fr: 'Le recours est devenu sans objet',
    nl: 'Het beroep is zonder voorwerp geworden',
    en: 'The appeal has become without object',
  },
  decidedElsewhere: {
    fr: 'Le recours a été tranché par une autre instance',
    nl: 'Over het beroep is door een andere instantie beslist',
    en: 'The appeal was decided by another body',
  },
};

const textOf = (outcome: AppealEnd, reason: string): LocalizedText =>
  inEveryLocale((locale) => `${texts[outcome][locale]}${locale === 'fr' ? '\u00A0' : ''}: ${reason}`);

/** The appeal and the case that it is against, locked in the order in which whoever records an appeal locks them. */
const lockBoth = async (tx: Queryable, id: string): Promise<{ readonly row: CaseRow; readonly against: CaseRow }> => {
  const against = (await findCase(tx, id))?.appeal_of ?? null;
  if (against === null)
    throw new CaseworkError('INPUT_INVALID', `Expected an appeal that came on paper, but ${id} is none`);
  const decided = await lockCase(tx, against);
  const row = await lockCase(tx, id);
  if (decided === undefined || row === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected case ${id}, but it is gone`);
  return { row, against: decided };
};

/**
 * Ends an appeal on paper that leaves no decision in the case it is against: it was withdrawn, has become without object, or another
 * body decided it.
 */
export const endAppeal: UseCase<EndedAppeal, CaseView> = async (
  surroundings,
  actor,
  { caseId, outcome, ruling, ...said },
) => {
  const reason = requireReason(said.reason);
  const view = await surroundings.database.transaction(async (tx) => {
    const { clerk } = await requireClerkCase(tx, actor, caseId);
    const { row, against } = await lockBoth(tx, caseId);
    if (hasEnded(row))
      throw new CaseworkError('CASE_ENDED', `Expected an appeal that goes on, but ${caseId} is ${row.status}`);
    await closeAppeal(surroundings, tx, {
      actor,
      clerk: clerk.person.id,
      row,
      against,
      outcome,
      ruling: outcome === 'decidedElsewhere' ? (ruling ?? 'confirmed') : null,
      text: textOf(outcome, reason),
    });
    await recordOpening(surroundings, tx, { clerk, row });
    const ended = (await findCase(tx, caseId)) ?? row;
    return viewCase(surroundings, tx, ended, { audience: 'agent', clerk: clerk.person });
  });
  surroundings.outboxBell.ring();
  return view;
};
