import type { LocalizedText } from '@irisflow/client';
import type { Json } from '@irisflow/feel';
import type { Knowledge } from '@irisflow/names';
import { NumberField, VisuallyHidden } from '@irisflow/ui';
import { useId, useMemo, useState } from 'react';
import { DayInput } from '../../app/DayInput.tsx';
import { freeKey } from '../../app/free-key.ts';
import { ListEditor } from '../../app/ListEditor.tsx';
import { LocalizedField } from '../../app/LocalizedField.tsx';
import { type NameChoice, namesInWords } from '../../conditions/choices-of-names.ts';
import { NamePicker } from '../../conditions/NamePicker.tsx';
import { FeelField } from '../../feel/FeelField.tsx';
import { useSample } from '../../names/use-sample.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { feelOf, mayHold, readSource, wayOf, waysOf, writeSource, type InputWay } from './input-source.ts';
import { madeBy, thingsMade } from './made-things.ts';
import type { StepInput } from './step-inputs.ts';
import { ValuesControl } from './ValuesControl.tsx';

export interface InputFieldProps {
  readonly input: StepInput;
  /** What is known where the step begins. */
  readonly knowledge: Knowledge;
  /** The source with its `=`; empty for nothing. */
  readonly onChange: (source: string) => void;
}

interface ControlProps {
  readonly input: StepInput;
  readonly value: Json | null;
  readonly onValue: (value: Json | null) => void;
}

const TextControl = ({ input, value, onValue }: ControlProps) => (
  <input
    className="iris-input"
    aria-label={input.label}
    value={typeof value === 'string' ? value : ''}
    onChange={({ currentTarget: { value: text } }) => onValue(text === '' ? null : text)}
  />
);

const NumberControl = ({ input, value, onValue }: ControlProps) => {
  const id = useId();
  const [wrong, setWrong] = useState<string>();
  return (
    <NumberField
      id={id}
      optional={!input.isRequired}
      label={<VisuallyHidden>{input.label}</VisuallyHidden>}
      value={wrong ?? (typeof value === 'number' ? value : undefined)}
      onChange={(typed) => {
        setWrong(typeof typed === 'string' ? typed : undefined);
        onValue(typeof typed === 'number' ? typed : null);
      }}
    />
  );
};

