import type { Locale } from '@irisflow/client';
import type { Choice, ValueType } from '@irisflow/names';
import { useState } from 'react';
import { DayInput } from '../app/DayInput.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { NameChoice } from './choices-of-names.ts';
import type { Operator, Value } from './condition.ts';
import { NamePicker } from './NamePicker.tsx';

interface ValueProps {
  type: ValueType;
  value: Value | null;
  onChange: (value: Value | null) => void;
}

interface ChoiceProps {
  choices: readonly Choice[];
  value: Value | null;
  onChange: (value: Value | null) => void;
}

const constantOf = (value: Value | null): string | number | null => {
  if (value?.kind === 'text') return value.text;
  return value?.kind === 'number' ? value.number : null;
};

const valueOf = (constant: Choice['value']): Value => {
  if (typeof constant === 'number') return { kind: 'number', number: constant };
  return typeof constant === 'boolean' ? { kind: 'yesNo', isYes: constant } : { kind: 'text', text: constant };
};

/** One of the options of a field; a value that is none of them is shown, and said to be none. */
const ChoiceField = ({ choices, value, onChange }: ChoiceProps) => {
  const t = useTexts();
  const constant = constantOf(value);
  const isKnown = constant === null || choices.some((choice) => choice.value === constant);
  return (
    <select
      className="iris-input"
      aria-label={t('condition.value')}
      aria-invalid={!isKnown || undefined}
      value={constant === null ? '' : `${constant}`}
      onChange={(event) => {
        const chosen = choices.find((choice) => `${choice.value}` === event.currentTarget.value);
        onChange(chosen === undefined ? null : valueOf(chosen.value));
      }}
    >
      <option value="">{t('condition.chooseValue')}</option>
      {!isKnown && <option value={`${constant}`}>{t('condition.noOption', { value: `${constant}` })}</option>}
      {choices.map((choice) => (
        <option key={`${choice.value}`} value={`${choice.value}`}>
          {choice.label[t.locale]}
        </option>
      ))}
    </select>
  );
};

const chosenIn = (value: Value | null): readonly (string | number)[] =>
  value?.kind === 'choices' ? value.choices : [];

