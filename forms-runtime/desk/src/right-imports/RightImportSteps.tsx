import type { RightImportView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, ConfirmDialog, Notice, ProgressBar, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { useRightImportText } from './right-import-texts.ts';
import { isAtWork, useCheckRights, useEraseRights, useStartRights, useStopRights } from './use-right-imports.ts';

interface StepProps {
  readonly view: RightImportView;
}

const newOf = ({ counts }: RightImportView): number => counts.ready + counts.warned;
const toDoOf = (view: RightImportView): number => newOf(view) + view.counts.accepted;

/** How far the platform is; screen readers hear the end of it, not every step. */
export const RightImportProgress = ({ view }: StepProps) => {
  const t = useRightImportText();
  const { number } = useFormatters();
  const left = view.state === 'checking' ? view.counts.waiting : toDoOf(view);
  const settled = view.rows - left;
  return (
    <div className="iris-stack">
      <output>
        <strong>{t(`state.${view.state}`)}</strong>
      </output>
      {isAtWork(view) && (
        <>
          <ProgressBar label={t(`state.${view.state}`)} value={settled / view.rows} />
          <p className="iris-muted">
            {t('settled', { settled: number(settled), total: number(view.rows) })} {t('leave')}
          </p>
        </>
      )}
    </div>
  );
};

const Check = ({ view }: StepProps) => {
  const t = useRightImportText();
  const check = useCheckRights(view.id);
  return (
    <>
      {check.isError && <Failure error={check.error} />}
      <Button
        tone={view.revision === 0 || view.isOutdated ? 'primary' : 'secondary'}
        busy={check.isPending}
        onClick={() => check.mutate(undefined)}
      >
        {t(view.revision === 0 ? 'check' : 'checkAgain')}
      </Button>
    </>
  );
};

/** Says what will happen and that there is no way back, before it does. */
const Start = ({ view }: StepProps) => {
  const t = useRightImportText();
  const start = useStartRights(view.id);
  const [isAsking, setAsking] = useState(false);
  const { counts } = view;
  return (
    <>
      {start.isError && <Failure error={start.error} />}
      <Button busy={start.isPending} disabled={view.controls === null} onClick={() => setAsking(true)}>
        {t.plural('start', toDoOf(view))}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t.plural('start.title', toDoOf(view))}
        confirm={t.plural('start', toDoOf(view))}
        onConfirm={() => {
          setAsking(false);
          start.mutate(view.revision);
        }}
        onClose={() => setAsking(false)}
      >
        <p>
          <strong>{t('start.final')}</strong>
        </p>
        <p>{t('start.what')}</p>
        {counts.accepted > 0 && <p>{t.plural('start.accepted', counts.accepted)}</p>}
        {counts.differs > 0 && <p>{t.plural('start.differs', counts.differs)}</p>}
        {counts.wrong > 0 && <p>{t.plural('start.wrong', counts.wrong)}</p>}
      </ConfirmDialog>
    </>
  );
};

const Stop = ({ view }: StepProps) => {
  const t = useRightImportText();
  const stop = useStopRights(view.id);
  return (
    <>
      {stop.isError && <Failure error={stop.error} />}
      <Button tone="secondary" busy={stop.isPending} onClick={() => stop.mutate(undefined)}>
        {t('stop')}
      </Button>
    </>
  );
};

const Erase = ({ view }: StepProps) => {
  const t = useRightImportText();
  const erase = useEraseRights(view.id);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {erase.isError && <Failure error={erase.error} />}
      <Button tone="quiet" busy={erase.isPending} onClick={() => setAsking(true)}>
        {t('erase')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('erase.title')}
        confirm={t('erase')}
        tone="danger"
        onConfirm={() => {
          setAsking(false);
          erase.mutate(undefined);
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t('erase.text')}</p>
        {view.state === 'finished' && <p>{t('erase.unconfirmed')}</p>}
      </ConfirmDialog>
    </>
  );
};

const mayStart = ({ state, isOutdated, erasedAt }: RightImportView): boolean =>
  (state === 'checked' || state === 'stopped') && !isOutdated && erasedAt === null;

/** What can be done with a file as it stands. */
export const RightImportSteps = ({ view }: StepProps) => {
  const t = useRightImportText();
  const isOpen = !isAtWork(view) && view.erasedAt === null;
  return (
    <>
      {view.isOutdated && view.revision > 0 && <Notice tone="warning" title={t('outdated')} />}
      {mayStart(view) && view.controls === null && <Notice title={t('controls.needed')} />}
      <div className="iris-row">
        {mayStart(view) && <Start view={view} />}
        {view.state === 'running' && <Stop view={view} />}
        {isOpen && view.state !== 'confirmed' && <Check view={view} />}
        {isOpen && <Erase view={view} />}
      </div>
    </>
  );
};
