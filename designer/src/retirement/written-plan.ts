import type { RetirementPlan } from '../api/retirement.ts';
import { parseDay } from '../app/parse-day.ts';

/** The end of a procedure as it is being written. */
export interface Written {
  readonly closesOn: string | undefined;
  readonly draftsUntil: string | undefined;
  readonly instead: 'nothing' | 'procedure' | 'web';
  readonly procedure: string | undefined;
  readonly url: string;
  readonly email: string;
  readonly phone: string;
  readonly reason: string;
}

export const written: Written = {
  closesOn: undefined,
  draftsUntil: undefined,
  instead: 'nothing',
  procedure: undefined,
  url: '',
  email: '',
  phone: '',
  reason: '',
};

const saidIn = (text: string | undefined): string | null => text?.trim() || null;

/** What is asked for, once it is whole; null until then. */
export const planOf = (plan: Written): RetirementPlan | null => {
  const closesOn = parseDay(plan.closesOn ?? '');
  const draftsUntil = parseDay(plan.draftsUntil ?? '');
  const replacedBy = plan.instead === 'procedure' ? saidIn(plan.procedure) : null;
  const replacedUrl = plan.instead === 'web' ? saidIn(plan.url) : null;
  const isChosen = plan.instead === 'nothing' || replacedBy !== null || replacedUrl !== null;
  const reason = saidIn(plan.reason);
  if (closesOn === null || draftsUntil === null || draftsUntil < closesOn || reason === null || !isChosen) return null;
  return {
    closesOn,
    draftsUntil,
    replacedBy,
    replacedUrl,
    contactEmail: saidIn(plan.email),
    contactPhone: saidIn(plan.phone),
    reason,
  };
};
