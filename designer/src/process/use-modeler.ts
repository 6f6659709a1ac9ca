import type Modeler from 'bpmn-js/lib/Modeler';
import type { Locale } from '@irisflow/client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { editorSides, showBeginning, type Box } from './fit-diagram.ts';
import { redraw } from './redraw.ts';
import { toDrawable } from './to-drawable.ts';
import { watchChanges, type WatchedDrawing } from './watch-changes.ts';
import { watchSize } from './watch-size.ts';
import { createModeler, type ModelerPlaces } from './modeler/create-modeler.ts';
import type { Renamed, ShownNames } from './modeler/shown-names.ts';
import type { Naming } from './use-naming.ts';
import type { FlowElement } from './modeler/neighbor.ts';

export interface ModelerSource {
  xml: string;
  locale: Locale;
  templates: readonly unknown[] | undefined;
  /** What steps and flows are called in this language. */
  naming: Naming;
  onChange: (xml: string) => void;
  /** Something changed that is written in a moment, or nothing came of it. */
  onTouch: (isTouched: boolean) => void;
}

export interface ModelerView {
  /** Refs of the two elements that the modeler draws into. */
  setCanvas: (element: HTMLElement | null) => void;
  setPanel: (element: HTMLElement | null) => void;
  /** The modeler once its diagram is drawn; another one after a language change. */
  modeler: Modeler | null;
  /** Why the file could not be drawn. */
  failure: string | null;
}

/** A modeler with the XML that is on its canvas, to tell our own saves from a file that changed elsewhere. */
interface Drawing extends WatchedDrawing {
  modeler: Modeler;
  opened: WatchedDrawing['opened'];
  isAlive: boolean;
  /** Whether there is a drawing on the canvas that somebody looks at. */
  isDrawn: boolean;
}

/** Where the process begins: its leftmost start that stands in no scope of its own. */
const startOf = (modeler: Modeler): Box | undefined =>
  modeler
    .get<{ filter(keep: (element: FlowElement) => boolean): (FlowElement & Box)[] }>('elementRegistry')
    .filter(({ type, parent }) => type === 'bpmn:StartEvent' && parent?.type.endsWith('SubProcess') !== true)
    .toSorted((a, b) => a.x - b.x)[0];

const draw = async (drawing: Drawing, xml: string): Promise<string | null> => {
  drawing.shown = xml;
  try {
    const drawable = await toDrawable(xml);
    if (drawing.isDrawn) await redraw(drawing.modeler, drawable);
    else {
      await drawing.modeler.importXML(drawable);
      if (drawing.isAlive) showBeginning(drawing.modeler.get('canvas'), editorSides, startOf(drawing.modeler));
    }
    drawing.isDrawn = true;
    drawing.opened = { text: xml, written: (await drawing.modeler.saveXML({ format: true })).xml };
    return null;
  } catch (error) {
    drawing.isDrawn = false;
    return error instanceof Error ? error.message : String(error);
  }
};

const openDrawing = (places: ModelerPlaces, locale: Locale): Drawing => ({
  modeler: createModeler(places, locale),
  shown: '',
  opened: { text: '', written: undefined },
  isAlive: true,
  isDrawn: false,
});

/** Keeps one modeler on two elements in step with a file of the draft. */
export const useModeler = ({ xml, locale, templates, naming, onChange, onTouch }: ModelerSource): ModelerView => {
  const [canvas, setCanvas] = useState<HTMLElement | null>(null);
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  const [drawn, setDrawn] = useState<Pick<ModelerView, 'modeler' | 'failure'>>({ modeler: null, failure: null });
  const drawingRef = useRef<Drawing | null>(null);
  const emit = useEffectEvent((text: string) => onChange(text));
  const touch = useEffectEvent((isTouched: boolean) => onTouch(isTouched));
  const currentXml = useEffectEvent(() => xml);
  const rename = useEffectEvent((renamed: Renamed) => naming.rename(renamed));
  const nameDrawing = useEffectEvent(({ modeler }: Drawing) => {
    const names = modeler.get<ShownNames>('shownNames');
    names.answerWith(naming.nameOf);
    names.tellRenamed((renamed) => rename(renamed));
  });

  const show = useEffectEvent(async (drawing: Drawing, text: string): Promise<void> => {
    if (!drawing.isAlive) return;
    const failure = await draw(drawing, text);
    if (drawing.isAlive) setDrawn({ modeler: failure === null ? drawing.modeler : null, failure });
  });

  useEffect(() => {
    if (canvas === null || panel === null) return undefined;
    const drawing = openDrawing({ canvas, panel }, locale);
    drawingRef.current = drawing;
    nameDrawing(drawing);
    const finish = watchChanges(
      drawing,
      (text) => emit(text),
      (isTouched) => touch(isTouched),
    );
    const unwatch = watchSize(canvas, drawing.modeler.get('canvas'));
    // Later, because a drawing that strict mode opens and closes at once must not load the file.
    queueMicrotask(() => void show(drawing, currentXml()));
    return () => {
      drawing.isAlive = false;
      drawingRef.current = null;
      unwatch();
      void finish().finally(() => drawing.modeler.destroy());
    };
  }, [canvas, panel, locale]);

  useEffect(() => {
    const drawing = drawingRef.current;
    if (drawing !== null && drawing.shown !== xml) queueMicrotask(() => void show(drawing, xml));
  }, [xml]);

  useEffect(() => {
    drawn.modeler?.get<ShownNames>('shownNames').answerWith(naming.nameOf);
  }, [drawn.modeler, naming.nameOf]);

  useEffect(() => {
    if (drawn.modeler === null || templates === undefined) return;
    drawn.modeler
      .get<{ setTemplates(list: readonly unknown[]): void }>('elementTemplatesLoader')
      .setTemplates(templates);
  }, [drawn.modeler, templates]);

  return { setCanvas, setPanel, ...drawn };
};
