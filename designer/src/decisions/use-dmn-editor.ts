import DmnModeler, { type DmnView } from 'dmn-js/lib/Modeler';
import type { Locale } from '@irisflow/client';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { canvasTextModule } from '../process/canvas-texts/canvas-text-module.ts';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';

export interface DmnSource {
  xml: string;
  locale: Locale;
  onChange: (xml: string) => void;
}

export interface DmnEditor {
  hostRef: RefObject<HTMLDivElement | null>;
  views: readonly DmnView[];
  active: DmnView | null;
  open: (view: DmnView) => void;
  failure: string | null;
}

const settleTime = 250;

interface Drawing {
  modeler: DmnModeler;
  shown: string;
  isAlive: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const createDrawing = (container: HTMLElement, locale: Locale): Drawing => {
  const additionalModules = [canvasTextModule(locale)];
  const view = { additionalModules };
  const modeler = new DmnModeler({
    container,
    drd: view,
    decisionTable: view,
    literalExpression: view,
    boxedExpression: view,
  });
  return { modeler, shown: '', isAlive: true, timer: undefined };
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Each view has a command stack of its own, so every viewer that opens is watched once. */
const watchChanges = (drawing: Drawing, emit: (xml: string) => void): (() => Promise<void>) => {
  const watched = new WeakSet<object>();
  const write = async (): Promise<void> => {
    drawing.timer = undefined;
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
      clearTimeout(drawing.timer);
      drawing.timer = setTimeout(() => void write(), settleTime);
    });
  };
  drawing.modeler.on('views.changed', watch);
  return async () => {
    if (drawing.timer === undefined) return;
    clearTimeout(drawing.timer);
    await write();
  };
};

/** Opens on the table: the overview of requirements is one click away. */
const openFirstTable = async (modeler: DmnModeler): Promise<void> => {
  const table = modeler.getViews().find((view) => view.type === 'decisionTable');
  if (table !== undefined) await modeler.open(table);
};

/** Keeps one DMN editor on a DOM node in step with a file of the draft. */
export const useDmnEditor = ({ xml, locale, onChange }: DmnSource): DmnEditor => {
  const hostRef = useRef<HTMLDivElement | null>(null);
  const drawingRef = useRef<Drawing | null>(null);
  const latest = useRef({ xml, onChange });
  latest.current = { xml, onChange };
  const [state, setState] = useState<{ views: DmnView[]; active: DmnView | null; failure: string | null }>({
    views: [],
    active: null,
    failure: null,
  });

  useEffect(() => {
    if (hostRef.current === null) return undefined;
    const drawing = createDrawing(hostRef.current, locale);
    drawingRef.current = drawing;
    const finish = watchChanges(drawing, (text) => latest.current.onChange(text));
    const { modeler } = drawing;
    modeler.on('views.changed', () => {
      if (drawing.isAlive)
        setState({ views: modeler.getViews(), active: modeler.getActiveView() ?? null, failure: null });
    });
    drawing.shown = latest.current.xml;
    modeler.importXML(latest.current.xml).then(
      () => (drawing.isAlive ? openFirstTable(modeler) : undefined),
      (error: unknown) => {
        if (drawing.isAlive) setState({ views: [], active: null, failure: messageOf(error) });
      },
    );
    return () => {
      drawing.isAlive = false;
      drawingRef.current = null;
      void finish().finally(() => modeler.destroy());
    };
  }, [locale]);

  useEffect(() => {
    const drawing = drawingRef.current;
    if (drawing === null || drawing.shown === xml) return;
    drawing.shown = xml;
    drawing.modeler.importXML(xml).catch((error: unknown) => {
      if (drawing.isAlive) setState({ views: [], active: null, failure: messageOf(error) });
    });
  }, [xml]);

  return { hostRef, ...state, open: (view) => void drawingRef.current?.modeler.open(view) };
};
