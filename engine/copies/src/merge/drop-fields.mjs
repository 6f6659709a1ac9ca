import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';

const name = PDFName.of;

/** @param {PDFDict} annotation */
const isField = (annotation) => annotation.get(name('Subtype')) === name('Widget');

/**
 * The element that leads screen readers to a field leads nowhere without it.
 * @param {PDFDict} element
 */
const empty = (element) => {
  element.set(name('S'), name('NonStruct'));
  element.delete(name('Alt'));
  element.delete(name('K'));
};

/**
 * A seal is of its whole file: its pages beside others keep the words, and no field that every reader would call broken.
 * @param {import('@cantoo/pdf-lib').PDFDocument} source @param {(key: number) => PDFDict | undefined} elementOf In the structure, by the key of a field.
 */
export const dropFields = (source, elementOf = () => undefined) => {
  for (const { node } of source.getPages()) {
    const annotations = node.lookupMaybe(name('Annots'), PDFArray);
    for (let place = (annotations?.size() ?? 0) - 1; place >= 0; place -= 1) {
      const annotation = annotations?.lookup(place, PDFDict);
      if (annotation === undefined || !isField(annotation)) continue;
      annotations?.remove(place);
      const key = annotation.lookupMaybe(name('StructParent'), PDFNumber);
      const element = key === undefined ? undefined : elementOf(key.asNumber());
      if (element !== undefined) empty(element);
    }
  }
};
