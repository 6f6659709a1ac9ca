declare module 'dmn-moddle' {
  /** The DMN meta-model. */
  export const DmnModdle: new (packages: Readonly<Record<string, object>>) => {
    getPackages(): readonly { readonly uri: string; readonly prefix: string }[];
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
