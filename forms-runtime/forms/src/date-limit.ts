const LIMIT = /^today(?:([+-])(\d{1,4})([dmy]))?$/;

/** Whether a text is a date limit: a date, `today`, or `today` shifted by days, months or years. */
export const isDateLimit = (text: string): boolean => LIMIT.test(text) || /^\d{4}-\d{2}-\d{2}$/.test(text);

const shift = (today: string, amount: number, unit: string): string => {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  if (unit === 'd') return new Date(Date.UTC(year, month - 1, day + amount)).toISOString().slice(0, 10);
  const months = year * 12 + (month - 1) + amount * (unit === 'y' ? 12 : 1);
  const lastDay = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  const target = Date.UTC(Math.floor(months / 12), months % 12, Math.min(day, lastDay));
  return new Date(target).toISOString().slice(0, 10);
};

/** Resolves a date limit to `YYYY-MM-DD` on the day `today`. */
export const resolveDateLimit = (limit: string, today: string): string => {
  const parts = LIMIT.exec(limit);
  if (parts === null) return limit;
  const [, sign, amount, unit] = parts;
  if (amount === undefined || unit === undefined) return today;
  return shift(today, Number(amount) * (sign === '-' ? -1 : 1), unit);
};
