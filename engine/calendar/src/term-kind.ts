/** How the length of a term is counted. */
export type TermKind = 'calendarDays' | 'workingDays' | 'months';
