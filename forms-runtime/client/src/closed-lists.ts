import type { CaseStatus, LifeEvent, Theme } from './views.ts';

/** Every value of a closed list of the API in the order in which screens show them; one that is missing does not compile. */
const listOf = <T extends string>(all: Readonly<Record<T, true>>): readonly T[] => Object.keys(all) as T[];

/** The statuses that cases of every procedure have, from the first to those that end it. */
export const caseStatuses = listOf<CaseStatus>({
  submitted: true,
  received: true,
  incomplete: true,
  complete: true,
  inInstruction: true,
  decisionPending: true,
  granted: true,
  refused: true,
  inadmissible: true,
  withdrawn: true,
  closed: true,
  transferred: true,
});

/** What a procedure can be about. */
export const themes = listOf<Theme>({
  housing: true,
  family: true,
  health: true,
  work: true,
  economy: true,
  mobility: true,
  environment: true,
  heritage: true,
  education: true,
  culture: true,
  taxes: true,
  citizenship: true,
});

/** What happens to people and companies that makes them look for a procedure. */
export const lifeEvents = listOf<LifeEvent>({
  moving: true,
  renting: true,
  renovating: true,
  havingChild: true,
  losingIncome: true,
  disability: true,
  studying: true,
  startingBusiness: true,
  hiring: true,
  vehicle: true,
  bereavement: true,
});
