/** What somebody typed as an hour, as `HH:MM`: `6`, `6h`, `6h30`, `06:30`, `6.30`; null for what is none. */
export const parseTime = (typed: string): string | null => {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:\s*[:.hu]\s*(\d{2})?)?$/i.exec(typed.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
};
