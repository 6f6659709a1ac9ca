import { ProblemError, type ParagraphContent } from '@irisflow/client';

export const noContent: ParagraphContent = {
  title: { fr: '', nl: '' },
  text: { fr: '', nl: '' },
  legalReference: { fr: '', nl: '' },
  procedures: [],
  steps: [],
  outcomes: [],
  grounds: [],
  validFrom: null,
  validTo: null,
};

export const isSameContent = (left: ParagraphContent, right: ParagraphContent): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

/** What the server found wrong with a paragraph: the keyword and what of the text it is about. */
export interface ContentFinding {
  readonly pointer: string;
  readonly keyword: string;
  readonly found: string;
}

export const contentFindings = (error: unknown): readonly ContentFinding[] => {
  if (!(error instanceof ProblemError) || error.problem.code !== 'INPUT_INVALID') return [];
  return (error.problem.errors ?? []).map(({ pointer, keyword, params }) => ({
    pointer,
    keyword,
    found: typeof params?.['found'] === 'string' ? params['found'] : '',
  }));
};
