import type { Queryable } from '@irisflow/database';
import type { Engine } from '@irisflow/engine-client';
import { type DefinitionRow, listVersionFiles } from '@irisflow/procedures';

/** The diagram as it was drawn; only where the folder does not tell the file, as the engine has it. */
export const diagramOf = async (
  { database, engine }: { readonly database: Queryable; readonly engine: Engine },
  { procedure_key: key, version, path, definition_key: definitionKey }: DefinitionRow,
): Promise<string> => {
  const files = await listVersionFiles(database, { key, version });
  const file = files.find((each) => each.path === path);
  return file === undefined ? engine.monitor.xml(definitionKey) : file.content;
};

/** Elements by the ids of the diagram: the process itself is the only one that the engine knows under another. */
export const asDrawn = <Element extends { readonly elementId: string }>(
  { definition_id: id, original_id: originalId }: DefinitionRow,
  elements: readonly Element[],
): Element[] => elements.map((element) => (element.elementId === id ? { ...element, elementId: originalId } : element));
