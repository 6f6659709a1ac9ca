import type { ProcedureSettings } from '../settings/procedure-file.ts';
import { messageEvent, messageEvents, type OfferedTemplate, templateSchema } from './offered-template.ts';

const messages = { lodged: 'appeal.lodged', ended: 'appeal.ended' } as const;

/** The words of the templates in the reader's language. */
export interface AppealWords {
  readonly category: string;
  readonly lodged: string;
  readonly ended: string;
  readonly run: string;
  readonly runHint: string;
}

/** What is heard of an appeal against a decision of the case, as element templates; nothing where the law gives no remedy. */
export const appealTemplates = (remedies: ProcedureSettings['remedies'], words: AppealWords): OfferedTemplate[] => {
  if ((remedies ?? []).length === 0) return [];
  return (['lodged', 'ended'] as const).flatMap((what) =>
    (Object.keys(messageEvents) as (keyof typeof messageEvents)[]).map((place) => ({
      $schema: templateSchema,
      id: `irisflow.appeals.${what}.${place}`,
      name: words[what],
      category: { id: 'irisflow-appeals', name: words.category },
      groups: [{ id: 'appeal', label: words.category }],
      ...messageEvent({
        place,
        message: messages[what],
        key: '=caseId',
        group: 'appeal',
        label: words.run,
        description: words.runHint,
      }),
    })),
  );
};
