import { ProblemError, csrfHeader, type Locale, type Problem } from '@irisflow/client';

export interface LetterQuestion {
  procedureKey: string;
  letter: unknown;
  locale: Locale;
  /** What its step gives to it in a played case. */
  values?: Readonly<Record<string, unknown>>;
  /** Shown although it lacks what the law wants, and marked so. */
  asDraft?: boolean;
}

/** The letter as PDF bytes. Throws `ProblemError` when it cannot be laid out. */
export const previewLetter = async (body: LetterQuestion): Promise<Blob> => {
  const response = await fetch('/api/designer/letters/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...csrfHeader() },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new ProblemError((await response.json()) as Problem);
  return response.blob();
};
