// The modeling libraries below ship no types. What we take from them are opaque modules, so `unknown` is all we need.
declare module 'bpmn-js-properties-panel' {
  export const BpmnPropertiesPanelModule: unknown;
  export const BpmnPropertiesProviderModule: unknown;
  export const ZeebePropertiesProviderModule: unknown;
}
declare module 'bpmn-js-element-templates' {
  export const CloudElementTemplatesPropertiesProviderModule: unknown;
}
declare module 'bpmn-js-create-append-anything' {
  export const CreateAppendAnythingModule: unknown;
  export const CreateAppendElementTemplatesModule: unknown;
}
declare module '@bpmn-io/element-templates-validator' {
  export function validateZeebe(template: unknown): { readonly valid: boolean };
}
declare module '@bpmn-io/element-template-chooser' {
  const module: unknown;
  export default module;
}
declare module '@bpmn-io/element-template-icon-renderer' {
  const module: unknown;
  export default module;
}
declare module 'bpmn-js-color-picker' {
  const module: unknown;
  export default module;
}
declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud' {
  const module: unknown;
  export default module;
}
declare module 'diagram-js-grid' {
  const module: unknown;
  export default module;
}
declare module 'diagram-js-minimap' {
  const module: unknown;
  export default module;
}
declare module 'zeebe-bpmn-moddle/resources/zeebe.json' {
  const descriptor: object;
  export default descriptor;
}
declare module 'bpmn-auto-layout' {
  export function layoutProcess(xml: string): Promise<string>;
}

declare module 'bpmn-moddle' {
  /** The meta-model of BPMN, as the modeling libraries read and write files by it. */
  export class BpmnModdle {
    fromXML(xml: string): Promise<{ rootElement: object; elementsById: Readonly<Record<string, object>> }>;
    toXML(element: object, options: { format: boolean }): Promise<{ xml: string }>;
  }
}
