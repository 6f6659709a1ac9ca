import { VisuallyHidden } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { textDiff, type TextChange } from './text-diff.ts';

interface TextDiffProps {
  readonly earlier: string;
  readonly later: string;
  /** Of the text, which may not be that of the screen. */
  readonly lang: string;
}

const Piece = ({ kind, text }: TextChange) => {
  const t = useDeskText();
  if (kind === 'same') return text;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark className={`desk-diff__${kind}`}>
      <VisuallyHidden> [{t(`diff.${kind}`)}] </VisuallyHidden>
      {text}
      <VisuallyHidden> [{t('diff.end')}] </VisuallyHidden>
    </Mark>
  );
};

/** What became of a text: neither by color alone, nor only for eyes. */
export const TextDiff = ({ earlier, later, lang }: TextDiffProps) => (
  <p className="desk-diff" lang={lang}>
    {textDiff(earlier, later).map((change, place) => (
      <Piece key={`${place}-${change.kind}`} {...change} />
    ))}
  </p>
);
