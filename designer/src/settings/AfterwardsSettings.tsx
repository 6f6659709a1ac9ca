import { Checkbox, RadioGroup, Select } from '@irisflow/ui';
import { NameChecks } from '../app/NameChecks.tsx';
import { NameSelect } from '../app/NameSelect.tsx';
import { NumberSetting } from '../app/NumberSetting.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import type { ProcedureReopening, SettingsPartProps } from './procedure-file.ts';

/** What was granted is looked at again. */
const Renewal = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const { renewal } = settings;
  return (
    <>
      <h2>{t('settings.renewal')}</h2>
      <Checkbox
        id="settings-has-renewal"
        optional
        label={t('settings.renewalShown')}
        hint={t('settings.renewalHint')}
        value={renewal !== undefined}
        onChange={(isOn) => change({ renewal: isOn ? { everyMonths: 12, daysBefore: 90 } : undefined })}
      />
      {renewal !== undefined && (
        <div className="form-row">
          <NumberSetting
            id="renewal-months"
            label={t('settings.renewal.everyMonths')}
            hint={t('settings.renewal.everyMonthsHint')}
            value={renewal.everyMonths}
            onChange={(everyMonths) => change({ renewal: { ...renewal, everyMonths } })}
          />
          <NumberSetting
            id="renewal-days"
            label={t('settings.renewal.daysBefore')}
            hint={t('settings.renewal.daysBeforeHint')}
            value={renewal.daysBefore}
            onChange={(daysBefore) => change({ renewal: { ...renewal, daysBefore } })}
          />
        </div>
      )}
    </>
  );
};

interface ReopeningProps {
  readonly reopening: ProcedureReopening;
  readonly change: (reopening: ProcedureReopening) => void;
}

/** A process runs again, or a group does what is needed. */
const WhatRuns = ({ reopening, change }: ReopeningProps) => {
  const t = useTexts();
  const processes = useNameChoices('process');
  const groups = useNameChoices('group');
  const isProcess = reopening.process !== undefined;
  return (
    <>
      <RadioGroup
        id="reopening-way"
        label={t('settings.reopening.way')}
        options={(['group', 'process'] as const).map((value) => ({
          value,
          label: t(`settings.reopening.way.${value}`),
        }))}
        value={isProcess ? 'process' : 'group'}
        onChange={(way) =>
          change(
            way === 'process'
              ? { ...reopening, group: undefined, process: processes[0]?.value ?? '' }
              : { ...reopening, process: undefined, group: 'agent' },
          )
        }
      />
      {isProcess ? (
        <NameSelect
          id="reopening-process"
          label={t('settings.reopening.process')}
          choices={processes}
          value={reopening.process}
          onChange={(process) => change({ ...reopening, process: process ?? '' })}
        />
      ) : (
        <NameSelect
          id="reopening-group"
          label={t('settings.opinion.group')}
          choices={groups}
          value={reopening.group}
          onChange={(group) => change({ ...reopening, group })}
        />
      )}
    </>
  );
};

const Reopening = (props: ReopeningProps) => {
  const t = useTexts();
  const { reopening, change } = props;
  const terms = useNameChoices('terms');
  return (
    <>
      <WhatRuns {...props} />
      <Select
        id="reopening-by"
        label={t('settings.reopening.by')}
        options={(['supervisors', 'agents'] as const).map((value) => ({
          value,
          label: t(`settings.reopening.by.${value}`),
        }))}
        value={reopening.by ?? 'supervisors'}
        onChange={(value) => change({ ...reopening, by: value === 'agents' ? 'agents' : undefined })}
      />
      <Checkbox
        id="reopening-four-eyes"
        optional
        label={t('settings.reopening.fourEyes')}
        value={reopening.fourEyes === true}
        onChange={(isOn) => change({ ...reopening, fourEyes: isOn ? true : undefined })}
      />
      <NameChecks
        id="reopening-terms"
        optional
        label={t('settings.reopening.terms')}
        choices={terms}
        value={reopening.terms ?? []}
        onChange={(chosen) => change({ ...reopening, terms: chosen.length === 0 ? undefined : chosen })}
      />
    </>
  );
};

/** What becomes of a case after it was decided: it is looked at again, or reopened. */
export const AfterwardsSettings = (props: SettingsPartProps) => {
  const t = useTexts();
  const { settings, change } = props;
  const { reopening } = settings;
  return (
    <>
      <Renewal {...props} />
      <h2>{t('settings.reopening')}</h2>
      <Checkbox
        id="settings-has-reopening"
        optional
        label={t('settings.reopeningShown')}
        value={reopening !== undefined}
        onChange={(isOn) => change({ reopening: isOn ? { group: 'agent' } : undefined })}
      />
      {reopening !== undefined && <Reopening reopening={reopening} change={(next) => change({ reopening: next })} />}
    </>
  );
};
