import Modeler from 'bpmn-js/lib/Modeler';
import type { Locale } from '@irisflow/client';
import zeebeModdle from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { feelLanguage } from '../../feel/feel-language.ts';
import { editorModules } from './editor-modules.ts';
import { executionPlatformModdle } from './execution-platform.ts';
import './modeler-styles.ts';

export interface ModelerPlaces {
  canvas: HTMLElement;
  panel: HTMLElement;
}

/**
 * A BPMN modeler with the properties panel of the engine, in one language.
 * Another language needs another modeler: the library translates while it draws.
 */
export const createModeler = (places: ModelerPlaces, locale: Locale): Modeler =>
  new Modeler({
    container: places.canvas,
    propertiesPanel: {
      parent: places.panel,
      feelPopupContainer: document.body,
      feelLanguageContext: feelLanguage(locale),
    },
    keyboard: { bind: true },
    elementTemplateChooser: true,
    minimap: { open: false },
    moddleExtensions: { zeebe: zeebeModdle, modeler: executionPlatformModdle },
    additionalModules: editorModules(locale),
  });
