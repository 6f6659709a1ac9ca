import type { InstanceView } from '@irisflow/client';
import { Answered, nameDiagram, useLocalized } from '@irisflow/frame';
import { Notice, StatusTag, useFormatters, useLabelled, useLocale, type TagTone } from '@irisflow/ui';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';
import { elementNames, processHistory, type ProcessStep } from './process-history.ts';
import { useCaseProcess } from './use-cases.ts';

interface StateWords {
  readonly text: DeskKey;
  readonly tone: TagTone;
}

const states: Readonly<Record<ProcessStep['state'], StateWords>> = {
  active: { text: 'process.active', tone: 'accent' },
  completed: { text: 'process.completed', tone: 'neutral' },
  canceled: { text: 'process.canceled', tone: 'warning' },
};

const StepRow = ({ step }: { readonly step: ProcessStep }) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { text, tone } = states[step.state];
  return (
    <li className={`desk-step desk-step--${step.state}`}>
      <span className="desk-step__name">{step.name}</span>
      <span className="desk-step__facts">
        {t(`process.${step.actor}`)} · {dateTime(step.startedAt)}
        {step.endedAt !== null && ` – ${dateTime(step.endedAt)}`}
      </span>
      <StatusTag tone={tone}>{t(text)}</StatusTag>
    </li>
  );
};

const Incidents = ({ process }: { readonly process: InstanceView }) => {
  const t = useDeskText();
  const read = useLocalized();
  const labelled = useLabelled();
  const names = elementNames(process.xml);
  if (process.incidentList.length === 0) return null;
  return (
    <Notice tone="warning" title={t('process.incident')}>
      <ul>
        {process.incidentList.map(({ incidentKey, elementId, message, text }) => (
          <li key={incidentKey}>
            {labelled(names.get(elementId) ?? elementId, read(text))}
            <details>
              <summary>{t('process.technical')}</summary>
              <span lang="en">{message}</span>
            </details>
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const Suspension = ({ process }: { readonly process: InstanceView }) => {
  const t = useDeskText();
  if (process.state !== 'suspended') return null;
  return (
    <Notice tone="warning" title={t('process.suspended')}>
      {t('process.suspended.text')}
    </Notice>
  );
};

const Way = ({ process: drawn }: { readonly process: InstanceView }) => {
  const locale = useLocale();
  const process = { ...drawn, xml: nameDiagram(drawn.xml, drawn.names, locale) };
  return (
    <div className="iris-stack">
      <Suspension process={process} />
      <Incidents process={process} />
      <ol className="desk-steps">
        {processHistory(process).map((step) => (
          <StepRow key={step.key} step={step} />
        ))}
      </ol>
    </div>
  );
};

/** The way a case went through its process, step by step, in the reader's language. */
export const ProcessSteps = ({ caseId }: { readonly caseId: string }) => (
  <Answered query={useCaseProcess(caseId)}>{(process) => <Way process={process} />}</Answered>
);
