import type Modeler from 'bpmn-js/lib/Modeler';
import { Notice, VisuallyHidden, useLocale } from '@irisflow/ui';
import { repairMessage, soundnessMessage, stepMessage } from '@irisflow/soundness';
import { useEffect, useMemo, useReducer, useRef, type KeyboardEvent } from 'react';
import { ToolButton } from '../app/ToolButton.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { PathFinding } from './check-process.ts';
import { elementWords } from './element-words.ts';
import { withFlowWords } from './flow-words.ts';
import { createStoryCanvas } from './story-canvas.ts';
import { beginning, playerOf, speeds, stepTime, type PlayerAct, type PlayerState, type Speed } from './story-player.ts';
import './story.css';

export interface StoryPlayerProps {
  modeler: Modeler;
  finding: PathFinding;
  onClose: () => void;
}

/** The share of a step's time in which tokens run; in the rest one reads. */
const runningShare = 0.6;

const isStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** What the story says, in the words of the diagram rather than by ids. */
interface StoryTexts {
  steps: readonly string[];
  message: string;
  repair: string;
}

const useStoryTexts = (modeler: Modeler, finding: PathFinding): StoryTexts => {
  const locale = useLocale();
  return useMemo(() => {
    const words = withFlowWords(elementWords(finding.drawn, locale), modeler);
    return {
      steps: finding.path.map((step) => stepMessage(step, words, locale)),
      message: soundnessMessage(finding, words, locale),
      repair: repairMessage(finding, words, locale),
    };
  }, [modeler, finding, locale]);
};

/** Shows each step on the canvas. Tokens run only when the story goes on by one step and motion is welcome. */
const useStoryCanvas = (
  modeler: Modeler,
  finding: PathFinding,
  { state: { step, speed }, texts }: { state: PlayerState; texts: StoryTexts },
): void => {
  const canvas = useMemo(() => createStoryCanvas(modeler), [modeler]);
  const shown = useRef(0);
  useEffect(() => canvas.clear, [canvas]);
  useEffect(() => {
    const current = finding.path[step];
    if (current === undefined) return;
    const isNext = step === shown.current + 1;
    shown.current = step;
    const isEnd = step === finding.path.length - 1;
    canvas.show({
      step: current,
      before: finding.path[step - 1]?.tokens ?? [],
      duration: isNext && !isStill() ? (stepTime / speed) * runningShare : 0,
      culprit: isEnd ? { elementId: finding.elementId, message: texts.message, repair: texts.repair } : null,
    });
    // A change of speed holds from the next step on.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [canvas, finding, step, texts]);
};

const useClock = ({ isPlaying, speed }: PlayerState, dispatch: (act: PlayerAct) => void): void =>
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(() => dispatch({ do: 'tick' }), stepTime / speed);
    return () => clearInterval(timer);
  }, [isPlaying, speed, dispatch]);

interface ControlsProps {
  state: PlayerState;
  steps: number;
  dispatch: (act: PlayerAct) => void;
}

const Controls = ({ state: { step, isPlaying, speed }, steps, dispatch }: ControlsProps) => {
  const t = useTexts();
  return (
    <div className="toolbar" role="toolbar" aria-label={t('story.controls')}>
      <ToolButton
        icon="left"
        label={t('story.back')}
        isDisabled={step === 0}
        onClick={() => dispatch({ do: 'goTo', step: step - 1 })}
      />
      <ToolButton
        icon={isPlaying ? 'pause' : 'play'}
        label={isPlaying ? t('story.pause') : t('story.play')}
        onClick={() => dispatch({ do: isPlaying ? 'pause' : 'play' })}
      />
      <ToolButton
        icon="right"
        label={t('story.next')}
        isDisabled={step >= steps - 1}
        onClick={() => dispatch({ do: 'goTo', step: step + 1 })}
      />
      <label className="story__speed">
        <span>{t('story.speed')}</span>
        <select
          value={speed}
          onChange={(event) => dispatch({ do: 'setSpeed', speed: Number(event.currentTarget.value) as Speed })}
        >
          {speeds.map((option) => (
            <option key={option} value={option}>
              {t('story.times', { speed: option })}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};

interface StepListProps {
  texts: readonly string[];
  current: number;
  onChoose: (step: number) => void;
}

const StepList = ({ texts, current, onChoose }: StepListProps) => {
  return (
    <ol className="story__steps">
      {texts.map((text, index) => (
        // The steps of a story never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <button type="button" aria-current={index === current ? 'step' : undefined} onClick={() => onChoose(index)}>
            {text}
          </button>
        </li>
      ))}
    </ol>
  );
};

/** Plays how a process comes to a problem: tokens on the canvas, each step as a sentence, at the end what is wrong. */
export const StoryPlayer = ({ modeler, finding, onClose }: StoryPlayerProps) => {
  const t = useTexts();
  const steps = finding.path.length;
  const [state, dispatch] = useReducer(playerOf(steps), beginning);
  const texts = useStoryTexts(modeler, finding);
  useStoryCanvas(modeler, finding, { state, texts });
  useClock(state, dispatch);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const isEnd = state.step === steps - 1;
  const closeOnEscape = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') onClose();
  };
  return (
    // Escape closes the player from anywhere in it; its controls are buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="story" aria-label={t('story.title')} onKeyDown={closeOnEscape}>
      <div className="story__head">
        <h2 className="panel-title" tabIndex={-1} ref={title}>
          {t('story.title')}
        </h2>
        <ToolButton icon="close" label={t('story.close')} onClick={onClose} />
      </div>
      <Controls state={state} steps={steps} dispatch={dispatch} />
      <StepList texts={texts.steps} current={state.step} onChoose={(step) => dispatch({ do: 'goTo', step })} />
      {isEnd && (
        <Notice tone={finding.severity === 'error' ? 'danger' : 'warning'} title={texts.message}>
          <p>{texts.repair}</p>
        </Notice>
      )}
      <VisuallyHidden>
        <span aria-live="polite">
          {t('story.step', { step: state.step + 1, steps, text: texts.steps[state.step] ?? '' })}
          {isEnd ? ` ${texts.message} ${texts.repair}` : ''}
        </span>
      </VisuallyHidden>
    </section>
  );
};
