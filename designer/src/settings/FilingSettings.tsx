import { CheckboxGroup } from '@irisflow/ui';
import { NameSelect } from '../app/NameSelect.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { processChoices } from '../workspace/name-choices.ts';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import type { SettingsPartProps } from './procedure-file.ts';
import { useAnswers, withPart } from './use-asked.ts';

const languages = ['fr', 'nl', 'en', 'de'] as const;

const MainProcess = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const { files } = useDraft().state;
  const choices = useNameChoices('process');
  const fileOf = (id: string): string | undefined =>
    [...files].find(([path, content]) =>
      processChoices(new Map([[path, content]])).some(({ value }) => value === id),
    )?.[0];
  return (
    <NameSelect
      id="settings-process"
      label={t('settings.mainProcess')}
      hint={t('settings.mainProcessHint')}
      choices={choices}
      value={settings.process?.id}
      onChange={(id) => {
        const file = id === undefined ? undefined : fileOf(id);
        if (id !== undefined && file !== undefined) change({ process: { file, id } });
      }}
    />
  );
};

/** How cases begin: by which form, in which languages, with which process. */
export const FilingSettings = (props: SettingsPartProps) => {
  const t = useTexts();
  const { settings, change } = props;
  const { application, statistics } = settings;
  const forms = useNameChoices('form');
  const answers = useAnswers(application?.form ?? '');
  const chosen = languages.filter((language) => settings.locales?.includes(language));
  return (
    <>
      <h2>{t('settings.filing')}</h2>
      <div className="form-row form-row--wide">
        <NameSelect
          id="settings-form"
          label={t('settings.applicationForm')}
          choices={forms}
          value={application?.form}
          onChange={(form) => form !== undefined && change({ application: { ...application, form } })}
        />
        <MainProcess {...props} />
      </div>
      <CheckboxGroup
        id="settings-locales"
        label={t('settings.locales')}
        options={languages.map((value) => ({ value, label: t(`settings.locale.${value}`) }))}
        value={chosen}
        error={chosen.length === 0 && t('settings.localesNone')}
        onChange={(next) => change({ locales: languages.filter((language) => next.includes(language)) })}
      />
      <div className="form-row form-row--wide">
        <NameSelect
          id="settings-language-field"
          optional
          label={t('settings.languageField')}
          hint={t('settings.languageFieldHint')}
          choices={answers}
          value={application?.languageField}
          onChange={(languageField) => change({ application: { ...application, languageField } })}
        />
        <NameSelect
          id="settings-commune"
          optional
          label={t('settings.commune')}
          hint={t('settings.communeHint')}
          choices={withPart(answers, statistics?.commune)}
          value={statistics?.commune}
          onChange={(commune) => change({ statistics: commune === undefined ? undefined : { commune } })}
        />
      </div>
    </>
  );
};
