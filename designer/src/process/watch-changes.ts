import type Modeler from 'bpmn-js/lib/Modeler';

/** Milliseconds after a change before the diagram is written as XML; writing takes some 10 ms on a large model. */
const settleTime = 250;

export interface WatchedDrawing {
  readonly modeler: Modeler;
  /** The text that is on the canvas. */
  shown: string;
  /** The text that was opened, and as which the modeler writes it: other tools break lines and write quotes otherwise. */
  readonly opened: { readonly text: string; readonly written: string | undefined };
}

/** What the file is now: to the byte what was opened, as long as nothing differs from it. */
const textOf = ({ opened }: WatchedDrawing, xml: string): string => (xml === opened.written ? opened.text : xml);

/** Writes the diagram as XML a moment after the last change, and at once when the editor goes away; the browser asks before it leaves what is not written yet. */
export const watchChanges = (
  drawing: WatchedDrawing,
  emit: (xml: string) => void,
  touch: (isTouched: boolean) => void,
): (() => Promise<void>) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = async (): Promise<void> => {
    timer = undefined;
    const { xml } = await drawing.modeler.saveXML({ format: true });
    const text = xml === undefined ? drawing.shown : textOf(drawing, xml);
    if (text === drawing.shown) {
      touch(false);
      return;
    }
    drawing.shown = text;
    emit(text);
  };
  drawing.modeler.on('commandStack.changed', () => {
    touch(true);
    clearTimeout(timer);
    timer = setTimeout(() => void write(), settleTime);
  });
  // A name that is typed on the canvas is no change before it is confirmed; a drawing put there anew would throw it away.
  drawing.modeler.on('directEditing.activate', () => touch(true));
  drawing.modeler.on('directEditing.deactivate', () => {
    if (timer === undefined) touch(false);
  });
  const onLeave = (event: BeforeUnloadEvent): void => {
    if (timer !== undefined) event.preventDefault();
  };
  window.addEventListener('beforeunload', onLeave);
  return async () => {
    window.removeEventListener('beforeunload', onLeave);
    if (timer === undefined) return;
    clearTimeout(timer);
    await write();
  };
};
