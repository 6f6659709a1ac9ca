import type Modeler from 'bpmn-js/lib/Modeler';

/** Milliseconds after a change before the diagram is written as XML; writing takes some 10 ms on a large model. */
const settleTime = 250;

/** Writes the diagram as XML a moment after the last change, and at once when the editor goes away; the browser asks before it leaves what is not written yet. */
export const watchChanges = (
  drawing: { readonly modeler: Modeler; shown: string },
  emit: (xml: string) => void,
  touch: (isTouched: boolean) => void,
): (() => Promise<void>) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = async (): Promise<void> => {
    timer = undefined;
    const { xml } = await drawing.modeler.saveXML({ format: true });
    if (xml === undefined || xml === drawing.shown) {
      touch(false);
      return;
    }
    drawing.shown = xml;
    emit(xml);
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
