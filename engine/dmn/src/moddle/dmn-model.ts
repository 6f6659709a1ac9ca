import { DmnModdle } from 'dmn-moddle';
import diagramPackage from 'dmn-moddle/resources/dmn/json/dmndi13.json' with { type: 'json' };
import modelPackage from 'dmn-moddle/resources/dmn/json/dmn13.json' with { type: 'json' };

import { diagramTypes, modelTypes } from './dmn-15.ts';

/** Namespaces of the editions of DMN that are read as the newest one. */
const modelNamespaces = [
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20191111/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
];

const diagramNamespaces = [
  'http://www.omg.org/spec/DMN/20180521/DMNDI/',
  'https://www.omg.org/spec/DMN/20191111/DMNDI/',
  'https://www.omg.org/spec/DMN/20230324/DMNDI/',
];

const aliases = [
  ...modelNamespaces.map((uri) => ({ uri, prefix: 'dmn' })),
  ...diagramNamespaces.map((uri) => ({ uri, prefix: 'dmndi' })),
];

const moddle = new DmnModdle({
  dmn: { ...modelPackage, types: [...modelPackage.types, ...modelTypes] },
  dmndi: { ...diagramPackage, types: [...diagramPackage.types, ...diagramTypes] },
});

/** The meta-model of DMN 1.1 to 1.5. The reader asks it once for its packages, to turn namespaces into prefixes. */
export const dmnModel: object = Object.create(moddle, {
  getPackages: { value: () => [...moddle.getPackages(), ...aliases] },
});
