import type { Knowledge } from '@irisflow/names';
import { useId, useRef } from 'react';
import { ToolButton } from '../app/ToolButton.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { blockText, newBlock, repeatExpression, withEditable, withText } from './edit-doc.ts';
import { FieldPicker } from './FieldPicker.tsx';
import { RepeatField, WhenField } from './FeelBlocks.tsx';
import type { Block, Paragraph } from './letter.ts';

export interface BlockEditorProps {
  block: Block;
  lang: string;
  fields: readonly string[];
  /** What the letter may mention. */
  knowledge: Knowledge;
  canMoveUp: boolean;
  canMoveDown: boolean;
  onChange: (block: Block) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onInsertAfter: (block: Block) => void;
}

const addableKinds = ['paragraph', 'heading', 'bulletList', 'table', 'conditional'] as const satisfies Block['type'][];

/** Puts a text where the caret is and gives the field back its focus. */
const insertAtCaret = (field: HTMLTextAreaElement, piece: string): string => {
  const { selectionStart, selectionEnd, value } = field;
  const next = `${value.slice(0, selectionStart)}${piece}${value.slice(selectionEnd)}`;
  requestAnimationFrame(() => {
    field.focus();
    field.setSelectionRange(selectionStart + piece.length, selectionStart + piece.length);
  });
  return next;
};

const rowsFor = (text: string, type: Block['type']): number =>
  type === 'heading' || type === 'conditional'
    ? 1
    : Math.max(
        2,
        text.split('\n').reduce((rows, line) => rows + Math.ceil((line.length + 1) / 78), 0),
      );

const AddBlock = ({ onAdd }: { onAdd: (block: Block) => void }) => {
  const t = useTexts();
  return (
    <select
      className="letter-block__add"
      aria-label={t('letter.addAfter')}
      value=""
      onChange={(event) => {
        const kind = addableKinds.find((candidate) => candidate === event.currentTarget.value);
        if (kind !== undefined) onAdd(newBlock(kind));
      }}
    >
      <option value="">{t('letter.addAfter')}</option>
      {addableKinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`letter.block.${kind}`)}
        </option>
      ))}
    </select>
  );
};

/** Whether whoever signs may write it otherwise. */
const EditableTick = ({ block, onChange }: { block: Paragraph; onChange: (block: Block) => void }) => {
  const t = useTexts();
  return (
    <label className="letter-block__editable">
      <input
        type="checkbox"
        checked={block.editable !== false}
        onChange={(event) => onChange(withEditable(block, event.currentTarget.checked))}
      />
      {t('letter.editable')}
    </label>
  );
};

/** One block of a letter as a line of text with its tools. */
export const BlockEditor = (props: BlockEditorProps) => {
  const { block, lang, fields, knowledge, canMoveUp, canMoveDown, onChange, onMove, onRemove, onInsertAfter } = props;
  const t = useTexts();
  const id = useId();
  const fieldRef = useRef<HTMLTextAreaElement | null>(null);
  const text = blockText(block);
  const isCondition = block.type === 'conditional';
  const repeat = repeatExpression(block);
  const kind = t(`letter.block.${block.type}`);
  return (
    <div className={`letter-block letter-block--${block.type}`}>
      {isCondition ? (
        <WhenField block={block} knowledge={knowledge} onChange={onChange} />
      ) : (
        <>
          <label className="letter-block__kind" htmlFor={id}>
            {kind}
          </label>
          <textarea
            id={id}
            ref={fieldRef}
            lang={block.type === 'table' ? 'en' : lang}
            className="iris-input letter-block__text"
            rows={rowsFor(text, block.type)}
            value={text}
            onChange={(event) => onChange(withText(block, event.currentTarget.value))}
          />
        </>
      )}
      {repeat !== null && <RepeatField block={block} knowledge={knowledge} onChange={onChange} />}
      {block.type === 'paragraph' && <EditableTick block={block} onChange={onChange} />}
      <div className="letter-block__tools">
        {!isCondition && block.type !== 'table' && (
          <FieldPicker
            fields={fields}
            onPick={(piece) => {
              if (fieldRef.current !== null) onChange(withText(block, insertAtCaret(fieldRef.current, piece)));
            }}
          />
        )}
        <AddBlock onAdd={onInsertAfter} />
        <ToolButton icon="up" label={t('item.up', { name: kind })} isDisabled={!canMoveUp} onClick={() => onMove(-1)} />
        <ToolButton
          icon="down"
          label={t('item.down', { name: kind })}
          isDisabled={!canMoveDown}
          onClick={() => onMove(1)}
        />
        <ToolButton icon="trash" label={t('item.remove', { name: kind })} onClick={onRemove} />
      </div>
    </div>
  );
};
