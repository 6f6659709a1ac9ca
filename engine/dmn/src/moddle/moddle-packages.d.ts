declare module 'dmn-moddle' {
  /** The DMN meta-model. */
  export const DmnModdle: new (packages: Readonly<Record<string, object>>) => {
    getPackages(): readonly { readonly uri: string; readonly prefix: string }[];
  };
}

declare module 'moddle-xml' {
  import type { ModdleElement } from './moddle-element.ts';

  export interface ReaderWarning {
    readonly message: string;
    readonly element?: ModdleElement;
  }

  export interface RootHandler {
    readonly element?: ModdleElement;
    readonly context?: { readonly warnings: readonly ReaderWarning[] };
  }

  export const Reader: new (options: { readonly model: object; readonly lax: boolean }) => {
    handler(typeName: string): RootHandler;
    fromXML(xml: string, options: { readonly rootHandler: RootHandler }): Promise<unknown>;
  };
}

declare module 'dmn-moddle/resources/dmn/json/dmn13.json' {
  const modelPackage: { readonly types: readonly object[] };
  export default modelPackage;
}

declare module 'dmn-moddle/resources/dmn/json/dmndi13.json' {
  const diagramPackage: { readonly types: readonly object[] };
  export default diagramPackage;
}
