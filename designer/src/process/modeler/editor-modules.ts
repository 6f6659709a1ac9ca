import ElementTemplateChooserModule from '@bpmn-io/element-template-chooser';
import ElementTemplateIconModule from '@bpmn-io/element-template-icon-renderer';
import ColorPickerModule from 'bpmn-js-color-picker';
import { CreateAppendAnythingModule, CreateAppendElementTemplatesModule } from 'bpmn-js-create-append-anything';
import { CloudElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import ZeebeBehaviorsModule from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import GridModule from 'diagram-js-grid';
import MinimapModule from 'diagram-js-minimap';
import type { ModuleDeclaration } from 'bpmn-js/lib/BaseViewer';
import type { Locale } from '@irisflow/client';
import { canvasTextModule } from '../canvas-texts/canvas-text-module.ts';
import { askedRemovalModule } from './asked-removal.ts';
import { keyboardWalkModule } from './keyboard-walk.ts';
import { problemMarkerModule } from './problem-markers.ts';
import { procedureNamesModule } from './procedure-names.ts';
import { shownNamesModule } from './shown-names.ts';

/** The modeler as a list of features; ours come last. */
export const editorModules = (locale: Locale): ModuleDeclaration[] =>
  [
    BpmnPropertiesPanelModule,
    BpmnPropertiesProviderModule,
    ZeebePropertiesProviderModule,
    ZeebeBehaviorsModule,
    CloudElementTemplatesPropertiesProviderModule,
    ElementTemplateChooserModule,
    ElementTemplateIconModule,
    CreateAppendAnythingModule,
    CreateAppendElementTemplatesModule,
    ColorPickerModule,
    MinimapModule,
    GridModule,
    procedureNamesModule,
    shownNamesModule,
    canvasTextModule(locale),
    keyboardWalkModule,
    problemMarkerModule,
    askedRemovalModule,
  ] as ModuleDeclaration[];
