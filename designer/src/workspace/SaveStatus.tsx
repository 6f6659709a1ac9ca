import { Button, useFormatters } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';

/** Whether what one typed is with the platform; spoken only when the state changes for the worse or settles. */
export const SaveStatus = () => {
  const t = useTexts();
  const { time } = useFormatters();
  const { store, state } = useDraft();
  if (state.save === 'failed')
    return (
      <span className="save-status save-status--failed" role="alert">
        {t('save.failed')}
        <Button tone="quiet" size="small" onClick={() => void store.flush()}>
          {t('failure.retry')}
        </Button>
      </span>
    );
  if (state.save === 'offline')
    return (
      <span className="save-status save-status--failed" role="alert">
        {t(state.isKept ? 'save.offline' : 'save.offlineUnkept')}
        <Button tone="quiet" size="small" onClick={() => void store.flush()}>
          {t('failure.retry')}
        </Button>
      </span>
    );
  const text =
    state.save === 'saved'
      ? state.savedAt === null
        ? t('save.nothing')
        : t('save.savedAt', { time: time(state.savedAt) })
      : t('save.saving');
  return (
    <output className="save-status" data-state={state.save}>
      {state.save === 'conflict' ? t('save.conflict') : text}
    </output>
  );
};
