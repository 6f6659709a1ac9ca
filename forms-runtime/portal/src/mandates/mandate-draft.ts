import { formats, isDate } from '@irisflow/forms';
import type { PersonalKey } from '../texts/personal-texts.ts';

/** A mandate as it stands in the form. */
export interface MandateDraft {
  readonly mandatee: string;
  readonly nationalNumber: string;
  /** `all`, or the procedures that are ticked. */
  readonly scope: 'all' | 'some';
  readonly procedures: readonly string[];
  readonly mayDelegate: boolean;
  readonly validFrom: string | undefined;
  readonly validTo: string | undefined;
}

export type MandateField = keyof MandateDraft;
export type MandateProblems = { readonly [F in MandateField]?: PersonalKey };

export const emptyMandate = (today: string): MandateDraft => ({
  mandatee: '',
  nationalNumber: '',
  scope: 'some',
  procedures: [],
  mayDelegate: false,
  validFrom: today,
  validTo: undefined,
});

type Check = (draft: MandateDraft, today: string) => PersonalKey | undefined;

const lastDay: Check = ({ validFrom, validTo }) => {
  if (validTo === undefined) return undefined;
  if (!isDate(validTo)) return 'mandate.day.wrong';
  return validFrom !== undefined && validTo < validFrom ? 'mandate.validTo.early' : undefined;
};

const firstDay: Check = ({ validFrom }, today) => {
  if (validFrom === undefined || !isDate(validFrom)) return 'mandate.day.wrong';
  return validFrom < today ? 'mandate.validFrom.past' : undefined;
};

const checks: { readonly [F in MandateField]?: Check } = {
  mandatee: ({ mandatee }) => (mandatee.trim() === '' ? 'mandate.mandatee.missing' : undefined),
  nationalNumber: ({ nationalNumber }) =>
    formats['be-national-number'](nationalNumber) ? undefined : 'mandate.number.wrong',
  procedures: ({ scope, procedures }) =>
    scope === 'some' && procedures.length === 0 ? 'mandate.procedures.missing' : undefined,
  validFrom: firstDay,
  validTo: lastDay,
};

/** What is wrong with a mandate, field by field, in the order of the form. */
export const checkMandate = (draft: MandateDraft, today: string): MandateProblems =>
  Object.fromEntries(
    Object.entries(checks).flatMap(([field, check]) => {
      const problem = check(draft, today);
      return problem === undefined ? [] : [[field, problem]];
    }),
  );

/** As the platform takes it. */
export const mandateBody = ({ scope, procedures, validFrom, validTo, ...draft }: MandateDraft) => ({
  ...draft,
  procedures: scope === 'all' ? null : [...procedures],
  mayDelegate: scope === 'all' && draft.mayDelegate,
  validFrom: validFrom ?? '',
  validTo: validTo ?? null,
});
