import { useTexts } from '../../texts/use-texts.ts';
import type { OpenPart } from '../parts/PartDialog.tsx';
import { isOfficial } from './create-page.ts';
import { fixParagraphs, paragraphsIn, partsAround, type PartPlace } from './edit-page.ts';
import type { PageModel } from './page-model.ts';
import { eachAround } from './page-views.ts';
import type { FieldAttributes, PageWords, Said } from './page-words.ts';

interface ContextBarProps {
  model: PageModel;
  words: PageWords;
  onOpen: (part: OpenPart) => void;
}

const saidOf = (
  { kind, at, node }: PartPlace,
  { model: { editor }, words }: ContextBarProps,
): Said & { sample?: string } => {
  const { attrs } = node;
  if (kind === 'field') return words.field(attrs as unknown as FieldAttributes, eachAround(editor.state.doc, at));
  if (kind === 'conditional') return words.condition(String(attrs['when']));
  const list: unknown = kind === 'table' ? attrs['rows'] : attrs['each'];
  return typeof list === 'string' ? words.list(list) : { text: words.t('letter.notRepeated'), problem: null };
};

/** Whether whoever signs may write a paragraph otherwise. */
const FixedTick = ({ model: { editor } }: Pick<ContextBarProps, 'model'>) => {
  const t = useTexts();
  const paragraphs = paragraphsIn(editor.state);
  if (paragraphs.length === 0) return null;
  if (paragraphs.every(({ node }) => isOfficial(node)))
    return <span className="letter-context__note">{t('letter.byLaw')}</span>;
  const isFixed = paragraphs.every(({ node }) => node.attrs['isFixed'] === true);
  return (
    <button
      type="button"
      className="view-button"
      aria-pressed={isFixed}
      title={t('letter.fixedHint')}
      onClick={() => fixParagraphs(editor, !isFixed)}
    >
      {t('letter.fixed')}
    </button>
  );
};

/** What the caret stands in, from the inside out: what it says, what is wrong with it, and the way to change it. */
export const ContextBar = (props: ContextBarProps) => {
  const { model, onOpen } = props;
  const t = useTexts();
  const parts = partsAround(model.editor.state);
  return (
    <div className="letter-context">
      {parts.map((part) => {
        const { text, problem, sample = '' } = saidOf(part, props);
        return (
          <div key={`${part.kind} ${part.at}`} className="letter-context__part">
            <span>
              {t(`letter.part.${part.kind}`)} <strong>{text}</strong>
              {sample !== '' && <span className="letter-context__note"> {t('letter.onSample', { sample })}</span>}
            </span>
            <button
              type="button"
              className="view-button"
              aria-keyshortcuts="Control+Enter"
              onClick={() => onOpen({ kind: part.kind, at: part.at })}
            >
              {t('letter.change')}
              <span className="iris-visually-hidden"> {text}</span>
            </button>
            {problem !== null && <span className="letter-part__problem">{problem}</span>}
          </div>
        );
      })}
      <FixedTick model={model} />
    </div>
  );
};
