import type { Locale } from '@irisflow/client';
import type { ProcedureTerm } from '../settings/procedure-file.ts';
import {
  caseStoreStep,
  hidden,
  labelOf,
  messageEvent,
  type messageEvents,
  templateSchema,
  variableOf,
  type OfferedTemplate,
} from './offered-template.ts';

/** The words of the templates in the reader's language, with `{term}` in their place. */
export interface TermWords {
  readonly category: string;
  readonly start: (term: string) => string;
  readonly warning: (term: string) => string;
  readonly expired: (term: string) => string;
  readonly run: string;
  readonly runHint: string;
}

/** The term that the platform starts with the application; its run is there from the beginning. */
const decisionTerm = 'decision';

/** FEEL of the run of a term: what `term.warning` and `term.expired` are told apart by. */
const runOf = (key: string): string =>
  key === decisionTerm ? '=terms.decision' : `=${variableOf(key, 'Term')}.termId`;

interface About {
  readonly term: ProcedureTerm;
  readonly locale: Locale;
  readonly words: TermWords;
}

const common = ({ term, words }: About, what: string, name: string) => ({
  $schema: templateSchema,
  id: `irisflow.term.${term.key}.${what}`,
  name,
  category: { id: 'irisflow-terms', name: words.category },
  groups: [{ id: 'term', label: words.category }],
});

const startTemplate = (about: About) => {
  const { term, locale, words } = about;
  return {
    ...common(about, 'start', words.start(labelOf(term, locale))),
    appliesTo: ['bpmn:Task', 'bpmn:ServiceTask'],
    elementType: { value: 'bpmn:ServiceTask' },
    properties: [
      ...caseStoreStep('start-term', { input: 'termKey', value: term.key }),
      hidden({ type: 'zeebe:taskHeader', key: 'resultVariable' }, variableOf(term.key, 'Term')),
    ],
  };
};

const eventTemplate = (about: About, place: keyof typeof messageEvents, message: 'warning' | 'expired') => {
  const { term, locale, words } = about;
  return {
    ...common(about, `${message}.${place}`, words[message](labelOf(term, locale))),
    ...messageEvent({
      place,
      message: `term.${message}`,
      key: runOf(term.key),
      group: 'term',
      label: words.run,
      description: words.runHint,
    }),
  };
};

/**
 * The terms of a procedure as element templates, so that the menus of the canvas offer each by its name: to start it, to be warned
 * of it, and to go on when it is over.
 */
export const termTemplates = (
  terms: readonly ProcedureTerm[],
  locale: Locale,
  words: TermWords,
): readonly OfferedTemplate[] =>
  terms
    .filter(({ key }) => key !== '')
    .flatMap((term) => {
      const about = { term, locale, words };
      return [
        ...(term.key === decisionTerm ? [] : [startTemplate(about)]),
        ...(term.warnAfter === undefined
          ? []
          : [eventTemplate(about, 'boundary', 'warning'), eventTemplate(about, 'catch', 'warning')]),
        eventTemplate(about, 'boundary', 'expired'),
        eventTemplate(about, 'catch', 'expired'),
      ];
    });
