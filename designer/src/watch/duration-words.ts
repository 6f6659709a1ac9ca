import { localeTags, type Locale } from '@irisflow/ui';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

const unitOf = (seconds: number): readonly ['second' | 'minute' | 'hour' | 'day', number] => {
  if (seconds < MINUTE) return ['second', 1];
  if (seconds < HOUR) return ['minute', MINUTE];
  return seconds < 2 * DAY ? ['hour', HOUR] : ['day', DAY];
};

/** How long something takes, in the largest unit of which there are some: `3,5 jours`, or `3,5 j` where there is little room. */
export const durationWords = (seconds: number, locale: Locale, length: 'long' | 'short' = 'long'): string => {
  const [unit, size] = unitOf(seconds);
  const value = seconds / size;
  return new Intl.NumberFormat(localeTags[locale], {
    style: 'unit',
    unit,
    unitDisplay: length,
    maximumFractionDigits: unit === 'day' && value < 10 ? 1 : 0,
  }).format(value);
};
