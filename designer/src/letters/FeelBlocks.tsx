import type { Knowledge } from '@irisflow/names';
import { useMemo } from 'react';
import { namesInWords } from '../conditions/choices-of-names.ts';
import { FeelCondition } from '../conditions/FeelCondition.tsx';
import { FeelField } from '../feel/FeelField.tsx';
import { useSample } from '../names/use-sample.ts';
import { useTexts } from '../texts/use-texts.ts';
import { repeatExpression, withRepeat, withText } from './edit-doc.ts';
import type { Block, Conditional } from './letter.ts';

interface FeelBlockProps<T extends Block> {
  block: T;
  /** What the letter may mention. */
  knowledge: Knowledge;
  onChange: (block: Block) => void;
}

/** When a part of a letter is printed, in words or as FEEL. */
export const WhenField = ({ block, knowledge, onChange }: FeelBlockProps<Conditional>) => {
  const t = useTexts();
  const sample = useSample(knowledge);
  const names = useMemo(() => namesInWords(knowledge, t.locale), [knowledge, t.locale]);
  // The sign that FEEL has elsewhere may stand here too.
  const sign = /^\s*=\s*/.exec(block.when)?.[0] ?? '';
  const feel = block.when.slice(sign.length);
  const write = (when: string): void => onChange(withText(block, `${sign}${when}`));
  return (
    <FeelCondition
      label={t('letter.when')}
      value={feel}
      names={names}
      onChange={write}
      feelField={
        <FeelField label={t('letter.when')} value={feel} knowledge={knowledge} sample={sample} onChange={write} />
      }
    />
  );
};

/** The list that a block is repeated for. */
export const RepeatField = ({ block, knowledge, onChange }: FeelBlockProps<Block>) => {
  const t = useTexts();
  const sample = useSample(knowledge);
  return (
    <FeelField
      label={t('letter.each')}
      value={repeatExpression(block) ?? ''}
      knowledge={knowledge}
      sample={sample}
      onChange={(each) => onChange(withRepeat(block, each))}
    />
  );
};
