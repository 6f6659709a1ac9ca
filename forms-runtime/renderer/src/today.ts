import { useState } from 'react';

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' });

/** The day it is in Brussels at an instant, `YYYY-MM-DD`. */
export const todayInBrussels = (now: Date): string => day.format(now);

/** The given day, or the day it was in Brussels when the component appeared. */
export const useToday = (given: string | undefined): string => {
  const [arrival] = useState(() => todayInBrussels(new Date()));
  return given ?? arrival;
};
