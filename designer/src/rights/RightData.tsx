import { Checkbox, CheckboxGroup, Select } from '@irisflow/ui';
import { freeKey } from '../app/free-key.ts';
import { KeySetting, VARIABLE_KEY } from '../app/KeySetting.tsx';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { controlId } from '../workspace/problem-places.ts';
import type { ProblemAt } from '../workspace/use-problem-places.ts';
import {
  changeFields,
  fieldKinds,
  fieldsOf,
  kindOfField,
  renameField,
  withKind,
  type NamedField,
} from './edit-right.ts';
import { FieldRules } from './FieldRules.tsx';
import { blankText, type FieldMarks, type RightField, type RightPartProps } from './right-file.ts';

interface DatumProps {
  named: NamedField;
  taken: readonly string[];
  problemAt: ProblemAt;
  change: (named: NamedField) => void;
  onRename: (name: string) => void;
}

const marks = ['searched', 'public', 'restricted', 'internal'] as const satisfies readonly (keyof FieldMarks)[];

const withMarks = (field: RightField, chosen: readonly string[]): RightField => ({
  ...field,
  ...Object.fromEntries(
    // What was said to be false stays so: the file is not touched where nothing changes.
    marks.map((mark) => [mark, chosen.includes(mark) ? true : field[mark] === false ? false : undefined]),
  ),
});

const Sensitivity = ({ named, change }: Pick<DatumProps, 'named' | 'change'>) => {
  const t = useTexts();
  const { name, field } = named;
  return (
    <CheckboxGroup
      id={controlId(`/data/properties/${name}/marks`)}
      optional
      label={t('right.marks')}
      options={marks.map((value) => ({ value, label: t(`right.mark.${value}`), hint: t(`right.mark.${value}Hint`) }))}
      value={marks.filter((mark) => field[mark] === true)}
      error={field.public === true && field.restricted === true && t('right.marksClash')}
      onChange={(chosen) => change({ ...named, field: withMarks(field, chosen) })}
    />
  );
};

const Datum = ({ named, taken, problemAt, change, onRename }: DatumProps) => {
  const t = useTexts();
  const { name, field, isRequired } = named;
  const pointer = `/data/properties/${name}`;
  const changeField = (next: RightField): void => change({ ...named, field: next });
  return (
    <div className="iris-stack iris-stack--tight">
      <LocalizedField
        label={t('right.fieldName')}
        value={field.label}
        onChange={(label) => changeField({ ...field, label })}
      />
      <div className="form-row">
        <Select
          id={controlId(`${pointer}/type`)}
          label={t('right.kind')}
          options={fieldKinds.map((value) => ({ value, label: t(`right.kind.${value}`) }))}
          value={kindOfField(field)}
          error={problemAt(pointer)}
          onChange={(value) => {
            const kind = fieldKinds.find((known) => known === value);
            if (kind !== undefined) changeField(withKind(field, kind));
          }}
        />
        <KeySetting
          id={controlId(pointer)}
          label={t('settings.key')}
          hint={t('right.fieldKeyHint')}
          value={name}
          taken={taken}
          pattern={VARIABLE_KEY}
          onChange={onRename}
        />
      </div>
      <FieldRules field={field} pointer={pointer} problemAt={problemAt} change={changeField} />
      <Checkbox
        id={controlId(`${pointer}/required`)}
        optional
        label={t('right.required')}
        value={isRequired}
        onChange={(next) => change({ ...named, isRequired: next })}
      />
      <Sensitivity named={named} change={change} />
    </div>
  );
};

/** What a right says, value by value: what it is called, what it may be, and who reads it. */
export const RightData = ({ right, change, problemAt }: RightPartProps & { problemAt: ProblemAt }) => {
  const t = useTexts();
  const fields = fieldsOf(right);
  const nameOf = (named: NamedField | undefined): string => named?.field.label?.[t.locale] || named?.name || '?';
  const names = fields.map(({ name }) => name);
  const blank: NamedField = {
    name: freeKey('field', names),
    field: { type: 'string', maxLength: 200, label: blankText },
    isRequired: false,
  };
  return (
    <ListEditor
      title={t('right.data')}
      hint={t('right.dataHint')}
      isFolded
      items={fields}
      blank={blank}
      itemName={(index) => nameOf(fields[index])}
      onChange={(next) => change(changeFields(right, next))}
    >
      {(named, changeNamed) => (
        <Datum
          named={named}
          taken={names}
          problemAt={problemAt}
          change={changeNamed}
          onRename={(name) => change(renameField(right, named.name, name))}
        />
      )}
    </ListEditor>
  );
};
