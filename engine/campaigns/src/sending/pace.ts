import { dayOf, legalCalendar, timeOf } from '@irisflow/calendar';
import { instantOrNull } from '@irisflow/foundation';
import type { CampaignRow } from '../storage/campaigns.ts';

const HOUR_MS = 3600 * 1000;
const OPENS = '08:00';
const CLOSES = '18:00';

/** How many letters went on a day and in an hour. */
export interface Pace {
  readonly day: string;
  readonly daySent: number;
  /** Epoch milliseconds at which the hour began. */
  readonly hour: number;
  readonly hourSent: number;
}

type Paced = Pick<CampaignRow, 'per_day' | 'per_hour' | 'office_hours' | 'day' | 'day_sent' | 'hour' | 'hour_sent'>;

const isOfficeHour = (now: number): boolean => {
  const time = timeOf(now);
  return legalCalendar.isWorkingDay(dayOf(now)) && time >= OPENS && time < CLOSES;
};

/** How it stands once one letter more has gone; null where none may go now. */
export const paceAfterOne = (row: Paced, now: number): Pace | null => {
  if (row.office_hours && !isOfficeHour(now)) return null;
  const day = dayOf(now);
  const hour = Math.floor(now / HOUR_MS) * HOUR_MS;
  const hourBefore = Date.parse(instantOrNull(row.hour) ?? '');
  const daySent = (row.day === day ? row.day_sent : 0) + 1;
  const hourSent = (hourBefore === hour ? row.hour_sent : 0) + 1;
  return daySent > row.per_day || hourSent > row.per_hour ? null : { day, daySent, hour, hourSent };
};
