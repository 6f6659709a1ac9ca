import { caseStatuses, type LocalizedText } from '@irisflow/client';
import { Select, TextField } from '@irisflow/ui';
import { NameChecks } from '../app/NameChecks.tsx';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useMemo } from 'react';
import { useDraft } from '../workspace/draft-context.ts';
import type { NameChoice } from '../workspace/name-choices.ts';
import { stepChoices } from './step-choices.ts';
import type { OwnStatus, SettingsPartProps } from './procedure-file.ts';
import { namedInSettings } from './named-in-settings.ts';

const blank: LocalizedText = { fr: '', nl: '', en: '' };

interface StatusProps {
  readonly status: OwnStatus;
  readonly change: (status: OwnStatus) => void;
  readonly index: number;
  /** Every step of the process that has a name here. */
  readonly steps: readonly NameChoice[];
}

/** Empty takes the steps away: the status then holds as long as the case is within. */
const withSteps = (status: OwnStatus, at: string[]): OwnStatus => {
  const { at: _, ...rest } = status;
  return at.length === 0 ? rest : { ...rest, at };
};

const Status = ({ status, change, index, steps }: StatusProps) => {
  const t = useTexts();
  return (
    <div className="iris-stack iris-stack--tight">
      <LocalizedField
        label={t('settings.status.internal')}
        value={status.internal}
        onChange={(internal) => change({ ...status, internal })}
      />
      <LocalizedField
        label={t('settings.status.public')}
        value={status.public}
        onChange={(words) => change({ ...status, public: words })}
      />
      <div className="form-row">
        <TextField
          id={`status-key-${index}`}
          code
          label={t('settings.key')}
          value={status.key}
          onChange={(key) => change({ ...status, key })}
        />
        <Select
          id={`status-within-${index}`}
          label={t('settings.status.within')}
          options={caseStatuses.map((value) => ({ value, label: t(`caseStatus.${value}`) }))}
          value={status.within}
          onChange={(within) =>
            change({ ...status, within: caseStatuses.find((known) => known === within) ?? status.within })
          }
        />
      </div>
      <NameChecks
        id={`status-at-${index}`}
        optional
        label={t('settings.status.at')}
        hint={t('settings.status.atHint')}
        choices={steps}
        value={status.at ?? []}
        onChange={(at) => change(withSteps(status, at))}
      />
    </div>
  );
};

/** The procedure's own statuses: what the office and the applicant call a stage of the process. */
export const StatusSettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const { files } = useDraft().state;
  const steps = useMemo(() => stepChoices(files, settings, t.locale), [files, settings, t.locale]);
  const blankStatus: OwnStatus = { key: '', within: 'inInstruction', internal: blank, public: blank };
  return (
    <ListEditor
      title={t('settings.ownStatuses')}
      hint={t('settings.ownStatusesHint')}
      items={settings.statuses ?? []}
      blank={blankStatus}
      itemName={(index) => settings.statuses?.[index]?.internal[t.locale] ?? `${index + 1}`}
      namedBy={namedInSettings('statuses', 'status')}
      onChange={(statuses) => change({ statuses })}
    >
      {(status, changeStatus, index) => <Status status={status} change={changeStatus} index={index} steps={steps} />}
    </ListEditor>
  );
};
