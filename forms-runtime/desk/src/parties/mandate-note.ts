import { formats, isDate } from '@irisflow/forms';
import type { DeskKey } from '../texts/desk-texts.ts';

/** A mandate on paper as a clerk writes it down. */
export interface MandateNote {
  readonly mandatee: string;
  readonly nationalNumber: string;
  readonly procedures: readonly string[];
  readonly validFrom: string | undefined;
  readonly validTo: string | undefined;
  readonly proof: string;
}

export type MandateField = keyof MandateNote;
export type MandateProblems = { readonly [F in MandateField]?: DeskKey };

export const emptyMandate = (today: string): MandateNote => ({
  mandatee: '',
  nationalNumber: '',
  procedures: [],
  validFrom: today,
  validTo: undefined,
  proof: '',
});

type Check = (note: MandateNote, today: string) => DeskKey | undefined;

const checks: { readonly [F in MandateField]?: Check } = {
  mandatee: ({ mandatee }) => (mandatee.trim() === '' ? 'mandate.mandatee.missing' : undefined),
  nationalNumber: ({ nationalNumber }) =>
    formats['be-national-number'](nationalNumber) ? undefined : 'mandate.number.wrong',
  procedures: ({ procedures }) => (procedures.length === 0 ? 'mandate.procedures.missing' : undefined),
  validFrom: ({ validFrom }, today) => {
    if (validFrom === undefined || !isDate(validFrom)) return 'contact.day.wrong';
    return validFrom < today ? 'mandate.validFrom.past' : undefined;
  },
  validTo: ({ validFrom, validTo }) => {
    if (validTo === undefined) return undefined;
    if (!isDate(validTo)) return 'contact.day.wrong';
    return validFrom !== undefined && validTo < validFrom ? 'mandate.validTo.early' : undefined;
  },
  proof: ({ proof }) => (proof.trim() === '' ? 'mandate.proof.missing' : undefined),
};

/** What is wrong, field by field, in the order of the form. */
export const checkMandate = (note: MandateNote, today: string): MandateProblems =>
  Object.fromEntries(
    Object.entries(checks).flatMap(([field, check]) => {
      const problem = check(note, today);
      return problem === undefined ? [] : [[field, problem]];
    }),
  );

/** As the platform takes it. */
export const mandateBody = ({ procedures, validFrom, validTo, ...note }: MandateNote) => ({
  ...note,
  procedures: [...procedures],
  validFrom: validFrom ?? '',
  validTo: validTo ?? null,
});
export type MandateBody = ReturnType<typeof mandateBody>;
