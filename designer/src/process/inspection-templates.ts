import type { Locale } from '@irisflow/client';
import type { ProcedureInspection } from '../settings/procedure-file.ts';
import { inquiryTemplates } from './inquiry-templates.ts';
import { labelOf, type OfferedTemplate } from './offered-template.ts';

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

const inputOf = (words: InspectionWords, name: InspectionInput) => ({
  type: name === 'subject' ? 'Text' : 'String',
  feel: 'required',
  group: 'inspection',
  label: words.input[name],
  description: words.hint[name],
  ...(name === 'documents' ? { optional: true } : { constraints: { notEmpty: true } }),
  binding: { type: 'zeebe:input', name },
});

/** The inspections of a procedure as element templates: to ask for each, and to go on when it is reported or its term is over. */
export const inspectionTemplates = (
  inspections: readonly ProcedureInspection[],
  locale: Locale,
  words: InspectionWords,
): readonly OfferedTemplate[] =>
  inspections
    .filter(({ key }) => key !== '')
    .flatMap((inspection) => {
      const { category, run, runHint } = words;
      const label = labelOf(inspection, locale);
      return inquiryTemplates({
        noun: 'inspection',
        key: inspection.key,
        category,
        ask: {
          id: 'ask',
          name: words.ask(label),
          operation: 'ask-inspection',
          inputs: inputs.map((name) => inputOf(words, name)),
        },
        outcome: { id: 'reported', name: words.reported(label), message: 'inspection.reported' },
        run,
        runHint,
      });
    });
