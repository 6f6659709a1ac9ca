import type { LocalizedText } from '@irisflow/client';
import { Checkbox, Select, TextField } from '@irisflow/ui';
import { NameChecks } from '../app/NameChecks.tsx';
import { NameSelect } from '../app/NameSelect.tsx';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NumberSetting } from '../app/NumberSetting.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { LegalReferenceField } from './LegalReferenceField.tsx';
import type { ProcedureHearing, SettingsPartProps } from './procedure-file.ts';
import { namedInSettings } from './named-in-settings.ts';

const blank: LocalizedText = { fr: '', nl: '', en: '' };
const letterNames = ['summons', 'moved', 'canceled'] as const;
const kinds = ['calendarDays', 'workingDays'] as const;
const calendars = ['legal', 'administration'] as const;

interface HearingProps {
  readonly hearing: ProcedureHearing;
  readonly change: (hearing: ProcedureHearing) => void;
  readonly index: number;
}

const Letters = ({ hearing, change, index }: HearingProps) => {
  const t = useTexts();
  const choices = useNameChoices('letter');
  return (
    <div className="form-row">
      {letterNames.map((name) => (
        <NameSelect
          key={name}
          id={`hearing-${name}-${index}`}
          label={t(`settings.hearing.${name}`)}
          choices={choices}
          value={hearing.letters[name]}
          onChange={(letter) => change({ ...hearing, letters: { ...hearing.letters, [name]: letter ?? '' } })}
        />
      ))}
    </div>
  );
};

const Notice = ({ hearing, change, index }: HearingProps) => {
  const t = useTexts();
  return (
    <div className="form-row">
      <TextField
        id={`hearing-key-${index}`}
        code
        label={t('settings.key')}
        value={hearing.key}
        onChange={(key) => change({ ...hearing, key })}
      />
      <NumberSetting
        id={`hearing-notice-${index}`}
        label={t('settings.hearing.notice')}
        hint={t('settings.hearing.noticeHint')}
        value={hearing.notice}
        onChange={(notice) => change({ ...hearing, notice })}
      />
      <Select
        id={`hearing-kind-${index}`}
        label={t('settings.term.kind')}
        value={hearing.kind}
        options={kinds.map((value) => ({ value, label: t(`term.kind.${value}`) }))}
        onChange={(value) => change({ ...hearing, kind: kinds.find((one) => one === value) ?? 'calendarDays' })}
      />
      <Select
        id={`hearing-calendar-${index}`}
        label={t('settings.term.calendar')}
        value={hearing.calendar ?? 'legal'}
        options={calendars.map((value) => ({ value, label: t(`term.calendar.${value}`) }))}
        onChange={(value) => change({ ...hearing, calendar: calendars.find((one) => one === value) ?? 'legal' })}
      />
    </div>
  );
};

const Summons = ({ hearing, change, index }: HearingProps) => {
  const t = useTexts();
  const roles = useNameChoices('roles');
  const { summons = {} } = hearing;
  const summoned = summons.roles ?? [];
  return (
    <>
      <Checkbox
        id={`hearing-applicant-${index}`}
        label={t('settings.hearing.applicant')}
        optional
        value={summons.applicant ?? true}
        onChange={(applicant) => change({ ...hearing, summons: { ...summons, applicant } })}
      />
      {roles.length + summoned.length > 0 && (
        <NameChecks
          id={`hearing-roles-${index}`}
          optional
          label={t('settings.hearing.roles')}
          choices={roles}
          value={summoned}
          onChange={(next) =>
            change({ ...hearing, summons: { ...summons, roles: next.length === 0 ? undefined : next } })
          }
        />
      )}
    </>
  );
};

const Hearing = (props: HearingProps) => {
  const { hearing, change } = props;
  const t = useTexts();
  return (
    <div className="iris-stack iris-stack--tight">
      <LocalizedField
        label={t('settings.hearing.label')}
        value={hearing.label}
        onChange={(label) => change({ ...hearing, label })}
      />
      <Notice {...props} />
      <Letters {...props} />
      <Summons {...props} />
      <LegalReferenceField
        value={hearing.legalRef ?? blank}
        onChange={(legalRef) => change({ ...hearing, legalRef })}
      />
    </div>
  );
};

/** In which hearings people are heard: how long before they are summoned, by which letters, and who. */
export const HearingSettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const blankHearing: ProcedureHearing = {
    key: '',
    label: blank,
    letters: { summons: '', moved: '', canceled: '' },
    notice: 15,
    kind: 'calendarDays',
  };
  return (
    <ListEditor
      title={t('settings.hearings')}
      hint={t('settings.hearingsHint')}
      items={settings.hearings ?? []}
      blank={blankHearing}
      itemName={(index) => settings.hearings?.[index]?.label[t.locale] ?? `${index + 1}`}
      namedBy={namedInSettings('hearings', 'hearing')}
      onChange={(hearings) => change({ hearings })}
    >
      {(hearing, changeHearing, index) => <Hearing hearing={hearing} change={changeHearing} index={index} />}
    </ListEditor>
  );
};
