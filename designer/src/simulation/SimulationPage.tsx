import { Notice, PageHeading, StatusTag, useFormatters } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { useBlocks } from '../api/procedures.ts';
import { ToolButton } from '../app/ToolButton.tsx';
import { CountedDiagram } from '../instances/CountedDiagram.tsx';
import { elementNames } from '../instances/element-names.ts';
import { parametersPath } from '../settings/procedure-file.ts';
import { TechnicalDetail } from '../app/TechnicalDetail.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { kindOfFile } from '../workspace/file-kinds.ts';
import { runSimulation, type Simulation, type SimulationStep } from './run-simulation.ts';
import { sampleVariables } from './sample-variables.ts';
import { VariablesForm } from './VariablesForm.tsx';
import { WaitingCard } from './WaitingCard.tsx';
import './simulation.css';

const processId = (xml: string): string => {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  return document.querySelector('process[isExecutable="true"]')?.id ?? '';
};

/** What the engine needs of the draft: its processes, with the blocks that they call, and its decisions. */
const useResources = () => {
  const { files } = useDraft().state;
  const { data: blocks } = useBlocks();
  return useMemo(() => {
    const texts = [...files].map(([name, text]) => ({ name, text }));
    const processes = texts.filter(({ name }) => kindOfFile(name) === 'process');
    const decisions = texts.filter(({ name }) => kindOfFile(name) === 'decision');
    const called = (blocks ?? [])
      .filter(({ id }) => processes.some(({ text }) => text.includes(`"${id}"`)))
      .map(({ id, process }) => ({ name: `${id}.bpmn`, text: process }));
    return { resources: [...processes, ...called, ...decisions], main: processes[0]?.text ?? '' };
  }, [files, blocks]);
};

interface StartProps {
  xml: string;
  /** Epoch milliseconds; amounts of that day are in force. */
  now: number;
  onStep: (step: SimulationStep) => void;
}

const Start = ({ xml, now, onStep }: StartProps) => {
  const t = useTexts();
  const { draft, files } = useDraft().state;
  const day = new Date(now).toISOString().slice(0, 10);
  const parameters = files.get(parametersPath);
  return (
    <VariablesForm
      label={t('simulation.startVariables')}
      sample={sampleVariables({ procedureKey: draft.key, language: t.locale, day, parameters })}
      rows={18}
      action={t('simulation.start')}
      onSubmit={(variables) => onStep({ kind: 'start', processId: processId(xml), variables })}
    />
  );
};

interface NowProps {
  simulation: Simulation;
  xml: string;
  onStep: (step: SimulationStep) => void;
}

const Now = ({ simulation, xml, onStep }: NowProps) => {
  const t = useTexts();
  const names = useMemo(() => elementNames(xml), [xml]);
  if (simulation.state === 'notStarted') return <Start xml={xml} now={simulation.now} onStep={onStep} />;
  return (
    <>
      {simulation.state === 'ended' && <Notice tone="success" title={t('simulation.ended')} />}
      <ul className="waiting-list" aria-live="polite">
        {simulation.waiting.map((waiting) => (
          <WaitingCard
            key={waiting.key}
            waiting={waiting}
            elementName={names.get(waiting.elementId) ?? waiting.elementId}
            onStep={onStep}
          />
        ))}
      </ul>
      <details>
        <summary>{t('variable.title')}</summary>
        <pre>{JSON.stringify(simulation.variables, null, 2)}</pre>
      </details>
    </>
  );
};

/** Plays a case through the draft with the real engine, in this browser; nothing leaves it. */
export const SimulationPage = () => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  const { resources, main } = useResources();
  const [startedAt] = useState(() => Date.now());
  const [steps, setSteps] = useState<readonly SimulationStep[]>([]);
  const simulation = useMemo(() => runSimulation(resources, steps, startedAt), [resources, steps, startedAt]);
  const add = (step: SimulationStep): void => setSteps([...steps, step]);
  return (
    <div className="simulation">
      <div className="editor-page">
        <PageHeading
          title={t('rail.simulation')}
          lead={t('simulation.lead')}
          actions={
            <span className="toolbar">
              <StatusTag>{dateTime(new Date(simulation.now))}</StatusTag>
              <ToolButton
                icon="undo"
                label={t('simulation.back')}
                isDisabled={steps.length === 0}
                onClick={() => setSteps(steps.slice(0, -1))}
              />
              <ToolButton
                icon="trash"
                label={t('simulation.reset')}
                isDisabled={steps.length === 0}
                onClick={() => setSteps([])}
              />
            </span>
          }
        />
        <CountedDiagram label={t('rail.simulation')} xml={main} counts={simulation.counts} />
      </div>
      <section className="simulation__side" aria-label={t('simulation.now')}>
        <h2 className="panel-title">{t('simulation.now')}</h2>
        {simulation.failure !== null && (
          <Notice tone="danger" title={t('simulation.refused')} live>
            <TechnicalDetail detail={simulation.failure} />
          </Notice>
        )}
        <Now simulation={simulation} xml={main} onStep={add} />
      </section>
    </div>
  );
};
