import type { FormDefinition } from '@irisflow/forms';
import { Button } from '@irisflow/ui';
import { useState } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { addField, structureLines } from './edit-form.ts';
import { FieldIcon } from './FieldIcon.tsx';
import { exampleOf, fieldKind, fieldKindNames, type FieldKindName } from './field-palette.ts';
import { useElementWords } from './use-element-words.ts';

export interface AddFieldProps {
  form: FormDefinition;
  selectedId: string | null;
  onChange: (form: FormDefinition) => void;
}

const Kinds = ({ names }: { names: readonly FieldKindName[] }) => {
  const t = useTexts();
  return names.map((name) => (
    <option key={name} value={name}>
      {t(`form.kind.${name}`)}
    </option>
  ));
};

/** What a field of the kind looks like: its sign and, of an identifier, one that belongs to nobody. */
const KindCard = ({ kind }: { kind: FieldKindName }) => {
  const t = useTexts();
  const example = exampleOf(kind);
  return (
    <p className="add-field__kind" aria-live="polite">
      <FieldIcon name={fieldKind(kind).icon} />
      {example === undefined ? (
        t(`form.kind.${kind}`)
      ) : (
        <span>
          {t('form.example')} <code>{example}</code>
        </span>
      )}
    </p>
  );
};

/** The palette: a kind of field and where it goes. */
export const AddField = ({ form, selectedId, onChange }: AddFieldProps) => {
  const t = useTexts();
  const words = useElementWords(form);
  const [kind, setKind] = useState<FieldKindName>('text');
  const [chosenParent, setChosenParent] = useState<string | null>(null);
  const parents = structureLines(form)
    .map((line) => line.element)
    .filter((element) => element.type === 'Category' || element.type === 'Group');
  const parent = parents.find((element) => element.id === (chosenParent ?? selectedId)) ?? parents.at(-1);
  if (parent === undefined) return null;
  return (
    <fieldset className="add-field">
      <legend>{t('form.addField')}</legend>
      <label>
        <span>{t('form.fieldKind')}</span>
        <select
          className="iris-input"
          value={kind}
          onChange={(event) => setKind(fieldKindNames.find((name) => name === event.currentTarget.value) ?? kind)}
        >
          <Kinds names={fieldKindNames.filter((name) => exampleOf(name) === undefined)} />
          <optgroup label={t('form.identifiers')}>
            <Kinds names={fieldKindNames.filter((name) => exampleOf(name) !== undefined)} />
          </optgroup>
        </select>
      </label>
      <KindCard kind={kind} />
      <label>
        <span>{t('form.fieldParent')}</span>
        <select
          className="iris-input"
          value={parent.id}
          onChange={(event) => setChosenParent(event.currentTarget.value)}
        >
          {parents.map((element) => (
            <option key={element.id} value={element.id}>
              {words.name(element)}
            </option>
          ))}
        </select>
      </label>
      <Button
        size="small"
        icon="plus"
        onClick={() => onChange(addField(form, { parentId: parent.id, kind, label: t(`form.kind.${kind}`) }))}
      >
        {t('form.addFieldButton')}
      </Button>
    </fieldset>
  );
};
