import type { ProcedureVersion } from '@irisflow/client';
import { CheckboxGroup, Select } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';

export interface ChosenVersions {
  readonly from: readonly number[];
  readonly to: number | undefined;
}

export interface ChooseVersionsProps {
  readonly versions: readonly ProcedureVersion[];
  readonly chosen: ChosenVersions;
  readonly onChange: (chosen: ChosenVersions) => void;
}

/** Versions that may take cases over: one that waits for a second person does not. */
export const possibleTargets = (versions: readonly ProcedureVersion[]): readonly ProcedureVersion[] =>
  versions.filter(({ approval }) => approval?.state !== 'waiting');

/** Whose cases move, and to which version. */
export const ChooseVersions = ({ versions, chosen, onChange }: ChooseVersionsProps) => {
  const t = useTexts();
  const { from, to } = chosen;
  const choose = (next: number | undefined): void => {
    onChange({ from: from.filter((version) => version !== next), to: next });
  };
  return (
    <div className="iris-stack">
      <Select
        id="move-to"
        label={t('move.to')}
        options={possibleTargets(versions).map(({ version, note }) => ({
          value: String(version),
          label: `${version} · ${note}`,
        }))}
        value={to === undefined ? undefined : String(to)}
        onChange={(value) => choose(value === undefined ? undefined : Number(value))}
      />
      <CheckboxGroup
        id="move-from"
        label={t('move.from')}
        options={versions
          .filter(({ version, running }) => running > 0 && version !== to)
          .map(({ version, running }) => ({
            value: String(version),
            label: t.plural('effect.running', running, { version }),
          }))}
        value={from.map(String)}
        onChange={(values) => onChange({ to, from: values.map(Number) })}
      />
    </div>
  );
};
