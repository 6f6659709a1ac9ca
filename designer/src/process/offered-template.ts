import type { LocalizedText, Locale } from '@irisflow/client';

/** A template that the menus of the canvas offer. */
export interface OfferedTemplate {
  readonly id: string;
  readonly name: string;
}

export const templateSchema = 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json';

/** What of a template its reader neither sees nor changes. */
export const hidden = (binding: object, value: string) => ({ type: 'Hidden', value, binding });

/** The name of the variable in which a step keeps what it answers of a key: `second-answer` and `Term` are `secondAnswerTerm`. */
export const variableOf = (key: string, kind: 'Term' | 'Opinion' | 'Hearing' | 'Inspection'): string =>
  `${key.replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? '')}${kind}`;

export const labelOf = ({ label, key }: { label: LocalizedText; key: string }, locale: Locale): string =>
  label[locale] || key;

/** A step of the case store that does one thing with what its key names. */
export const caseStoreStep = (operation: string, key: { readonly input: string; readonly value: string }) => [
  hidden({ type: 'zeebe:taskDefinition', property: 'type' }, 'case-store'),
  hidden({ type: 'zeebe:input', name: 'operation' }, `="${operation}"`),
  hidden({ type: 'zeebe:input', name: key.input }, `="${key.value}"`),
];

/** Where a message is waited for: in the middle of a path, at the edge of a step, or for as long as the case runs. */
export const messageEvents = {
  catch: {
    type: 'bpmn:IntermediateCatchEvent',
    appliesTo: ['bpmn:IntermediateCatchEvent', 'bpmn:IntermediateThrowEvent'],
  },
  boundary: { type: 'bpmn:BoundaryEvent', appliesTo: ['bpmn:BoundaryEvent'] },
  start: { type: 'bpmn:StartEvent', appliesTo: ['bpmn:StartEvent'] },
} as const;

interface Waited {
  readonly place: keyof typeof messageEvents;
  readonly message: string;
  /** FEEL of what the message is correlated on. */
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly description: string;
}

/** An event that waits for a message of the platform. */
export const messageEvent = ({ place, message, key, group, label, description }: Waited) => ({
  appliesTo: messageEvents[place].appliesTo,
  elementType: { value: messageEvents[place].type, eventDefinition: 'bpmn:MessageEventDefinition' },
  properties: [
    hidden({ type: 'bpmn:Message#property', name: 'name' }, message),
    {
      type: 'String',
      feel: 'required',
      value: key,
      group,
      label,
      description,
      constraints: { notEmpty: true },
      binding: { type: 'bpmn:Message#zeebe:subscription#property', name: 'correlationKey' },
    },
  ],
});
