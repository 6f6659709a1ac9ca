import { targetOf } from '@irisflow/names';
import { todayInBrussels } from '@irisflow/renderer';
import { Button, Notice, PageHeading, StatusTag, TextField, useFormatters, VisuallyHidden } from '@irisflow/ui';
import { DayInput } from '../app/DayInput.tsx';
import { HistoryTools } from '../app/HistoryTools.tsx';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NumberSetting } from '../app/NumberSetting.tsx';
import { ToolButton } from '../app/ToolButton.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftJson } from '../workspace/use-draft-json.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { FileFailure } from '../workspace/FileFailure.tsx';
import { addDatedValue, coverageProblems, isCurrent, type DatedValue, type Parameter } from './parameter-file.ts';
import { ParameterTimeline } from './ParameterTimeline.tsx';
import './parameters.css';

const today = (): string => todayInBrussels(new Date());

interface ValueRowProps {
  id: string;
  name: string;
  value: DatedValue;
  onChange: (value: DatedValue) => void;
  onRemove: () => void;
}

const ValueRow = ({ id, name, value, onChange, onRemove }: ValueRowProps) => {
  const t = useTexts();
  const { date } = useFormatters();
  const label = (column: string): string => `${name}, ${column}, ${date(value.validFrom)}`;
  return (
    <tr>
      <td>
        <NumberSetting
          id={`${id}-value`}
          inputMode="decimal"
          label={<VisuallyHidden>{label(t('parameter.value'))}</VisuallyHidden>}
          value={value.value}
          onChange={(amount) => onChange({ ...value, value: amount })}
        />
      </td>
      <td>
        <DayInput
          label={label(t('parameter.from'))}
          presence="required"
          value={value.validFrom}
          onChange={(day) => day !== null && onChange({ ...value, validFrom: day })}
        />
      </td>
      <td>
        <DayInput
          label={label(t('parameter.to'))}
          presence="optional"
          value={value.validTo}
          onChange={(validTo) => onChange({ ...value, validTo })}
        />
      </td>
      <td>
        <input
          className="iris-input"
          aria-label={label(t('settings.legalRef'))}
          value={value.legalRef}
          onChange={(event) => onChange({ ...value, legalRef: event.currentTarget.value })}
        />
      </td>
      <td>{isCurrent(value, today()) && <StatusTag tone="success">{t('parameter.current')}</StatusTag>}</td>
      <td>
        <ToolButton icon="trash" label={t('item.remove', { name: label(t('parameter.value')) })} onClick={onRemove} />
      </td>
    </tr>
  );
};

interface ValuesProps {
  id: string;
  parameter: Parameter;
  onChange: (parameter: Parameter) => void;
}

const Values = ({ id, parameter, onChange }: ValuesProps) => {
  const t = useTexts();
  const name = parameter.label[t.locale] || parameter.key;
  const problems = coverageProblems(parameter.values);
  const last = parameter.values.at(-1);
  const next: DatedValue = { value: last?.value ?? 0, validFrom: today(), validTo: null, legalRef: '' };
  const setValues = (values: DatedValue[]): void => onChange({ ...parameter, values });
  return (
    <>
      <ParameterTimeline parameter={parameter} name={name} today={today()} />
      <div className="iris-table-wrap">
        <table className="parameter-values">
          <caption className="iris-visually-hidden">{name}</caption>
          <thead>
            <tr>
              <th scope="col">
                {t('parameter.value')} ({parameter.unit})
              </th>
              <th scope="col">{t('parameter.from')}</th>
              <th scope="col">{t('parameter.to')}</th>
              <th scope="col">{t('settings.legalRef')}</th>
              <th scope="col">{t('parameter.state')}</th>
              <th scope="col">
                <span className="iris-visually-hidden">{t('parameter.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {parameter.values.map((value, index) => (
              <ValueRow
                // Dates change while they are typed, so the place is the identity.
                // oxlint-disable-next-line react/no-array-index-key
                key={index}
                id={`${id}-${index}`}
                name={name}
                value={value}
                onChange={(changed) => setValues(parameter.values.toSpliced(index, 1, changed))}
                onRemove={() => setValues(parameter.values.toSpliced(index, 1))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {problems.map((problem) => (
        <Notice key={problem} tone="warning" title={t(`parameter.${problem}`)} />
      ))}
      <Button tone="quiet" size="small" icon="plus" onClick={() => onChange(addDatedValue(parameter, next))}>
        {t('parameter.addValue')}
      </Button>
    </>
  );
};

/** The dated amounts that decisions read. */
export const ParametersEditor = ({ path }: EditorProps) => {
  const t = useTexts();
  const { reading, change, history } = useDraftJson<Parameter[]>(path);
  if (!reading.ok || !Array.isArray(reading.value))
    return (
      <FileFailure path={path} {...(reading.ok ? { reason: t('parameter.noList') } : { failure: reading.failure })} />
    );
  const parameters = reading.value;
  const nameOf = (index: number): string =>
    parameters[index]?.label[t.locale] || parameters[index]?.key || `${index + 1}`;
  return (
    <div className="editor-page">
      <PageHeading
        title={t('rail.parametersFile')}
        lead={t('parameter.lead')}
        actions={<HistoryTools history={history} />}
      />
      <ListEditor
        title={t('rail.parameters')}
        items={parameters}
        blank={{ key: '', label: { fr: '', nl: '', en: '' }, unit: 'EUR', values: [] }}
        itemName={nameOf}
        namedBy={({ key }, index) => ({
          question: { kind: 'usages', targets: key === '' ? [] : [targetOf.parameter(key)] },
          path,
          pointer: `/${index}`,
        })}
        onChange={change}
      >
        {(parameter, changeParameter, index) => (
          <div className="iris-stack iris-stack--tight">
            <LocalizedField
              label={t('parameter.label')}
              value={parameter.label}
              onChange={(label) => changeParameter({ ...parameter, label })}
            />
            <div className="form-row">
              <TextField
                id={`parameter-key-${index}`}
                code
                label={t('settings.key')}
                hint={t('parameter.keyHint')}
                value={parameter.key}
                onChange={(key) => changeParameter({ ...parameter, key })}
              />
              <TextField
                id={`parameter-unit-${index}`}
                size="10"
                label={t('parameter.unit')}
                value={parameter.unit}
                onChange={(unit) => changeParameter({ ...parameter, unit })}
              />
            </div>
            <Values id={`parameter-${index}`} parameter={parameter} onChange={changeParameter} />
          </div>
        )}
      </ListEditor>
    </div>
  );
};
