import type { LocalizedText } from '@irisflow/client';

export interface ReasonForOthers {
  readonly source: string;
  readonly name: LocalizedText;
  readonly reason: LocalizedText;
}

interface Source {
  readonly key: string;
  readonly name: LocalizedText;
  readonly reasonForOthers?: LocalizedText;
}

const readSources = (content: string): readonly Source[] => {
  try {
    const { sources } = JSON.parse(content) as { readonly sources?: unknown };
    return Array.isArray(sources) ? (sources as readonly Source[]) : [];
  } catch {
    // The problems panel says that the file cannot be read.
    return [];
  }
};

/** The sources of a `procedure.json` that may be asked about others than the applicant, with the reason for each. */
export const reasonsForOthers = (content: string | null): ReasonForOthers[] =>
  readSources(content ?? '{}').flatMap(({ key, name, reasonForOthers: reason }) =>
    reason === undefined ? [] : [{ source: key, name, reason }],
  );
