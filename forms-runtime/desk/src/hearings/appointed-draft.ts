import type { DeskKey } from '../texts/desk-texts.ts';

/** When and where, as it is sent. */
export interface Appointed {
  readonly day: string;
  readonly time: string;
  readonly minutesLong: number;
  readonly place: string;
  readonly link: string;
}

/** The same while it is typed. */
export interface AppointedDraft {
  readonly day: string | undefined;
  readonly time: string;
  readonly minutesLong: number | string | undefined;
  readonly place: string;
  readonly link: string;
}

export const blankAppointed: AppointedDraft = { day: undefined, time: '', minutesLong: 60, place: '', link: '' };

/** `9:30`, `9h30` and `0930` are all half past nine; undefined for what is no time. */
export const timeOf = (typed: string): string | undefined => {
  const [, hours, minutes = '00'] = /^\s*(\d{1,2})\s*(?:[:hu.]?\s*(\d{2})?)?\s*$/i.exec(typed) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
};

const isDay = (day: string | undefined): day is string =>
  day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));

const isLength = (minutes: AppointedDraft['minutesLong']): minutes is number =>
  typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 5 && minutes <= 600;

const isLink = (link: string): boolean => {
  const given = link.trim();
  return given === '' || (URL.canParse(given) && new URL(given).protocol === 'https:');
};

export type AppointedProblems = Partial<Record<keyof AppointedDraft, DeskKey>>;

/** What is missing or wrong, by field; the server counts the notice again. */
export const appointedProblems = (draft: AppointedDraft, earliestOn: string | undefined): AppointedProblems => ({
  ...(!isDay(draft.day) && { day: 'hearing.day.missing' as const }),
  ...(isDay(draft.day) && earliestOn !== undefined && draft.day < earliestOn && { day: 'hearing.day.soon' as const }),
  ...(timeOf(draft.time) === undefined && { time: 'hearing.time.missing' as const }),
  ...(!isLength(draft.minutesLong) && { minutesLong: 'hearing.minutesLong.wrong' as const }),
  ...(draft.place.trim() === '' && draft.link.trim() === '' && { place: 'hearing.place.missing' as const }),
  ...(!isLink(draft.link) && { link: 'hearing.link.wrong' as const }),
});

/** What is sent; undefined while something is missing. */
export const appointedOf = (draft: AppointedDraft): Appointed | undefined => {
  const { day, minutesLong, place, link } = draft;
  const time = timeOf(draft.time);
  if (!isDay(day) || time === undefined || !isLength(minutesLong)) return undefined;
  return { day, time, minutesLong, place: place.trim(), link: link.trim() };
};
