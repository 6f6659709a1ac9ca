import type { ProcedureSettings } from '../settings/procedure-file.ts';
import { messageEvent, messageEvents, type OfferedTemplate, templateSchema } from './offered-template.ts';

const messages = { changed: 'change.declared', withdrawn: 'part.withdrawn' } as const;

/** The words of the templates in the reader's language. */
export interface ChangeWords {
  readonly category: string;
  readonly changed: string;
  readonly withdrawn: string;
  readonly run: string;
  readonly runHint: string;
}

const templatesOf = (what: keyof typeof messages, words: ChangeWords): OfferedTemplate[] =>
  (Object.keys(messageEvents) as (keyof typeof messageEvents)[]).map((place) => ({
    $schema: templateSchema,
    id: `irisflow.changes.${what}.${place}`,
    name: words[what],
    category: { id: 'irisflow-changes', name: words.category },
    groups: [{ id: 'change', label: words.category }],
    ...messageEvent({
      place,
      message: messages[what],
      key: '=caseId',
      group: 'change',
      label: words.run,
      description: words.runHint,
    }),
  }));

/** What applicants may declare as element templates: to go on when a change counts, or when a part is withdrawn. */
export const changeTemplates = (changes: ProcedureSettings['changes'], words: ChangeWords): OfferedTemplate[] => [
  ...((changes?.fields ?? []).length > 0 ? templatesOf('changed', words) : []),
  ...((changes?.parts ?? []).length > 0 ? templatesOf('withdrawn', words) : []),
];