const ChoiceControl = ({ input, value, onValue }: ControlProps) => {
  const t = useTexts();
  const chosen = typeof value === 'string' ? value : '';
  const isKnown = chosen === '' || input.choices.some((choice) => choice.value === chosen);
  return (
    <select
      className="iris-input"
      aria-label={input.label}
      aria-invalid={!isKnown || undefined}
      value={chosen}
      onChange={({ currentTarget: { value: next } }) => onValue(next === '' ? null : next)}
    >
      <option value="">{t('part.none')}</option>
      {!isKnown && <option value={chosen}>{t('condition.noOption', { value: chosen })}</option>}
      {input.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
};

const YesNoControl = ({ input, value, onValue }: ControlProps) => {
  const t = useTexts();
  return (
    <select
      className="iris-input"
      aria-label={input.label}
      value={typeof value === 'boolean' ? `${value}` : ''}
      onChange={({ currentTarget: { value: next } }) => onValue(next === '' ? null : next === 'true')}
    >
      <option value="">{t('part.none')}</option>
      <option value="true">{t('condition.yes')}</option>
      <option value="false">{t('condition.no')}</option>
    </select>
  );
};

const ChoicesControl = ({ input, value, onValue }: ControlProps) => {
  const chosen = Array.isArray(value) ? value : [];
  return (
    <div className="condition__choices">
      {input.choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="checkbox"
            checked={chosen.includes(choice.value)}
            onChange={({ currentTarget: { checked } }) => {
              const next = input.choices
                .map((each) => each.value)
                .filter((each) => (each === choice.value ? checked : chosen.includes(each)));
              onValue(next.length === 0 ? null : next);
            }}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
};

const LocalizedControl = ({ input, value, onValue }: ControlProps) => (
  <LocalizedField
    label={input.label}
    labeling="list"
    value={(value ?? undefined) as LocalizedText | undefined}
    onChange={(text) => onValue(Object.values(text).every((line) => line === '') ? null : { ...text })}
  />
);

interface Item {
  readonly key: string;
  readonly label: LocalizedText;
}

const ItemsControl = ({ input, value, onValue }: ControlProps) => {
  const t = useTexts();
  const items = Array.isArray(value) ? (value as unknown as readonly Item[]) : [];
  const blank = {
    key: freeKey(
      'item',
      items.map(({ key }) => key),
    ),
    label: { fr: '', nl: '', en: '' },
  };
  return (
    <ListEditor<Item>
      title={input.label}
      items={items}
      blank={blank}
      itemName={(index) => items[index]?.label[t.locale] || `${index + 1}`}
      onChange={(next) => onValue(next.length === 0 ? null : (next as unknown as Json))}
    >
      {(item, change) => (
        <LocalizedField label={t('input.item')} value={item.label} onChange={(label) => change({ ...item, label })} />
      )}
    </ListEditor>
  );
};

const DayControl = ({ input, value, onValue }: ControlProps) => (
  <DayInput
    label={input.label}
    presence="optional"
    value={typeof value === 'string' ? value : null}
    onChange={(day) => onValue(day)}
  />
);

const controls = {
  text: TextControl,
  localizedText: LocalizedControl,
  number: NumberControl,
  yesNo: YesNoControl,
  day: DayControl,
  choice: ChoiceControl,
  choices: ChoicesControl,
  items: ItemsControl,
} as const satisfies Partial<Record<InputWay, (props: ControlProps) => unknown>>;

interface WayProps {
  readonly label: string;
  readonly way: InputWay;
  readonly ways: readonly InputWay[];
  readonly onChoose: (way: InputWay) => void;
}

const WayField = ({ label, way, ways, onChoose }: WayProps) => {
  const t = useTexts();
  return (
    <select
      className="iris-input step-input__way"
      aria-label={t('input.wayOf', { input: label })}
      value={way}
      onChange={({ currentTarget: { value } }) => {
        const chosen = ways.find((one) => one === value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {ways.map((one) => (
        <option key={one} value={one}>
          {t(`input.way.${one}`)}
        </option>
      ))}
    </select>
  );
};

/** Values of the case that an input may hold; of what a step made, those of such steps alone. */
const namesFor = ({ name, kind }: StepInput, names: readonly NameChoice[]): readonly NameChoice[] => {
  const fitting = names.filter(({ type }) => mayHold(kind, type));
  const key = madeBy(name);
  return key === null ? fitting : thingsMade(fitting, key);
};

const NameControl = ({ input, knowledge, onChange }: InputFieldProps) => {
  const t = useTexts();
  const names = useMemo(() => namesFor(input, namesInWords(knowledge, t.locale)), [knowledge, t.locale, input]);
  const said = readSource(input.source);
  return (
    <NamePicker
      label={input.label}
      name={said.kind === 'name' ? said.name : ''}
      names={names}
      onChange={(name) => onChange(writeSource({ kind: 'name', name }))}
    />
  );
};

const FormulaControl = ({ input, knowledge, onChange }: InputFieldProps) => (
  <FeelField
    label={input.label}
    value={feelOf(readSource(input.source))}
    knowledge={knowledge}
    sample={useSample(knowledge)}
    onChange={(feel) => onChange(writeSource({ kind: 'formula', feel }))}
  />
);

/** Which way an input is said: the one that was chosen while nothing is said, or a formula for as long as somebody wants one. */
const useWay = ({ input, onChange }: InputFieldProps) => {
  const ways = waysOf[input.kind];
  const said = readSource(input.source);
  const [chosen, setChosen] = useState<InputWay>();
  const current = wayOf(said, ways);
  const way = chosen === 'formula' ? chosen : (current ?? chosen ?? ways[0] ?? 'formula');
  const choose = (next: InputWay): void => {
    setChosen(next);
    // What is said in another way has no field any more; it comes back with undo.
    if (next !== 'formula' && current !== null && current !== next) onChange('');
  };
  return { way, ways, said, choose };
};

/** Something that a step is told: always the same, a value of the case, or, one choice away, a formula. */
export const InputField = (props: InputFieldProps) => {
  const { input, onChange } = props;
  const t = useTexts();
  const { way, ways, said, choose } = useWay(props);
  // What is half typed says nothing, or may read as something else for a while: its field must not go away under the keys.
  const keep = (source: string): void => {
    choose(way);
    onChange(source);
  };
  const Control = way === 'name' || way === 'values' || way === 'formula' ? null : controls[way];
  return (
    <fieldset className="step-input">
      <legend className="task-panel__legend">
        {input.label} {!input.isRequired && <span className="iris-muted">{t('input.optional')}</span>}
      </legend>
      {input.hint !== null && <p className="task-panel__note">{input.hint}</p>}
      <WayField label={input.label} way={way} ways={ways} onChoose={choose} />
      {way === 'name' && <NameControl {...props} />}
      {way === 'values' && (
        <ValuesControl
          values={said.kind === 'values' ? said.values : []}
          knowledge={props.knowledge}
          onChange={(values) => keep(writeSource({ kind: 'values', values }))}
        />
      )}
      {way === 'formula' && <FormulaControl {...props} onChange={keep} />}
      {Control !== null && (
        <Control
          input={input}
          value={said.kind === 'constant' ? said.value : null}
          onValue={(value) => keep(value === null ? '' : writeSource({ kind: 'constant', value }))}
        />
      )}
    </fieldset>
  );
};
