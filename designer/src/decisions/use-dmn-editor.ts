import DmnModeler, { type DmnView } from 'dmn-js/lib/Modeler';
import type { Locale } from '@irisflow/client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { feelLanguage } from '../feel/feel-language.ts';
import { canvasTextModule } from '../process/canvas-texts/canvas-text-module.ts';
import './dmn-styles.ts';

export interface DmnSource {
  xml: string;
  locale: Locale;
  onChange: (xml: string) => void;
}

interface DmnState {
  views: readonly DmnView[];
  active: DmnView | null;
  failure: string | null;
}

export interface DmnEditor extends DmnState {
  setHost: (element: HTMLElement | null) => void;
  open: (view: DmnView) => void;
}

const settleTime = 250;

interface Drawing {
  modeler: DmnModeler;
  shown: string;
  isAlive: boolean;
}

const createDrawing = (container: HTMLElement, locale: Locale): Drawing => {
  const view = { additionalModules: [canvasTextModule(locale)], feelLanguageContext: feelLanguage(locale) };
  const views = { drd: view, decisionTable: view, literalExpression: view, boxedExpression: view };
  return { modeler: new DmnModeler({ container, ...views }), shown: '', isAlive: true };
};

/** Each view has a command stack of its own, so every viewer that opens is watched once. */
const watchChanges = (drawing: Drawing, emit: (xml: string) => void): (() => Promise<void>) => {
  const watched = new WeakSet<object>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = async (): Promise<void> => {
    timer = undefined;
    const { xml } = await drawing.modeler.saveXML({ format: true });
    if (xml === drawing.shown) return;
    drawing.shown = xml;
    emit(xml);
  };
  const watch = (): void => {
    const viewer = drawing.modeler.getActiveViewer();
    if (viewer === undefined || watched.has(viewer)) return;
    watched.add(viewer);
    viewer.on('elements.changed', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void write(), settleTime);
    });
  };
  drawing.modeler.on('views.changed', watch);
  return async () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    await write();
  };
};

/** Draws a file and opens its first table: the overview of requirements is one click away. */
const draw = async (drawing: Drawing, xml: string): Promise<string | null> => {
  drawing.shown = xml;
  try {
    await drawing.modeler.importXML(xml);
    const table = drawing.modeler.getViews().find((view) => view.type === 'decisionTable');
    if (table !== undefined && drawing.isAlive) await drawing.modeler.open(table);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** Keeps one DMN editor on an element in step with a file of the draft. */
export const useDmnEditor = ({ xml, locale, onChange }: DmnSource): DmnEditor => {
  const [host, setHost] = useState<HTMLElement | null>(null);
  const [state, setState] = useState<DmnState>({ views: [], active: null, failure: null });
  const drawingRef = useRef<Drawing | null>(null);
  const emit = useEffectEvent((text: string) => onChange(text));
  const currentXml = useEffectEvent(() => xml);
  const show = useEffectEvent(async (drawing: Drawing, text: string): Promise<void> => {
    if (!drawing.isAlive) return;
    const failure = await draw(drawing, text);
    if (failure !== null && drawing.isAlive) setState({ views: [], active: null, failure });
  });

  useEffect(() => {
    if (host === null) return undefined;
    const drawing = createDrawing(host, locale);
    drawingRef.current = drawing;
    const { modeler } = drawing;
    const finish = watchChanges(drawing, (text) => emit(text));
    modeler.on('views.changed', () => {
      if (drawing.isAlive)
        setState({ views: modeler.getViews(), active: modeler.getActiveView() ?? null, failure: null });
    });
    // Later, because a drawing that strict mode opens and closes at once must not load the file.
    queueMicrotask(() => void show(drawing, currentXml()));
    return () => {
      drawing.isAlive = false;
      drawingRef.current = null;
      void finish().finally(() => modeler.destroy());
    };
  }, [host, locale]);

  useEffect(() => {
    const drawing = drawingRef.current;
    if (drawing !== null && drawing.shown !== xml) queueMicrotask(() => void show(drawing, xml));
  }, [xml]);

  return { setHost, ...state, open: (view) => void drawingRef.current?.modeler.open(view) };
};
