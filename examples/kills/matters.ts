import type { Dice } from './dice.ts';

/** What somebody has in mind with one application, and what the clerks will make of it. */
export const plans = [
  'granted',
  'overpaid',
  'inParts',
  'online',
  'refused',
  'refusedAndRight',
  'refusedAndWrong',
  'withdrawn',
  'givenUp',
  'unpaid',
] as const;
export type Plan = (typeof plans)[number];

/** One application, from what its applicant and the clerks know of it. */
export interface Matter {
  readonly number: number;
  readonly plan: Plan;
  readonly market: 'Flagey' | 'Châtelain';
  /** By the first name of who applies. */
  readonly applicant: string;
  readonly email: string;
  draftId: string | null;
  caseId: string | null;
  /** Whether its applicant did their part of paying. */
  hasPaid: boolean;
}

export const isRefused = ({ plan }: Matter): boolean => plan.startsWith('refused');

const applicants = ['Inès ', 'Lotte ', 'Brechtje ', 'Marit ', 'Marc ', 'Elena '] as const;

/** Applications one after the other; every plan comes as often as the others. */
export const createMatters = (dice: Dice) => {
  const all: Matter[] = [];
  return {
    all: (): readonly Matter[] => all,
    next: (): Matter => {
      const number = all.length + 1;
      const matter: Matter = {
        number,
        plan: plans[(number * 7) % plans.length] ?? 'granted',
        market: dice.oneOf(['Flagey', 'Châtelain']),
        applicant: dice.oneOf(applicants),
        email: `stall-${number}@sandbox.example`,
        draftId: null,
        caseId: null,
        hasPaid: false,
      };
      all.push(matter);
      return matter;
    },
  };
};
