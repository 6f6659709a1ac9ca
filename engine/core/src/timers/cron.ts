/** The next instant of a cron expression after an instant, in UTC; null when there is none within eight years. */
export type CronSchedule = (after: number) => number | null;

interface Field {
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const second: Field = { min: 0, max: 59, names: [] };
const minute: Field = { min: 0, max: 59, names: [] };
const hour: Field = { min: 0, max: 23, names: [] };
const dayOfMonth: Field = { min: 1, max: 31, names: [] };
const month: Field = { min: 1, max: 12, names: months };
const dayOfWeek: Field = { min: 0, max: 7, names: weekdays };

const macros: Readonly<Record<string, string>> = {
  '@yearly': '0 0 0 1 1 *',
  '@annually': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * 0',
  '@daily': '0 0 0 * * *',
  '@midnight': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
};

const dayMilliseconds = 86_400_000;
/** Long enough to meet February 29th whatever the year. */
const horizonDays = 8 * 366;

/** Reads second, minute, hour, day of month, month and day of week; null when the text is no such expression. */
export const parseCron = (text: string): CronSchedule | null => {
  const parts = (Object.hasOwn(macros, text) ? (macros[text] ?? '') : text).split(/\s+/);
  if (parts.length !== 6) return null;
  const times = parseTimes(parts);
  const matches = parseDate(parts);
  if (times === null || matches === null) return null;
  return (after) => nextMatch(after, matches, times);
};

const parseTimes = ([seconds = '', minutes = '', hours = '']: readonly string[]): Times | null => {
  const times = {
    seconds: parseField(seconds, second),
    minutes: parseField(minutes, minute),
    hours: parseField(hours, hour),
  };
  return Object.values(times).includes(null) ? null : (times as Times);
};

const parseDate = ([, , , days = '', months = '', weekdayText = '']: readonly string[]): DayRule | null => {
  const monthSet = parseField(months, month);
  const inMonth = parseDays(days, dayOfMonth, specialDayOfMonth);
  const inWeek = parseDays(weekdayText, dayOfWeek, specialDayOfWeek);
  if (monthSet === null || inMonth === null || inWeek === null) return null;
  return (day) => monthSet.has(day.getUTCMonth() + 1) && inMonth(day) && inWeek(day);
};

interface Times {
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
}

type DayRule = (day: Date) => boolean;

const nextMatch = (after: number, matches: DayRule, times: Times): number | null => {
  const earliest = Math.floor(after / 1000) * 1000 + 1000;
  const today = Math.floor(earliest / dayMilliseconds) * dayMilliseconds;
  for (let offset = 0; offset < horizonDays; offset += 1) {
    const day = today + offset * dayMilliseconds;
    if (!matches(new Date(day))) continue;
    const time = firstTime(times, Math.max(0, earliest - day) / 1000);
    if (time !== null) return day + time * 1000;
  }
  return null;
};

/** The first second of the day that is allowed and not before `from`. */
const firstTime = ({ seconds, minutes, hours }: Times, from: number): number | null => {
  for (let at = Math.ceil(from); at < 86_400;) {
    const [hourOfDay, minuteOfHour] = [Math.floor(at / 3600), Math.floor(at / 60) % 60];
    if (!hours.has(hourOfDay)) at = (hourOfDay + 1) * 3600;
    else if (!minutes.has(minuteOfHour)) at = hourOfDay * 3600 + (minuteOfHour + 1) * 60;
    else if (!seconds.has(at % 60)) at += 1;
    else return at;
  }
  return null;
};

const parseField = (text: string, field: Field): ReadonlySet<number> | null => {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const range = parseRange(part, field);
    if (range === null) return null;
    for (let value = range.from; value <= range.to; value += range.step) values.add(value);
  }
  return values;
};

interface Range {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

const parseRange = (part: string, field: Field): Range | null => {
  const [span = '', stepText, rest] = part.split('/');
  const step = stepText === undefined ? 1 : Number(stepText);
  if (rest !== undefined || !Number.isInteger(step) || step < 1) return null;
  const ends = parseSpan(span, stepText, field);
  return ends === null || ends.from > ends.to ? null : { ...ends, step };
};

const parseSpan = (span: string, stepText: string | undefined, field: Field): Omit<Range, 'step'> | null => {
  if (span === '*' || span === '?') return { from: field.min, to: field.max };
  const [low = '', high] = span.split('-');
  const from = parseValue(low, field);
  const to = high === undefined ? openEnd(from, stepText, field) : parseValue(high, field);
  return from === null || to === null ? null : { from, to };
};

/** `5` is one value, `5/10` goes on to the end. */
const openEnd = (from: number | null, stepText: string | undefined, field: Field): number | null =>
  stepText === undefined ? from : field.max;

const parseValue = (text: string, field: Field): number | null => {
  const named = field.names.indexOf(text.toUpperCase());
  if (named >= 0) return named + field.min;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= field.min && value <= field.max ? value : null;
};

const parseDays = (text: string, field: Field, special: (part: string) => DayRule | null): DayRule | null => {
  const rules: DayRule[] = [];
  for (const part of text.split(',')) {
    const rule = special(part.toUpperCase()) ?? plainDay(part, field);
    if (rule === null) return null;
    rules.push(rule);
  }
  return (day) => rules.some((rule) => rule(day));
};

const plainDay = (part: string, field: Field): DayRule | null => {
  const days = parseField(part, field);
  if (days === null) return null;
  if (field === dayOfMonth) return (day) => days.has(day.getUTCDate());
  return (day) => days.has(day.getUTCDay()) || (day.getUTCDay() === 0 && days.has(7));
};

const lastDayOf = (day: Date): number =>
  new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();

/** `L` last day, `L-3` three days before it, `15W` the weekday nearest to the 15th, `LW` the last weekday. */
const specialDayOfMonth = (part: string): DayRule | null => {
  const fromEnd = /^L(?:-(\d+))?$/.exec(part);
  if (fromEnd !== null) return (day) => day.getUTCDate() === lastDayOf(day) - Number(fromEnd[1] ?? 0);
  if (part === 'LW') return (day) => day.getUTCDate() === nearestWeekday(day, lastDayOf(day));
  const nearest = /^(\d+)W$/.exec(part);
  if (nearest === null) return null;
  return (day) => day.getUTCDate() === nearestWeekday(day, Number(nearest[1]));
};

/** Stays within the month. */
const nearestWeekday = (day: Date, target: number): number => {
  const last = lastDayOf(day);
  const date = Math.min(target, last);
  const weekday = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), date)).getUTCDay();
  if (weekday === 6) return date === 1 ? 3 : date - 1;
  if (weekday === 0) return date === last ? date - 2 : date + 1;
  return date;
};

/** `5L` or `FRIL` the last Friday, `MON#2` the second Monday. */
const specialDayOfWeek = (part: string): DayRule | null => {
  const last = /^(\w+)L$/.exec(part);
  if (last !== null) return weekdayRule(last[1] ?? '', (day) => day.getUTCDate() > lastDayOf(day) - 7);
  const nth = /^(\w+)#([1-5])$/.exec(part);
  if (nth === null) return null;
  return weekdayRule(nth[1] ?? '', (day) => Math.ceil(day.getUTCDate() / 7) === Number(nth[2]));
};

const weekdayRule = (text: string, rule: DayRule): DayRule | null => {
  const weekday = parseValue(text, dayOfWeek);
  return weekday === null ? null : (day) => day.getUTCDay() === weekday % 7 && rule(day);
};
