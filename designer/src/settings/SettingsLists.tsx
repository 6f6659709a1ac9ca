import { caseStatuses, type LocalizedText } from '@irisflow/client';
import { TextField } from '@irisflow/ui';
import { NameChecks } from '../app/NameChecks.tsx';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { SettingsPartProps } from './procedure-file.ts';
import { HearingSettings } from './HearingSettings.tsx';
import { FileCopySettings } from './FileCopySettings.tsx';
import { ChangeSettings } from './ChangeSettings.tsx';
import { InspectionSettings } from './InspectionSettings.tsx';
import { OpinionSettings } from './OpinionSettings.tsx';
import { RetentionSettings } from './RetentionSettings.tsx';
import { SourceSettings } from './SourceSettings.tsx';
import { StatusSettings } from './StatusSettings.tsx';
import { WorkerSettings } from './WorkerSettings.tsx';
import { TermSettings } from './TermSettings.tsx';

const blank: LocalizedText = { fr: '', nl: '', en: '' };

interface TextListProps {
  title: string;
  items: readonly LocalizedText[] | undefined;
  onChange: (items: LocalizedText[]) => void;
}

const TextList = ({ title, items, onChange }: TextListProps) => (
  <ListEditor
    title={title}
    items={items ?? []}
    blank={blank}
    itemName={(index) => `${title} ${index + 1}`}
    onChange={onChange}
  >
    {(item, change, index) => (
      <LocalizedField labeling="list" label={`${title} ${index + 1}`} value={item} onChange={change} />
    )}
  </ListEditor>
);

const Steps = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  return (
    <ListEditor
      title={t('settings.steps')}
      hint={t('settings.stepsHint')}
      items={settings.steps ?? []}
      blank={{ key: '', label: blank, statuses: [] }}
      itemName={(index) => settings.steps?.[index]?.label[t.locale] ?? `${index + 1}`}
      onChange={(steps) => change({ steps })}
    >
      {(step, changeStep, index) => (
        <div className="iris-stack iris-stack--tight">
          <LocalizedField
            label={t('settings.stepLabel')}
            value={step.label}
            onChange={(label) => changeStep({ ...step, label })}
          />
          <div className="form-row">
            <TextField
              id={`step-key-${index}`}
              code
              label={t('settings.key')}
              value={step.key}
              onChange={(key) => changeStep({ ...step, key })}
            />
          </div>
          <NameChecks
            id={`step-statuses-${index}`}
            label={t('settings.statuses')}
            choices={caseStatuses.map((value) => ({ value, label: t(`caseStatus.${value}`) }))}
            value={step.statuses}
            onChange={(statuses) => changeStep({ ...step, statuses })}
          />
        </div>
      )}
    </ListEditor>
  );
};

const Grounds = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const grounds = Object.entries(settings.grounds ?? {});
  return (
    <ListEditor
      title={t('settings.grounds')}
      hint={t('settings.groundsHint')}
      items={grounds}
      blank={[`R${grounds.length + 1}`, blank] as [string, LocalizedText]}
      itemName={(index) => grounds[index]?.[0] ?? ''}
      onChange={(entries) => change({ grounds: Object.fromEntries(entries) })}
    >
      {([code, text], changeGround, index) => (
        <div className="iris-stack iris-stack--tight">
          <TextField
            id={`ground-${index}`}
            code
            size="10"
            label={t('settings.groundCode')}
            value={code}
            onChange={(next) => changeGround([next, text])}
          />
          <LocalizedField
            shape="area"
            labeling="list"
            label={`${t('settings.grounds')} ${code}`}
            value={text}
            onChange={(next) => changeGround([code, next])}
          />
        </div>
      )}
    </ListEditor>
  );
};

/** The lists of the procedure sheet, in the order in which an applicant meets them. */
export const SettingsLists = (props: SettingsPartProps) => {
  const t = useTexts();
  const { settings, change } = props;
  return (
    <div className="iris-stack iris-stack--loose">
      <TextList
        title={t('settings.conditions')}
        items={settings.conditions}
        onChange={(conditions) => change({ conditions })}
      />
      <TextList
        title={t('settings.documents')}
        items={settings.documents}
        onChange={(documents) => change({ documents })}
      />
      <Steps {...props} />
      <StatusSettings {...props} />
      <TermSettings {...props} />
      <OpinionSettings {...props} />
      <HearingSettings {...props} />
      <InspectionSettings {...props} />
      <ChangeSettings {...props} />
      <SourceSettings {...props} />
      <WorkerSettings {...props} />
      <Grounds {...props} />
      <RetentionSettings {...props} />
      <FileCopySettings {...props} />
    </div>
  );
};
