import { readCell, readValue, writeCell, writeValue, type Operand } from '@irisflow/dmn';
import type { Knowledge, ValueType } from '@irisflow/names';
import { Button } from '@irisflow/ui';
import { useState } from 'react';
import type { NameChoice } from '../conditions/choices-of-names.ts';
import type { Value } from '../conditions/condition.ts';
import { ValueField } from '../conditions/ValueField.tsx';
import { FeelField } from '../feel/FeelField.tsx';
import type { Sample } from '../names/use-sample.ts';
import { PlainField } from '../app/PlainField.tsx';
import { useTexts } from '../texts/use-texts.ts';
import '../conditions/conditions.css';
import { isCompared, pickOf, testsOf, waysOf, withWay, type Pick, type Way } from './pick.ts';

/** What an editor of a cell knows of its surroundings. */
export interface CellWorld {
  readonly names: readonly NameChoice[];
  readonly knowledge: Knowledge;
  readonly sample: Sample;
}

export interface CellEditorProps extends CellWorld {
  readonly text: string;
  readonly type: ValueType;
  readonly onChange: (text: string) => void;
}

const operandOf = (value: Value | null, type: ValueType): Operand | null => {
  switch (value?.kind) {
    case 'text':
      return { kind: 'text', text: value.text };
    case 'number':
      return { kind: 'number', text: `${value.number}` };
    case 'yesNo':
      return { kind: 'yesNo', isYes: value.isYes };
    case 'day':
      return { kind: 'day', day: value.day };
    case 'today':
      return { kind: 'expression', text: 'today()' };
    case 'name':
      if (value.name === '') return null;
      return { kind: 'expression', text: type.kind === 'date' ? `date(${value.name})` : value.name };
    default:
      return null;
  }
};

const path = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/** Undefined for what no field shows. */
const valueOf = (operand: Operand | null): Value | null | undefined => {
  switch (operand?.kind) {
    case 'text':
      return { kind: 'text', text: operand.text };
    case 'number':
      return { kind: 'number', number: Number(operand.text) };
    case 'yesNo':
      return { kind: 'yesNo', isYes: operand.isYes };
    case 'day':
      return { kind: 'day', day: operand.day };
    case 'expression':
      if (operand.text === 'today()') return { kind: 'today' };
      return path.test(operand.text) ? { kind: 'name', name: operand.text } : undefined;
    case 'nothing':
      return undefined;
    default:
      return null;
  }
};

const operandsIn = (pick: Pick): readonly (Operand | null)[] => {
  if ('values' in pick) return pick.values;
  if ('value' in pick) return [pick.value];
  return 'from' in pick ? [pick.from, pick.to] : [];
};

/** Whether fields can show all of it without losing anything. */
const canBeShown = (pick: Pick, type: ValueType): boolean =>
  waysOf(type).includes(pick.way) && operandsIn(pick).every((operand) => valueOf(operand) !== undefined);

const pickIn = (text: string, type: ValueType): Pick | null => {
  const tests = readCell(text);
  const pick = tests === null ? null : pickOf(tests);
  return pick !== null && canBeShown(pick, type) ? pick : null;
};

interface OneProps {
  readonly label: string;
  readonly operand: Operand | null;
  readonly type: ValueType;
  readonly names: readonly NameChoice[];
  readonly onChange: (operand: Operand | null) => void;
}

const OneOperand = ({ label, operand, type, names, onChange }: OneProps) => (
  <fieldset className="cell-editor__value">
    <legend className="plain-field__label">{label}</legend>
    <ValueField
      operator="is"
      type={type}
      value={valueOf(operand) ?? null}
      names={names}
      onChange={(value) => onChange(operandOf(value, type))}
    />
  </fieldset>
);

const isPlain = (operand: Operand): operand is Extract<Operand, { kind: 'text' | 'number' }> =>
  operand.kind === 'text' || operand.kind === 'number';

interface ManyProps {
  readonly values: readonly Operand[];
  readonly type: ValueType;
  readonly onChange: (values: readonly Operand[]) => void;
}

/** Several values: boxes for a list, one line each for texts and numbers. */
const ManyOperands = ({ values, type, onChange }: ManyProps) => {
  const constants = values.filter(isPlain).map((one) => (one.kind === 'number' ? Number(one.text) : one.text));
  const change = (value: Value | null): void => {
    if (value?.kind !== 'choices') return;
    onChange(
      value.choices.map((one): Operand => {
        const number = typeof one === 'number' ? one : type.kind === 'number' ? Number(one.replace(',', '.')) : NaN;
        return Number.isFinite(number) ? { kind: 'number', text: `${number}` } : { kind: 'text', text: `${one}` };
      }),
    );
  };
  return (
    <ValueField
      operator="isOneOf"
      type={type}
      value={{ kind: 'choices', choices: constants }}
      names={[]}
      onChange={change}
    />
  );
};

interface FieldsProps {
  readonly pick: Pick;
  readonly type: ValueType;
  readonly names: readonly NameChoice[];
  readonly onChange: (pick: Pick) => void;
}

/** Lists are for values that one chooses or types; yes, a day or an amount is one. */
const takesMany = (pick: Extract<Pick, { way: 'is' | 'isNot' }>, type: ValueType): boolean =>
  pick.values.every(isPlain) && (pick.values.length > 1 || type.kind === 'choice' || type.kind === 'text');

