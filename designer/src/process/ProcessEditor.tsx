import type Modeler from 'bpmn-js/lib/Modeler';
import { Notice, useLocale } from '@irisflow/ui';
import { useEffect, useMemo, useState } from 'react';
import { useBlocks } from '../api/procedures.ts';
import { useNameIndex } from '../names/use-name-index.ts';
import { StoryPlayer } from '../soundness/StoryPlayer.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft, useDraftFile } from '../workspace/draft-context.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { useFileProblems } from '../workspace/use-problems.ts';
import { useFileTitle } from '../workspace/use-file-titles.ts';
import { FileFailure } from '../workspace/FileFailure.tsx';
import { createTranslate } from './canvas-texts/translate.ts';
import { ConnectorHelp } from './ConnectorHelp.tsx';
import { ElementName } from './ElementName.tsx';
import { calledProcessOf } from './modeler/called-process-of.ts';
import { isChosenFlow } from './flow-condition.ts';
import { FlowPanel, type FlowPanelProps } from './FlowPanel.tsx';
import { jobTypeOf } from './modeler/job-type-of.ts';
import { walkedEvent } from './modeler/keyboard-walk.ts';
import type { FlowElement } from './modeler/neighbor.ts';
import type { CanvasProblem, ProblemMarkers } from './modeler/problem-markers.ts';
import { outlineCommands } from './outline/outline-commands.ts';
import { ProcessOutline } from './outline/ProcessOutline.tsx';
import { readOutline } from './outline/read-outline.ts';
import { ProcessToolbar } from './ProcessToolbar.tsx';
import { TaskPanel } from './TaskPanel.tsx';
import { useAskedRemoval } from './use-asked-removal.ts';
import { useFollowedTasks } from './use-followed-tasks.ts';
import { useModeler } from './use-modeler.ts';
import { useNaming } from './use-naming.ts';
import { StepInputs } from './inputs/StepInputs.tsx';
import { Interrupts } from './Interrupts.tsx';
import { NamedParts } from './named/NamedParts.tsx';
import { DepthSwitch, usePanelDepth } from './PanelDepth.tsx';
import { useOfferedTemplates } from './use-offered-templates.ts';
import { useProcedureNames } from './use-procedure-names.ts';
import { useRevision } from './use-revision.ts';
import { useSelected } from './use-selected.ts';
import './process.css';

/** What people do in the block that a call activity calls. */
const CalledTasks = ({ modeler, element, id }: { modeler: Modeler; element: FlowElement; id: string | null }) => {
  const { data: blocks = [] } = useBlocks();
  const tasks = blocks.find((block) => block.id === id)?.tasks ?? [];
  return tasks.map((called) => <TaskPanel key={called.id} modeler={modeler} element={element} called={called} />);
};

/** What we say of the selected element above its properties; the revision stands for the model, which changes in place. */
const ElementPanels = ({ modeler, element, index, file }: FlowPanelProps) => {
  const revision = useRevision(modeler);
  return (
    <>
      {revision >= 0 && isChosenFlow(element) && (
        <FlowPanel key={element.id} modeler={modeler} element={element} index={index} file={file} />
      )}
      {element.type === 'bpmn:UserTask' && <TaskPanel key={element.id} modeler={modeler} element={element} />}
      {element.type === 'bpmn:CallActivity' && (
        <CalledTasks modeler={modeler} element={element} id={revision < 0 ? null : calledProcessOf(element)} />
      )}
      {element.type !== 'bpmn:UserTask' && <ConnectorHelp type={revision < 0 ? null : jobTypeOf(element)} />}
      <Interrupts key={`${element.id} interrupts`} modeler={modeler} element={element} />
      <NamedParts key={`${element.id} parts`} modeler={modeler} element={element} />
      <StepInputs key={`${element.id} inputs`} modeler={modeler} element={element} index={index} file={file} />
      <ElementName key={`${element.id} name`} element={element} />
    </>
  );
};

const useWalkAnnouncement = (modeler: Modeler | null): string => {
  const [text, setText] = useState('');
  useEffect(() => {
    if (modeler === null) return undefined;
    const onWalk = (event: { text: string }): void => setText(event.text);
    modeler.on(walkedEvent, onWalk);
    return () => modeler.off(walkedEvent, onWalk);
  }, [modeler]);
  return text;
};

