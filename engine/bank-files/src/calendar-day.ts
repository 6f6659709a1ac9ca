const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day that exists, as `2026-11-28`; null for any other text. */
export const calendarDay = (text: string): string | null => {
  const [day, year, month, date] = shape.exec(text) ?? [];
  if (day === undefined) return null;
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  return made.toISOString().startsWith(day) ? day : null;
};
