import type { LocalizedText } from '@irisflow/client';

export const rhythms = ['month', 'quarter', 'year'] as const;
export type Rhythm = (typeof rhythms)[number];

export interface Due {
  every?: Rhythm | undefined;
  month?: number | undefined;
  day?: number | undefined;
  /** Instead: the days themselves. */
  on?: string[] | undefined;
}

export interface Sanction {
  key: string;
  name: LocalizedText;
  daysAfter: number;
}

/** A `*.obligation.json` as its editor changes it; a draft may lack parts of it. */
export interface ObligationFile {
  kind: 'obligation';
  formatVersion: 1;
  key: string;
  name: LocalizedText;
  summary?: LocalizedText | undefined;
  right: string;
  due: Due;
  opensDaysBefore: number;
  graceDays: number;
  form: string;
  sanctions?: Sanction[] | undefined;
}

/** What each part of the editor gets. */
export interface ObligationPartProps {
  obligation: ObligationFile;
  change: (part: Partial<ObligationFile>) => void;
}

/** How due days are said: they come back after the right began, they stand in the calendar, or they are listed. */
export const dueKinds = ['anniversary', 'calendar', 'listed'] as const;
export type DueKind = (typeof dueKinds)[number];

export const dueKindOf = ({ on, day }: Due): DueKind => {
  if (on !== undefined) return 'listed';
  return day === undefined ? 'anniversary' : 'calendar';
};

const lastMonthOf = { month: undefined, quarter: 3, year: 12 } as const;

/** The same rhythm said in another way, with the last day of its period or today as what may be meant. */
export const withDueKind = ({ every = 'year' }: Due, kind: DueKind, today: string): Due => {
  if (kind === 'listed') return { on: [today] };
  if (kind === 'anniversary') return { every };
  const month = lastMonthOf[every];
  return { every, ...(month !== undefined && { month }), day: 31 };
};

/** Another rhythm; a month that it does not have becomes its last one. */
export const withRhythm = (due: Due, every: Rhythm): Due => {
  if (due.day === undefined) return { every };
  const last = lastMonthOf[every];
  const month = last === undefined || due.month === undefined ? undefined : Math.min(due.month, last);
  return { every, ...(month !== undefined && { month }), day: due.day };
};
