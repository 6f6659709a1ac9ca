import type { InformationRequest } from '@irisflow/client';
import type { AnswerFiles } from './use-answer-files.ts';
import type { KeptTexts } from './use-kept-texts.ts';

export type AskedItem = InformationRequest['items'][number];

/** Most characters of one text. */
export const MAX_TEXT = 5000;

/** Id of the field for a message that belongs to no item. */
export const MESSAGE_FIELD = 'message';

export const textField = ({ key }: AskedItem): string => `item-${key}`;
export const filesField = ({ key }: AskedItem): string => `files-${key}`;

/** An answer as the platform takes it. */
export type AnswerBody = NonNullable<InformationRequest['answer']>;

/** Gathers what was typed and sent for each asked item; blank texts are none. */
export const answerBodyOf = (items: readonly AskedItem[], texts: KeptTexts, files: AnswerFiles): AnswerBody => {
  const textOf = (field: string): string | null => texts[field]?.trim() || null;
  return {
    text: textOf(MESSAGE_FIELD),
    items: items.map((item) => ({
      key: item.key,
      text: textOf(textField(item)),
      documents: files.of(item.key).files.map(({ id }) => id),
    })),
  };
};

/** The items for which there is neither a text nor a file. */
export const unansweredItems = (items: readonly AskedItem[], body: AnswerBody): readonly AskedItem[] =>
  items.filter(({ key }) => {
    const given = body.items.find((item) => item.key === key);
    return given === undefined || (given.text === null && given.documents.length === 0);
  });
