import { useEndSessions, type OpenSessionView } from '@irisflow/client';
import { Button, ConfirmDialog, StatusTag, useFormatters, VisuallyHidden } from '@irisflow/ui';
import { useState } from 'react';
import { Failure } from '../failures/Failure.tsx';
import { useFrameText } from '../texts/frame-texts.ts';

/** A browser and a device as people call them: "Firefox, Windows". */
const useDeviceText = () => {
  const t = useFrameText();
  return ({ browser, system }: OpenSessionView['device']): string =>
    [browser, system].filter((name) => name !== null).join(', ') || t('sessions.unknown');
};

interface OneSessionProps {
  readonly session: OpenSessionView;
  readonly onEnd: () => void;
}

const OneSession = ({ session, onEnd }: OneSessionProps) => {
  const t = useFrameText();
  const { dateTime } = useFormatters();
  const device = useDeviceText()(session.device);
  return (
    <li className="frame-session">
      <div>
        <p className="frame-session__device">
          {device} {session.isThisOne && <StatusTag tone="accent">{t('sessions.this')}</StatusTag>}
        </p>
        <p className="iris-muted">
          {t('sessions.times', { since: dateTime(session.since), seen: dateTime(session.lastSeenAt) })}
        </p>
      </div>
      {!session.isThisOne && (
        <Button tone="secondary" size="small" onClick={onEnd}>
          {t('sessions.end')} <VisuallyHidden>({device})</VisuallyHidden>
        </Button>
      )}
    </li>
  );
};

type Ending = OpenSessionView | 'others';

/** Where I am signed in, and the way to end it. */
export const OpenSessions = ({ sessions }: { readonly sessions: readonly OpenSessionView[] }) => {
  const t = useFrameText();
  const [ending, setEnding] = useState<Ending>();
  const end = useEndSessions();
  const confirm = (): void => {
    if (ending === undefined) return;
    end.mutate(ending === 'others' ? 'others' : { sessionId: ending.id }, { onSettled: () => setEnding(undefined) });
  };
  return (
    <div className="iris-stack">
      {end.isError && <Failure error={end.error} />}
      <ul className="frame-sessions">
        {sessions.map((session) => (
          <OneSession key={session.id} session={session} onEnd={() => setEnding(session)} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div>
          <Button tone="secondary" onClick={() => setEnding('others')}>
            {t('sessions.endOthers')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={ending !== undefined}
        title={t(ending === 'others' ? 'sessions.endOthers.title' : 'sessions.end.title')}
        confirm={t('sessions.end')}
        tone="danger"
        busy={end.isPending}
        onConfirm={confirm}
        onClose={() => setEnding(undefined)}
      >
        <p>{t('sessions.end.text')}</p>
      </ConfirmDialog>
    </div>
  );
};
