import type { InstanceFilter, InstanceState } from '../api/instances.ts';
import { useVersions } from '../api/procedures.ts';
import { PlainField } from '../app/PlainField.tsx';
import { useTexts } from '../texts/use-texts.ts';

export interface InstanceFiltersProps {
  procedureKey: string;
  filter: InstanceFilter;
  onChange: (filter: InstanceFilter) => void;
}

const states = ['active', 'suspended', 'completed', 'canceled'] as const satisfies InstanceState[];

/** The filter without a part, so that "all" is the absence of a wish. */
const without = (filter: InstanceFilter, part: keyof InstanceFilter): InstanceFilter => {
  const { [part]: _, ...rest } = filter;
  return rest;
};

export const InstanceFilters = ({ procedureKey, filter, onChange }: InstanceFiltersProps) => {
  const t = useTexts();
  const versions = useVersions(procedureKey);
  return (
    <div className="form-row filters">
      <PlainField label={t('versions.version')}>
        <select
          className="iris-input"
          value={filter.version ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange(value === '' ? without(filter, 'version') : { ...filter, version: Number(value) })
          }
        >
          <option value="">{t('instance.allVersions')}</option>
          {(versions.data ?? []).map(({ version }) => (
            <option key={version}>{version}</option>
          ))}
        </select>
      </PlainField>
      <PlainField label={t('list.column.status')}>
        <select
          className="iris-input"
          value={filter.state ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const state = states.find((each) => each === value);
            onChange(state === undefined ? without(filter, 'state') : { ...filter, state });
          }}
        >
          <option value="">{t('instance.allStates')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {t(`instance.state.${state}`)}
            </option>
          ))}
        </select>
      </PlainField>
      <label className="filters__only">
        <input
          type="checkbox"
          checked={filter.incidents === true}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? { ...filter, incidents: true } : without(filter, 'incidents'))
          }
        />
        {t('instance.onlyIncidents')}
      </label>
    </div>
  );
};