/** Puts the problems of this file on the canvas and opens the one that was asked for. */
const useProblemMarkers = (modeler: Modeler | null, path: string, focus: EditorProps['focus']): void => {
  const locale = useLocale();
  const problems = useFileProblems(path);
  useEffect(() => {
    if (modeler === null) return;
    const shown = problems.flatMap(({ elementId, message, code, severity }): CanvasProblem[] =>
      elementId === null ? [] : [{ elementId, code, severity, message: message[locale] }],
    );
    modeler.get<ProblemMarkers>('problemMarkers').show(shown);
  }, [modeler, problems, locale]);
  useEffect(() => {
    if (modeler === null || focus === null || focus.elementId === null) return;
    modeler.get<ProblemMarkers>('problemMarkers').reveal({ elementId: focus.elementId, code: focus.code });
  }, [modeler, focus]);
};

const Outline = ({ modeler, selected }: { modeler: Modeler; selected: FlowElement | null }) => {
  const locale = useLocale();
  const revision = useRevision(modeler);
  const items = useMemo(
    // The revision stands for the model, which changes in place.
    () => (revision < 0 ? [] : readOutline(modeler.get<{ getRootElement(): FlowElement }>('canvas').getRootElement())),
    [modeler, revision],
  );
  return (
    <ProcessOutline
      items={items}
      selectedId={selected?.id ?? null}
      commands={useMemo(() => outlineCommands(modeler), [modeler])}
      translate={useMemo(() => createTranslate(locale), [locale])}
    />
  );
};

/** Below this width there is no room to draw; the outline takes over. The style sheet has the same number. */
const smallScreen = '(max-width: 64rem)';

interface ToldStoryProps {
  modeler: Modeler;
  story: NonNullable<EditorProps['story']>;
  onClose: () => void;
}

/** How a process comes to a problem; another problem is another story. */
const ToldStory = ({ modeler, story: { finding }, onClose }: ToldStoryProps) => (
  <StoryPlayer key={`${finding.code} ${finding.elementId}`} modeler={modeler} finding={finding} onClose={onClose} />
);

/** The BPMN editor: canvas, properties, outline. */
export const ProcessEditor = ({ path, focus, story, onStoryEnd }: EditorProps) => {
  const t = useTexts();
  const locale = useLocale();
  const { content, change } = useDraftFile(path);
  const { store } = useDraft();
  const templates = useOfferedTemplates(locale);
  const [depth, setDepth] = usePanelDepth();
  const [isOutlineOpen, setOutlineOpen] = useState(() => window.matchMedia(smallScreen).matches);
  const { setCanvas, setPanel, modeler, failure } = useModeler({
    xml: content ?? '',
    locale,
    templates,
    naming: useNaming(locale),
    onChange: change,
    onTouch: (isTouched) => store.touch(path, isTouched),
  });
  const selected = useSelected(modeler);
  const announcement = useWalkAnnouncement(modeler);
  useProblemMarkers(modeler, path, focus);
  useFollowedTasks(modeler);
  const index = useNameIndex();
  useProcedureNames(modeler, index, path);
  useAskedRemoval(modeler, path);
  const isCovered = modeler !== null && story !== null;

  return (
    <div className="process-editor">
      <h1 className="iris-visually-hidden">{useFileTitle(path)}</h1>
      <div className="process-editor__small">
        <Notice>{t('process.largeScreen')}</Notice>
      </div>
      <div className="process-editor__bar">
        {modeler !== null && (
          <ProcessToolbar
            modeler={modeler}
            fileName={path}
            isOutlineOpen={isOutlineOpen}
            onToggleOutline={() => setOutlineOpen((open) => !open)}
          />
        )}
        <p className="process-editor__keys">{t('process.keys')}</p>
      </div>
      {isOutlineOpen && modeler !== null && <Outline modeler={modeler} selected={selected} />}
      {/* The modeling library makes the drawing inside focusable; this element only names it. */}
      <div className="process-editor__canvas" ref={setCanvas} role="application" aria-label={t('process.canvas')} />
      {isCovered && <ToldStory modeler={modeler} story={story} onClose={onStoryEnd} />}
      {/* A story takes the room of the properties, which stay as they are behind it. */}
      <div className="process-editor__side" data-depth={depth} data-covered={isCovered}>
        {modeler !== null && <DepthSwitch depth={depth} onChange={setDepth} />}
        {modeler !== null && selected !== null && (
          <ElementPanels modeler={modeler} element={selected} index={index} file={path} />
        )}
        <div className="process-editor__panel" ref={setPanel} />
      </div>
      <p className="iris-visually-hidden" aria-live="polite">
        {announcement}
      </p>
      {failure !== null && <FileFailure path={path} failure={failure} />}
    </div>
  );
};
