import type { CounterSettings, LocalizedText } from '@irisflow/client';
import { isComplete, noText, trimmed } from '../administration/LocalizedFields.tsx';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** What a number may be. */
export const bounds = {
  slotMinutes: [5, 240],
  desks: [1, 100],
  daysAhead: [1, 180],
  hoursBefore: [0, 336],
} as const;
export type NumberKey = keyof typeof bounds;
export const numberKeys = Object.keys(bounds) as NumberKey[];

/** The settings of a counter as they are typed; hours by day, such as `09:00-12:00, 13:30-16:00`. */
export interface SettingsDraft extends Readonly<Record<NumberKey, number | string | undefined>> {
  readonly name: LocalizedText;
  readonly address: LocalizedText;
  readonly procedures: readonly string[];
  readonly takesOther: boolean;
  readonly hours: readonly string[];
  readonly languages: readonly string[];
  readonly isOpen: boolean;
}

const office = '09:00-12:00';

export const emptyDraft: SettingsDraft = {
  name: noText,
  address: noText,
  procedures: [],
  takesOther: true,
  hours: weekdays.map((weekday) => (weekday <= 5 ? office : '')),
  slotMinutes: 20,
  desks: 1,
  daysAhead: 60,
  hoursBefore: 2,
  languages: ['fr', 'nl'],
  isOpen: true,
};

export const draftOf = (settings: CounterSettings): SettingsDraft => ({
  ...settings,
  hours: weekdays.map((weekday) =>
    settings.hours
      .filter((open) => open.weekday === weekday)
      .toSorted((one, other) => (one.from < other.from ? -1 : 1))
      .map(({ from, to }) => `${from}-${to}`)
      .join(', '),
  ),
});

type Hours = CounterSettings['hours'];

const range = /^\s*(\d{1,2})[:h](\d{2})\s*[-–]\s*(\d{1,2})[:h](\d{2})\s*$/;
const clock = (hours = '', minutes = ''): string => `${hours.padStart(2, '0')}:${minutes}`;
const isClock = (time: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);

/** The hours of a day; undefined where they are not written so that one can tell. */
export const hoursOf = (text: string, weekday: number): Hours | undefined => {
  if (text.trim() === '') return [];
  const found = text.split(',').map((part) => {
    const [, fromHour, fromMinute, toHour, toMinute] = range.exec(part) ?? [];
    return { weekday, from: clock(fromHour, fromMinute), to: clock(toHour, toMinute) };
  });
  const isSound = found.every(
    ({ from, to }, place) => isClock(from) && isClock(to) && from < to && (found[place - 1]?.to ?? '') <= from,
  );
  return isSound ? found : undefined;
};

export type Wrong = 'name' | 'address' | 'purposes' | 'languages' | NumberKey | `hours-${number}`;

const isNumber = (value: unknown, [from, to]: readonly [number, number]): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;

/** Which fields keep it from being saved, in the order of the page. */
export const wrongIn = (draft: SettingsDraft): readonly Wrong[] => [
  ...(isComplete(draft.name) ? [] : (['name'] as const)),
  ...(isComplete(draft.address) ? [] : (['address'] as const)),
  ...(draft.takesOther || draft.procedures.length > 0 ? [] : (['purposes'] as const)),
  ...draft.hours.flatMap((text, place) =>
    hoursOf(text, place + 1) === undefined ? ([`hours-${place + 1}`] as const) : [],
  ),
  ...numberKeys.filter((key) => !isNumber(draft[key], bounds[key])),
  ...(draft.languages.length > 0 ? [] : (['languages'] as const)),
];

/** What is sent, once nothing is wrong. */
export const settingsOf = (draft: SettingsDraft): CounterSettings => {
  const number = (key: NumberKey): number => Number(draft[key]);
  return {
    name: trimmed(draft.name),
    address: trimmed(draft.address),
    procedures: [...draft.procedures],
    takesOther: draft.takesOther,
    hours: draft.hours.flatMap((text, place) => hoursOf(text, place + 1) ?? []),
    slotMinutes: number('slotMinutes'),
    desks: number('desks'),
    daysAhead: number('daysAhead'),
    hoursBefore: number('hoursBefore'),
    languages: draft.languages as CounterSettings['languages'],
    isOpen: draft.isOpen,
  };
};
