import type { LocalizedText, Locale } from '@irisflow/client';
import type { ProcedureTerm } from '../settings/procedure-file.ts';

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

const variableOf = (key: string): string =>
  `${key.replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? '')}Term`;

/** FEEL of the run of a term: what `term.warning` and `term.expired` are told apart by. */
const runOf = (key: string): string => (key === decisionTerm ? '=terms.decision' : `=${variableOf(key)}.termId`);

const hidden = (binding: object, value: string) => ({ type: 'Hidden', value, binding });

interface About {
  readonly term: ProcedureTerm;
  readonly locale: Locale;
  readonly words: TermWords;
}

const labelOf = ({ label, key }: { label: LocalizedText; key: string }, locale: Locale): string => label[locale] || key;

const common = ({ term, words }: About, what: string, name: string) => ({
  $schema: 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json',
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
      hidden({ type: 'zeebe:taskDefinition', property: 'type' }, 'case-store'),
      hidden({ type: 'zeebe:input', name: 'operation' }, '="start-term"'),
      hidden({ type: 'zeebe:input', name: 'termKey' }, `="${term.key}"`),
      hidden({ type: 'zeebe:taskHeader', key: 'resultVariable' }, variableOf(term.key)),
    ],
  };
};

const events = {
  catch: {
    type: 'bpmn:IntermediateCatchEvent',
    appliesTo: ['bpmn:IntermediateCatchEvent', 'bpmn:IntermediateThrowEvent'],
  },
  boundary: { type: 'bpmn:BoundaryEvent', appliesTo: ['bpmn:BoundaryEvent'] },
} as const;

const eventTemplate = (about: About, place: keyof typeof events, message: 'warning' | 'expired') => {
  const { term, locale, words } = about;
  const { type, appliesTo } = events[place];
  const name = words[message](labelOf(term, locale));
  return {
    ...common(about, `${message}.${place}`, name),
    appliesTo,
    elementType: { value: type, eventDefinition: 'bpmn:MessageEventDefinition' },
    properties: [
      hidden({ type: 'bpmn:Message#property', name: 'name' }, `term.${message}`),
      {
        type: 'String',
        feel: 'required',
        value: runOf(term.key),
        group: 'term',
        label: words.run,
        description: words.runHint,
        constraints: { notEmpty: true },
        binding: { type: 'bpmn:Message#zeebe:subscription#property', name: 'correlationKey' },
      },
    ],
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
): readonly { readonly id: string; readonly name: string }[] =>
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
