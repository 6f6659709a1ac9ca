const MIN_LENGTH = 4;

/** Replaces every known secret value in a text; values under 4 characters are left, they would hit ordinary words. */
export const redact = (text: string, secretValues: Iterable<string>): string => {
  let clean = text;
  for (const value of secretValues) {
    if (value.length >= MIN_LENGTH) clean = clean.replaceAll(value, '[redacted]');
  }
  return clean;
};