const ChoicesField = ({ choices, value, onChange }: ChoiceProps) => {
  const t = useTexts();
  const chosen = chosenIn(value);
  const strange = chosen.filter((one) => !choices.some((choice) => choice.value === one));
  const all = [
    ...choices.flatMap(({ value: one, label }) => (typeof one === 'boolean' ? [] : [{ one, label: label[t.locale] }])),
    ...strange.map((one) => ({ one, label: t('condition.noOption', { value: `${one}` }) })),
  ];
  return (
    <fieldset className="condition__choices">
      <legend className="iris-visually-hidden">{t('condition.values')}</legend>
      {all.map(({ one, label }) => (
        <label key={`${one}`}>
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={(event) => {
              const isChosen = event.currentTarget.checked;
              const next = all
                .map((each) => each.one)
                .filter((each) => (each === one ? isChosen : chosen.includes(each)));
              onChange({ kind: 'choices', choices: next });
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
};

/** Texts one beneath the other: a text may have any sign in it. */
const LinesField = ({ value, onChange }: Omit<ValueProps, 'type'>) => {
  const t = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const kept = chosenIn(value);
  return (
    <textarea
      className="iris-input"
      aria-label={t('condition.valuesOnLines')}
      placeholder={t('condition.valuesOnLines')}
      rows={3}
      value={typed ?? kept.join('\n')}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const numbers = new Map(kept.map((one) => [`${one}`, one]));
        const lines = text.split('\n').map((line) => line.trim());
        onChange({
          kind: 'choices',
          choices: lines.filter((line) => line !== '').map((line) => numbers.get(line) ?? line),
        });
      }}
      onBlur={() => setTyped(null)}
    />
  );
};

const numberIn = (text: string): number | null => {
  const number = Number(text.replaceAll(/[\s\u202F\u00A0]/g, '').replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(number) ? null : number;
};

/** With every digit: what is shown is what is compared. */
const written = (number: number, locale: Locale): string =>
  locale === 'en' ? `${number}` : `${number}`.replace('.', ',');

const NumberInput = ({ type, value, onChange }: ValueProps) => {
  const t = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value?.kind === 'number' ? written(value.number, t.locale) : '');
  const isWrong = text.trim() !== '' && numberIn(text) === null;
  return (
    <span className="condition__number">
      <input
        className="iris-input"
        inputMode="decimal"
        aria-label={t('condition.value')}
        aria-invalid={isWrong || undefined}
        value={text}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          const read = numberIn(next);
          onChange(read === null ? null : { kind: 'number', number: read });
        }}
        onBlur={() => {
          if (!isWrong) setTyped(null);
        }}
      />
      {type.kind === 'number' && type.isMoney && <span aria-hidden="true">€</span>}
      {isWrong && <span className="condition__problem">{t('condition.noNumber')}</span>}
    </span>
  );
};

const YesNoField = ({ value, onChange }: Omit<ValueProps, 'type'>) => {
  const t = useTexts();
  return (
    <select
      className="iris-input"
      aria-label={t('condition.value')}
      value={value?.kind === 'yesNo' ? (value.isYes ? 'yes' : 'no') : ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(chosen === '' ? null : { kind: 'yesNo', isYes: chosen === 'yes' });
      }}
    >
      <option value="">{t('condition.chooseValue')}</option>
      <option value="yes">{t('condition.yes')}</option>
      <option value="no">{t('condition.no')}</option>
    </select>
  );
};

const TextInput = ({ value, onChange }: Omit<ValueProps, 'type'>) => {
  const t = useTexts();
  return (
    <input
      className="iris-input"
      aria-label={t('condition.value')}
      value={value?.kind === 'text' ? value.text : ''}
      onChange={(event) => onChange({ kind: 'text', text: event.currentTarget.value })}
    />
  );
};

type Kind = Exclude<Value['kind'], 'choices'>;

const kindsOf = (type: ValueType, canBeName: boolean): readonly Kind[] => {
  const name: readonly Kind[] = canBeName ? ['name'] : [];
  switch (type.kind) {
    case 'date':
      return ['day', 'today'];
    case 'number':
      return ['number', ...name];
    case 'yesNo':
      return ['yesNo', ...name];
    case 'text':
    case 'choice':
      return ['text', ...name];
    default:
      return ['text', 'number', 'yesNo', 'day', 'today', ...name];
  }
};

const blankOf = (kind: Kind): Value | null => {
  if (kind === 'today') return { kind };
  return kind === 'name' ? { kind, name: '' } : null;
};

interface ByKindProps extends ValueProps {
  kind: Kind;
  names: readonly NameChoice[];
}

const ByKind = ({ kind, type, value, names, onChange }: ByKindProps) => {
  const t = useTexts();
  switch (kind) {
    case 'number':
      return <NumberInput type={type} value={value} onChange={onChange} />;
    case 'yesNo':
      return <YesNoField value={value} onChange={onChange} />;
    case 'day':
      return (
        <DayInput
          label={t('condition.value')}
          value={value?.kind === 'day' ? value.day : null}
          presence="optional"
          onChange={(day) => onChange(day === null ? null : { kind: 'day', day })}
        />
      );
    case 'today':
      return null;
    case 'name':
      return (
        <NamePicker
          name={value?.kind === 'name' ? value.name : ''}
          label={t('condition.otherName')}
          names={names}
          onChange={(name) => onChange({ kind: 'name', name })}
        />
      );
    case 'text':
      return type.kind === 'choice' ? (
        <ChoiceField choices={type.choices} value={value} onChange={onChange} />
      ) : (
        <TextInput value={value} onChange={onChange} />
      );
  }
};

interface KindProps {
  kind: Kind;
  offered: readonly Kind[];
  onChoose: (kind: Kind) => void;
}

const KindField = ({ kind, offered, onChoose }: KindProps) => {
  const t = useTexts();
  return (
    <select
      className="iris-input condition__kind"
      aria-label={t('condition.kind')}
      value={kind}
      onChange={(event) => {
        const chosen = offered.find((one) => one === event.currentTarget.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {offered.map((one) => (
        <option key={one} value={one}>
          {t(`condition.kind.${one}`)}
        </option>
      ))}
    </select>
  );
};

/** As what a value is asked for; options of a field may be numbers, and are chosen like any other. */
const kindOfValue = (value: Value | null, type: ValueType): Kind | null => {
  if (value === null || value.kind === 'choices') return null;
  return type.kind === 'choice' && value.kind === 'number' ? 'text' : value.kind;
};

interface ValueFieldProps extends ValueProps {
  /** Names that it may be compared with; none where only values may be. */
  names: readonly NameChoice[];
}

const OneValue = ({ type, value, names, onChange }: ValueFieldProps) => {
  const kinds = kindsOf(type, names.length > 0);
  const [asked, setAsked] = useState<Kind | null>(null);
  const wanted = asked !== null && kinds.includes(asked) ? asked : kinds[0];
  const kind = kindOfValue(value, type) ?? wanted ?? 'text';
  const offered = kinds.includes(kind) ? kinds : [kind, ...kinds];
  const choose = (chosen: Kind): void => {
    setAsked(chosen);
    onChange(blankOf(chosen));
  };
  return (
    <span className="condition__value">
      {offered.length > 1 && <KindField kind={kind} offered={offered} onChoose={choose} />}
      <ByKind kind={kind} type={type} value={value} names={names} onChange={onChange} />
    </span>
  );
};

/** The value of a line, asked for by its type: an option, a day, an amount, a text, yes or no, or another name. */
export const ValueField = ({ operator, type: whole, ...field }: ValueFieldProps & { operator: Operator }) => {
  const type = whole.kind === 'list' ? whole.of : whole;
  if (operator !== 'isOneOf' && operator !== 'isNoneOf') return <OneValue type={type} {...field} />;
  return type.kind === 'choice' ? (
    <ChoicesField choices={type.choices} value={field.value} onChange={field.onChange} />
  ) : (
    <LinesField value={field.value} onChange={field.onChange} />
  );
};
