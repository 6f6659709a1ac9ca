import type { Knowledge } from '@irisflow/names';
import { locales, type Locale } from '@irisflow/ui';
import { useMemo } from 'react';
import { useSample, type Sample } from '../names/use-sample.ts';
import type { ProcedureSettings } from '../settings/procedure-file.ts';

const isWords = (value: unknown): value is Readonly<Record<Locale, string>> =>
  typeof value === 'object' && value !== null && locales.every((locale) => locale in value);

/** What the settings declare, in one language. */
const inLanguage = (declared: object, language: Locale): Sample =>
  Object.fromEntries(
    Object.entries(declared).map(([key, value]: [string, unknown]) => [key, isWords(value) ? value[language] : value]),
  );

/** Values that a letter may be tried on: what the procedure declares as it is, likely ones for the rest. */
export const useLetterSample = (
  knowledge: Knowledge,
  { contact, remedies, ombuds, grounds }: Partial<ProcedureSettings>,
  language: Locale,
): Sample => {
  const likely = useSample(knowledge);
  return useMemo(() => {
    const declared = {
      ...(contact !== undefined && { contact: inLanguage(contact, language) }),
      ...(remedies !== undefined && { remedies: remedies.map(({ what }) => what[language]) }),
      ...(ombuds !== undefined && { ombuds: ombuds.name[language] }),
      ...(grounds !== undefined && {
        grounds: Object.values(grounds)
          .slice(0, 2)
          .map((text) => text[language]),
      }),
    };
    return { ...likely, ...declared };
  }, [likely, contact, remedies, ombuds, grounds, language]);
};
