import { TextField } from '@irisflow/ui';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { SettingsPartProps } from './procedure-file.ts';

/** Work that programs of the administration do for the process, without a connector. */
export const WorkerSettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const workers = settings.workers ?? [];
  return (
    <ListEditor
      title={t('settings.workers')}
      hint={t('settings.workersHint')}
      items={workers}
      blank={{ type: `${settings.administration}.`, name: { fr: '', nl: '', en: '' } }}
      itemName={(index) => workers[index]?.name?.[t.locale] || workers[index]?.type || `${index + 1}`}
      onChange={(next) => change({ workers: next.length === 0 ? undefined : next })}
    >
      {(worker, changeWorker, index) => (
        <div className="iris-stack iris-stack--tight">
          <LocalizedField
            label={t('settings.worker.name')}
            value={worker.name}
            onChange={(name) => changeWorker({ ...worker, name })}
          />
          <TextField
            id={`worker-type-${index}`}
            code
            label={t('settings.worker.type')}
            hint={t('settings.worker.typeHint')}
            maxLength={100}
            value={worker.type}
            onChange={(type) => changeWorker({ ...worker, type })}
          />
        </div>
      )}
    </ListEditor>
  );
};
