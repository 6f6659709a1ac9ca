import type { Calculation, Condition, ControlElement } from '@irisflow/forms';
import { RuleCondition } from '../../conditions/RuleCondition.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import {
  calculationOf,
  operandsFor,
  canSwitch,
  operations,
  setCalculation,
  type Operation,
} from '../edit/calculations.ts';
import { useFormEditing } from '../editing.ts';
import { useElementWords } from '../use-element-words.ts';
import { Pick, Tick } from './controls.tsx';
import { useConditionNames, useRowNames } from './use-condition-names.ts';

interface PartProps<C extends Calculation> {
  readonly control: ControlElement;
  readonly calc: C;
}

type Of<Op extends Calculation['op']> = Extract<Calculation, { op: Op }>;

const useScopeOptions = () => {
  const { form } = useFormEditing();
  const words = useElementWords(form);
  return (controls: readonly ControlElement[]) =>
    controls.map((control) => ({ value: control.scope, text: words.name(control) }));
};

const SumPart = ({ control, calc }: PartProps<Of<'sum'>>) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const options = useScopeOptions();
  const { numbers, tables } = operandsFor(form, control.id);
  const table = calc.field === undefined ? undefined : tables.find(({ scope }) => scope === calc.scopes[0]);
  const write = (next: Calculation): void => edit(setCalculation(form, control.id, next));
  if (calc.field !== undefined)
    return (
      <>
        <Pick
          label={t('forms.calc.table')}
          value={calc.scopes[0] ?? ''}
          options={options(tables)}
          onChange={(scope) => {
            const start = calculationOf(form, control.id, 'sumRows', scope);
            if (start !== undefined) write(start);
          }}
        />
        <Pick
          label={t('forms.calc.column')}
          value={calc.field}
          options={options(operandsFor(form, control.id).columnsOf(table)).map(({ value, text }) => ({
            value: value.split('/').at(-1) ?? value,
            text,
          }))}
          onChange={(field) => write({ ...calc, field })}
        />
      </>
    );
  return (
    <fieldset className="panel-group">
      <legend className="plain-field__label">{t('forms.calc.sumOf')}</legend>
      {options(numbers).map(({ value, text }) => (
        <Tick
          key={value}
          label={text}
          value={calc.scopes.includes(value)}
          isDisabled={calc.scopes.length === 1 && calc.scopes[0] === value}
          onChange={(isAdded) =>
            write({
              ...calc,
              scopes: isAdded ? [...calc.scopes, value] : calc.scopes.filter((scope) => scope !== value),
            })
          }
        />
      ))}
    </fieldset>
  );
};

const DifferencePart = ({ control, calc }: PartProps<Of<'difference'>>) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const numbers = useScopeOptions()(operandsFor(form, control.id).numbers);
  return (
    <>
      <Pick
        label={t('forms.calc.from')}
        value={calc.scope}
        options={numbers}
        onChange={(scope) => edit(setCalculation(form, control.id, { ...calc, scope }))}
      />
      <Pick
        label={t('forms.calc.minus')}
        value={calc.minus}
        options={numbers}
        onChange={(minus) => edit(setCalculation(form, control.id, { ...calc, minus }))}
      />
    </>
  );
};

const OnePart = ({ control, calc }: PartProps<Of<'age'> | Of<'count'>>) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const { dates, tables } = operandsFor(form, control.id);
  const options = useScopeOptions()(calc.op === 'age' ? dates : tables);
  return (
    <Pick
      label={t(calc.op === 'age' ? 'forms.calc.date' : 'forms.calc.table')}
      value={calc.scope}
      options={options}
      onChange={(scope) => edit(setCalculation(form, control.id, { op: calc.op, scope }))}
    />
  );
};

const TestPart = ({ control, calc }: PartProps<Of<'test'>>) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const names = useConditionNames(control);
  return (
    <RuleCondition
      key={control.id}
      label={t('forms.calc.test')}
      value={calc.condition}
      names={names}
      onChange={(condition) =>
        condition !== null && edit(setCalculation(form, control.id, { ...calc, condition }), `test ${control.id}`)
      }
    />
  );
};

const CountWhere = ({ control, calc }: PartProps<Of<'count'>>) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const names = useRowNames(calc.scope);
  const write = (where: Condition | null): void =>
    edit(
      setCalculation(form, control.id, { op: 'count', scope: calc.scope, ...(where && { where }) }),
      `where ${control.id}`,
    );
  return (
    <RuleCondition
      key={calc.scope}
      label={t('forms.calc.where')}
      value={calc.where ?? null}
      names={names}
      onChange={write}
    />
  );
};

const NOTHING = '';

const operationOf = (calc: Calculation): Operation =>
  calc.op === 'sum' && calc.field !== undefined ? 'sumRows' : calc.op;

const OperationPart = ({ control, calc }: PartProps<Calculation>) => {
  if (calc.op === 'sum') return <SumPart control={control} calc={calc} />;
  if (calc.op === 'difference') return <DifferencePart control={control} calc={calc} />;
  if (calc.op === 'test') return <TestPart control={control} calc={calc} />;
  return (
    <>
      {calc.op === 'count' && <CountWhere control={control} calc={calc} />}
      <OnePart control={control} calc={calc} />
    </>
  );
};

/** How the value of a field follows from other answers. */
export const CalculationPart = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const { calc } = control.options;
  // What it looked at may have been taken away.
  const operation = calc === undefined ? NOTHING : operationOf(calc);
  return (
    <>
      <Pick<Operation | typeof NOTHING>
        label={t('forms.calc.op')}
        value={operation}
        options={[
          ...(calc === undefined ? [{ value: NOTHING, text: t('forms.calc.none') } as const] : []),
          ...operations
            .filter((one) => one === operation || canSwitch(form, control.id, one))
            .map((value) => ({ value, text: t(`forms.calc.${value}`) })),
        ]}
        onChange={(next) => {
          const start = next === NOTHING ? undefined : calculationOf(form, control.id, next);
          if (start !== undefined) edit(setCalculation(form, control.id, start));
        }}
      />
      {calc !== undefined && <OperationPart control={control} calc={calc} />}
    </>
  );
};
