import { NumberField } from '@irisflow/ui';
import { freeKey } from '../app/free-key.ts';
import { KeySetting } from '../app/KeySetting.tsx';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { useTexts, type TextKey } from '../texts/use-texts.ts';
import { controlId } from '../workspace/problem-places.ts';
import type { ProblemAt } from '../workspace/use-problem-places.ts';
import { choicesOfField, kindOfField, withChoices, type Choice, type FieldKind } from './edit-right.ts';
import { blankText, type RightField } from './right-file.ts';

export interface FieldRulesProps {
  field: RightField;
  /** Where it stands in the file. */
  pointer: string;
  problemAt: ProblemAt;
  change: (field: RightField) => void;
}

/** Any text that is not blank. */
const VALUE = /^\S(.{0,198}\S)?$/;

const Choices = ({ field, pointer, change }: FieldRulesProps) => {
  const t = useTexts();
  const choices = choicesOfField(field);
  const values = choices.map(({ value }) => value);
  const blank: Choice = { value: freeKey('choice', values), words: blankText };
  return (
    <ListEditor
      title={t('right.choices', { name: field.label?.[t.locale] || pointer })}
      items={choices}
      blank={blank}
      itemName={(index) => choices[index]?.words?.[t.locale] || choices[index]?.value || `${index + 1}`}
      onChange={(next) => change(withChoices(field, next))}
    >
      {(choice, changeChoice, index) => (
        <div className="iris-stack iris-stack--tight">
          <LocalizedField
            label={t('right.choiceWords')}
            value={choice.words}
            onChange={(words) => changeChoice({ ...choice, words })}
          />
          <KeySetting
            id={controlId(`${pointer}/enum/${index}`)}
            label={t('right.choiceValue')}
            hint={t('right.choiceValueHint')}
            value={choice.value}
            taken={values}
            pattern={VALUE}
            onChange={(value) => changeChoice({ ...choice, value })}
          />
        </div>
      )}
    </ListEditor>
  );
};

interface Bound {
  readonly name: string;
  readonly label: TextKey;
  readonly read: (field: RightField) => number | undefined;
  readonly write: (field: RightField, value: number | undefined) => RightField;
}

const maximum: Bound = {
  name: 'maximum',
  label: 'right.maximum',
  read: (field) => field.maximum,
  write: (field, value) => ({ ...field, maximum: value }),
};

/** What a kind of value may be kept within. */
const bounds: Partial<Record<FieldKind, readonly Bound[]>> = {
  text: [
    {
      name: 'maxLength',
      label: 'right.maxLength',
      read: (field) => field.maxLength,
      write: (field, value) => ({ ...field, maxLength: value }),
    },
  ],
  count: [
    {
      name: 'minimum',
      label: 'right.minimum',
      read: (field) => field.minimum,
      write: (field, value) => ({ ...field, minimum: value }),
    },
    maximum,
  ],
  texts: [
    {
      name: 'maxItems',
      label: 'right.maxItems',
      read: (field) => field.maxItems,
      write: (field, value) => ({ ...field, maxItems: value }),
    },
    {
      name: 'items/maxLength',
      label: 'right.maxLength',
      read: (field) => field.items?.maxLength,
      write: (field, value) => ({ ...field, items: { type: 'string', ...field.items, maxLength: value } }),
    },
  ],
};

const whole = (typed: number | string | undefined): number | undefined =>
  typeof typed === 'number' ? Math.round(typed) : undefined;

/** What a value may be: its choices, its length, its bounds. */
export const FieldRules = (props: FieldRulesProps) => {
  const t = useTexts();
  const { field, pointer, problemAt, change } = props;
  const kind = kindOfField(field);
  if (kind === 'choice') return <Choices {...props} />;
  const asked = bounds[kind] ?? [];
  if (asked.length === 0) return null;
  return (
    <div className="form-row">
      {asked.map(({ name, label, read, write }) => (
        <NumberField
          key={name}
          id={controlId(`${pointer}/${name}`)}
          inputMode="numeric"
          optional
          label={t(label)}
          value={read(field)}
          error={problemAt(`${pointer}/${name}`)}
          onChange={(typed) => change(write(field, whole(typed)))}
        />
      ))}
    </div>
  );
};
