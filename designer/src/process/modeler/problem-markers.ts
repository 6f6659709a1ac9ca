import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type { Injector } from './injector.ts';
import type { FlowElement } from './neighbor.ts';
import { groupBy } from '../../app/group-by.ts';
import { panelEntryOf } from './panel-entry.ts';

/** A problem as the canvas shows it: `message` is in the reader's language. */
export interface CanvasProblem {
  elementId: string;
  code: string;
  severity: 'error' | 'warning';
  message: string;
}

export interface ProblemMarkers {
  show(problems: readonly CanvasProblem[]): void;
  /** Selects the element and opens the field that is wrong. */
  reveal(problem: Pick<CanvasProblem, 'elementId' | 'code'>): void;
}

interface Collaborators {
  canvas: { getRootElement(): FlowElement; scrollToElement(element: FlowElement): void };
  elementRegistry: { get(id: string): FlowElement | undefined };
  eventBus: { on(event: string, listener: () => void): void; fire(event: string, context: object): void };
  overlays: Pick<Overlays, 'add' | 'remove'>;
  selection: { get(): FlowElement[]; select(elements: FlowElement | FlowElement[]): void };
}

const overlayType = 'irisflow-problem';

const badge = (problems: readonly CanvasProblem[], onClick: () => void): HTMLElement => {
  const button = document.createElement('button');
  const worst = problems.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
  const messages = problems.map((problem) => problem.message).join('\n');
  button.type = 'button';
  // The problem list is the keyboard's way to the same place.
  button.tabIndex = -1;
  button.className = `canvas-problem canvas-problem--${worst}`;
  button.textContent = problems.length === 1 ? '!' : String(problems.length);
  button.title = messages;
  button.setAttribute('aria-label', messages);
  button.addEventListener('click', onClick);
  return button;
};

const createProblemMarkers = (diagram: Collaborators): ProblemMarkers => {
  let shown: readonly CanvasProblem[] = [];

  const selectedId = (): string => {
    const [first] = diagram.selection.get();
    return (first?.labelTarget ?? first ?? diagram.canvas.getRootElement()).id;
  };

  const showInPanel = (): void => {
    const id = selectedId();
    const errors: Record<string, string> = {};
    for (const problem of shown) {
      const entry = panelEntryOf(problem.code);
      if (problem.elementId === id && entry !== null) errors[entry] = problem.message;
    }
    diagram.eventBus.fire('propertiesPanel.setErrors', { errors });
  };

  const reveal: ProblemMarkers['reveal'] = ({ elementId, code }) => {
    const element = diagram.elementRegistry.get(elementId);
    if (element === undefined) return;
    diagram.canvas.scrollToElement(element);
    diagram.selection.select(element === diagram.canvas.getRootElement() ? [] : element);
    const entry = panelEntryOf(code);
    // The panel renders the selection in its own time; an earlier request is lost.
    if (entry !== null) requestAnimationFrame(() => diagram.eventBus.fire('propertiesPanel.showEntry', { id: entry }));
  };

  const drawBadges = (): void => {
    diagram.overlays.remove({ type: overlayType });
    for (const [id, problems] of groupBy(shown, (problem) => problem.elementId)) {
      const element = diagram.elementRegistry.get(id);
      const [first] = problems;
      if (element === undefined || first === undefined || element === diagram.canvas.getRootElement()) continue;
      const html = badge(problems, () => reveal(first));
      diagram.overlays.add(id, overlayType, { position: { bottom: 12, left: -10 }, html, scale: { min: 0.8 } });
    }
  };

  // Listeners of this event bus stop it when they return something.
  diagram.eventBus.on('selection.changed', () => {
    showInPanel();
  });

  return {
    show(problems) {
      shown = problems;
      drawBadges();
      showInPanel();
    },
    reveal,
  };
};

const factory = (injector: Injector<Collaborators>): ProblemMarkers =>
  createProblemMarkers({
    canvas: injector.get('canvas'),
    elementRegistry: injector.get('elementRegistry'),
    eventBus: injector.get('eventBus'),
    overlays: injector.get('overlays'),
    selection: injector.get('selection'),
  });
factory.$inject = ['injector'];

export const problemMarkerModule = { __init__: ['problemMarkers'], problemMarkers: ['factory', factory] };
