import { todayInBrussels } from '@irisflow/renderer';
import { AppLink, Button, useFormatters } from '@irisflow/ui';
import { NameSelect } from '../app/NameSelect.tsx';
import { isCurrent, type Parameter } from '../parameters/parameter-file.ts';
import { parametersPath } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { workspacePaths } from '../workspace/paths.ts';
import { controlId } from '../workspace/problem-places.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { writeJson } from '../workspace/draft-json.ts';
import { patchJson } from '../workspace/patch-json.ts';
import { parsedFile } from '../workspace/name-choices.ts';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import type { QuotaPartProps } from './quota-file.ts';

const today = (): string => todayInBrussels(new Date());

const parametersIn = (files: ReadonlyMap<string, string>): Parameter[] => {
  const list = parsedFile(files, parametersPath);
  return Array.isArray(list) ? (list as Parameter[]) : [];
};

/** How many places there are by the days of a parameter, in words. */
const Values = ({ parameter, procedureKey }: { parameter: Parameter; procedureKey: string }) => {
  const t = useTexts();
  const { date } = useFormatters();
  return (
    <div className="iris-stack iris-stack--tight">
      <ul className="quota-values">
        {(parameter.values ?? []).map(({ value, validFrom, validTo, legalRef }) => (
          <li key={validFrom}>
            {validTo === null
              ? t('quota.valueFrom', { count: value, from: date(validFrom) })
              : t('quota.valueBetween', { count: value, from: date(validFrom), to: date(validTo) })}
            {legalRef !== '' && ` (${legalRef})`}
            {isCurrent({ value, validFrom, validTo, legalRef }, today()) && ` – ${t('quota.valueNow')}`}
          </li>
        ))}
      </ul>
      <p>
        <AppLink href={workspacePaths(procedureKey).file(parametersPath)}>{t('quota.toParameters')}</AppLink>
      </p>
    </div>
  );
};

interface NewCeilingProps {
  /** The name that the quota gives it already, or that it gets. */
  name: string;
  label: Parameter['label'];
  onAdd: () => void;
}

/** A ceiling that is no parameter yet becomes one. */
const NewCeiling = ({ name, label, onAdd }: NewCeilingProps) => {
  const t = useTexts();
  const { store, state } = useDraft();
  const add = (): void => {
    const blank: Parameter = {
      key: name,
      label,
      unit: t('quota.unit'),
      values: [{ value: 0, validFrom: today(), validTo: null, legalRef: '' }],
    };
    const text = state.files.get(parametersPath);
    const list = [...parametersIn(state.files), blank];
    store.change(parametersPath, text === undefined ? writeJson(list) : patchJson(text, list));
    onAdd();
  };
  return (
    <div>
      <Button tone="secondary" size="small" icon="plus" onClick={add}>
        {t('quota.newCeiling')}
      </Button>
    </div>
  );
};

/** Which parameter says how many places there are. */
export const QuotaCeiling = ({ quota, change, problemAt, procedureKey }: QuotaPartProps & { procedureKey: string }) => {
  const t = useTexts();
  const choices = useNameChoices('parameter');
  const { files } = useDraft().state;
  const parameter = parametersIn(files).find(({ key }) => key === quota.ceiling);
  const name = quota.ceiling || `quota.${quota.key}`;
  return (
    <>
      <NameSelect
        id={controlId('/ceiling')}
        label={t('quota.ceiling')}
        hint={t('quota.ceilingHint')}
        choices={choices}
        value={quota.ceiling}
        error={problemAt('/ceiling')}
        onChange={(ceiling) => change({ ceiling: ceiling ?? '' })}
      />
      {parameter === undefined ? (
        <NewCeiling name={name} label={quota.name} onAdd={() => change({ ceiling: name })} />
      ) : (
        <Values parameter={parameter} procedureKey={procedureKey} />
      )}
    </>
  );
};
