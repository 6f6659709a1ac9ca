import type { RightSourceView } from '@irisflow/client';
import { Button, Select } from '@irisflow/ui';
import { useState } from 'react';
import { useRightSources } from '../api/right-sources.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { ProcedureSource } from './procedure-file.ts';

const unsaid = { fr: '', nl: '', en: '' };

/** What its administration says of it; why the procedure asks is for the analyst to say. */
const sourceOf = ({ key, name, fields, authorization }: RightSourceView): ProcedureSource => ({
  key,
  name,
  what: name,
  purpose: unsaid,
  legalBasis: authorization,
  fields: fields.map((field) => field.name),
});

interface OfferedRightsProps {
  readonly sources: readonly ProcedureSource[];
  readonly onAdd: (source: ProcedureSource) => void;
}

/** Rights of administrations of the platform that the procedure does not ask for yet; nothing where there are none. */
export const OfferedRights = ({ sources, onAdd }: OfferedRightsProps) => {
  const t = useTexts();
  const { data = [] } = useRightSources();
  const [chosen, choose] = useState<string>();
  const offered = data.filter(({ key, standing }) => standing === 'open' && sources.every((one) => one.key !== key));
  const found = offered.find(({ key }) => key === chosen) ?? offered[0];
  if (found === undefined) return null;
  const options = offered.map(({ key, name, administration }) => ({
    value: key,
    label: `${name[t.locale]} (${administration.name[t.locale]})`,
  }));
  return (
    <div className="iris-stack iris-stack--tight">
      <Select
        id="offered-right"
        label={t('settings.offeredRight')}
        hint={t('settings.offeredRightHint')}
        options={options}
        value={found.key}
        onChange={choose}
      />
      <div>
        <Button tone="secondary" size="small" icon="plus" onClick={() => onAdd(sourceOf(found))}>
          {t('settings.offeredRightAdd')}
        </Button>
      </div>
    </div>
  );
};
