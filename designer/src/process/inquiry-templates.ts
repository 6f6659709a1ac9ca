import {
  caseStoreStep,
  hidden,
  messageEvent,
  type messageEvents,
  templateSchema,
  variableOf,
  type OfferedTemplate,
} from './offered-template.ts';

/** What is asked of others before a case is decided: the step that asks, and the event that waits for what comes of it. */
export interface Inquiry {
  readonly noun: 'hearing' | 'inspection' | 'opinion';
  /** As the procedure calls it. */
  readonly key: string;
  readonly category: string;
  readonly ask: {
    readonly id: string;
    readonly name: string;
    /** Of the case store. */
    readonly operation: string;
    readonly inputs: readonly object[];
  };
  readonly outcome: {
    readonly id: string;
    readonly name: string;
    /** The message of the platform that tells it. */
    readonly message: string;
  };
  /** Which of them the event waits for. */
  readonly run: string;
  readonly runHint: string;
}

const common = ({ noun, key, category }: Inquiry, { id, name }: { readonly id: string; readonly name: string }) => ({
  $schema: templateSchema,
  id: `irisflow.${noun}.${key}.${id}`,
  name,
  category: { id: `irisflow-${noun}s`, name: category },
  groups: [{ id: noun, label: category }],
});

const kinds = { hearing: 'Hearing', inspection: 'Inspection', opinion: 'Opinion' } as const;

/** The variable in which the step keeps what it asked. */
const asked = ({ noun, key }: Inquiry): string => variableOf(key, kinds[noun]);

const askTemplate = (inquiry: Inquiry) => {
  const { noun, key, ask } = inquiry;
  return {
    ...common(inquiry, ask),
    appliesTo: ['bpmn:Task', 'bpmn:ServiceTask'],
    elementType: { value: 'bpmn:ServiceTask' },
    properties: [
      ...caseStoreStep(ask.operation, { input: `${noun}Key`, value: key }),
      ...ask.inputs,
      hidden({ type: 'zeebe:taskHeader', key: 'resultVariable' }, asked(inquiry)),
    ],
  };
};

const outcomeTemplate = (inquiry: Inquiry, place: keyof typeof messageEvents) => {
  const { noun, outcome, run, runHint } = inquiry;
  return {
    ...common(inquiry, { id: `${outcome.id}.${place}`, name: outcome.name }),
    ...messageEvent({
      place,
      message: outcome.message,
      key: `=${asked(inquiry)}.${noun}Id`,
      group: noun,
      label: run,
      description: runHint,
    }),
  };
};

/** To ask, and to go on when it is answered: at the edge of a step or in the middle of a path. */
export const inquiryTemplates = (inquiry: Inquiry): readonly OfferedTemplate[] => [
  askTemplate(inquiry),
  outcomeTemplate(inquiry, 'boundary'),
  outcomeTemplate(inquiry, 'catch'),
];
