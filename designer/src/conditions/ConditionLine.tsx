import { nearestName, type ValueType } from '@irisflow/names';
import { useId } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { isUnary, type ConditionTarget, type Line, type Operator, type Value } from './condition.ts';
import { operatorsOf, type NameChoice } from './choices-of-names.ts';
import { NamePicker } from './NamePicker.tsx';
import { operatorKey } from './say-condition.ts';
import { ValueField } from './ValueField.tsx';

const unknown: ValueType = { kind: 'unknown' };

interface LineProps {
  line: Line;
  names: readonly NameChoice[];
  target: ConditionTarget;
  onChange: (line: Line) => void;
}

/** What is kept of a line when another name is chosen: an operator that fits its type too, and no value of another kind. */
const renamed = (line: Line, name: string, type: ValueType): Line => {
  const fitting = operatorsOf(type);
  const operator = fitting.includes(line.operator) ? line.operator : (fitting[0] ?? 'is');
  const value = type.kind === 'yesNo' && !isUnary(operator) ? ({ kind: 'yesNo', isYes: true } as const) : null;
  return { ...line, name, operator, value };
};

const asMany = (value: Value | null): Value => {
  if (value?.kind === 'choices') return value;
  const one = value?.kind === 'text' ? value.text : value?.kind === 'number' ? value.number : null;
  return { kind: 'choices', choices: one === null ? [] : [one] };
};

const asOne = (value: Value | null): Value | null => {
  if (value?.kind !== 'choices') return value;
  const [first] = value.choices;
  if (first === undefined) return null;
  return typeof first === 'number' ? { kind: 'number', number: first } : { kind: 'text', text: first };
};

const withOperator = (line: Line, operator: Operator): Line => {
  if (isUnary(operator)) return { ...line, operator, value: null };
  const takesMany = operator === 'isOneOf' || operator === 'isNoneOf';
  return { ...line, operator, value: takesMany ? asMany(line.value) : asOne(line.value) };
};

const UnknownName = ({ id, line, names, onChange }: Omit<LineProps, 'target'> & { id: string }) => {
  const t = useTexts();
  const near = nearestName(
    line.name,
    names.map(({ name }) => name),
  );
  const meant = names.find(({ name }) => name === near);
  return (
    <p id={id} className="condition__problem">
      {t('condition.unknownName', { name: line.name })}{' '}
      {meant !== undefined && (
        <button type="button" className="condition__meant" onClick={() => onChange({ ...line, name: meant.name })}>
          {t('condition.didYouMean', { name: meant.label })}
        </button>
      )}
    </p>
  );
};

/** One line of a condition: a name, how it is compared, with what. */
export const ConditionLine = ({ line, names, target, onChange }: LineProps) => {
  const t = useTexts();
  const problemId = useId();
  const chosen = names.find(({ name }) => name === line.name);
  const type = chosen?.type ?? unknown;
  const fitting = operatorsOf(type);
  const offered = fitting.includes(line.operator) ? fitting : [line.operator, ...fitting];
  const isUnknown = line.name !== '' && chosen === undefined;
  return (
    <div className="condition__line">
      <NamePicker
        name={line.name}
        label={t('condition.name')}
        names={names}
        describedBy={isUnknown ? problemId : undefined}
        onChange={(name) => onChange(renamed(line, name, names.find((known) => known.name === name)?.type ?? unknown))}
      />
      {line.name !== '' && (
        <select
          className="iris-input condition__operator"
          aria-label={t('condition.operator')}
          value={line.operator}
          onChange={(event) => {
            const operator = offered.find((known) => known === event.currentTarget.value);
            if (operator !== undefined) onChange(withOperator(line, operator));
          }}
        >
          {offered.map((operator) => (
            <option key={operator} value={operator}>
              {t(operatorKey(operator, type))}
            </option>
          ))}
        </select>
      )}
      {line.name !== '' && !isUnary(line.operator) && (
        <ValueField
          operator={line.operator}
          type={type}
          value={line.value}
          names={target === 'feel' ? names.filter(({ name }) => name !== line.name) : []}
          onChange={(value) => onChange({ ...line, value })}
        />
      )}
      {isUnknown && <UnknownName id={problemId} line={line} names={names} onChange={onChange} />}
    </div>
  );
};
