import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Keyboard from 'diagram-js/lib/features/keyboard/Keyboard';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import type { Injector } from './injector.ts';
import { describeElement } from './describe-element.ts';
import { neighbor, type FlowElement } from './neighbor.ts';
import type { Translate } from '../canvas-texts/translate.ts';

/** Fired with `{ text }` whenever the walk reaches an element; the editor puts it in a live region. */
export const walkedEvent = 'irisflow.walked';

interface Collaborators {
  canvas: Canvas;
  eventBus: EventBus;
  selection: Selection;
  directEditing: { activate(element: FlowElement): boolean };
  translate: Translate;
}

const directions = { ArrowRight: 'next', ArrowLeft: 'previous', ArrowDown: 'below', ArrowUp: 'above' } as const;

const createWalk = ({ canvas, eventBus, selection, directEditing, translate }: Collaborators) => {
  const select = (element: FlowElement): void => {
    selection.select(element);
    canvas.scrollToElement(element);
    eventBus.fire(walkedEvent, { text: describeElement(element, translate) });
  };

  /** Alt with an arrow walks along the flows; F2 renames. Tab stays free, or the canvas would be a trap. */
  return (event: KeyboardEvent): true | void => {
    const [current] = selection.get() as FlowElement[];
    if (event.key === 'F2' && current !== undefined) {
      directEditing.activate(current);
      return true;
    }
    const direction = event.altKey ? directions[event.key as keyof typeof directions] : undefined;
    if (direction === undefined) return undefined;
    event.preventDefault();
    const target = neighbor(current ?? null, direction, canvas.getRootElement() as FlowElement);
    if (target !== null) select(target);
    return true;
  };
};

const factory = (injector: Injector<Collaborators & { keyboard: Keyboard }>): object => {
  const walk = createWalk({
    canvas: injector.get('canvas'),
    eventBus: injector.get('eventBus'),
    selection: injector.get('selection'),
    directEditing: injector.get('directEditing'),
    translate: injector.get('translate'),
  });
  const keyboard = injector.get('keyboard');
  keyboard.addListener(2000, (context: { keyEvent: KeyboardEvent }) => walk(context.keyEvent));
  return {};
};
factory.$inject = ['injector'];

export const keyboardWalkModule = { __init__: ['keyboardWalk'], keyboardWalk: ['factory', factory] };
