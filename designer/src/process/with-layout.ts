/** The file with a drawing: files made by hand or by a program may have none. */
export const withLayout = async (xml: string): Promise<string> => {
  if (xml.includes('BPMNDiagram') || !xml.includes('process')) return xml;
  const { layoutProcess } = await import('bpmn-auto-layout');
  return layoutProcess(xml);
};
