import type { Locale } from '@irisflow/client';
import type { ProcedureOpinion } from '../settings/procedure-file.ts';
import { inquiryTemplates } from './inquiry-templates.ts';
import { labelOf, type OfferedTemplate } from './offered-template.ts';

/** The words of the templates in the reader's language. */
export interface OpinionWords {
  readonly category: string;
  readonly ask: (opinion: string) => string;
  readonly given: (opinion: string) => string;
  readonly question: string;
  readonly questionHint: string;
  readonly documents: string;
  readonly documentsHint: string;
  readonly run: string;
  readonly runHint: string;
}

const inputsOf = (words: OpinionWords) => [
  {
    type: 'Text',
    feel: 'required',
    group: 'opinion',
    label: words.question,
    description: words.questionHint,
    constraints: { notEmpty: true },
    binding: { type: 'zeebe:input', name: 'question' },
  },
  {
    type: 'String',
    feel: 'required',
    optional: true,
    group: 'opinion',
    label: words.documents,
    description: words.documentsHint,
    binding: { type: 'zeebe:input', name: 'documents' },
  },
];

/** The opinions of a procedure as element templates: to ask for each, and to go on when it is given or its term is over. */
export const opinionTemplates = (
  opinions: readonly ProcedureOpinion[],
  locale: Locale,
  words: OpinionWords,
): readonly OfferedTemplate[] =>
  opinions
    .filter(({ key }) => key !== '')
    .flatMap((opinion) => {
      const { category, run, runHint } = words;
      const label = labelOf(opinion, locale);
      return inquiryTemplates({
        noun: 'opinion',
        key: opinion.key,
        category,
        ask: { id: 'ask', name: words.ask(label), operation: 'ask-opinion', inputs: inputsOf(words) },
        outcome: { id: 'given', name: words.given(label), message: 'opinion.given' },
        run,
        runHint,
      });
    });
