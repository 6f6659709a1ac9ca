import type { FormDefinition } from '@irisflow/forms';
import { Button } from '@irisflow/ui';
import { useState } from 'react';
import { ToolButton } from '../../app/ToolButton.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { AddField } from './AddField.tsx';
import { addPage, moveElement, removeElement, structureLines, type StructureLine } from './edit-form.ts';
import { ElementPanel } from './ElementPanel.tsx';
import { useElementWords } from './use-element-words.ts';

export interface StructureEditorProps {
  form: FormDefinition;
  onChange: (form: FormDefinition) => void;
}

interface LineProps extends StructureEditorProps {
  line: StructureLine;
  isSelected: boolean;
  onSelect: (id: string | null) => void;
}

const Line = ({ form, line, isSelected, onSelect, onChange }: LineProps) => {
  const t = useTexts();
  const words = useElementWords(form);
  const { element, depth } = line;
  const name = words.name(element);
  return (
    <li className="structure__line" data-depth={Math.min(depth, 4)} data-page={element.type === 'Category'}>
      <div className="structure__row">
        <button
          type="button"
          className="structure__select"
          aria-expanded={isSelected}
          onClick={() => onSelect(isSelected ? null : element.id)}
        >
          <span className="structure__name">{name}</span>
          <span className="structure__kind">{words.kind(element)}</span>
        </button>
        <ToolButton
          icon="up"
          label={t('item.up', { name })}
          isDisabled={!line.canMoveUp}
          onClick={() => onChange(moveElement(form, element.id, -1))}
        />
        <ToolButton
          icon="down"
          label={t('item.down', { name })}
          isDisabled={!line.canMoveDown}
          onClick={() => onChange(moveElement(form, element.id, 1))}
        />
        <ToolButton
          icon="trash"
          label={t('item.remove', { name })}
          onClick={() => {
            onSelect(null);
            onChange(removeElement(form, element.id));
          }}
        />
      </div>
      {isSelected && <ElementPanel form={form} element={element} onChange={onChange} />}
    </li>
  );
};

/** Pages and fields as a list: order, texts in every language, new fields. */
export const StructureEditor = ({ form, onChange }: StructureEditorProps) => {
  const t = useTexts();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const lines = structureLines(form);
  return (
    <div className="structure">
      <ol className="structure__list" aria-label={t('form.structure')}>
        {lines.map((line) => (
          <Line
            key={line.element.id}
            form={form}
            line={line}
            isSelected={line.element.id === selectedId}
            onSelect={setSelectedId}
            onChange={onChange}
          />
        ))}
      </ol>
      <AddField form={form} selectedId={selectedId} onChange={onChange} />
      <Button tone="secondary" size="small" icon="plus" onClick={() => onChange(addPage(form, t('form.newPage')))}>
        {t('form.addPage')}
      </Button>
    </div>
  );
};
