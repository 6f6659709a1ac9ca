import type { Knowledge } from '@irisflow/names';
import { Button } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import { BlockEditor } from './BlockEditor.tsx';
import { editDoc, insertAfter, moveBlock, newBlock, removeBlock, replaceBlock, type BlockPath } from './edit-doc.ts';
import type { Block, LetterDoc } from './letter.ts';

export interface DocEditorProps {
  doc: LetterDoc;
  lang: string;
  fields: readonly string[];
  /** What the letter may mention. */
  knowledge: Knowledge;
  onChange: (doc: LetterDoc) => void;
}

/** The blocks of one language of a letter; what a condition guards is indented below it. */
export const DocEditor = ({ doc, lang, fields, knowledge, onChange }: DocEditorProps) => {
  const t = useTexts();
  const one = (blocks: readonly Block[], index: number, path: BlockPath) => {
    const block = blocks[index];
    if (block === undefined) return null;
    return (
      <BlockEditor
        block={block}
        lang={lang}
        fields={fields}
        knowledge={knowledge}
        canMoveUp={index > 0}
        canMoveDown={index < blocks.length - 1}
        onChange={(next) => onChange(editDoc(doc, path, replaceBlock(next)))}
        onMove={(by) => onChange(editDoc(doc, path, moveBlock(by)))}
        onRemove={() => onChange(editDoc(doc, path, removeBlock))}
        onInsertAfter={(next) => onChange(editDoc(doc, path, insertAfter(next)))}
      />
    );
  };
  return (
    <div className="doc-editor">
      {doc.content.map((block, outer) => (
        // Blocks have no identity of their own; their place is all there is.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={outer}>
          {one(doc.content, outer, [outer])}
          {block.type === 'conditional' && (
            <fieldset className="doc-editor__inside">
              <legend className="iris-visually-hidden">{t('letter.inside')}</legend>
              {block.content.map((_, inner) => (
                // oxlint-disable-next-line react/no-array-index-key
                <div key={inner}>{one(block.content, inner, [outer, inner])}</div>
              ))}
            </fieldset>
          )}
        </div>
      ))}
      {doc.content.length === 0 && (
        <Button
          tone="secondary"
          size="small"
          icon="plus"
          onClick={() => onChange({ ...doc, content: [newBlock('paragraph')] })}
        >
          {t('letter.firstBlock')}
        </Button>
      )}
    </div>
  );
};
