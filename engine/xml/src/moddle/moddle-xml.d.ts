declare module 'moddle-xml' {
  import type { ModdleElement } from './moddle-element.ts';

  export interface ReaderWarning {
    readonly message: string;
    readonly element?: ModdleElement;
    readonly property?: string;
    readonly value?: string;
  }

  export interface RootHandler {
    readonly element?: ModdleElement;
    readonly context?: {
      readonly warnings: readonly ReaderWarning[];
      readonly elementsById: Readonly<Record<string, ModdleElement>>;
    };
    handleEnd: () => void;
  }

  export const Reader: new (options: { readonly model: object; readonly lax: boolean }) => {
    handler(typeName: string): RootHandler;
    fromXML(xml: string, options: { readonly rootHandler: RootHandler }): Promise<unknown>;
  };
}
