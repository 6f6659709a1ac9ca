import type { Locale } from '@irisflow/client';
import type { ProcedureInspection } from '../settings/procedure-file.ts';
import {
  caseStoreStep,
  hidden,
  labelOf,
  messageEvent,
  templateSchema,
  variableOf,
  type OfferedTemplate,
} from './offered-template.ts';

const inputs = ['address', 'subject', 'documents'] as const;
type InspectionInput = (typeof inputs)[number];

/** The words of the templates in the reader's language. */
export interface InspectionWords {
  readonly category: string;
  readonly ask: (inspection: string) => string;
  readonly reported: (inspection: string) => string;
  readonly input: Readonly<Record<InspectionInput, string>>;
  readonly hint: Readonly<Record<InspectionInput, string>>;
  readonly run: string;
  readonly runHint: string;
}

interface About {
  readonly inspection: ProcedureInspection;
  readonly locale: Locale;
  readonly words: InspectionWords;
}

const group = 'inspection';

const common = ({ inspection, words }: About, what: string, name: string) => ({
  $schema: templateSchema,
  id: `irisflow.inspection.${inspection.key}.${what}`,
  name,
  category: { id: 'irisflow-inspections', name: words.category },
  groups: [{ id: group, label: words.category }],
});

const inputOf = (words: InspectionWords, name: InspectionInput) => ({
  type: name === 'subject' ? 'Text' : 'String',
  feel: 'required',
  group,
  label: words.input[name],
  description: words.hint[name],
  ...(name === 'documents' ? { optional: true } : { constraints: { notEmpty: true } }),
  binding: { type: 'zeebe:input', name },
});

const askTemplate = (about: About) => {
  const { inspection, locale, words } = about;
  return {
    ...common(about, 'ask', words.ask(labelOf(inspection, locale))),
    appliesTo: ['bpmn:Task', 'bpmn:ServiceTask'],
    elementType: { value: 'bpmn:ServiceTask' },
    properties: [
      ...caseStoreStep('ask-inspection', { input: 'inspectionKey', value: inspection.key }),
      ...inputs.map((name) => inputOf(words, name)),
      hidden({ type: 'zeebe:taskHeader', key: 'resultVariable' }, variableOf(inspection.key, 'Inspection')),
    ],
  };
};

const reportedTemplate = (about: About, place: 'boundary' | 'catch') => {
  const { inspection, locale, words } = about;
  return {
    ...common(about, `reported.${place}`, words.reported(labelOf(inspection, locale))),
    ...messageEvent({
      place,
      message: 'inspection.reported',
      key: `=${variableOf(inspection.key, 'Inspection')}.inspectionId`,
      group,
      label: words.run,
      description: words.runHint,
    }),
  };
};

/** The inspections of a procedure as element templates: to ask for each, and to go on when it is reported or its term is over. */
export const inspectionTemplates = (
  inspections: readonly ProcedureInspection[],
  locale: Locale,
  words: InspectionWords,
): readonly OfferedTemplate[] =>
  inspections
    .filter(({ key }) => key !== '')
    .flatMap((inspection) => {
      const about = { inspection, locale, words };
      return [askTemplate(about), reportedTemplate(about, 'boundary'), reportedTemplate(about, 'catch')];
    });
