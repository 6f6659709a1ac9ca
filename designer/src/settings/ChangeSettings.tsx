import type { LocalizedText } from '@irisflow/client';
import { CheckboxGroup, TextField } from '@irisflow/ui';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { ProcedureSettings, SettingsPartProps, WithdrawablePart } from './procedure-file.ts';
import { useAsked, type Asked } from './use-asked.ts';

const blank: LocalizedText = { fr: '', nl: '', en: '' };

interface FieldsProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly asked: readonly Asked[];
  readonly value: readonly string[];
  readonly onChange: (fields: string[]) => void;
}

/** Fields of the application form; one that nobody asks any more is shown as it stands, and the problems panel names it. */
const Fields = ({ id, label, hint, asked, value, onChange }: FieldsProps) => (
  <CheckboxGroup
    id={id}
    label={label}
    hint={hint}
    optional
    options={[
      ...value
        .filter((field) => !asked.some(({ pointer }) => pointer === field))
        .map((field) => ({ value: field, label: field })),
      ...asked.map((one) => ({ value: one.pointer, label: one.label })),
    ]}
    value={value}
    onChange={(fields) => onChange([...fields])}
  />
);

interface PartProps {
  readonly part: WithdrawablePart;
  readonly asked: readonly Asked[];
  readonly change: (part: WithdrawablePart) => void;
  readonly index: number;
}

const Part = ({ part, asked, change, index }: PartProps) => {
  const t = useTexts();
  const withFields = (fields: string[]): WithdrawablePart => {
    const { fields: _before, ...rest } = part;
    return fields.length === 0 ? rest : { ...rest, fields };
  };
  return (
    <div className="iris-stack iris-stack--tight">
      <LocalizedField
        label={t('settings.changes.part.label')}
        value={part.label}
        onChange={(label) => change({ ...part, label })}
      />
      <TextField
        id={`change-part-key-${index}`}
        code
        label={t('settings.key')}
        value={part.key}
        onChange={(key) => change({ ...part, key })}
      />
      <Fields
        id={`change-part-fields-${index}`}
        label={t('settings.changes.part.fields')}
        hint={t('settings.changes.part.fieldsHint')}
        asked={asked}
        value={part.fields ?? []}
        onChange={(fields) => change(withFields(fields))}
      />
    </div>
  );
};

/** The setting without what is empty: nothing is offered where nothing is named. */
const settingOf = (fields: string[], parts: WithdrawablePart[]): ProcedureSettings['changes'] =>
  fields.length === 0 && parts.length === 0
    ? undefined
    : { ...(fields.length > 0 && { fields }), ...(parts.length > 0 && { parts }) };

/** What applicants may declare of a case that runs: that answers are others by now, that they give up a part. */
export const ChangeSettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const asked = useAsked(settings.application.form);
  // A change is of a whole answer: a table counts as one.
  const whole = asked.filter(({ isCell }) => !isCell);
  const { fields = [], parts = [] } = settings.changes ?? {};
  return (
    <>
      <Fields
        id="change-fields"
        label={t('settings.changes')}
        hint={t('settings.changesHint')}
        asked={whole}
        value={fields}
        onChange={(next) => change({ changes: settingOf(next, parts) })}
      />
      <ListEditor
        title={t('settings.changes.parts')}
        hint={t('settings.changes.partsHint')}
        items={parts}
        blank={{ key: '', label: blank }}
        itemName={(index) => parts[index]?.label[t.locale] || `${index + 1}`}
        onChange={(next) => change({ changes: settingOf(fields, next) })}
      >
        {(part, changePart, index) => <Part part={part} asked={whole} change={changePart} index={index} />}
      </ListEditor>
    </>
  );
};
