import { escapeMarkup } from '@irisflow/bpmn';

/**
 * The file as the canvas can show and save it: with a drawing, which files made by hand or by a program may lack, and with
 * the markup of its documentation as text, which would otherwise be gone after the next change.
 */
export const toDrawable = async (xml: string): Promise<string> => {
  const readable = escapeMarkup(xml);
  if (readable.includes('BPMNDiagram') || !readable.includes('process')) return readable;
  const { layoutProcess } = await import('bpmn-auto-layout');
  return layoutProcess(readable);
};
