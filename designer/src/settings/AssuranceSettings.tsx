import { Checkbox, Select } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import type { AssuredAct, ProcedureLevel, SettingsPartProps } from './procedure-file.ts';

const acts: readonly AssuredAct[] = ['file', 'read', 'sign'];
const levels: readonly ProcedureLevel[] = ['low', 'substantial', 'high'];

type Assurance = SettingsPartProps['settings']['assurance'];

/** Without a word about an act any sign-in will do, and a procedure that asks nothing of any says nothing at all. */
const withLevel = (assurance: Assurance, act: AssuredAct, level: ProcedureLevel): Assurance => {
  const next = acts
    .map((one) => [one, one === act ? level : (assurance?.[one] ?? 'low')] as const)
    .filter(([, value]) => value !== 'low');
  return next.length === 0 ? undefined : Object.fromEntries(next);
};

/** How well whoever files, reads or signs has to be known by their identity provider. */
export const AssuranceSettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const { assurance } = settings;
  return (
    <>
      <p className="iris-muted">{t('settings.assuranceHint')}</p>
      <div className="form-row">
        {acts.map((act) => (
          <Select
            key={act}
            id={`assurance-${act}`}
            label={t(`settings.assurance.${act}`)}
            options={levels.map((value) => ({ value, label: t(`assurance.${value}`) }))}
            value={assurance?.[act] ?? 'low'}
            onChange={(value) =>
              change({ assurance: withLevel(assurance, act, levels.find((level) => level === value) ?? 'low') })
            }
          />
        ))}
      </div>
      <Checkbox
        id="settings-mail-link"
        label={t('settings.mailLink')}
        hint={t('settings.mailLinkHint')}
        optional
        value={settings.mailLink === true}
        onChange={(isOffered) => change({ mailLink: isOffered ? true : undefined })}
      />
    </>
  );
};
