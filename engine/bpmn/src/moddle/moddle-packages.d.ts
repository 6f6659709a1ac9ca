declare module 'bpmn-moddle' {
  /** The BPMN meta-model with the extensions given by prefix. */
  export const BpmnModdle: new (packages: Readonly<Record<string, unknown>>) => object;
}
