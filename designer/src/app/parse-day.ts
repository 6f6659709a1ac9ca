/** `31/12/2026`, `31.12.2026` or `2026-12-31` as `2026-12-31`; null for anything that is no day. */
export const parseDay = (text: string): string | null => {
  const belgian = /^\s*(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})\s*$/.exec(text);
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  const parts = belgian === null ? iso?.slice(1, 4) : [belgian[3], belgian[2], belgian[1]];
  if (parts === undefined) return null;
  const [year = '', month = '', day = ''] = parts;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${written}T00:00:00Z`);
  // 31/02 rolls over to March, so the day must come back as it went in.
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(written) ? written : null;
};
