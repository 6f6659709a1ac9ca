import type { Locale } from '@irisflow/client';
import type { ProcedureOpinion } from '../settings/procedure-file.ts';
import {
  caseStoreStep,
  hidden,
  labelOf,
  messageEvent,
  templateSchema,
  variableOf,
  type OfferedTemplate,
} from './offered-template.ts';

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

interface About {
  readonly opinion: ProcedureOpinion;
  readonly locale: Locale;
  readonly words: OpinionWords;
}

const group = 'opinion';

const common = ({ opinion, words }: About, what: string, name: string) => ({
  $schema: templateSchema,
  id: `irisflow.opinion.${opinion.key}.${what}`,
  name,
  category: { id: 'irisflow-opinions', name: words.category },
  groups: [{ id: group, label: words.category }],
});

const askTemplate = (about: About) => {
  const { opinion, locale, words } = about;
  return {
    ...common(about, 'ask', words.ask(labelOf(opinion, locale))),
    appliesTo: ['bpmn:Task', 'bpmn:ServiceTask'],
    elementType: { value: 'bpmn:ServiceTask' },
    properties: [
      ...caseStoreStep('ask-opinion', { input: 'opinionKey', value: opinion.key }),
      {
        type: 'Text',
        feel: 'required',
        group,
        label: words.question,
        description: words.questionHint,
        constraints: { notEmpty: true },
        binding: { type: 'zeebe:input', name: 'question' },
      },
      {
        type: 'String',
        feel: 'required',
        optional: true,
        group,
        label: words.documents,
        description: words.documentsHint,
        binding: { type: 'zeebe:input', name: 'documents' },
      },
      hidden({ type: 'zeebe:taskHeader', key: 'resultVariable' }, variableOf(opinion.key, 'Opinion')),
    ],
  };
};

const givenTemplate = (about: About, place: 'boundary' | 'catch') => {
  const { opinion, locale, words } = about;
  return {
    ...common(about, `given.${place}`, words.given(labelOf(opinion, locale))),
    ...messageEvent({
      place,
      message: 'opinion.given',
      key: `=${variableOf(opinion.key, 'Opinion')}.opinionId`,
      group,
      label: words.run,
      description: words.runHint,
    }),
  };
};

/** The opinions of a procedure as element templates: to ask for each, and to go on when it is given or its term is over. */
export const opinionTemplates = (
  opinions: readonly ProcedureOpinion[],
  locale: Locale,
  words: OpinionWords,
): readonly OfferedTemplate[] =>
  opinions
    .filter(({ key }) => key !== '')
    .flatMap((opinion) => {
      const about = { opinion, locale, words };
      return [askTemplate(about), givenTemplate(about, 'boundary'), givenTemplate(about, 'catch')];
    });
