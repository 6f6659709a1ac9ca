import type { CaseImportView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, ConfirmDialog, Notice, ProgressBar, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { isAtWork, useEraseImport, useStartImport, useStopImport } from './use-case-imports.ts';

interface StepProps {
  readonly view: CaseImportView;
}

const readyOf = ({ counts }: CaseImportView): number => counts.ready + counts.warned;

/** How far the platform is; screen readers hear the end of it, not every step. */
export const ImportProgress = ({ view }: StepProps) => {
  const t = useDeskText();
  const { number } = useFormatters();
  const left = view.state === 'checking' ? view.counts.waiting : readyOf(view);
  const settled = view.rows - left;
  return (
    <div className="iris-stack">
      <output>
        <strong>{t(`caseImports.state.${view.state}`)}</strong>
      </output>
      {isAtWork(view) && (
        <>
          <ProgressBar label={t(`caseImports.state.${view.state}`)} value={settled / view.rows} />
          <p className="iris-muted">
            {t('caseImports.settled', { settled: number(settled), total: number(view.rows) })} {t('caseImports.leave')}
          </p>
        </>
      )}
    </div>
  );
};

/** Says what will happen and that there is no way back, before it does. */
const Start = ({ view }: StepProps) => {
  const t = useDeskText();
  const start = useStartImport(view.id);
  const [isAsking, setAsking] = useState(false);
  const ready = readyOf(view);
  const mode = view.settings?.mode ?? 'close';
  return (
    <>
      {start.isError && <Failure error={start.error} />}
      <Button busy={start.isPending} onClick={() => setAsking(true)}>
        {t.plural('caseImports.start', ready)}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t.plural('caseImports.start.title', ready)}
        confirm={t.plural('caseImports.start', ready)}
        onConfirm={() => {
          setAsking(false);
          start.mutate(view.revision);
        }}
        onClose={() => setAsking(false)}
      >
        <p>
          <strong>{t('caseImports.start.final')}</strong>
        </p>
        <p>{t(`caseImports.start.${mode}`)}</p>
        {mode === 'start' && (
          <p>
            {t(view.settings?.termsFromReceipt === true ? 'caseImports.start.received' : 'caseImports.start.today')}
          </p>
        )}
        <p>
          {t('caseImports.start.quiet')} {mode === 'start' && t('caseImports.start.held')}
        </p>
        {view.counts.wrong > 0 && <p>{t.plural('caseImports.start.wrong', view.counts.wrong)}</p>}
        {view.counts.warned > 0 && <p>{t.plural('caseImports.start.warned', view.counts.warned)}</p>}
      </ConfirmDialog>
    </>
  );
};

const Stop = ({ view }: StepProps) => {
  const t = useDeskText();
  const stop = useStopImport(view.id);
  return (
    <>
      {stop.isError && <Failure error={stop.error} />}
      <Button tone="secondary" busy={stop.isPending} onClick={() => stop.mutate(undefined)}>
        {t('caseImports.stop')}
      </Button>
    </>
  );
};

const Erase = ({ view }: StepProps) => {
  const t = useDeskText();
  const erase = useEraseImport(view.id);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {erase.isError && <Failure error={erase.error} />}
      <Button tone="quiet" busy={erase.isPending} onClick={() => setAsking(true)}>
        {t('caseImports.erase')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('caseImports.erase.title')}
        confirm={t('caseImports.erase')}
        tone="danger"
        onConfirm={() => {
          setAsking(false);
          erase.mutate(undefined);
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t('caseImports.erase.text')}</p>
      </ConfirmDialog>
    </>
  );
};

const mayStart = (view: CaseImportView): boolean =>
  (view.state === 'checked' || view.state === 'stopped') &&
  !view.isOutdated &&
  view.erasedAt === null &&
  readyOf(view) > 0;

/** What can be done with a file as it stands. */
export const ImportSteps = ({ view }: StepProps) => {
  const t = useDeskText();
  return (
    <>
      {view.isOutdated && view.revision > 0 && <Notice tone="warning" title={t('caseImports.outdated')} />}
      <div className="iris-row">
        {mayStart(view) && <Start view={view} />}
        {view.state === 'running' && <Stop view={view} />}
        {!isAtWork(view) && view.erasedAt === null && <Erase view={view} />}
      </div>
    </>
  );
};
