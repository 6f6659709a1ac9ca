import type Modeler from 'bpmn-js/lib/Modeler';
import type { Locale } from '@irisflow/client';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { createModeler } from './modeler/create-modeler.ts';

export interface ModelerSource {
  xml: string;
  locale: Locale;
  templates: readonly unknown[] | undefined;
  onChange: (xml: string) => void;
}

export interface ModelerView {
  canvasRef: RefObject<HTMLDivElement | null>;
  panelRef: RefObject<HTMLDivElement | null>;
  /** The modeler once its diagram is drawn; another one after a language change. */
  modeler: Modeler | null;
  /** Why the file could not be drawn. */
  failure: string | null;
}

/** Milliseconds after a change before the diagram is written as XML; writing takes some 10 ms on a large model. */
const settleTime = 250;

interface Drawing {
  modeler: Modeler;
  /** The XML that is on the canvas, to tell our own saves from a file that changed elsewhere. */
  shown: string;
  isAlive: boolean;
}

const draw = async (drawing: Drawing, xml: string): Promise<string | null> => {
  drawing.shown = xml;
  try {
    await drawing.modeler.importXML(xml);
    if (drawing.isAlive)
      drawing.modeler.get<{ zoom(level: string, center: string): void }>('canvas').zoom('fit-viewport', 'auto');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** Writes the diagram as XML a moment after the last change, and at once when the editor goes away. */
const watchChanges = (drawing: Drawing, emit: (xml: string) => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = async (): Promise<void> => {
    timer = undefined;
    const { xml } = await drawing.modeler.saveXML({ format: true });
    if (xml === undefined || xml === drawing.shown) return;
    drawing.shown = xml;
    emit(xml);
  };
  drawing.modeler.on('commandStack.changed', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void write(), settleTime);
  });
  return () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    void write();
  };
};

/** Keeps one modeler on two DOM nodes in step with a file of the draft. */
export const useModeler = ({ xml, locale, templates, onChange }: ModelerSource): ModelerView => {
  const canvasRef = useRef<HTMLDivElement | null>(null);
  const panelRef = useRef<HTMLDivElement | null>(null);
  const drawingRef = useRef<Drawing | null>(null);
  const [ready, setReady] = useState<{ modeler: Modeler | null; failure: string | null }>({
    modeler: null,
    failure: null,
  });
  const latest = useRef({ xml, onChange });
  latest.current = { xml, onChange };

  useEffect(() => {
    const { current: canvas } = canvasRef;
    const { current: panel } = panelRef;
    if (canvas === null || panel === null) return undefined;
    const drawing: Drawing = { modeler: createModeler({ canvas, panel }, locale), shown: '', isAlive: true };
    drawingRef.current = drawing;
    const stopWatching = watchChanges(drawing, (text) => latest.current.onChange(text));
    void draw(drawing, latest.current.xml).then((failure) => {
      if (drawing.isAlive) setReady({ modeler: failure === null ? drawing.modeler : null, failure });
    });
    return () => {
      drawing.isAlive = false;
      drawingRef.current = null;
      stopWatching();
      // The last write reads the model, so the canvas goes one task later.
      setTimeout(() => drawing.modeler.destroy());
    };
  }, [locale]);

  useEffect(() => {
    const drawing = drawingRef.current;
    if (drawing === null || drawing.shown === xml) return;
    void draw(drawing, xml).then((failure) => {
      if (drawing.isAlive) setReady({ modeler: failure === null ? drawing.modeler : null, failure });
    });
  }, [xml]);

  useEffect(() => {
    if (ready.modeler === null || templates === undefined) return;
    ready.modeler
      .get<{ setTemplates(list: readonly unknown[]): void }>('elementTemplatesLoader')
      .setTemplates(templates);
  }, [ready.modeler, templates]);

  return { canvasRef, panelRef, ...ready };
};