const SpanFields = ({
  pick,
  type,
  names,
  onChange,
}: FieldsProps & { readonly pick: Extract<Pick, { way: 'between' }> }) => {
  const t = useTexts();
  return (
    <>
      {(['from', 'to'] as const).map((end) => {
        const has = end === 'from' ? 'hasFrom' : 'hasTo';
        return (
          <div key={end} className="cell-editor__end">
            <OneOperand
              label={t(`decision.${end}`)}
              operand={pick[end]}
              type={type}
              names={names}
              onChange={(operand) => onChange({ ...pick, [end]: operand })}
            />
            <label className="cell-editor__included">
              <input
                type="checkbox"
                checked={pick[has]}
                onChange={(event) => onChange({ ...pick, [has]: event.currentTarget.checked })}
              />
              {t('decision.included')}
            </label>
          </div>
        );
      })}
    </>
  );
};

const WayFields = ({ pick, type, names, onChange }: FieldsProps) => {
  const t = useTexts();
  if (pick.way === 'between') return <SpanFields pick={pick} type={type} names={names} onChange={onChange} />;
  if (pick.way === 'is' || pick.way === 'isNot')
    return takesMany(pick, type) ? (
      <ManyOperands values={pick.values} type={type} onChange={(values) => onChange({ ...pick, values })} />
    ) : (
      <OneOperand
        label={t('condition.value')}
        operand={pick.values[0] ?? null}
        type={type}
        names={names}
        onChange={(operand) => onChange({ ...pick, values: operand === null ? [] : [operand] })}
      />
    );
  return 'value' in pick ? (
    <OneOperand
      label={t('condition.value')}
      operand={pick.value}
      type={type}
      names={names}
      onChange={(value) => onChange({ ...pick, value })}
    />
  ) : null;
};

/** One cell of conditions: how it takes a value and which, by type; FEEL one click away. */
export const ConditionCell = ({ text, type, names, knowledge, sample, onChange }: CellEditorProps) => {
  const t = useTexts();
  const [kept, setKept] = useState(() => ({ text, pick: pickIn(text, type) }));
  const pick = kept.text === text ? kept.pick : pickIn(text, type);
  const [isFeel, setFeel] = useState(pick === null);
  const change = (next: Pick): void => {
    const tests = testsOf(next);
    const written = tests === null ? text : writeCell(tests);
    setKept({ text: written, pick: next });
    if (written !== text) onChange(written);
  };
  const offered = waysOf(type);
  const wayKey = (way: Way) =>
    type.kind === 'date' && (isCompared(way) || way === 'between')
      ? (`decision.way.${way}.date` as const)
      : (`decision.way.${way}` as const);
  return (
    <div className="cell-editor">
      {isFeel || pick === null ? (
        <FeelField
          label={t('decision.feelCell')}
          hint={t('decision.feelCellHint')}
          value={text}
          knowledge={knowledge}
          sample={sample}
          syntax="unary-tests"
          onChange={onChange}
        />
      ) : (
        <>
          <PlainField label={t('decision.way')}>
            <select
              className="iris-input"
              value={pick.way}
              onChange={(event) => {
                const way = offered.find((one) => one === event.currentTarget.value);
                if (way !== undefined) change(withWay(pick, way));
              }}
            >
              {offered.map((way) => (
                <option key={way} value={way}>
                  {t(wayKey(way))}
                </option>
              ))}
            </select>
          </PlainField>
          <WayFields pick={pick} type={type} names={names} onChange={change} />
          {testsOf(pick) === null && <output className="condition__problem">{t('decision.incomplete')}</output>}
        </>
      )}
      {pick === null ? (
        <p className="condition__note">{t('decision.onlyFeel')}</p>
      ) : (
        <Button tone="quiet" size="small" onClick={() => setFeel(!isFeel)}>
          {t(isFeel ? 'condition.inWords' : 'condition.inFeel')}
        </Button>
      )}
    </div>
  );
};

/** One cell of results: a value of the type, a name, or FEEL. */
export const ResultCell = ({ text, type, names, knowledge, sample, onChange }: CellEditorProps) => {
  const t = useTexts();
  const operand = text === 'null' ? null : readValue(text);
  const value = text.trim() === '' || text === 'null' ? null : valueOf(operand);
  const canShow = value !== undefined && (operand !== null || value === null) && text.trim() !== '?';
  const [isFeel, setFeel] = useState(!canShow);
  return (
    <div className="cell-editor">
      {isFeel || !canShow ? (
        <FeelField
          label={t('decision.feelResult')}
          value={text}
          knowledge={knowledge}
          sample={sample}
          onChange={onChange}
        />
      ) : (
        <ValueField
          operator="is"
          type={type}
          value={value}
          names={names}
          onChange={(next) => {
            const written = operandOf(next, type);
            if (next === null || written !== null) onChange(written === null ? 'null' : writeValue(written));
          }}
        />
      )}
      {canShow ? (
        <Button tone="quiet" size="small" onClick={() => setFeel(!isFeel)}>
          {t(isFeel ? 'condition.inWords' : 'condition.inFeel')}
        </Button>
      ) : (
        <p className="condition__note">{t('decision.onlyFeel')}</p>
      )}
    </div>
  );
};
