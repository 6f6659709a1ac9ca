import { Button, NumberField, Select, TextField } from '@irisflow/ui';
import type { Values } from '@irisflow/scenarios';
import { useId, useState } from 'react';
import { ToolButton } from '../app/ToolButton.tsx';
import { useTexts, type TextKey } from '../texts/use-texts.ts';
import {
  absentFields,
  blankOf,
  blankOfKind,
  choices,
  emptied,
  fieldSchema,
  givenKinds,
  humanName,
  itemSchema,
  kindOf,
  type GivenKind,
  type ValueSchema,
} from './value-shape.ts';
import './value-fields.css';

export interface ValueFieldsProps {
  readonly label: string;
  readonly value: unknown;
  readonly schema?: ValueSchema | undefined;
  readonly onChange: (value: unknown) => void;
}

const kindTexts: Readonly<Record<GivenKind, TextKey>> = {
  text: 'value.text',
  number: 'value.number',
  yesNo: 'value.yesNo',
  list: 'value.list',
  group: 'value.group',
};

/** Gives a kind to a value that has none. */
const Nothing = ({ label, schema, onChange }: ValueFieldsProps) => {
  const t = useTexts();
  const id = useId();
  return (
    <Select
      id={id}
      label={label}
      value={undefined}
      placeholder={t('value.nothing')}
      options={givenKinds.map((kind) => ({ value: kind, label: t(kindTexts[kind]) }))}
      onChange={(kind) => onChange(blankOf(schema) ?? (kind === undefined ? null : blankOfKind(kind as GivenKind)))}
    />
  );
};

const Text = ({ label, value, onChange }: ValueFieldsProps) => {
  const id = useId();
  return <TextField id={id} label={label} value={typeof value === 'string' ? value : ''} onChange={onChange} />;
};

const Amount = ({ label, value, onChange }: ValueFieldsProps) => {
  const id = useId();
  return (
    <NumberField
      id={id}
      label={label}
      value={typeof value === 'number' || typeof value === 'string' ? value : undefined}
      onChange={(next) => onChange(next ?? null)}
    />
  );
};

const YesNo = ({ label, value, onChange }: ValueFieldsProps) => {
  const t = useTexts();
  const id = useId();
  return (
    <Select
      id={id}
      label={label}
      value={typeof value === 'boolean' ? String(value) : undefined}
      placeholder={t('value.nothing')}
      options={[
        { value: 'true', label: t('value.yes') },
        { value: 'false', label: t('value.no') },
      ]}
      onChange={(next) => onChange(next === undefined ? null : next === 'true')}
    />
  );
};

const Choice = ({ label, value, schema, onChange }: ValueFieldsProps) => {
  const t = useTexts();
  const id = useId();
  return (
    <Select
      id={id}
      label={label}
      value={typeof value === 'string' ? value : undefined}
      placeholder={t('value.nothing')}
      options={choices(schema).map((choice) => ({ value: choice, label: choice }))}
      onChange={(next) => onChange(next ?? null)}
    />
  );
};

const List = ({ label, value, schema, onChange }: ValueFieldsProps) => {
  const t = useTexts();
  const items = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const inner = itemSchema(schema);
  const add = (): void => onChange([...items, items.length > 0 ? emptied(items.at(-1)) : blankOf(inner)]);
  return (
    <fieldset className="value-group">
      <legend>{label}</legend>
      {items.map((item, index) => (
        // Rows of a list have nothing else to be known by.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="value-row">
          <ValueFields
            label={t('value.row', { number: index + 1 })}
            value={item}
            schema={inner}
            onChange={(next) => onChange(items.map((other, place) => (place === index ? next : other)))}
          />
          <ToolButton
            icon="trash"
            label={t('value.removeRow', { number: index + 1 })}
            onClick={() => onChange(items.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <Button tone="quiet" size="small" onClick={add}>
        {t('value.addRow')}
      </Button>
    </fieldset>
  );
};

interface AddFieldProps {
  readonly known: readonly string[];
  readonly onAdd: (name: string) => void;
}

/** A field that the schema knows, or, where nobody wrote one, any name. */
const AddField = ({ known, onAdd }: AddFieldProps) => {
  const t = useTexts();
  const id = useId();
  const [name, setName] = useState('');
  if (known.length > 0)
    return (
      <Select
        id={id}
        label={t('value.addField')}
        optional
        value={undefined}
        options={known.map((each) => ({ value: each, label: humanName(each) }))}
        onChange={(next) => next !== undefined && onAdd(next)}
      />
    );
  const clean = name.trim();
  return (
    <div className="value-row">
      <TextField id={id} label={t('value.addField')} optional value={name} onChange={setName} />
      <Button
        tone="quiet"
        size="small"
        disabled={!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(clean)}
        onClick={() => {
          onAdd(clean);
          setName('');
        }}
      >
        {t('value.add')}
      </Button>
    </div>
  );
};

export interface GroupFieldsProps {
  readonly value: Values;
  readonly schema?: ValueSchema | undefined;
  readonly onChange: (value: Values) => void;
}

/** The fields of a group, each by its name. */
export const GroupFields = ({ value, schema, onChange }: GroupFieldsProps) => {
  const t = useTexts();
  return (
    <>
      {Object.entries(value).map(([name, inner]) => (
        <div key={name} className="value-row">
          <ValueFields
            label={humanName(name)}
            value={inner}
            schema={fieldSchema(schema, name)}
            onChange={(next) => onChange({ ...value, [name]: next })}
          />
          <ToolButton
            icon="trash"
            label={t('value.removeField', { name: humanName(name) })}
            onClick={() => onChange(Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)))}
          />
        </div>
      ))}
      <AddField
        known={absentFields(value, schema)}
        onAdd={(name) => onChange({ ...value, [name]: blankOf(fieldSchema(schema, name)) })}
      />
    </>
  );
};

const Group = ({ label, value, schema, onChange }: ValueFieldsProps) => (
  <fieldset className="value-group">
    <legend>{label}</legend>
    <GroupFields value={value as Values} schema={schema} onChange={onChange} />
  </fieldset>
);

const kinds = {
  nothing: Nothing,
  text: Text,
  number: Amount,
  yesNo: YesNo,
  choice: Choice,
  list: List,
  group: Group,
} as const;

/** A value in fields, whatever its shape: texts, numbers, lists and groups of them; nobody writes JSON. */
export const ValueFields = (props: ValueFieldsProps) => {
  const Shown = kinds[kindOf(props.value, props.schema)];
  return <Shown {...props} />;
};
