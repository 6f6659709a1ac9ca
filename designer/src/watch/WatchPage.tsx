import type { WatchedProcess, WatchedStep, WatchView } from '@irisflow/client';
import { EmptyState, LinkButton, Notice, PageHeading, Skeleton, Spinner, useFormatters, useLocale } from '@irisflow/ui';
import { lazy, Suspense, useState } from 'react';
import { useWatch, watchExportAddress, type WatchWish } from '../api/watch.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { workspacePaths } from '../workspace/paths.ts';
import { FormPages } from './FormPages.tsx';
import type { HeatMeasure } from './heat.ts';
import { Incidents } from './Incidents.tsx';
import { StepTable } from './StepTable.tsx';
import { WatchFilters } from './WatchFilters.tsx';
import './watch.css';

/** The library that draws weighs more than the tables beside it. */
const HeatDiagram = lazy(async () => ({ default: (await import('./HeatDiagram.tsx')).HeatDiagram }));

const DAY_MS = 86_400_000;
const PERIOD_DAYS = 90;

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The last three months. */
const firstWish = (now: number): WatchWish => ({ from: dayOf(now - PERIOD_DAYS * DAY_MS), to: dayOf(now) });

/** Whether something is known of a step: who has only been published yet has nothing to show. */
const isKnown = ({ standing, passings }: WatchedStep): boolean => standing !== 0 || passings !== 0;

interface StepsProps {
  readonly view: WatchView;
  readonly measure: HeatMeasure;
}

const Steps = ({ view, measure }: StepsProps) => {
  const t = useTexts();
  const locale = useLocale();
  const titleOf = ({ name, path }: WatchedProcess): string =>
    t('watch.called', { process: name === null ? path : name[locale] });
  const processes = view.processes.map((process) => ({ ...process, steps: process.steps.filter(isKnown) }));
  if (processes.every(({ steps }) => steps.length === 0))
    return (
      <EmptyState icon="clock" title={t('watch.none')}>
        {t('watch.noneText')}
      </EmptyState>
    );
  return (
    <>
      {processes
        .filter(({ isMain, steps }) => isMain || steps.length > 0)
        .map((process) => (
          <div key={process.id} className="iris-stack">
            {!process.isMain && <h3>{titleOf(process)}</h3>}
            {process.xml !== '' && (
              <Suspense fallback={<Spinner />}>
                <HeatDiagram view={view} process={process} measure={measure} />
              </Suspense>
            )}
            <StepTable
              caption={process.isMain ? t('watch.steps') : titleOf(process)}
              steps={process.steps}
              measure={measure}
            />
          </div>
        ))}
    </>
  );
};

interface ExportProps {
  readonly procedureKey: string;
  readonly wish: WatchWish;
  readonly part: 'steps' | 'form';
}

const ExportLink = ({ procedureKey, wish, part }: ExportProps) => {
  const t = useTexts();
  const language = useLocale();
  return (
    <p>
      <a href={watchExportAddress(procedureKey, wish, { part, language })} download>
        {t(`watch.export.${part}`)}
      </a>
    </p>
  );
};

/** How cases of a published procedure go: where they wait, how long steps take, where applicants leave, what stands still. */
export const WatchPage = ({ procedureKey }: { readonly procedureKey: string }) => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  const [wish, setWish] = useState(() => firstWish(Date.now()));
  const [measure, setMeasure] = useState<HeatMeasure>('median');
  const watch = useWatch(procedureKey, wish);
  const { data: view } = watch;
  return (
    <div className="editor-page">
      <PageHeading
        title={t('watch.title')}
        actions={
          <LinkButton tone="secondary" href={workspacePaths(procedureKey).whatIf}>
            {t('whatIf.title')}
          </LinkButton>
        }
        lead={
          view === undefined || view.countedAt === null
            ? t('watch.lead')
            : t('watch.countedAt', { at: dateTime(view.countedAt) })
        }
      />
      <WatchFilters
        wish={wish}
        versions={view?.versions ?? []}
        measure={measure}
        onWish={setWish}
        onMeasure={setMeasure}
      />
      {watch.isError && <Failure error={watch.error} onRetry={() => void watch.refetch()} />}
      {watch.isPending && <Skeleton lines={8} />}
      {view !== undefined && !watch.isError && (
        <div className="iris-stack">
          {!view.isExact && <Notice tone="info">{t('watch.rounded')}</Notice>}
          <section className="iris-stack" aria-labelledby="watch-steps">
            <h2 id="watch-steps">{t('watch.steps')}</h2>
            <Steps view={view} measure={measure} />
            <ExportLink procedureKey={procedureKey} wish={wish} part="steps" />
          </section>
          <section className="iris-stack" aria-labelledby="watch-incidents">
            <h2 id="watch-incidents">{t('watch.incidents')}</h2>
            <Incidents procedureKey={procedureKey} />
          </section>
          <section className="iris-stack" aria-labelledby="watch-form">
            <h2 id="watch-form">{t('watch.form')}</h2>
            <p>{t('watch.formText')}</p>
            <FormPages form={view.form} />
            <ExportLink procedureKey={procedureKey} wish={wish} part="form" />
          </section>
        </div>
      )}
    </div>
  );
};
