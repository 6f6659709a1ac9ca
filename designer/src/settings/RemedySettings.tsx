import type { LocalizedText } from '@irisflow/client';
import { Checkbox, CheckboxGroup, Select } from '@irisflow/ui';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NameSelect } from '../app/NameSelect.tsx';
import { NumberSetting } from '../app/NumberSetting.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import { remedyWays, suspendedThings, type ProcedureRemedy, type SettingsPartProps } from './procedure-file.ts';

const blank: LocalizedText = { fr: '', nl: '', en: '' };
const kinds = ['calendarDays', 'workingDays', 'months'] as const;

const isWritten = (text: LocalizedText): boolean => Object.values(text).some((line) => line.trim() !== '');

/** Those of a closed list that were chosen, in its order. */
const among = <T extends string>(known: readonly T[], chosen: readonly string[]): T[] =>
  known.filter((one) => chosen.includes(one));

interface RemedyProps {
  readonly remedy: ProcedureRemedy;
  readonly change: (remedy: ProcedureRemedy) => void;
  readonly index: number;
}

const HowLong = ({ remedy, change, index }: RemedyProps) => {
  const t = useTexts();
  return (
    <div className="form-row">
      <NumberSetting
        id={`remedy-length-${index}`}
        label={t('settings.termLength')}
        value={remedy.length}
        onChange={(length) => change({ ...remedy, length })}
      />
      <Select
        id={`remedy-kind-${index}`}
        label={t('settings.term.kind')}
        value={remedy.kind}
        options={kinds.map((value) => ({ value, label: t(`term.kind.${value}`) }))}
        onChange={(value) => change({ ...remedy, kind: kinds.find((one) => one === value) ?? remedy.kind })}
      />
    </div>
  );
};

const HowLodged = ({ remedy, change, index }: RemedyProps) => {
  const t = useTexts();
  const terms = useNameChoices('terms');
  const isByPortal = remedy.by?.includes('portal') ?? false;
  return (
    <>
      <CheckboxGroup
        id={`remedy-by-${index}`}
        label={t('settings.remedy.by')}
        options={remedyWays.map((value) => ({ value, label: t(`settings.remedy.by.${value}`) }))}
        value={remedy.by ?? []}
        error={(remedy.by ?? []).length === 0 && t('settings.remedy.byNone')}
        onChange={(chosen) => change({ ...remedy, by: among(remedyWays, chosen) })}
      />
      {(isByPortal || remedy.term !== undefined) && (
        <NameSelect
          id={`remedy-term-${index}`}
          optional={!isByPortal}
          label={t('settings.remedy.term')}
          hint={t('settings.remedy.termHint')}
          choices={terms}
          value={remedy.term}
          error={isByPortal && remedy.term === undefined && t('settings.remedy.termNone')}
          onChange={(term) => change({ ...remedy, term })}
        />
      )}
    </>
  );
};

const Remedy = (props: RemedyProps) => {
  const t = useTexts();
  const { remedy, change, index } = props;
  return (
    <div className="iris-stack iris-stack--tight">
      {(['what', 'body', 'address'] as const).map((part) => (
        <LocalizedField
          key={part}
          label={t(`settings.remedy.${part}`)}
          value={remedy[part]}
          onChange={(text) => change({ ...remedy, [part]: text })}
        />
      ))}
      <HowLong {...props} />
      <HowLodged {...props} />
      <CheckboxGroup
        id={`remedy-suspends-${index}`}
        optional
        label={t('settings.remedy.suspends')}
        hint={t('settings.remedy.suspendsHint')}
        options={suspendedThings.map((value) => ({ value, label: t(`settings.remedy.suspends.${value}`) }))}
        value={remedy.suspends ?? []}
        onChange={(chosen) =>
          change({ ...remedy, suspends: chosen.length === 0 ? undefined : among(suspendedThings, chosen) })
        }
      />
      <LocalizedField
        label={t('settings.legalRef')}
        value={remedy.legalRef}
        onChange={(legalRef) => change({ ...remedy, legalRef: isWritten(legalRef) ? legalRef : undefined })}
      />
    </div>
  );
};

const Ombuds = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const { ombuds } = settings;
  return (
    <>
      <h2>{t('settings.ombuds')}</h2>
      <Checkbox
        id="settings-has-ombuds"
        optional
        label={t('settings.ombudsShown')}
        value={ombuds !== undefined}
        onChange={(isShown) => change({ ombuds: isShown ? { name: blank, address: blank } : undefined })}
      />
      {ombuds !== undefined && (
        <>
          <LocalizedField
            label={t('settings.ombudsName')}
            value={ombuds.name}
            onChange={(name) => change({ ombuds: { ...ombuds, name } })}
          />
          <LocalizedField
            label={t('settings.ombudsAddress')}
            value={ombuds.address}
            onChange={(address) => change({ ombuds: { ...ombuds, address } })}
          />
        </>
      )}
    </>
  );
};

/** What somebody may do against a decision, as its letter has to say, and where complaints go. */
export const RemedySettings = (props: SettingsPartProps) => {
  const t = useTexts();
  const { settings, change } = props;
  const remedies = settings.remedies ?? [];
  const blankRemedy: ProcedureRemedy = {
    what: blank,
    body: blank,
    address: blank,
    length: 30,
    kind: 'calendarDays',
    by: ['registeredPost'],
  };
  return (
    <>
      <ListEditor
        title={t('settings.remedies')}
        hint={t('settings.remediesHint')}
        isFolded
        items={remedies}
        blank={blankRemedy}
        itemName={(index) => remedies[index]?.what?.[t.locale] || `${index + 1}`}
        onChange={(next) => change({ remedies: next })}
      >
        {(remedy, changeRemedy, index) => <Remedy remedy={remedy} change={changeRemedy} index={index} />}
      </ListEditor>
      <Ombuds {...props} />
    </>
  );
};
