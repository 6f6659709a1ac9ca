import { lifeEvents, themes } from '@irisflow/client';
import { CheckboxGroup } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import type { SettingsPartProps } from './procedure-file.ts';

/** By what else than its name people find the procedure on the home page. */
export const Topics = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  return (
    <div className="settings-topics iris-stack">
      <CheckboxGroup
        id="settings-themes"
        label={t('settings.themes')}
        optional
        options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        value={settings.themes ?? []}
        onChange={(chosen) => change({ themes: [...chosen] })}
      />
      <CheckboxGroup
        id="settings-events"
        label={t('settings.lifeEvents')}
        optional
        options={lifeEvents.map((value) => ({ value, label: t(`event.${value}`) }))}
        value={settings.lifeEvents ?? []}
        onChange={(chosen) => change({ lifeEvents: [...chosen] })}
      />
    </div>
  );
};
