import type { ScenarioStep } from '@irisflow/scenarios';
import { daysOfWait } from '@irisflow/scenarios';
import { Button, Dialog, NumberField, Select, TextField } from '@irisflow/ui';
import { useId, useState } from 'react';
import { ToolButton } from '../app/ToolButton.tsx';
import { messageText, sampleMessage } from '../play/message-words.ts';
import { PlayedForm } from '../play/PlayedForm.tsx';
import type { ProcedureFacts } from '../play/procedure-facts.ts';
import { answersToProcess, dataOfAnswers } from '../play/task-data.ts';
import type { NameOf } from '../play/use-facts.ts';
import { GroupFields } from '../play/ValueFields.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { DrawnParts } from './drawn-parts.ts';
import { ElementPicker } from './ElementPicker.tsx';

export interface StepEditorProps {
  readonly step: ScenarioStep;
  readonly number: number;
  readonly count: number;
  readonly facts: ProcedureFacts;
  readonly drawn: DrawnParts;
  readonly nameOf: NameOf;
  readonly onChange: (step: ScenarioStep) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

type StepOf<Name extends string> = Extract<ScenarioStep, Readonly<Record<Name, unknown>>>;
type Part<Step> = Omit<StepEditorProps, 'step'> & { readonly step: Step };

/** The real form of a task, to say what is answered there. */
const FormDialog = ({ step, facts, nameOf, onChange, onClose }: Part<StepOf<'complete'>> & { onClose: () => void }) => {
  const t = useTexts();
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const form = facts.forms.get(facts.tasks[step.complete]?.form ?? '');
  if (form === undefined) return null;
  return (
    <Dialog open wide title={nameOf(step.complete)} onClose={onClose}>
      <PlayedForm
        form={form}
        reader="agent"
        locale={t.locale}
        start={dataOfAnswers(form, step.with)}
        today={today}
        onSubmit={(data) => {
          onChange({ ...step, with: answersToProcess(form, data) });
          onClose();
        }}
      />
    </Dialog>
  );
};

const CompleteStep = (props: Part<StepOf<'complete'>>) => {
  const t = useTexts();
  const { step, facts, drawn, nameOf, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const hasForm = facts.forms.has(facts.tasks[step.complete]?.form ?? '');
  const tasks = drawn.elements.filter(({ kind }) => kind === 'userTask').map(({ id }) => id);
  return (
    <>
      <ElementPicker
        label={t('step.task')}
        ids={tasks}
        nameOf={nameOf}
        value={step.complete}
        onChange={(complete) => onChange({ ...step, complete })}
      />
      {hasForm && (
        <div>
          <Button tone="secondary" size="small" onClick={() => setOpen(true)}>
            {t('step.withForm')}
          </Button>
        </div>
      )}
      <details>
        <summary>{t('step.gives')}</summary>
        <GroupFields value={step.with} onChange={(values) => onChange({ ...step, with: values })} />
      </details>
      {isOpen && <FormDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
};

const PublishStep = ({ step, drawn, onChange }: Part<StepOf<'publish'>>) => {
  const t = useTexts();
  const id = useId();
  const names = [...new Set([...drawn.messages, step.publish])].filter((name) => name !== '');
  const label = (name: string): string => {
    const known = messageText(name);
    return known === null ? name : `${t(known)} (${name})`;
  };
  const rekey = (key: string): void => {
    const { key: _, ...rest } = step;
    onChange(key.trim() === '' ? rest : { ...rest, key: key.trim() });
  };
  return (
    <>
      <Select
        id={`${id}-name`}
        label={t('step.message')}
        value={step.publish === '' ? undefined : step.publish}
        options={names.map((name) => ({ value: name, label: label(name) }))}
        onChange={(name) =>
          name !== undefined && onChange({ ...step, publish: name, with: sampleMessage(name, step.key ?? '', '') })
        }
      />
      <TextField
        id={`${id}-key`}
        label={t('step.about')}
        hint={t('step.aboutHint')}
        optional
        value={step.key ?? ''}
        onChange={rekey}
      />
      <details>
        <summary>{t('step.brings')}</summary>
        <GroupFields value={step.with} onChange={(values) => onChange({ ...step, with: values })} />
      </details>
    </>
  );
};

const BroadcastStep = ({ step, drawn, onChange }: Part<StepOf<'broadcast'>>) => {
  const t = useTexts();
  const id = useId();
  const names = [...new Set([...drawn.signals, step.broadcast])].filter((name) => name !== '');
  return (
    <>
      <Select
        id={id}
        label={t('step.signal')}
        value={step.broadcast === '' ? undefined : step.broadcast}
        options={names.map((name) => ({ value: name, label: name }))}
        onChange={(name) => name !== undefined && onChange({ ...step, broadcast: name })}
      />
      <details>
        <summary>{t('step.brings')}</summary>
        <GroupFields value={step.with} onChange={(values) => onChange({ ...step, with: values })} />
      </details>
    </>
  );
};

const WaitStep = ({ step, onChange }: Part<StepOf<'wait'>>) => {
  const t = useTexts();
  const id = useId();
  return (
    <NumberField
      id={id}
      label={t('play.days')}
      inputMode="numeric"
      value={daysOfWait(step.wait)}
      onChange={(days) =>
        typeof days === 'number' && Number.isInteger(days) && days > 0 && onChange({ wait: `P${days}D` })
      }
    />
  );
};

const Fields = (props: StepEditorProps) => {
  const { step } = props;
  if ('complete' in step) return <CompleteStep {...props} step={step} />;
  if ('publish' in step) return <PublishStep {...props} step={step} />;
  if ('broadcast' in step) return <BroadcastStep {...props} step={step} />;
  return <WaitStep {...props} step={step} />;
};

/** Of which kind a step is, for its title. */
export const stepKind = (step: ScenarioStep): 'complete' | 'publish' | 'broadcast' | 'wait' => {
  if ('complete' in step) return 'complete';
  if ('publish' in step) return 'publish';
  return 'broadcast' in step ? 'broadcast' : 'wait';
};

/** One step of a scenario in fields: what somebody does, what arrives, or how long it takes. */
export const StepEditor = (props: StepEditorProps) => {
  const t = useTexts();
  const { step, number, count, onMove, onRemove } = props;
  return (
    <li className="scenario-step">
      <div className="scenario-step__head">
        <h3>{t('step.title', { number, kind: t(`step.kind.${stepKind(step)}`) })}</h3>
        <span className="toolbar">
          <ToolButton icon="up" label={t('step.up', { number })} isDisabled={number === 1} onClick={() => onMove(-1)} />
          <ToolButton
            icon="down"
            label={t('step.down', { number })}
            isDisabled={number === count}
            onClick={() => onMove(1)}
          />
          <ToolButton icon="trash" label={t('step.remove', { number })} onClick={onRemove} />
        </span>
      </div>
      <Fields {...props} />
    </li>
  );
};
