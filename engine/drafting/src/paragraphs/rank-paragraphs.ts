import type { ParagraphContent, ParagraphFit } from '../views/paragraph.ts';

/** What is known of the answer that is being written. */
export interface Chosen {
  readonly outcome: string | null;
  readonly grounds: readonly string[];
}

/** The nearest first. */
const order: readonly ParagraphFit[] = ['ground', 'outcome', 'step', 'procedure', 'general', 'other'];

/** Whether a choice says no to a list that names what it is for; an empty list and an open choice say nothing. */
const isAgainst = (list: readonly string[], chosen: readonly string[]): boolean =>
  list.length > 0 && chosen.length > 0 && !list.some((one) => chosen.includes(one));

/** How well a paragraph of the right procedure and step fits what was chosen. */
export const fitOf = (content: ParagraphContent, { outcome, grounds }: Chosen): ParagraphFit => {
  const outcomes = outcome === null ? [] : [outcome];
  if (isAgainst(content.outcomes, outcomes) || isAgainst(content.grounds, grounds)) return 'other';
  if (content.grounds.some((ground) => grounds.includes(ground))) return 'ground';
  if (content.outcomes.some((one) => one === outcome)) return 'outcome';
  if (content.steps.length > 0) return 'step';
  return content.procedures.length > 0 ? 'procedure' : 'general';
};

/** What fits best comes first, and within that by key. */
export const rankParagraphs = <Row extends { readonly key: string; readonly content: ParagraphContent }>(
  rows: readonly Row[],
  chosen: Chosen,
): (Row & { readonly fit: ParagraphFit })[] =>
  rows
    .map((row) => ({ ...row, fit: fitOf(row.content, chosen) }))
    .toSorted((left, right) => order.indexOf(left.fit) - order.indexOf(right.fit) || (left.key < right.key ? -1 : 1));
