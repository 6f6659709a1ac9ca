import { Button, Notice, useFormatters } from '@irisflow/ui';
import { SignedOut } from '../session/SignedOut.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import type { SaveState, Trouble } from './draft-saver.ts';

interface StuckProps {
  readonly kind: Trouble;
  readonly onRetry: () => void;
}

const Stuck = ({ kind, onRetry }: StuckProps) => {
  const t = usePersonalText();
  return (
    <Notice tone="warning" title={t(`application.${kind}`)} live>
      <p>{t(`application.${kind}.text`)}</p>
      <Button tone="secondary" size="small" onClick={onRetry}>
        {t('application.retry')}
      </Button>
    </Notice>
  );
};

interface ConflictProps {
  readonly savedAt: string;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

const Conflict = ({ savedAt, onKeepMine, onTakeTheirs }: ConflictProps) => {
  const t = usePersonalText();
  const { dateTime } = useFormatters();
  return (
    <Notice tone="warning" title={t('application.conflict')} live>
      <p>{t('application.conflict.text', { at: dateTime(savedAt) })}</p>
      <div className="iris-row">
        <Button size="small" onClick={onKeepMine}>
          {t('application.conflict.mine')}
        </Button>
        <Button tone="secondary" size="small" onClick={onTakeTheirs}>
          {t('application.conflict.theirs')}
        </Button>
      </div>
    </Notice>
  );
};

/** A retry under way does not make the trouble blink. */
const troubleOf = (state: SaveState): Trouble | undefined => {
  if (state.kind === 'saving') return state.after;
  return state.kind === 'offline' || state.kind === 'failed' ? state.kind : undefined;
};

export interface SaveNoticeProps {
  readonly state: SaveState;
  readonly onRetry: () => void;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Speaks up when what was typed is not safe yet, and says what to do. */
export const SaveNotice = ({ state, onRetry, onKeepMine, onTakeTheirs }: SaveNoticeProps) => {
  const trouble = troubleOf(state);
  if (state.kind === 'conflict')
    return <Conflict savedAt={state.theirs.savedAt} onKeepMine={onKeepMine} onTakeTheirs={onTakeTheirs} />;
  if (state.kind === 'signedOut') return <SignedOut />;
  return trouble === undefined ? null : <Stuck kind={trouble} onRetry={onRetry} />;
};
