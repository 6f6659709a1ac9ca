import { Button, DataTable, EmptyState, Notice, ProgressBar, useFormatters, useLocale } from '@irisflow/ui';
import { useSteerWhatIf, whatIfExportAddress } from '../api/what-if.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { WhatIfGroups, type WhatIfGroupsProps } from './WhatIfGroups.tsx';

interface ResultProps extends WhatIfGroupsProps {
  readonly procedureKey: string;
}

const Progress = ({ procedureKey, view }: Omit<ResultProps, 'onStep'>) => {
  const t = useTexts();
  const { stop } = useSteerWhatIf(procedureKey);
  const isRunning = view.state === 'running';
  return (
    <>
      <output>
        <strong>{t(`whatIf.state.${view.state}`)}</strong>
      </output>
      {view.progress < 100 && <ProgressBar label={t('whatIf.progress')} value={view.progress / 100} />}
      {isRunning && (
        <p className="no-print">
          <Button tone="secondary" busy={stop.isPending} onClick={() => stop.mutate()}>
            {t('whatIf.stop')}
          </Button>
        </p>
      )}
      {stop.isError && <Failure error={stop.error} />}
    </>
  );
};

const Unreplayable = ({ view: { unreplayable } }: Pick<ResultProps, 'view'>) => {
  const t = useTexts();
  const { number } = useFormatters();
  if (unreplayable.length === 0) return null;
  return (
    <section className="iris-stack" aria-labelledby="what-if-unreplayable">
      <h3 id="what-if-unreplayable">{t('whatIf.unreplayable')}</h3>
      <p>{t('whatIf.unreplayableText')}</p>
      <DataTable
        caption={t('whatIf.unreplayable')}
        captionHidden
        onPhone="table"
        rows={unreplayable}
        rowKey={({ reason }) => reason}
        columns={[
          { id: 'reason', header: t('whatIf.reason'), cell: ({ reason }) => t(`whatIf.reason.${reason}`) },
          {
            id: 'count',
            header: t('whatIf.count'),
            kind: 'number',
            cell: ({ count }) => (count === null ? t('watch.hidden') : number(count)),
          },
        ]}
      />
    </section>
  );
};

const About = ({ view }: Pick<ResultProps, 'view'>) => {
  const t = useTexts();
  const { date, dateTime } = useFormatters();
  const { from, to, startedBy, startedAt, parametersOn } = view;
  return (
    <p>
      {t('whatIf.about', { from: date(from), to: date(to), name: startedBy, at: dateTime(startedAt) })}{' '}
      {parametersOn !== null && t('whatIf.aboutParameters', { day: date(parametersOn) })}
    </p>
  );
};

/** What became of the cases of the newest what-if, as far as it is. */
export const WhatIfResult = ({ procedureKey, view, onStep }: ResultProps) => {
  const t = useTexts();
  const language = useLocale();
  const { number } = useFormatters();
  const told = (count: number | null): string => (count === null ? t('watch.hidden') : number(count));
  const isEmpty = view.cases === 0;
  return (
    <section className="iris-stack" aria-labelledby="what-if-result">
      <h2 id="what-if-result">{t('whatIf.result')}</h2>
      <About view={view} />
      <Progress procedureKey={procedureKey} view={view} />
      {isEmpty ? (
        <EmptyState icon="clock" title={t('whatIf.noCases')}>
          {t('whatIf.noCasesText')}
        </EmptyState>
      ) : (
        <>
          {!view.isExact && (
            <Notice tone="info">{t(view.isRestricted ? 'whatIf.restricted' : 'whatIf.rounded')}</Notice>
          )}
          {view.hasMore && <Notice tone="info">{t('whatIf.hasMore')}</Notice>}
          <p>{t('whatIf.counts', { cases: told(view.cases), compared: told(view.compared) })}</p>
          <WhatIfGroups view={view} onStep={onStep} />
          <Unreplayable view={view} />
          <p className="no-print">
            <a href={whatIfExportAddress(procedureKey, language)} download>
              {t('whatIf.export')}
            </a>
          </p>
        </>
      )}
    </section>
  );
};
