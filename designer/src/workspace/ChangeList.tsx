import { StatusTag } from '@irisflow/ui';
import type { FileChange } from '../changes/diff-files.ts';
import type { ElementChange } from '../changes/diff-process.ts';
import { fileTitle } from './file-title.ts';
import { kindOfFile, type FileKind } from './file-kinds.ts';
import { createTranslate } from '../process/canvas-texts/translate.ts';
import { kindLabel } from '../process/modeler/describe-element.ts';
import { useStepNames } from './use-step-names.ts';
import { useTexts, type TextKey } from '../texts/use-texts.ts';

const tones = { added: 'success', removed: 'danger', changed: 'accent' } as const;
const kindTexts = {
  added: 'change.added',
  removed: 'change.removed',
  changed: 'change.changed',
} as const satisfies Record<FileChange['kind'], TextKey>;

const fileKindTexts = {
  process: 'rail.process',
  form: 'change.form',
  decision: 'change.decision',
  letter: 'change.letter',
  right: 'rail.rights',
  quota: 'rail.quotas',
  obligation: 'rail.obligations',
  codes: 'rail.codes',
  parameters: 'rail.parametersFile',
  procedure: 'rail.settingsFile',
  scenario: 'change.scenario',
  decisionTests: 'decision.tests',
} as const satisfies Record<FileKind, TextKey>;

/** What people call a part of an element; a rare one keeps its technical name. */
const aspectTexts: Readonly<Record<string, TextKey>> = {
  name: 'aspect.name',
  documentation: 'aspect.documentation',
  taskDefinition: 'aspect.connector',
  taskHeaders: 'aspect.result',
  ioMapping: 'aspect.mapping',
  formDefinition: 'aspect.form',
  assignmentDefinition: 'aspect.group',
  calledDecision: 'aspect.decision',
  calledElement: 'aspect.block',
  conditionExpression: 'aspect.condition',
  default: 'aspect.default',
  sourceRef: 'aspect.way',
  targetRef: 'aspect.way',
  timerEventDefinition: 'aspect.time',
  messageEventDefinition: 'aspect.message',
  messageRef: 'aspect.message',
  subscription: 'aspect.message',
  type: 'aspect.type',
};

const aspectWord = (aspect: string, t: ReturnType<typeof useTexts>): string => {
  const text = aspectTexts[aspect];
  return text === undefined ? aspect : t(text);
};

const Element = ({ change }: { change: ElementChange }) => {
  const t = useTexts();
  const translate = createTranslate(t.locale);
  const name = useStepNames()[change.elementId]?.[t.locale] || (change.name ?? change.elementId);
  const kind = translate(kindLabel(change.type.charAt(0).toUpperCase() + change.type.slice(1)));
  return (
    <li>
      {t(kindTexts[change.kind])} {kind} <strong>{name}</strong>
      {change.kind === 'changed' && (
        <span className="changes__aspects"> ({change.aspects.map((aspect) => aspectWord(aspect, t)).join(', ')})</span>
      )}
    </li>
  );
};

/** How much changed: a diagram is told by its elements, because lines of XML move with every drawing. */
const Extent = ({ change }: { change: FileChange }) => {
  const t = useTexts();
  const isDiagram = change.path.endsWith('.bpmn') && change.kind === 'changed';
  if (isDiagram && change.elements.length > 0) return null;
  return (
    <span className="changes__lines">
      {isDiagram
        ? t('change.drawingOnly')
        : t('change.lines', { added: change.linesAdded, removed: change.linesRemoved })}
    </span>
  );
};

/** What changed between two sets of files, with the elements of a process by name. */
export const ChangeList = ({ changes }: { changes: readonly FileChange[] }) => {
  const t = useTexts();
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={change.path}>
          <StatusTag tone={tones[change.kind]}>{t(kindTexts[change.kind])}</StatusTag>{' '}
          <span className="iris-muted">{t(fileKindTexts[kindOfFile(change.path)])}</span>{' '}
          <strong>{fileTitle(change.path, change.content, t.locale)}</strong> <Extent change={change} />
          {change.elements.length > 0 && (
            <ul>
              {change.elements.map((element) => (
                <Element key={element.elementId} change={element} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
};
