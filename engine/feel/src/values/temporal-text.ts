import { KIND } from '../kind.ts';
import { farDayText, farMomentText } from './far-dates.ts';
import type { FeelDateTime, FeelTemporal } from './temporal.ts';

const digits = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(9).replace(/0+$/, '');

const part = (value: number, unit: string): string => (value === 0 ? '' : `${digits(value)}${unit}`);

const monthsText = (months: number): string => {
  if (months === 0) return 'P0M';
  const total = Math.abs(months);
  return `${months < 0 ? '-' : ''}P${part(Math.floor(total / 12), 'Y')}${part(total % 12, 'M')}`;
};

const secondsText = (seconds: number): string => {
  if (seconds === 0) return 'PT0S';
  const total = Math.abs(seconds);
  const whole = Math.floor(total);
  const rest = (whole % 60) + Math.round((total - whole) * 1e9) / 1e9;
  const time = part(Math.floor(whole / 3600) % 24, 'H') + part(Math.floor(whole / 60) % 60, 'M') + part(rest, 'S');
  return `${seconds < 0 ? '-' : ''}P${part(Math.floor(whole / 86_400), 'D')}${time === '' ? '' : `T${time}`}`;
};

const zoneText = (zone: string | null): string => {
  if (zone === null) return '';
  return /^(Z|[+-])/.test(zone) && zone.length <= 9 && !zone.includes('/') ? zone : `@${zone}`;
};

/** Years have four digits or more and a sign when negative, where the calendar writes six digits and always a sign. */
const yearText = (iso: string): string =>
  iso.replace(/^([+-])0*(\d{4,})(?=-)/, (_, sign: string, year: string) => `${sign === '-' ? sign : ''}${year}`);

const dateTimeText = (value: FeelDateTime): string =>
  value.far === undefined ? yearText(value.local.toString()) : farMomentText(value.far);

/** Writes a temporal value the way FEEL itself shows it; a named zone follows an `@`. */
export const temporalText = (value: FeelTemporal): string => {
  switch (value[KIND]) {
    case 'date':
      return value.far === undefined ? yearText(value.date.toString()) : farDayText(value.far);
    case 'time':
      return value.time.toString() + zoneText(value.zone);
    case 'date and time':
      return dateTimeText(value) + zoneText(value.zone);
    case 'days and time duration':
      return secondsText(value.seconds);
    case 'years and months duration':
      return monthsText(value.months);
  }
};

/** Writes a temporal value as ISO 8601 for storage; a named zone follows its offset in brackets. */
export const temporalIso = (value: FeelTemporal): string => {
  if (value[KIND] !== 'date and time' || value.far !== undefined) return temporalText(value);
  if (value.zoned === null || value.zone === 'Z') return temporalText(value);
  return yearText(value.zoned.toString({ timeZoneName: /^[+-]/.test(value.zoned.timeZoneId) ? 'never' : 'auto' }));
};
