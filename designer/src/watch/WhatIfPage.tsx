import { Button, EmptyState, LinkButton, PageHeading, Skeleton } from '@irisflow/ui';
import { useState } from 'react';
import { useSteerWhatIf, useWhatIf, type WhatIfWish } from '../api/what-if.ts';
import { DayInput } from '../app/DayInput.tsx';
import { Failure } from '../app/Failure.tsx';
import { PlainField } from '../app/PlainField.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { workspacePaths } from '../workspace/paths.ts';
import type { WhatIfGroupsProps } from './WhatIfGroups.tsx';
import { WhatIfResult } from './WhatIfResult.tsx';
import './watch.css';

const MONTHS = 12;

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The last twelve months. */
const firstWish = (now: number): WhatIfWish => {
  const from = new Date(now);
  from.setUTCMonth(from.getUTCMonth() - MONTHS);
  return { from: dayOf(from), to: dayOf(new Date(now)), parametersOn: null };
};

interface FormProps {
  readonly procedureKey: string;
  readonly isRunning: boolean;
  readonly isFirst: boolean;
}

const WhatIfForm = ({ procedureKey, isRunning, isFirst }: FormProps) => {
  const t = useTexts();
  const [wish, setWish] = useState(() => firstWish(Date.now()));
  const { start } = useSteerWhatIf(procedureKey);
  return (
    <form
      className="iris-stack no-print"
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate(wish);
      }}
    >
      <div className="form-row filters">
        <PlainField label={t('whatIf.from')} hint={t('whatIf.months')}>
          <DayInput
            label={t('whatIf.from')}
            value={wish.from}
            presence="required"
            onChange={(from) => from !== null && setWish({ ...wish, from })}
          />
        </PlainField>
        <PlainField label={t('whatIf.to')} hint={t('whatIf.months')}>
          <DayInput
            label={t('whatIf.to')}
            value={wish.to}
            presence="required"
            onChange={(to) => to !== null && setWish({ ...wish, to })}
          />
        </PlainField>
        <PlainField label={t('whatIf.parametersOn')} hint={t('whatIf.parametersHint')}>
          <DayInput
            label={t('whatIf.parametersOn')}
            value={wish.parametersOn}
            presence="optional"
            onChange={(parametersOn) => setWish({ ...wish, parametersOn })}
          />
        </PlainField>
      </div>
      {!isRunning && (
        <p>
          <Button type="submit" busy={start.isPending}>
            {t(isFirst ? 'whatIf.start' : 'whatIf.again')}
          </Button>
        </p>
      )}
      {start.isError && <Failure error={start.error} />}
    </form>
  );
};

export interface WhatIfPageProps extends Pick<WhatIfGroupsProps, 'onStep'> {
  readonly procedureKey: string;
}

/** Closed cases replayed on the draft: how they would end, and where their ways part from those that they went. */
export const WhatIfPage = ({ procedureKey, onStep }: WhatIfPageProps) => {
  const t = useTexts();
  const whatIf = useWhatIf(procedureKey);
  const view = whatIf.data?.rehearsal ?? null;
  return (
    <div className="editor-page">
      <PageHeading
        title={t('whatIf.title')}
        lead={t('whatIf.lead')}
        actions={
          <LinkButton tone="secondary" href={workspacePaths(procedureKey).watch}>
            {t('whatIf.back')}
          </LinkButton>
        }
      />
      {whatIf.isError && <Failure error={whatIf.error} onRetry={() => void whatIf.refetch()} />}
      {whatIf.isPending && <Skeleton lines={6} />}
      {whatIf.isSuccess && (
        <div className="iris-stack">
          <WhatIfForm procedureKey={procedureKey} isRunning={view?.state === 'running'} isFirst={view === null} />
          {view === null ? (
            <EmptyState icon="clock" title={t('whatIf.none')}>
              {t('whatIf.noneText')}
            </EmptyState>
          ) : (
            <WhatIfResult procedureKey={procedureKey} view={view} onStep={onStep} />
          )}
        </div>
      )}
    </div>
  );
};
