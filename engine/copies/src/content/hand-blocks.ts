import type { Locale } from '@irisflow/foundation';
import { formatMoment, type ResolvedBlock } from '@irisflow/letters';
import type { DecisionHands } from '@irisflow/tasks';
import type { CopyAudience } from './answer-blocks.ts';
import { paragraph } from './blocks.ts';
import { actTexts, copyTexts } from './copy-texts.ts';

const wordsOf = (hand: DecisionHands['hands'][number], locale: Locale): string => {
  const { act, label, name, onBehalfOf, doneAt, ofCase, decidedToo } = hand;
  return [
    `${actTexts[act][locale]}: ${name}`,
    ...(onBehalfOf === null ? [] : [`${copyTexts.onBehalfOf[locale]} ${onBehalfOf}`]),
    label[locale],
    formatMoment(doneAt, locale),
    ...(ofCase === null ? [] : [`${copyTexts.inCase[locale]} ${ofCase}`]),
    ...(decidedToo ? [copyTexts.decidedToo[locale]] : []),
  ].join(', ');
};

/** Who did what for a decision, for the office; a party reads that who decided did nothing else, and no names, as of the decision itself. */
export const handBlocks = (
  found: DecisionHands | undefined,
  { audience, locale }: { readonly audience: CopyAudience; readonly locale: Locale },
): ResolvedBlock[] => {
  if (found === undefined) return [];
  const apart = found.isKeptApart && found.hands.length > 1 ? [paragraph(copyTexts.keptApart[locale])] : [];
  return audience === 'office' ? [...apart, ...found.hands.map((hand) => paragraph(wordsOf(hand, locale)))] : apart;
};
